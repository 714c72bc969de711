"""Page furniture: navigation, breadcrumbs, tags, players, counters, leftovers of code."""

from cleaners.debris.finders import CASED, hanging, holding, opening, whole
from cleaners.debris.names import MONTHS, any_of
from cleaners.debris.rule import NUMBER, Rule, words
from cleaners.model import Strength, Where

_SECTIONS = words(
    "home news world sport sports business money markets finance economy politics opinion"
    " culture arts travel earth climate weather audio podcasts video videos photos live innovation"
    " tech technology science health lifestyle life style fashion food entertainment celebrity"
    " local national international education obituaries crosswords games puzzles magazine shop"
    " jobs events search menu more subscribe newsletters login register sounds radio tv europe asia"
    " africa americas"
)
_SECTION = rf"(?:{any_of(_SECTIONS)})"

RULES = (
    Rule(
        "furniture.breadcrumb",
        Strength.SURE,
        "a breadcrumb: where the page stands on its site",
        opening(
            r"home(?:page)?\s*(?:[»›>/|→\\❯]|::)\s*\S[^.!?]{0,120}\Z"
            r"|(?:blog(?:\s+home)?|articles|insights|news(?:room)?|resources)\s*[»›❯]\s*\S[^.!]{0,160}\Z"
        ),
        words("home homepage blog articles insights news newsroom resources"),
        drop=(
            "Home » News » Harbour closed",
            "Home / Travel",
            "Blog › Boats › How are nets mended?",
        ),
        keep=("Home is where she wrote it.",),
        where=Where.STARTS,
        max_words=24,
    ),
    Rule(
        "furniture.sections",
        Strength.SURE,
        "is a row of the sections of a site",
        whole(rf"(?:{_SECTION}\W+){{3,}}{_SECTION}"),
        _SECTIONS,
        drop=("Home News Sport Business Culture Arts Travel Video Live",),
        keep=("News, sport and weather were read in that order.", "Arts and travel"),
        where=Where.STARTS,
        max_words=40,
    ),
    Rule(
        "furniture.tags",
        Strength.SURE,
        "lists tags or topics",
        whole(
            r"(?:(?:post\s+)?tags?|tagged(?:\s+(?:with|as|in))?|filed\s+(?:under|in)|topics|posted\s+in"
            r"|categories|category|keywords?|labels|теги|темы|теми|tagi|etiquetas|schlagwörter)\s*:"
            r"\s*\S[^.!?]{0,200}"
        ),
        words(
            "tag tags tagged filed topics categories category posted post keyword keywords labels"
            " теги темы теми tagi etiquetas schlagwörter"
        ),
        drop=("Tags: harbour, bridge, storm", "Filed under: Travel"),
        keep=("Tags were sewn into the coats, and no two were alike.",),
        where=Where.STARTS,
        max_words=40,
    ),
    Rule(
        "furniture.categories-and-tags",
        Strength.SURE,
        "lists categories, then tags",
        whole(r"Categor(?:y|ies)\W+[A-Z][^!?]{1,200}\ Tags?\W+\S[^!]{1,300}", CASED),
        words("category categories"),
        drop=("Categories Boats, Ropes & Nets Tags ferry, quay, how to mend a net",),
        keep=("Categories of boats, he said, are Tags and Wrecks.",),
        where=Where.STARTS,
        max_words=80,
    ),
    Rule(
        "furniture.posted-in",
        Strength.SURE,
        "says under what it was posted",
        whole(
            r"(?:(?:on\ )?[A-Z][a-z]+\ \d{1,2},\ \d{4}\ ?(?:[A-Z][a-z]+\ \d{1,2},\ \d{4}\ ?)?)?"
            rf"(?i:posted|filed)\ (?i:in|under)\ (?!(?i:{any_of(MONTHS)})\b)[A-Z][^.!?]{{1,160}}\Z"
            r"|Posted\ on\ [^.!?]{5,40}\d{4}\ in\ [A-Z][^.!?]{1,200}",
            CASED,
        ),
        words("posted filed on") | MONTHS,
        drop=(
            "Posted in Harbour News, Boats",
            "on May 2, 2024June 3, 2024Posted in Harbour News",
            "Posted on May 2, 2024 in Boats, Ropes",
        ),
        keep=("Posted in May, the letter came in June.", "Posted in the hall"),
        where=Where.STARTS,
        max_words=40,
    ),
    Rule(
        "furniture.tags-in-one-word",
        Strength.SURE,
        "lists tags",
        whole(r"Tags?(?=[A-Z])[^.!?:]{2,100}(?:,[^.!?:]{2,40})+", CASED),
        frozenset(),
        drop=("TagsHarbour, bridge, storm",),
        keep=("Tags were sewn in, one a coat, by hand",),
        max_words=30,
        mark="Tag",
    ),
    Rule(
        "furniture.heads-contents",
        Strength.HINT,
        "heads a table of contents",
        whole(
            r"(?:table\s+of\s+contents?|(?:page|article|post|guide)?\s*contents|quick\s+navigation"
            r"|(?:in|on|inside)\s+this\s+(?:article|blog(?:\s+post)?|post|page|guide|story|section"
            r"|review|tutorial|episode|issue)|what['’]?s\s+(?:inside|in\s+this\s+(?:article|guide|post))"
            r"|(?:jump|skip)\s+to(?:\s+(?:a\s+|the\s+)?section)?|(?:article|post)\s+outline)"
            r"(?:\s*[\[(]?(?:show|hide|toggle|open|close|expand|collapse|menu)[\])]?)*"
        ),
        words("table contents content page article post guide quick in on inside what's jump skip"),
        drop=("Table of Contents [hide]", "In this guide:", "Jump to section", "What’s inside"),
        keep=("In this guide he lists nine boats.", "Contents of the box were sold."),
        where=Where.STARTS,
        max_words=7,
    ),
    Rule(
        "furniture.contents-in-one-line",
        Strength.SURE,
        "is a table of contents in one line",
        opening(
            r"(?:table\s+of\s+contents|jump\s+to(?:\s+a|\s+the)?\s+section)\W*(?-i:[A-Z\d])"
            r"(?:[^.!]|\.(?!(?-i:\s+[A-Z][a-z]+\s[a-z]+\s[a-z]+\s[a-z]))){20,1500}\Z"
        ),
        words("table jump"),
        drop=("Table of Contents 1. Boats 2. Nets and Ropes 3. What Is a Quay?",),
        keep=("Table of contents and index were torn out of the book by the mayor himself.",),
        where=Where.STARTS,
        max_words=250,
    ),
    Rule(
        "furniture.assistants",
        Strength.SURE,
        "is a row of buttons that ask a machine to sum it up",
        whole(
            r"(?:(?:summari[sz]e|ask|open|read)\b[^.!?]{0,40}?(?:with|in|by|using)\W+)?(?:(?:chatgpt"
            r"|perplexity|claude|grok|gemini|copilot|google\s+ai(?:\s+mode)?|mistral)\W*){2,}"
        ),
        words("chatgpt perplexity claude grok gemini copilot"),
        drop=("ChatGPT Perplexity Claude Grok Google AI",),
        keep=("ChatGPT, Claude and Gemini were asked the same.",),
        max_words=16,
    ),
    Rule(
        "furniture.player",
        Strength.SURE,
        "belongs to a player",
        opening(
            r"listen\s+to\s+(?:this|the)\s+(?:article|story)"
            r"|(?:new\s?)?you\s+can\s+now\s+listen\s+to\s[^.!?]{2,40}\sarticles|your\s+browser\s+does\s+not\s+support"
            r"|to\s+play\s+this\s+content|current\s+time\s+\d|stream\s+type\s+\w+\Z"
            r"|remaining\s+time\s*-?\d|duration\s+\d{1,2}:\d\d\Z|loaded:\s*\d[\d.]*%"
            r"|video\s+\d{1,2}:\d\d(?:\s*\d{1,2}:\d\d)?\Z"
        ),
        words("listen your to current stream remaining duration loaded video newyou new you"),
        drop=(
            "Listen to this article · 4:12",
            "Loaded: 20.50%",
            "Your browser does not support the audio element.",
        ),
        keep=("Listen to the sea, she told them.",),
        where=Where.STARTS,
        max_words=25,
    ),
    Rule(
        "furniture.read-by-machine",
        Strength.SURE,
        "says that a machine reads it aloud",
        opening(
            r"this\s+(?:audio|article|story)\s+(?:is|was|has\s+been)\s+"
            r"(?:created|generated|read|narrated|translated|recorded)\s+(?:with|by|using)\b[^.]{0,40}"
            r"(?:\bai\b|artificial|automat|assist|voice|machine)[^.]{0,40}\.?\Z"
        ),
        words("audio narrated translated generated created"),
        drop=("This audio is created with AI assistance",),
        keep=("This article was created by three reporters, and it took a year.",),
        max_words=16,
    ),
    Rule(
        "furniture.page-numbers",
        Strength.SURE,
        "counts pages or pictures",
        whole(
            r"(?:page|image|photo|slide|picture)\s*\d{1,3}\s*(?:/|of)\s*\d{1,3}"
            r"|pages?\s*:?\s*\d{1,3}(?:\s+\d{1,3})+"
            r"|(?:prev(?:ious)?\s+)?(?:\d{1,3}\s+){2,}…?\s*(?:\d+\s*)?next"
        ),
        frozenset(
            {NUMBER, "page", "pages", "image", "photo", "slide", "picture", "prev", "previous"}
        ),
        drop=("Page 3 of 12", "Photo 4/9", "1 2 3 4 Next", "Pages: 1 2 3"),
        keep=("3 of 12 boats sank.", "1 2 3 4"),
        where=Where.STARTS,
        max_words=20,
    ),
    Rule(
        "furniture.rating",
        Strength.SURE,
        "counts the stars that readers gave",
        whole(
            r"\d(?:[.,]\d+)?\s*/\s*(?:5|10)\s*(?:stars?)?\s*[-–—(]*\s*\(?\d+\s*(?:reviews?|votes?|ratings?)"
            r"|average\s+rating\s+\d(?:[.,]\d+)?\s*/\s*(?:5|10)\.?\s*vote\s+count:?\s*\d+"
        ),
        frozenset({NUMBER, "average"}),
        drop=("4.5/5 - (12 votes)", "0/5 (0 Reviews)", "Average rating 4.5 / 5. Vote count: 12"),
        keep=("4/5 of the votes were counted.",),
        where=Where.STARTS,
        max_words=10,
    ),
    Rule(
        "furniture.shortcode",
        Strength.SURE,
        "is a code that should have become something else",
        whole(
            r"(?<=\[)/?[a-z][\w-]*(?:\s+[\w-]+=(?:[\"“”″'][^\"“”″'\]]*[\"“”″']|[^\s\]]+))+\s*/?\]"
            r"|(?<=\[)/[a-z][\w-]*\]|(?<=\[)[A-Z][A-Z\d]*(?:_[A-Z\d]+)+\]",
            CASED,
        ),
        frozenset(),
        drop=('[gallery ids="12,15"]', "[contact-form-7 id=12]", "[/caption]", "[CTA_BOX]"),
        keep=("[laughs]", "[the mayor = her father]"),
        max_words=12,
        mark="[",
    ),
    Rule(
        "furniture.report-an-error",
        Strength.SURE,
        "says how to report an error",
        holding(r"\bctrl\s*\+\s*enter\b"),
        frozenset(),
        drop=("If you find an error, highlight it and press Ctrl+Enter",),
        keep=("Press Ctrl and Enter, it said.",),
        max_words=25,
        mark="Ctrl",
    ),
    Rule(
        "furniture.image-in-markdown",
        Strength.SURE,
        "is a picture in Markdown",
        whole(r"(?<=!\[)[^\[\]]{0,200}\]\([^()\s]{1,300}\)"),
        frozenset(),
        drop=("![The quay](https://harbourpost.example/quay.jpg)",),
        keep=("She wrote ![The quay] on the wall.",),
        max_words=40,
        mark="![",
    ),
    Rule(
        "furniture.listed-links",
        Strength.SURE,
        "counts the links of a list",
        whole(r"list\s+(?:of\s+\d{1,2}\s+items?|\d{1,2}\s+of\s+\d{1,2})"),
        words("list"),
        drop=("list 2 of 3", "list of 4 items"),
        keep=("List 3 of 4 reasons, the examiner wrote.",),
        where=Where.STARTS,
        max_words=4,
    ),
    Rule(
        "furniture.marker",
        Strength.SURE,
        "marks a place for a program",
        whole(r"sbb-itb-[0-9a-f]{6,16}"),
        frozenset(),
        drop=("sbb-itb-5c0ffee",),
        keep=("sbb-itb",),
        max_words=1,
        mark="sbb-itb-",
    ),
    Rule(
        "furniture.code",
        Strength.HINT,
        "is left over from the code of the page",
        holding(
            r"\{\s*[\w-]+\s*:[^{}]{1,200}[;}]|\bfunction\s*\(|\bvar\s+\w+\s*=|\bwindow\.\w+"
            r"|\bdocument\.\w+\(|\A[\[{]\"\w+\":",
            CASED,
        ),
        frozenset(),
        drop=(".st0{fill:#fff;}",),
        keep=("The sign read {open} all night.",),
        max_words=400,
        mark="{",
    ),
    Rule(
        "furniture.menu",
        Strength.HINT,
        "a row of short names divided by bars",
        whole(r"[^|.!?]{2,30}(?:\|[^|.!?]{2,30}){2,}"),
        frozenset(),
        drop=("News | Sport | Weather | Traffic",),
        keep=("He said | she said",),
        max_words=40,
        mark="|",
    ),
    Rule(
        "furniture.edit-hangs",
        Strength.SURE,
        "the link to edit a section hangs on its heading",
        hanging(r"\s*\[\s*edit(?:\s*\|\s*edit\s+source)?\s*\]\s*\Z"),
        frozenset(),
        drop=("History[edit]",),
        keep=("They printed [edit] where his name had stood.",),
        max_words=20,
        mark="edit",
    ),
    Rule(
        "furniture.out-of-date",
        Strength.SURE,
        "says how old the page is",
        opening(
            r"this\s+(?:article|post|page|story|content|guide)\s+is\s+(?:over|more\s+than|at\s+least|about"
            r"|older\s+than)\s+[\w-]{1,9}\s+(?:months?|years?)(?:\s+old)?\b"
        ),
        words("this"),
        drop=("This post is over 3 years old. It may be out of date.",),
        keep=("This story is a century old and more, and they tell it still.",),
        where=Where.STARTS,
        max_words=45,
    ),
    Rule(
        "furniture.lorem-ipsum",
        Strength.SURE,
        "is the text of an empty template",
        opening(r"lorem\s+ipsum\s+dolor\b"),
        words("lorem"),
        drop=("Lorem ipsum dolor sit amet, consectetur adipiscing elit.",),
        keep=("Lorem ipsum is what printers call it.",),
        where=Where.STARTS,
    ),
)
