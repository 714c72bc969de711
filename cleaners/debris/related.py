"""Links to other stories: teasers on a line of their own, or hanging on a good paragraph."""

from cleaners.debris.finders import CASED, hanging, opening, whole
from cleaners.debris.names import NAMES, any_of
from cleaners.debris.rule import ANY_LENGTH, NUMBER, Rule, words
from cleaners.model import Strength, Where

_READ = (
    r"(?:read\s+(?:more|also|next|this|the\s+full\s+(?:story|article))|see\s+also"
    r"|also\s+(?:read|see|check(?:\s+out)?|watch|view|listen(?:\s+to)?)|must[\s-]read"
    r"|don['’]t\s+miss|keep\s+reading|continue\s+reading|go\s+deeper"
    r"|related(?:\s+(?:story|stories|articles?|news|coverage|videos?|posts?|content|links?))?)"
)
# What leads to other stories in other languages: German, French, Spanish, Italian, Portuguese,
# Dutch, Polish, Russian, Ukrainian, Czech, Serbian, Romanian, Scandinavian, Turkish, Greek.
_LEADS_ABROAD = (
    "lesen sie auch, lesen sie dazu auch, lesen sie hierzu auch, lesen sie mehr, lies auch, "
    "mehr zum thema, mehr dazu, auch interessant, passend zum thema, lesetipp, siehe auch, "
    "lire aussi, à lire aussi, lire également, à lire également, lisez aussi, voir aussi, "
    "à voir aussi, à découvrir aussi, sur le même sujet, "
    "lee también, lea también, leé también, lea además, lee más, leer más, ver también, "
    "mira también, mirá también, te puede interesar, te recomendamos, noticia relacionada, "
    "noticias relacionadas, "
    "leggi anche, leggi pure, vedi anche, guarda anche, potrebbe interessarti, "
    "potrebbe interessarti anche, ti potrebbe interessare, ti potrebbe interessare anche, "
    "leia também, leia mais, ler mais, veja também, veja mais, saiba mais, confira também, "
    "notícia relacionada, "
    "lees ook, lees meer, lees verder, bekijk ook, zie ook, "
    "czytaj także, czytaj też, czytaj również, czytaj więcej, przeczytaj także, przeczytaj też, "
    "przeczytaj również, zobacz także, zobacz też, zobacz również, warto przeczytać, "
    "читайте также, читайте ещё, читайте еще, читать также, также читайте, смотрите также, "
    "читайте по теме, читайте також, читайте ще, також читайте, дивіться також, "
    "čtěte také, čtěte též, přečtěte si také, mohlo by vás zajímat, "
    "pročitajte još, pročitajte i, čitajte još, pročitajte više, "
    "citește și, citiți și, vezi și, läs också, läs även, läs mer, læs også, les også, "
    "ilgili haber, διαβάστε επίσης, διαβάστε ακόμη, δείτε επίσης"
).split(", ")
_ABROAD = rf"(?:{any_of(_LEADS_ABROAD)})"
_PERHAPS = (
    r"(?:more(?:\s+(?:on\s+this|news|stories|here|from\s+[^:]{2,40}))?|learn\s+more|recommended"
    r"|watch(?:\s+(?:also|now|more|video|next|here))?|listen(?:\s+(?:also|now|here))?"
    r"|further\s+reading|explore\s+more|find\s+out\s+more|related\s+reading|recommended\s+reading"
    r"|you\s+(?:may|might)\s+(?:also\s+)?(?:like|enjoy|be\s+interested(?:\s+in)?)|up\s+next"
    r"|more\s+(?:on|about)\s+[^:]{2,40}|check\s+(?:this\s+)?out|see\s+more|trending)"
)
# No headline ends in these words.
_CUT_AFTER = words(
    "a about after against among an and are at before between by during for from her his in into"
    " its my of on or our over than the their through to under with your – - &"
)

