"""Advertising, sponsors, affiliates and the site's own wares."""

from cleaners.debris.finders import CASED, hanging, holding, opening, whole
from cleaners.debris.rule import ANY_LENGTH, Rule, words
from cleaners.model import Strength, Where

_EARNS = r"\b(?:earn|receive|get|make)s?\s+(?:(?:a|an|some|small|affiliate)\s+)*commissions?\b"

RULES = (
    Rule(
        "promo.advertisement",
        Strength.SURE,
        "marks an advertisement",
        whole(
            r"(?:advertisements?(?!\s+for\b)|advert|sponsored\s+(?:content|post|by)|paid\s+(?:content|post)"
            r"|(?:article|story|content)\s+continues\s+(?:below|after)|continue\s+reading\s+below"
            r"|scroll\s+(?:down\s+)?to\s+continue)\b[^.!?]{0,60}"
        ),
        words(
            "advertisement advertisements advert sponsored paid article story content continue"
            " scroll"
        ),
        drop=(
            "Advertisement - scroll to continue",
            "Story continues below this ad",
            "Sponsored by Harbour Bank",
        ),
        keep=(
            "Sponsored races pay for most of it, the editor said.",
            "Advertisement for myself: I mend nets on Tuesdays.",
        ),
        where=Where.STARTS,
        max_words=10,
    ),
    Rule(
        "promo.advertisement-hangs",
        Strength.SURE,
        "the mark of an advertisement hangs on a good paragraph",
        hanging(r"(?<=[.!?”’\"…)])\s+(?:ADVERTISEMENT|Advertisement)(?:\s+-\s.{3,40})?\Z", CASED),
        words("advertisement continue"),
        drop=("The bridge is shut, he said. ADVERTISEMENT",),
        keep=("He read it in the Post. Advertisement paid for it.",),
        where=Where.ENDS,
        max_words=ANY_LENGTH,
    ),
    Rule(
        "promo.commission",
        Strength.SURE,
        "declares a commission",
        holding(
            rf"\b(?:we|this\s+site|this\s+website)\s+(?:\w+\s+){{0,2}}{_EARNS}"
            r"|\b(?:post|article|page|site|website|we)\s+(?:\w+\s+){0,2}(?:contains?|uses?|includes?)"
            r"\s+affiliate\s+links"
            r"|\bwe\s+(?:\w+\s+)?(?:receive|earn|get)\s+(?:\w+\s+)?compensation\b"
            r"|\bas\s+an\s+amazon\s+associate\b"
        ),
        words("commission commissions affiliate associate compensation"),
        drop=("We may earn a commission when you buy through links on our site.",),
        keep=("The commission may earn the thanks of the harbour.",),
        max_words=80,
    ),
    Rule(
        "promo.affiliate",
        Strength.HINT,
        "speaks of affiliates or commissions",
        holding(rf"\baffiliate\b|{_EARNS}"),
        words("commission commissions affiliate"),
        drop=("Affiliate disclosure: read it here",),
        keep=("The commission met on Monday.",),
        max_words=80,
    ),
    Rule(
        "promo.updates-here",
        Strength.SURE,
        "says what the reader gets here",
        opening(
            r"(?:get|catch|read|find|check)\s+(?:out\s+)?(?:all\s+)?(?:the\s+)?(?:current|live|instant"
            r"|latest|breaking|real-time)\s+(?:news\s+)?(?:and\s+)?updates\s+(?:on|from|about|of)\b"
        ),
        words("get catch read find check"),
        drop=("Get live updates on harbours, weather today and top headlines from the coast.",),
        keep=("The crews get live updates on the weather.", "Get the nets in."),
        where=Where.STARTS,
        max_words=40,
    ),
    Rule(
        "promo.paid-for",
        Strength.SURE,
        "says that a sponsor had it made",
        holding(
            r"\Athis\s+(?:story|article|content|post|feature)\s+(?:was|is)\s+(?:\w+\s+){0,2}(?:developed"
            r"|created|produced|written|sponsored|paid\s+for|presented|supported)\s+(?:in\s+(?:paid\s+)?"
            r"(?:partnership|collaboration)\s+with|by\s+(?:our|the)\s+(?:\w+\s+){0,2}(?:brand|sponsor"
            r"|advertis))"
            r"|\b(?:newsroom|editorial|news)\b[^.]{0,80}\b(?:had\s+no\s+(?:role|part|involvement)"
            r"|(?:was|were)\s+not\s+involved)\s+in\s+(?:the\s+|its\s+|this\s+)?(?:creation|production"
            r"|preparation|writing)\b"
        ),
        words("developed created produced written sponsored paid presented supported creation")
        | words("production preparation writing"),
        drop=(
            "This story was developed in partnership with Harbour Catering.",
            "The news and editorial staff had no role in the creation of this content.",
        ),
        keep=("This story was written in a partnership that lasted forty years.",),
        max_words=60,
    ),
    Rule(
        "promo.prices-then",
        Strength.SURE,
        "says when the prices of its offers held",
        holding(
            r"\bprices?\s+(?:(?:and|or)\s+availability\s+)?(?:are|were|is)\s+(?:accurate|correct|current)"
            r"\s+(?:at|as\s+of)\b"
            r"|\A(?:all\s+)?prices?\s+(?:(?:and|or)\s+availability\s+)?(?:accurate|correct|current|valid)\s+"
            r"(?:at|as\s+of|when)\b"
        ),
        words("accurate correct current valid"),
        drop=("Prices were accurate at the time this was published but may change.",),
        keep=("The prices are accurate, the fishmonger said.",),
        max_words=60,
    ),
    Rule(
        "promo.product-at-the-shop",
        Strength.SURE,
        "leads to a product in a shop",
        whole(
            r"(?i:see|find|get|buy|shop|view|order)\s[^.!?]{2,60}\s(?i:on|at)\s(?:Amazon|Steam"
            r"|Best\ Buy|Walmart|Target|GameStop|eBay|Etsy|Newegg|Wayfair|Sephora|Nordstrom)",
            CASED,
        ),
        words("see find get buy shop view order"),
        drop=("See Harbour Master 2 on Steam",),
        keep=("See what they sell on Amazon Street.",),
        where=Where.STARTS,
        max_words=14,
    ),
    Rule(
        "promo.price-at-the-shop",
        Strength.SURE,
        "names the price at a shop",
        whole(r"(?:\$\s?\d[\d,.]*\s+(?i:at|from|on)\s+[A-Z\d][\w’'& .-]{1,30}){1,3}", CASED),
        frozenset(),
        drop=("$1,599.00 from Harbour Outfitters",),
        keep=("$30 at most", "$30 from him, $20 from her."),
        max_words=14,
        mark="$",
    ),
    Rule(
        "promo.shop-now",
        Strength.SURE,
        "calls to buy or to try",
        whole(
            r"(?:shop|order|buy|try|start\s+shopping|start\s+using)\s+(?!it\b|again\b)(?:(?!sales?\b)[\w&’'-]+\s+){1,4}"
            r"(?:now|today)"
        ),
        words("shop order buy try start"),
        drop=("Shop Harbour Boots Now", "Try Harbour Pro today!"),
        keep=("Order was kept by the cook now and then.", "Try it now"),
        where=Where.STARTS,
        max_words=7,
    ),
    Rule(
        "promo.free",
        Strength.SURE,
        "calls to join for nothing",
        whole(
            r"(?:join|enroll?|register|sign[\s-]*up|upskill|subscribe|try\s+it|get\s+(?:started|certified|listed)"
            r"|create\s+(?:an?|your)\s+account|start\s+learning)(?:\s+(?:now|today|here))?\W{0,3}"
            r"(?:\s*it['’]?s\s+)?(?:100\s?%\s+|completely\s+|absolutely\s+|totally\s+)?(?:for\s+)?free"
            r"(?:\s+(?:now|today|here))?"
        ),
        words("join enrol enroll register sign sign-up upskill subscribe try get create start"),
        drop=("Join today - it's free", "Sign up now, it’s 100% free!"),
        keep=("Join the free lunch on Monday",),
        where=Where.STARTS,
        max_words=10,
    ),
    Rule(
        "promo.free-trial",
        Strength.SURE,
        "offers a trial",
        whole(
            r"(?:start|get|begin|claim|take|try)\s+(?:(?:your|a|our|my)\s+)?(?:free\s+)?"
            r"\d{1,2}[\s-]days?\s+(?:free\s+)?trial(?:\s+(?:now|today|here))?"
            r"|.{0,60}\btrial\W+no\s+(?:credit\s+)?card\s+(?:is\s+)?(?:required|needed)"
        ),
        words("trial now today here required needed"),
        drop=("Start your 14-day free trial", "Free 14-day trial. No credit card required"),
        keep=("14-day free trial", "A 14-day trial began on Monday."),
        where=Where.ENDS,
        max_words=12,
    ),
    Rule(
        "promo.download-it",
        Strength.SURE,
        "offers a file to take",
        whole(
            r"download\s+(?:(?!(?:and|or|of|from)\b)[\w’'&-]+\s+){0,5}(?:e-?book|guide|checklist|template"
            r"|report|pdf|white\s?paper|worksheet|sample|brochure|toolkit|cheat\s?sheet|infographic"
            r"|case\s+study|datasheet|data\s+sheet|one-?pager|planner|workbook)"
            r"(?:\s+(?:here|now|today|below))?(?:\s*\(?pdf\)?)?"
        ),
        words("download"),
        drop=(
            "Download the eBook",
            "DOWNLOAD OUR PRINTABLE CHECKLIST",
            "Download Harbour 2026 Report",
        ),
        keep=("Download the report and the annex, then sign both.",),
        where=Where.STARTS,
        max_words=10,
    ),
    Rule(
        "promo.quote",
        Strength.SURE,
        "calls to ask for a price",
        whole(
            r"(?:get|request|see|check|compare)\s+(?:(?:an?|my|your)\s+)?(?:(?:custom|free|instant|moving"
            r"|no-obligation|online|personali[sz]ed)\s+)*(?:quotes?|estimates?|prices?|pricing|rates)\s+"
            r"(?:(?:from\s+(?:an?\s+)?(?:local|top|up\s+to\s+\d+)\s+\w+|now|online|today)\b"
            r"|\(?\d{3}\)?[-.\s]\d{3}[-.\s]\d{4})"
            r"|(?:check|see|view|compare)\s+(?:\w+\s+){0,2}prices?\s+(?:on|at|from)\s+"
            r"(?-i:[A-Z])[\w.&’' ]{1,25}"
        ),
        words("get request see check compare view"),
        drop=(
            "Get a Quote (555) 010-0199",
            "Get an instant quote now.",
            "Check the price at Harbour Outfitters",
        ),
        keep=("Get the quote right, now and here", "Check prices on the quay"),
        where=Where.STARTS,
        max_words=9,
    ),
    Rule(
        "promo.links-pay",
        Strength.SURE,
        "declares that its links earn money",
        opening(
            r"\(?(?:(?:note|disclosure|disclaimer|full\s+disclosure|heads\s+up|fyi)\W+)?(?:some|many|most|all"
            r"|several|certain|a\s+few)\s+(?:of\s+)?(?:(?:the|our|these|my)\s+)?(?:\w+\s+)?links\s+(?:\w+\s+){0,7}"
            r"(?:are|may\s+be|is|might\s+be)\s+(?:\w+\s+)?affiliate"
            r"|\(?(?:by\s+)?using\s+(?:the|our|my|these)\s+affiliate\s+links\b"
        ),
        words("some many most all several certain a note disclosure disclaimer full heads fyi by")
        | words("using note: disclosure: disclaimer:"),
        drop=(
            "Some links on this page are affiliate ones.",
            "Disclosure: some links below are affiliate links.",
        ),
        keep=("Some links in the chain are older than the boat.",),
        where=Where.STARTS,
        max_words=60,
    ),
    Rule(
        "promo.my-course",
        Strength.SURE,
        "calls to take what its writer offers",
        opening(
            r"(?:join|sign\s+up\s+for|register\s+for|enroll?\s+in|grab|get|take|download)\s+my\s+"
            r"(?:brand[\s-]new|exclusive|free|new|online|weekly)\b[^.?]{3,120}[.!]?\Z"
        ),
        words("join sign register enrol enroll grab get take download"),
        drop=(
            "Join my FREE workshop and learn to mend a net!",
            "Grab my free guide to the islands",
        ),
        keep=("Get my new coat, he said. She did.",),
        where=Where.STARTS,
        max_words=24,
    ),
    Rule(
        "promo.to-the-cart",
        Strength.SURE,
        "a button that puts something into the cart",
        whole(r"add\s[^.!?]{0,50}\sto\s+(?:(?:your|my|the)\s+)?(?:cart|bag|basket|wish\s?list)"),
        words("add"),
        drop=("(add Harbour Boots to cart)",),
        keep=("Add salt to the bag and shake it.",),
        where=Where.STARTS,
        max_words=10,
    ),
    Rule(
        "promo.talk-to-us",
        Strength.SURE,
        "calls to talk to the people of a firm",
        opening(
            r"(?:talk|speak|chat)\s+(?:to|with)\s+(?:us|(?:one\s+of\s+)?our\s+(?:\w+\s+){0,3}"
            r"(?:team|experts?|specialists?|advisors?|advisers?|consultants?|representatives?|attorneys?"
            r"|lawyers?|staff|agents?|engineers?)|sales|an?\s+(?:[A-Z]\w+\s+){0,3}(?i:sales\s+)?"
            r"(?i:experts?|specialist|representative))\b[^.?]{0,120}[.!]?\Z"
        ),
        words("talk speak chat"),
        drop=(
            "Talk to our team today to learn how we mend nets.",
            "Speak with a Harbour specialist",
        ),
        keep=("Talk to them, she said. They listen.", "Speak with us? He would not."),
        where=Where.STARTS,
        max_words=24,
    ),
    Rule(
        "promo.fill-the-form",
        Strength.SURE,
        "asks to fill in a form",
        opening(
            r"(?:please\s+)?(?:fill|complete)\s+(?:(?:out|in|up)\s+)?(?:the|this|our)\s+(?:\w+\s+){0,2}form\s+"
            r"(?:below\s+|above\s+|here\s+)?(?:to|for|and|if)\b[^.?]{0,200}[.!]?\Z"
        ),
        words("please fill complete"),
        drop=("Fill out the form to hear from our harbour masters.",),
        keep=("Fill out the form, he was told. He did.",),
        where=Where.STARTS,
        max_words=40,
    ),
    Rule(
        "promo.at-the-shop",
        Strength.HINT,
        "leads to a shop",
        whole(
            r"(?i:view|check(?:\s+\w+){0,3}\s+prices?|see\s+(?:it|price)|buy(?:\s+it)?|shop|order"
            r"|get\s+it|find\s+it)\s+(?i:now\s+)?(?:on|at|from)\s+[A-Z][\w.&’']*(?:\s+[A-Z]\w+)?",
            CASED,
        ),
        words("view check see buy shop order get find"),
        drop=("View on Amazon", "Check the latest price at Harbour Outfitters"),
        keep=("Order at sea was kept by the cook.",),
        where=Where.STARTS,
        max_words=8,
    ),
    Rule(
        "promo.presented-by",
        Strength.SURE,
        "names a sponsor",
        whole(
            r"(?i:presented|powered|sponsored|brought\s+to\s+you)\s+(?i:by)\s*:?\s+[A-Z][^.!?]{1,50}"
            r"|(?i:in\s+(?:paid\s+)?(?:partnership|association)\s+with)\s+[A-Z][^.!?]{1,50}",
            CASED,
        ),
        words("presented powered sponsored brought in"),
        drop=("Presented by Harbour Bank", "In partnership with Harbour Catering"),
        keep=("Presented by Ana Rios as a gift, the bell was rung. It cracked.",),
        where=Where.STARTS,
        max_words=8,
    ),
    Rule(
        "promo.app",
        Strength.HINT,
        "offers an app or alerts",
        holding(
            r"\b(?:download|get|install)\s+(?:our|the)\s+(?:\w+\s+){0,3}app\b|\bapp\s+store\b"
            r"|\bgoogle\s+play\b|\bbreaking\s+news\s+alerts\b|\bqr\s+code\b|\bpush\s+notifications\b"
        ),
        words("app store play alerts qr notifications"),
        drop=("Download our free app for the latest from the harbour",),
        keep=("The app was the mayor's idea.",),
        max_words=40,
    ),
    Rule(
        "promo.call",
        Strength.HINT,
        "calls to buy, to book or to try",
        opening(
            r"(?:shop|buy|order|book|schedule|request|claim|grab|try|start|contact|call|visit"
            r"|download|discover|get)\b[^.!?]{0,80}\b(?:now|today|here|free|demo|trial|us|offer|deal"
            r"|consultation|quote|discount|account|started)\b"
        ),
        words(
            "shop buy order book schedule request claim grab try start contact call visit download"
            " discover get"
        ),
        drop=("Book your free demo today",),
        keep=("Book shops along the harbour sold out.",),
        where=Where.STARTS,
        max_words=40,
    ),
    Rule(
        "promo.contact",
        Strength.HINT,
        "asks to get in touch",
        holding(
            r"\b(?:contact\s+us|get\s+in\s+touch|reach\s+out\s+to\s+us|call\s+us|visit\s+our"
            r"|check\s+out\s+our)\b"
        ),
        words("contact touch reach visit check"),
        drop=("Contact us to learn how we can help",),
        keep=("They lost touch in March.",),
        max_words=40,
    ),
)
