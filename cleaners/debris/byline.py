"""Who wrote it and when: bylines, date lines, reading times, author notes."""

from cleaners.debris.dated import only_date, only_time, stating, to_the_minute
from cleaners.debris.finders import CASED, holding, opening, whole
from cleaners.debris.names import MONTHS, NAMES
from cleaners.debris.rule import NUMBER, Rule, words
from cleaners.debris.writers import BY, ROLE, WRITTEN, by_and_time, by_name, names_and_time
from cleaners.model import Strength, Where

# "By Ana Rios, Piet de Vries and Olena Koval, special correspondents" is about the longest seen;
# with dates and reading time twice that.
MAX_WORDS_OF_A_BYLINE = 24
_CUES = (
    MONTHS
    | words("published updated posted read ago date reading estimated")
    | words(
        "stand aktualisiert veröffentlicht publié publicado publicada actualizado pubblicato"
        " aggiornato atualizado gepubliceerd bijgewerkt opublikowano aktualizacja utworzenia"
        " публикации опубликовано обновлено опубліковано оновлено tarihi güncelleme objavljeno"
        " publicerad uppdaterad aktualizováno publicat actualizat"
    )
)

RULES = (
    Rule(
        "byline.by-name",
        Strength.SURE,
        "“By” and a name on a line of their own",
        by_name,
        BY | WRITTEN,
        drop=(
            "By Ana Rios",
            "By April Stone and Ana Rios",
            "By Ana Rios and Piet de Vries, Harbour Post",
            "Written by O. Koval",
            "di Ana Rios",
            "Автор: Олена Коваль",
        ),
        keep=(
            "By Monday the water had gone.",
            "By Friday evening most had left",
            "By April Prices Had Doubled Again",
            "De Rode Duivels",
        ),
        where=Where.STARTS,
        max_words=14,
    ),
    Rule(
        "byline.with-date",
        Strength.SURE,
        "names the writer beside the date or the reading time",
        stating(by_and_time),
        _CUES,
        drop=(
            "by The Harbour Post news desk March 3, 2024 8:05 AM 4 min read",
            "date 2024-03-03 By Harbour Post with AP",
        ),
        keep=("By March 3, 2024 the bridge was open. Few had believed it.",),
        max_words=MAX_WORDS_OF_A_BYLINE,
    ),
    Rule(
        "byline.name-with-date",
        Strength.HINT,
        "a name beside the date or the reading time",
        stating(names_and_time),
        _CUES,
        drop=("Ana Rios | March 3, 2024", "Ana Rios 4 min read"),
        keep=("Ana Rios was born on March 3, 1984.",),
        max_words=MAX_WORDS_OF_A_BYLINE,
    ),
    Rule(
        "byline.date-line",
        Strength.SURE,
        "says when it was published or how long it takes to read",
        stating(only_time),
        _CUES,
        drop=(
            "Published March 3, 2024 at 8:05 AM",
            "Updated: 3 March 2024 | 4 min read",
            "Last reviewed: March 3, 2024",
            "Updated 8:05 PM GMT+1, March 3, 2024",
            "3 hours ago",
        ),
        keep=("It opened on March 3, 2024, at 8:05 in the morning.", "March 3, 2024"),
        max_words=MAX_WORDS_OF_A_BYLINE,
    ),
    Rule(
        "byline.bare-date",
        Strength.HINT,
        "a date on a line of its own",
        stating(only_date),
        MONTHS,
        drop=("March 3, 2024", "Monday, 4 March 2024"),
        keep=("March 3, 2024: the bridge opens",),
        max_words=6,
    ),
    Rule(
        "byline.numeric-date",
        Strength.HINT,
        "a date on a line of its own",
        stating(only_date),
        frozenset({NUMBER}),
        drop=("2024-03-04", "04/03/2024"),
        keep=("2024", "1:2"),
        where=Where.STARTS,
        max_words=2,
    ),
    Rule(
        "byline.numeric-date-and-time",
        Strength.SURE,
        "says when it was published",
        to_the_minute,
        frozenset({NUMBER}),
        drop=("03.03.2026 16:12", "16:12 03.03.2026", "3 мар, 16:12"),
        keep=("2026", "16:12", "2/1/2026 | -1.0%"),
        where=Where.STARTS,
        max_words=6,
    ),
    Rule(
        "byline.author-note",
        Strength.HINT,
        "tells about the author",
        opening(
            rf"{NAMES}\ (?:is|was|has\ been)\ (?:(?:an?|the|our|also|currently)\ )+"
            rf"[^.]{{0,60}}?\b{ROLE}\b",
            CASED,
        ),
        words(
            "reporter writer editor journalist correspondent columnist blogger contributor author"
            " freelance freelancer producer founder co-founder strategist copywriter"
        ),
        drop=("Ana Rios is a senior reporter covering harbours for the Post.",),
        keep=("The editor who refused to print the letter is a friend of the mayor.",),
        max_words=120,
    ),
    Rule(
        "byline.author-note-abroad",
        Strength.HINT,
        "tells about the author",
        opening(
            rf"{NAMES}\ (?:ist|arbeitet|est|es|é|è|is|jest)\ (?:[\w-]+\ ){{0,3}}?(?:Redakteur"
            r"|Volontär|Journalist|Korrespondent|Autor|journaliste|rédac|redac|redatt|periodista"
            r"|giornalista|jornalista|repórter|verslagge|dziennikar|redaktor)",
            CASED,
        ),
        words(
            "redakteur redakteurin volontär volontärin korrespondent korrespondentin autorin"
            " journalistin journaliste rédacteur rédactrice redactor redactora periodista"
            " giornalista redattore redattrice jornalista redacteur verslaggever verslaggeefster"
            " dziennikarz dziennikarka redaktor"
        ),
        drop=("Ana Rios ist Redakteurin im Ressort Lokales.", "Ana Rios es redactora de Cultura."),
        keep=("Die Redakteurin Ana Rios ist die Schwester des Bürgermeisters.",),
        max_words=60,
    ),
    Rule(
        "byline.special-correspondent",
        Strength.SURE,
        "says who wrote it, and from where",
        whole(
            rf"(?:(?i:par|de|von)\s+)?{NAMES}\s+\([^()]{{0,40}}(?i:envoyée?s?\s+spécia\w+|correspondante?s?"
            r"|enviad[ao]\s+especial|corresponsal|inviat[ao]|korrespondentin?)[^()]{0,20}\)",
            CASED,
        ),
        words(
            "envoyé envoyée envoyés correspondant correspondante enviado enviada corresponsal"
            " inviato inviata korrespondent korrespondentin"
        ),
        drop=("Anna Rios (Varde, envoyée spéciale)",),
        keep=("Anna Rios (Varde) est envoyée spéciale.",),
        max_words=12,
    ),
    Rule(
        "byline.reported-from",
        Strength.SURE,
        "says who reported from where",
        whole(
            rf"(?:{NAMES}(?:,\ {NAMES}){{0,4}}(?:,?\ and\ {NAMES})?\ reported\ from\ "
            rf"{NAMES}(?:,\ {NAMES})?[.;]?\s*){{1,3}}",
            CASED,
        ),
        words("reported"),
        drop=(
            "Rios reported from Sant Pol.",
            "Rios reported from Sant Pol. Vries reported from Oslo.",
        ),
        keep=("Rios reported from Sant Pol that the bridge was shut.",),
        max_words=24,
    ),
    Rule(
        "byline.reviewed-by",
        Strength.SURE,
        "says who reviewed or checked it",
        whole(
            r"(?i:(?:medically|clinically|expert|legally)?\s*(?:reviewed|fact[-\s]checked|verified"
            rf"|checked)\s+by)\s*:?\s*{NAMES}(?:,\s*(?:[A-Z]\w?\.?){{2,4}}){{0,3}}",
            CASED,
        ),
        words("medically clinically expert legally reviewed fact fact-checked verified checked"),
        drop=("Medically reviewed by Ana Rios, MD", "Fact checked by Piet Vries"),
        keep=("Reviewed by the council in March, the plan was dropped.",),
        where=Where.STARTS,
        max_words=12,
    ),
    Rule(
        "byline.more-by",
        Strength.SURE,
        "leads to more by the author",
        whole(
            r"(?i:(?:see|read|view|browse|find)?\s*(?:all|more)\s*(?:posts|articles|stories|work)?"
            rf"\s*by)\s+{NAMES}",
            CASED,
        ),
        words("more see read view browse find all"),
        drop=("More by Ana Rios", "See all posts by Ana Rios"),
        keep=("More by luck than skill they reached the quay.",),
        where=Where.STARTS,
        max_words=10,
    ),
    Rule(
        "byline.last-updated",
        Strength.SURE,
        "says when it was last changed",
        whole(
            r"th(?:is|e)\s+(?:post|article|page|story|guide|recipe|review)\s+(?:was|has\s+been)\s+"
            r"(?:first\s+|originally\s+|last\s+)?(?:published|posted|updated|modified|reviewed)\b"
            rf"[\s,:]*(?:(?:on|in|at)\s+)?(?:(?:{'|'.join(sorted(MONTHS))}|\d{{1,2}}(?:st|nd|rd|th)?)"
            r"[\s.,]*){0,2}(?:19|20)\d\d"
        ),
        words("this the"),
        drop=("This post was last updated July 2021.",),
        keep=("This page was last updated by the harbour master, who died in 2021.",),
        where=Where.STARTS,
        max_words=14,
    ),
    Rule(
        "byline.tips",
        Strength.SURE,
        "asks for tips",
        opening(
            r"(?:got|have|do\s+you\s+have|know)\s+(?:an?\s+|any\s+|something\s+)?(?:news\s+)?(?:tips?"
            r"|stor(?:y|ies)|questions?|information|corrections?|feedback)\b[^.?!]{0,60}\?\s*"
            r"(?:do\s+you\s+have\b[^.?!]{0,90}\?\s*)?(?:please\s+)?"
            r"(?:e-?mail|contact|get\s+in|let\s+us|send|write|tell\s+us|call|submit|reach|drop|share)\b"
        ),
        words("got have do know"),
        drop=("Got a tip? Email tips@harbourpost.example",),
        keep=("Got a story? So had every sailor in the bar, and all of them were long.",),
        where=Where.STARTS,
        max_words=40,
    ),
    Rule(
        "byline.posted",
        Strength.SURE,
        "says when it was posted",
        opening(
            r"(?:posted|submitted|published|(?:first|last)\s+(?:published|posted|updated|modified))\s+"
            r"(?:(?:on|at|by)\s+)?(?:[^.!?]{2,40}?\s(?:on\s+)?)??(?:\w{3,9},?\s+)?"
            rf"(?:(?:{'|'.join(sorted(MONTHS))})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+20\d\d"
            r"|20\d\d-\d\d-\d\d|\d{1,2}/\d{1,2}/20\d\d)(?![^.!?]*[.!?]\Z)"
        ),
        words("posted submitted published first last"),
        drop=(
            "Posted by Ana Rios on Friday March 3, 2026 @08:00PM from the quay",
            "Posted on March 3, 2026March 9, 2026 in Harbours, Ferries, Islands",
            "Last updated on 2026-03-03 - history of the file",
        ),
        keep=("Posted to Varde on March 3, 2026, she learned to row.",),
        where=Where.STARTS,
        max_words=45,
    ),
    Rule(
        "byline.posted-under",
        Strength.SURE,
        "says where it was posted",
        whole(r"(?:posted|filed)\s+(?:in|under)\b:?\s*[^.!?:]{2,120}"),
        words("posted filed"),
        drop=("Posted under Ferries",),
        keep=("Posted in Varde as a clerk, she rowed. She was happy.",),
        where=Where.STARTS,
        max_words=14,
    ),
    Rule(
        "byline.two-dates",
        Strength.SURE,
        "says when it was posted and when it was changed, with no space between",
        holding(rf"\b20\d\d(?=(?:{'|'.join(sorted(MONTHS))})\.?\s\d{{1,2}},\s20\d\d)"),
        frozenset(),
        drop=("on March 3, 2026April 9, 2026Posted in Harbours",),
        keep=("It was shut on March 3, 2026 and April 9, 2026.",),
        max_words=45,
        mark=", 20",
    ),
    Rule(
        "byline.time-to-read",
        Strength.SURE,
        "says how long it takes to read",
        holding(r"\b\d{1,2}[\s-]?min(?:ute)?s?[\s-](?:of\s)?read(?:ing)?\b(?![^.!?]*[.!?]\Z)"),
        words("min mins minute minutes read reading"),
        drop=("Ana Rios March 3, 2026 — 7 minutes read", "Ferries | 4-min read | Ana Rios"),
        keep=("It was a five-minute read, but nobody read it.", "It is a 5 minute read, she said."),
        max_words=18,
    ),
    Rule(
        "byline.dated-and-signed",
        Strength.SURE,
        "says when it was published and who wrote it",
        opening(
            r"(?:\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d|20\d\d-\d\d-\d\d)[\s|•·—–-]*\s(?i:by)\s+[A-Z]"
            r"[^.!?]{2,120}\Z",
            CASED,
        ),
        frozenset({NUMBER}),
        drop=("03/03/2026 by Ana Rios, Candidate of the Harbour Committee",),
        keep=("03/03/2026 by the calendar of the ship.",),
        where=Where.STARTS,
        max_words=20,
    ),
    Rule(
        "byline.time-of-day",
        Strength.SURE,
        "says when it was published",
        whole(
            r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:at\s+)?\d{1,2}[:.]\d\d\s*[ap]\.?m\.?"
        ),
        words("monday tuesday wednesday thursday friday saturday sunday"),
        drop=("Thursday 10:52AM",),
        keep=("Thursday 10:52AM was when it froze.",),
        where=Where.STARTS,
        max_words=4,
    ),
    Rule(
        "byline.age-and-name",
        Strength.SURE,
        "says how old a story is and who wrote it, with no space between",
        whole(rf"\d{{1,2}}[dhmwy](?=[A-ZÀ-Ž]){NAMES}", CASED),
        frozenset({NUMBER}),
        drop=("17dAna Rios",),
        keep=("3d Printing",),
        where=Where.STARTS,
        max_words=5,
    ),
    Rule(
        "byline.reach",
        Strength.SURE,
        "says how to reach the writer",
        whole(
            r"(?i:e-?mail|reach|contact)\s+(?:(?i:the\s+(?:author|reporter|writer|editor))"
            rf"|{NAMES})\s+at\s+[\w.+-]+@[\w-]+\.[\w.-]+",
            CASED,
        ),
        frozenset(),
        drop=("Reach Ana Rios at rios@harbourpost.example", "Email the author at a@b.example."),
        keep=("Contact the museum at tickets@museum.example by Monday.",),
        max_words=10,
        mark="@",
    ),
    Rule(
        "byline.works-for",
        Strength.HINT,
        "tells what someone does for a living",
        opening(
            rf"{NAMES}(?:,\ [\w.]+)?,?\ (?:(?:is|was)\ (?:an?|the)\b[^.]{{0,90}}\b(?:officer"
            r"|director|professor|president|founder|consultant|attorney|analyst|fellow|partner|manager|lawyer"
            r"|researcher|specialist|coach|CEO)\b[^.]{0,40}\b(?:at|of|for|with)"
            r"|covers\ [^.]{2,60}\ (?:at|for)|writes\ (?:about|for|on))\ ",
            CASED,
        ),
        words("officer director professor president founder consultant attorney analyst fellow")
        | words("partner manager lawyer researcher specialist coach ceo covers writes"),
        drop=(
            "Ana Rios is the deputy technology officer for Harbour Systems.",
            "Ana Rios covers ferries for the Harbour Post.",
        ),
        keep=("The officer who shut the bridge is a friend of the mayor.",),
    ),
    Rule(
        "byline.address",
        Strength.SURE,
        "an e-mail address or a handle on a line of its own",
        whole(r"(?:e-?mail|twitter|contact)?\s*:?\s*(?:[\w.+-]+@[\w-]+\.[\w.-]+|@\w{2,30})"),
        frozenset(),
        drop=("Email: ana.rios@example.org", "Twitter: @anarios", "ana.rios@example.org"),
        keep=("Write to ana.rios@example.org by Monday.",),
        max_words=4,
        mark="@",
    ),
)