RULES = (
    Rule(
        "related.teaser",
        Strength.SURE,
        "leads to another story",
        opening(rf"{_READ}\s*(?:[:»›>|→]|\s?[-–—]\s|\(\d{{1,2}}\s*min)"),
        words("read also see must must-read don't related keep continue go"),
        drop=(
            "Read more: Harbour closed after storm",
            "SEE ALSO: Ten bridges to walk",
            "[Also read- Ten bridges to walk]",
            "Go deeper (2 min. read)",
        ),
        keep=("Read more books, the teacher told them, and they did.",),
        where=Where.STARTS,
        max_words=40,
    ),
    Rule(
        "related.teaser-abroad",
        Strength.SURE,
        "leads to another story",
        opening(rf"{_ABROAD}\s*(?:[:»›>|→]|\s?[-–—]\s)"),
        frozenset(lead.partition(" ")[0] for lead in _LEADS_ABROAD),
        drop=("Lire aussi : le pont", "Lesen Sie auch: Der Hafen ist zu"),
        keep=("Lees ook de kleine letters, zei de notaris.",),
        where=Where.STARTS,
        max_words=40,
    ),
    Rule(
        "related.perhaps-teaser",
        Strength.HINT,
        "leads to another story or a video",
        opening(rf"{_PERHAPS}\s*(?:[:»›>|→]|\s[-–—]\s)"),
        words(
            "more learn recommended watch listen further explore find you related up check see"
            " trending"
        ),
        drop=("Learn more: How bridges are built", "WATCH: The storm from above"),
        keep=("More than a hundred boats: that was the count.",),
        where=Where.STARTS,
        max_words=40,
    ),
    Rule(
        "related.you-may-like",
        Strength.SURE,
        "leads to what the reader may like as well",
        opening(
            r"(?:you\s+)?(?:may|might|could|can|should)\s+(?:also\s+)?(?:like|enjoy|read|love|find"
            r"|be\s+interested|want\s+to\s+(?:read|see|check\s+out))\b(?!\s+(?:it|him|her|them)\b)[^.!?:]{0,50}:"
            r"|you\s+(?:may|might)\s+also\s+(?:like|enjoy)\s[^.!?:,]{2,50}\Z"
        ),
        words("you may might can also"),
        drop=(
            "You might also like: Ten bridges to walk",
            "Can also read: Ten bridges to walk",
            "You may be interested in the following as well:",
            "You might also enjoy some of my other posts",
        ),
        keep=(
            "You may like it or not: the bridge is shut.",
            "You might find it odd that nobody came.",
        ),
        where=Where.STARTS,
        max_words=30,
    ),
    Rule(
        "related.more-by",
        Strength.SURE,
        "leads to more by an author or from a section",
        whole(
            r"(?i:recently|more|latest|posts|stories|articles|other\ (?:posts|stories|articles))"
            rf"\ (?i:by|from)\ {NAMES}",
            CASED,
        ),
        words("recently more latest posts stories articles other"),
        drop=("Recently by Ana Rios", "More from Harbour Weekly:"),
        keep=("More from Ana Rios than from him was heard.", "More by luck than skill"),
        where=Where.STARTS,
        max_words=9,
    ),
    Rule(
        "related.on-the-topic",
        Strength.SURE,
        "leads to more on the same",
        opening(r"more\s+on\s+(?:the|this)\s+(?:issue|story|subject|topic)\s*:"),
        words("more"),
        drop=("More on the topic: Ten bridges to walk",),
        keep=("More on the topic of boats: he would say nothing.",),
        where=Where.STARTS,
        max_words=30,
    ),
    Rule(
        "related.heads-a-list",
        Strength.SURE,
        "heads a list of other stories",
        whole(
            r"(?:Related|Similar|Recommended|RELATED|SIMILAR|RECOMMENDED)\ (?i:articles|blogs"
            r"|content|coverage|guides|posts|reads|stories|topics|videos)"
            r"(?:\ (?i:about|by|for|from|in|of|on|that|to|you)\b[^.!?]{0,60})?",
            CASED,
        ),
        words("related similar recommended"),
        drop=("Related Articles from the harbour blog:", "Similar content"),
        keep=("Related articles were lost in the fire",),
        where=Where.STARTS,
        max_words=10,
    ),
    Rule(
        "related.aside-in-brackets",
        Strength.SURE,
        "leads elsewhere, in brackets of its own",
        whole(
            r"(?<=\[)\s*(?:want|need|looking|curious|interested|read|see|learn|watch|listen|check|get"
            r"|download|discover)\b[^\[\]]{10,220}\]"
            r"|(?<=\()(?:learn\s+more|read\s+more|find\s+out|discover|here['’]s\s+(?:how|what|why|the|where"
            r"|when))\b[^()]{5,140}\)"
        ),
        words("want need looking curious interested read see learn watch listen check get download")
        | words("discover find here's"),
        drop=(
            "[ Want more about bridges? Read our guide to the harbour. ]",
            "(Here’s what to know about the ferry.)",
        ),
        keep=("[Read aloud]", "(Here he stopped.) Then he went on."),
        where=Where.STARTS,
        max_words=40,
    ),
    Rule(
        "related.see-also",
        Strength.SURE,
        "leads to another story",
        whole(r"See\ (?i:also)\ [A-Z“\"‘'][^.!?]{12,150}[?!]?", CASED),
        words("see"),
        drop=("See also Ten Bridges to Walk Before the Ice Comes",),
        keep=("See also the third chapter, which is about boats.",),
        where=Where.STARTS,
        max_words=25,
    ),
    Rule(
        "related.excerpt",
        Strength.SURE,
        "the beginning of another story, cut where its feed cuts it",
        whole(r"\w[^{}\[\]]{40,900}\s\[(?:…|\.{3})\]"),
        words("[…] [...]"),
        drop=("The harbour was shut for nine days when the ice came early that year, and […]",),
        keep=("“The harbour […] was shut for nine days when the ice came early that year.”",),
        where=Where.ENDS,
        max_words=150,
    ),
    Rule(
        "related.cut-headline",
        Strength.SURE,
        "a headline that was cut to fit its card",
        whole(
            rf"(?=(?:[^A-Z]*[A-Z]){{4}})[A-Z\d“\"‘'][^!?]{{15,140}}\s(?:{any_of(_CUT_AFTER)})"
            r"\s?(?:…|\.{3})",
            CASED,
        ),
        frozenset(f"{word}{dots}" for word in ("", *_CUT_AFTER) for dots in ("…", "...")),
        drop=(
            "Ten Bridges to Walk Before the Ice Comes to…",
            "Nine Days Without Milk: The Ferry and the...",
        ),
        keep=("He was asked what it was for…", "They came by boat and by train, and then..."),
        where=Where.ENDS,
        max_words=18,
    ),
    Rule(
        "related.by-its-arrow",
        Strength.SURE,
        "a link with an arrow",
        whole(
            r"[A-Z][^.]{2,90}[.!?]?\s*[❯›➜➔➤⟶](?!\w)|(?i:learn|read|view|see|find|get|book|shop|explore"
            r"|discover|download|start|try|watch|join|browse|visit|contact|request|more|all)\b"
            r"[^.]{0,90}[.!?]?\s*→",
            CASED,
        ),
        words("❯ › → ➜ ➔ ➤ ⟶"),
        drop=("Looking for a boat? Find one ❯", "Read about ten bridges to walk →"),
        keep=("→ Read on", "Sum up the letters →", "From the quay → by boat"),
        where=Where.ENDS,
        max_words=14,
    ),
    Rule(
        "related.in-capitals",
        Strength.SURE,
        "leads to another story or a video",
        opening(
            r"(?:MORE(?:\ NEWS)?|WATCH|READ|LISTEN|PHOTOS|VIDEO|GALLERY|PODCAST|QUIZ|EXPLAINER"
            r"|MUST\ (?:READ|SEE|WATCH)|UP\ NEXT|NEXT\ STORY|SEE\ MORE)\s*[:|]\s+\S",
            CASED,
        ),
        words(
            "more watch read listen photos video gallery podcast quiz explainer must up next see"
        ),
        drop=("MORE: Ten bridges to walk", "NEXT STORY: Why the harbour froze"),
        keep=("More: that was all he asked for.",),
        where=Where.STARTS,
        max_words=30,
    ),
    Rule(
        "related.with-its-headline",
        Strength.SURE,
        "leads to another story",
        opening(
            r"(?:(?i:related)\s+(?i:article|story|video|gallery|reading)|RELATED)\s+[A-Z“\"‘'][^.!]{8,200}\Z",
            CASED,
        ),
        words("related"),
        drop=("Related article What makes a storm turn inland?", "RELATED Ten bridges to walk"),
        keep=("Related articles on the storm filled the paper.",),
        where=Where.STARTS,
        max_words=30,
    ),
    Rule(
        "related.neighbour",
        Strength.SURE,
        "leads to the story before or after",
        opening(
            r"(?:(?:previous|prev|next|precedente|seguente|précédent|suivant)"
            r"(?:\s+(?:post|article|story|entry|articolo))?|entrada\s+(?:anterior|siguiente)"
            r"|(?:vorheriger|nächster)\s+(?:beitrag|artikel))\s*:\s*\S"
        ),
        words(
            "previous prev next precedente seguente précédent suivant entrada vorheriger nächster"
        ),
        drop=("Next: Why the harbour froze", "Precedente: Il porto chiuso"),
        keep=("Next came the ice: it stayed until May.",),
        where=Where.STARTS,
        max_words=25,
    ),
    Rule(
        "related.neighbour-in-one-word",
        Strength.SURE,
        "leads to the story before or after",
        opening(r"(?:Previous|Next)\ (?:article|post|story)(?=[A-Z0-9“‘\"'])", CASED),
        words("previous next"),
        drop=("Next articleWhy the harbour froze", "Previous postTen bridges to walk"),
        keep=("Next article of the treaty: no boats.", "Previous posts were lost."),
        where=Where.STARTS,
        max_words=25,
    ),
    Rule(
        "related.coverage-at",
        Strength.SURE,
        "leads to more of the same at an address",
        whole(
            r"(?:(?:follow|see|find|read)\s[^.!?:]{0,80}\b(?:coverage|news|stories)\b[^.!?:]{0,60}\s"
            r"(?:at|on|here)|AP\s[\w\s]{3,30}):?\s*(?:https?://|www\.)\S{3,150}"
        ),
        frozenset(),
        drop=(
            "Follow the paper's coverage of the sea at https://harbourpost.example/sea",
            "AP sports: https://harbourpost.example/sports",
        ),
        keep=(
            "He found her diary, page by page, at https://harbourpost.example/sea. It was short.",
        ),
        max_words=25,
        mark="://",
    ),
    Rule(
        "related.read-it-at",
        Strength.SURE,
        "leads to the paper that has the story",
        whole(
            rf"(?i:read\s+(?:it|more|the\s+rest|the\s+(?:full|original)\s+(?:article|post|story))"
            rf"\s+(?:at|on|in))\s+{NAMES}",
            CASED,
        ),
        words("read"),
        drop=("Read it at Harbour Weekly", "Read the original article on Harbour Weekly."),
        keep=("Read it at Harbour Street on Monday, he said.",),
        where=Where.STARTS,
        max_words=9,
    ),
    Rule(
        "related.counted",
        Strength.SURE,
        "counts related stories",
        whole(r"\d{1,2}\s+related(?:\s+(?:stories|articles|videos))?"),
        frozenset({NUMBER}),
        drop=("2 Related",),
        keep=("2 related storms met at sea.",),
        where=Where.STARTS,
        max_words=3,
    ),
    Rule(
        "related.in-brackets",
        Strength.SURE,
        "leads to another story, in brackets",
        opening(
            r"(?<=[(\[])\s*(?:more|related|watch|listen|read(?:\s+more)?|also\s+read)\b\s*:"
            r"[^()\[\]]{3,160}[)\]]\W*\Z"
            r"|(?<=[(\[])\s*also\s+read\s[^()\[\]]{3,160}[)\]]\W*\Z"
        ),
        words("more related watch listen read also"),
        drop=("(MORE: Ten bridges to walk)", "[ Also read Ten bridges to walk ]"),
        keep=("(More than that he would not say: the bridge was shut.)",),
        where=Where.STARTS,
        max_words=30,
    ),
    Rule(
        "related.hangs",
        Strength.SURE,
        "a link to another story hangs on a good paragraph",
        hanging(
            r"(?<=[.!?”’\"…)])\s*[(\[]?(?:read\s+more(?:\s+here)?|also\s+read|read\s+also|see\s+also"
            r"|related(?:\s+(?:story|article))?|keep\s+reading|click\s+here\s+to\s+read\s+more)"
            r"\s*[:»›>]\s*[^.!?]{0,160}[.!?]?[\])]?\s*\Z"
        ),
        words("more: also: read: related: article: story: reading: here:"),
        drop=("The bridge is shut, he said. Read more: Harbour closed after storm",),
        keep=("She asked them to read more: novels, plays and poems, and they did so.",),
        max_words=ANY_LENGTH,
    ),
    Rule(
        "related.hangs-abroad",
        Strength.SURE,
        "a link to another story hangs on a good paragraph",
        hanging(
            rf"(?<=[.!?”“»’\"…)])\s*[(\[]?{_ABROAD}\s*[:»›>]\s*[^.!?]{{0,160}}[.!?]?[\])]?\s*\Z"
        ),
        # French puts a space before its colon.
        frozenset(f"{lead.split()[-1]}:" for lead in _LEADS_ABROAD)
        | words("aussi également sujet"),
        drop=(
            "Die Brücke bleibt bis Mai zu. Lesen Sie auch: Der Hafen ist wieder offen",
            "Le pont est fermé. Lire aussi : Le port rouvre",
        ),
        keep=("Er las den Kindern vor und sagte dazu nur: Lesen Sie auch einmal ein Buch.",),
        max_words=ANY_LENGTH,
    ),
    Rule(
        "related.click-here",
        Strength.HINT,
        "leads to another page",
        opening(r"(?:click|tap)\s+here\b|[^.!?]{0,150}\b(?:click|tap)\s+here\s+(?:to|for)\b"),
        words("click tap"),
        drop=("Click here to read the full report",),
        keep=("The last click of the lock was heard by all.",),
        max_words=50,
    ),
    Rule(
        "related.read-more-ends",
        Strength.HINT,
        "the teaser of another story",
        whole(r".{20,400}\bread\s+(?:more|now|on|the\s+full\s+(?:story|article))"),
        words("more now on story article"),
        drop=("The harbour of Sant Pol in ten pictures. Read more",),
        keep=("He would read more of it in the evening.",),
        where=Where.ENDS,
    ),
)
