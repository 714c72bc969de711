"""Where a text was taken from: the credits of agencies, the papers that printed it first."""

from cleaners.debris.finders import CASED, hanging, holding, opening, whole
from cleaners.debris.names import MONTHS, any_of
from cleaners.debris.rule import ANY_LENGTH, Rule, words
from cleaners.model import Strength, Where

_CREDITS = (
    r"(?i:(?:additional\s+|with\s+)?(?:reporting|writing|editing|compiled|translated|production"
    r"|graphics?|research|rewriting)(?:\s+and\s+(?:writing|editing|reporting))?\s+by|edited\s+by)"
)
_TEXT = r"(?:article|story|post|piece|report|essay|content|interview|column)"
_SOURCE = r"(?:source|sources|fuente|quelle|fonte|источник|джерело|źródło|bron)"

RULES = (
    Rule(
        "source.wire-credits",
        Strength.SURE,
        "says who reported and edited for the agency",
        opening(rf"{_CREDITS}\s+[A-ZÀ-Ž][^!?]{{2,200}}\Z", CASED),
        words(
            "reporting writing editing compiled translated additional with edited production"
            " research rewriting graphics graphic"
        ),
        drop=(
            "(Reporting by Ana Rios in Sant Pol; Editing by Piet Vries)",
            "Additional reporting by Olena Koval",
        ),
        keep=("Reporting by phone is how she began.",),
        where=Where.STARTS,
        max_words=50,
    ),
    Rule(
        "source.wire-credits-hang",
        Strength.SURE,
        "the credits of an agency hang on a good paragraph",
        hanging(
            rf"(?<=[.!?”’\"])\s*[\(\[]{_CREDITS}\s+[A-ZÀ-Ž][^()]{{2,200}}[\)\]]?\W*\Z",
            CASED,
        ),
        words("reporting writing editing compiled translated additional"),
        drop=("The bridge stays shut, he said. (Reporting by Ana Rios; Editing by Piet Vries)",),
        keep=("He liked the reporting by the Post (and said so).",),
        max_words=ANY_LENGTH,
    ),
    Rule(
        "source.trailer",
        Strength.SURE,
        "names the site the text was taken from",
        whole(rf"{_SOURCE}:[^\W_]{{3,40}}|{_SOURCE}\s*:\s*(?:https?://|www\.)\S{{1,200}}"),
        frozenset(),
        drop=("source:harbourpost", "Source: https://harbourpost.example/bridge"),
        keep=("Source: the harbour office", "Source:"),
        max_words=3,
        mark=":",
    ),
    Rule(
        "source.numbered-address",
        Strength.SURE,
        "is the address behind a note",
        whole(r"(?<=\[)\d{1,3}\]\s*(?:https?://\S{4,300}[\s;,]*){1,9}"),
        frozenset(),
        drop=("[12] https://harbourpost.example/2026/03/bridge",),
        keep=("[12] See https://harbourpost.example for the bridge",),
        max_words=9,
        mark="://",
    ),
    Rule(
        "source.of-a-paper",
        Strength.HINT,
        "names a paper by its number",
        holding(r"\bdoi:?\s?10\.\d{4}|https?://(?:dx\.)?doi\.org/10\."),
        frozenset(),
        drop=(
            "Ana Rios et al. 2026. On the birds of Varde. Sea & Shore; doi: 10.1000/sea.2026.12",
        ),
        keep=("Each paper has a number, its doi, he said: 10 digits and more.",),
        mark="doi",
    ),
    Rule(
        "source.pages-of-a-journal",
        Strength.HINT,
        "names a paper by the pages of its journal",
        holding(
            r"(?:19|20)\d\d(?:\s\w{3}(?:[-–]\w{3})?)?(?:\s\d{1,2})?;\s?\d{1,4}\(\d{1,3}(?:[-–]\d{1,3})?\)"
            r":\s?e?\d"
        ),
        frozenset(),
        drop=("Rios A, Vries P. Birds on quays. Sea Shore. 2026 Jan-Feb;12(3):37-43.",),
        keep=("They met in 2026; 12 (3): the rest is in the notes.",),
        mark="):",
    ),
    Rule(
        "source.accessed",
        Strength.SURE,
        "says when a source was read",
        holding(
            r"\b(?:accessed|retrieved|viewed)\s+(?:on\s+)?(?:\d{1,2}\s+)?[a-z]{3,9}\.?\s+"
            r"(?:\d{1,2},\s+)?(?:19|20)\d\d\W*\Z"
        ),
        frozenset(),
        drop=(
            "“Find a Berth.” Port of Varde, https://varde.example/berths. Accessed 3 Mar. 2026.",
        ),
        keep=("The wreck, at https://varde.example/wreck, was retrieved in March 2026.",),
        mark="://",
    ),
    Rule(
        "source.named",
        Strength.HINT,
        "names a source",
        whole(rf"(?:{_SOURCE}|via)\s*:\s*\w[\w.’'&-]*(?:\s+[\w.’'&-]+){{0,4}}"),
        words("source sources fuente quelle fonte источник джерело źródło bron via"),
        drop=("Source: The Harbour Post",),
        keep=("Source: they would not say, and nobody dared to ask them twice that day.",),
        where=Where.STARTS,
        max_words=6,
    ),
    Rule(
        "source.first-appeared",
        Strength.HINT,
        "says where the text first appeared",
        holding(
            rf"\b(?:this|the|version\s+of\s+this)\s+{_TEXT}\s+(?:(?:was|has\s+been|is)\s+)?"
            r"(?:originally|first|also|re)[\s-]*(?:published|appeared|posted|printed|ran)"
            r"|\A\W*(?:originally|first)\s+(?:published|posted|appeared)\s+(?:on|in|at|by)\b"
            r"|\bpublished\s+from\s+a\s+(?:syndicated|wire|news\s+agency)|\bappeared\s+first\s+on\b"
        ),
        words("originally appeared republished syndicated wire published"),
        drop=("This article was originally published in the Harbour Post.",),
        keep=("The first report on the harbour appeared in March.",),
        max_words=50,
    ),
    Rule(
        "source.feed",
        Strength.SURE,
        "says which site the feed was taken from",
        opening(r"the\s+(?:post|article)\s.{1,200}\s(?:appeared\s+first|first\s+appeared)\s+on\s"),
        words("appeared"),
        drop=("The post Ten bridges to walk appeared first on Harbour Weekly.",),
        keep=("The post office of Sant Pol first appeared in a novel in 1931.",),
        max_words=50,
    ),
    Rule(
        "source.reprinted",
        Strength.SURE,
        "names the paper that printed it first",
        whole(
            rf"(?i:this\s+{_TEXT}\s+(?:is\s+|was\s+|has\s+been\s+)?(?:originally\s+|first\s+)?"
            r"(?:appeared|published|republished|reprinted|ran))\s+(?:in|on|by|from|with\s+permission)"
            rf"\s+(?i:the\s+)?(?!{any_of(x.title() for x in MONTHS)})[A-Z].{{2,200}}",
            CASED,
        ),
        words("appeared published republished reprinted ran"),
        drop=(
            "This story originally appeared in Harbour Weekly.",
            "This article is republished from The Harbour under a Creative Commons license.",
        ),
        keep=(
            "This article was originally published in April 2020.",
            "This story first appeared in the logs of three ships, none of which came home.",
        ),
        max_words=60,
    ),
    Rule(
        "source.published-as",
        Strength.SURE,
        "says under which headline it was printed first",
        opening(r"originally\s+published\s+as\s+\S[^!?]{8,200}\Z"),
        words("originally"),
        drop=("Originally published as Best early deals on oars in 2026",),
        keep=("Originally published as a joke! The plan of the bridge was soon law.",),
        where=Where.STARTS,
        max_words=30,
    ),
    Rule(
        "source.version",
        Strength.SURE,
        "says where another version of the text was printed",
        opening(
            rf"an?\s+(?:(?:earlier|longer|shorter|previous|different|abridged)\s+)?version\s+of\s+this\s+{_TEXT}"
            r"\s+(?:(?:was|has|is)\s+)?(?:been\s+)?(?:first\s+|originally\s+|previously\s+|also\s+)?"
            r"(?:appeared|appears|ran|published|posted)\b"
        ),
        words("a an"),
        drop=("A version of this story appeared in Sea & Shore, Vol 12, Issue 3.",),
        keep=("A version of this story is told in every harbour.",),
        where=Where.STARTS,
        max_words=40,
    ),
    Rule(
        "source.made-with",
        Strength.SURE,
        "says with whom the text was made",
        opening(
            rf"this\s+{_TEXT}\s+(?:[\w’'-]+\s+){{0,5}}?(?:was|is|has\s+been)\s+[^.!?]{{0,60}}?"
            r"(?:(?:produced|developed|created|published|reported|made|prepared|co-published)\s+(?:in"
            r"\s+(?:partnership|collaboration|association|cooperation)\s+with|with\s+(?:the\s+)?(?:support"
            r"|help)\s+(?:of|from))|made\s+possible\s+by|and\s+(?:produced|published|edited)\s+by"
            r"|(?:supported|funded)\s+by\s+(?:the|a\s+grant))\b"
        ),
        words("this"),
        drop=(
            "This story was developed in partnership with Harbour Foods by our brand studio.",
            "This story about quays was written by Ana Rios and produced by The Harbour Post, a"
            " nonprofit newsroom.",
        ),
        keep=("This story was published in the winter that the harbour froze.",),
        where=Where.STARTS,
        max_words=60,
    ),
    Rule(
        "source.written-by",
        Strength.SURE,
        "names who wrote the text",
        whole(
            rf"(?i:this\s+{_TEXT}\s+was\s+originally\s+written\s+by)\s+[A-Z][^.!?]{{2,80}}", CASED
        ),
        words("this"),
        drop=("This article was originally written by Ana Rios.",),
        keep=("This story was originally written by hand.",),
        where=Where.STARTS,
        max_words=16,
    ),
    Rule(
        "source.of-an-episode",
        Strength.SURE,
        "says who made the broadcast",
        opening(
            r"(?i:(?:this|today['’]s)\s+(?:episode|podcast|show|story|piece|segment|interview|video)\s+was"
            r"(?:\s+\w+)?\s+(?:produced|edited|engineered|mixed|hosted|recorded|fact[-\s]checked|adapted)"
            r"(?:\s+(?:and|for)\s+\w+)?\s+(?:for\s+[^.!?]{2,30}\s)?by)\s+[A-Z]",
            CASED,
        ),
        words("this today's"),
        drop=("This episode was produced by Ana Rios. The audio engineer was Piet Vries.",),
        keep=("This story was edited by a man who had never been at sea.",),
        where=Where.STARTS,
        max_words=60,
    ),
    Rule(
        "source.corrected",
        Strength.SURE,
        "corrects the text",
        opening(
            r"(?:correction|clarification)s?"
            r"(?:\s+(?:on\s+)?[a-z]{3,9}\.?\s\d[^:]{0,25}|,[^:!?]{0,50}|\s+\([^()]{0,40}\))?\s*:"
        ),
        words("correction corrections clarification clarifications"),
        drop=("Clarification, 3 March 2026, 8:05 p.m.: The ferry is thirty years old.",),
        keep=("Corrections officers of the prison: two of them stayed.",),
        where=Where.STARTS,
    ),
    Rule(
        "source.of-a-release",
        Strength.SURE,
        "says whose press release it is",
        whole(r"SOURCE:?\s+[A-Z][\w.,’'& -]{2,60}|(?i:for\s+immediate\s+release)", CASED),
        words("source for"),
        drop=("SOURCE Lodestar Inc.", "FOR IMMEDIATE RELEASE"),
        keep=(
            "Source code was printed in the paper.",
            "For immediate release of the crew they paid.",
        ),
        where=Where.STARTS,
        max_words=9,
    ),
    Rule(
        "source.before-a-story",
        Strength.SURE,
        "names the network above its story",
        whole(r"[A-Z][\w.’]{1,20}(?:\s[A-Z][\w.]{1,20})?\s(?:—|--)", CASED),
        words("— --"),
        drop=("Harbour —", "Harbour TV —"),
        # A short dash follows what begins an item of a list in bold.
        keep=("She said nothing —", "Clay Soil –"),
        where=Where.ENDS,
        max_words=3,
    ),
    Rule(
        "source.posted-from",
        Strength.SURE,
        "names the paper that printed it first",
        whole(
            r"(?:cross[-\s]?posted|re-?posted|re-?published|re-?printed|excerpted)\s+"
            r"(?:with\s+permission\s+)?(?:from|by|courtesy\s+of)\s[^.!?]{2,100}"
        ),
        words("cross-posted crossposted cross reposted re-posted republished reprinted excerpted"),
        drop=("Cross-posted from the Harbour Post.",),
        keep=("Reprinted by hand, from wood, it sold for a year. Then the block cracked.",),
        where=Where.STARTS,
        max_words=15,
    ),
    Rule(
        "source.with-inputs",
        Strength.SURE,
        "names the agencies it draws on",
        opening(r"with\s+(?:inputs?|files|agency\s+inputs|reporting|material)\s+(?:from|by)\b"),
        words("with"),
        drop=("(With inputs from agencies)", "— With files from Ana Rios"),
        keep=("With files under her arm she left.",),
        where=Where.STARTS,
        max_words=12,
    ),
)
