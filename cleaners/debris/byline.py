"""Who wrote it and when: bylines, date lines, reading times, author notes."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile

from cleaners.debris.finders import CASED, opening, whole
from cleaners.debris.names import DAYS, MONTHS, NAMES, ZONES
from cleaners.debris.rule import NUMBER, Finder, Rule, Span, words
from cleaners.model import Category, Strength, Where

# "By Ana Rios, Piet de Vries and Olena Koval, special correspondents" is about the longest seen;
# with dates and reading time twice that.
MAX_WORDS_OF_A_BYLINE = 24
MAX_WORDS_BESIDE_A_DATE = 9
# "By April Stone" is a byline, "By April Prices Had Doubled" a heading in capitals.
MAX_WORDS_OF_A_NAME_LIKE_A_MONTH = 3
_ABOUT_TIME = (
    MONTHS
    | DAYS
    | ZONES
    | words(
        "published posted updated reviewed created modified issued date last first originally on at"
        " of and read reading time est estimated min mins minute minutes hour hours day days week"
        " weeks month months year years ago to by-line · • | - – — / , & views view"
        " comments comment"
    )
    # What stands beside a date in other languages.
    | words(
        "stand zuletzt aktualisiert veröffentlicht am um montag dienstag mittwoch donnerstag"
        " freitag samstag sonntag lesezeit minuten"
        " publié publiée mis mise à jour modifié modifiée temps lecture lundi mardi mercredi"
        " jeudi vendredi samedi dimanche heures"
        " publicado publicada actualizado actualizada las hora lectura lunes martes miércoles"
        " jueves viernes sábado domingo h ar hrs"
        " pubblicato aggiornato alle ore minuti minuto lunedì martedì mercoledì giovedì venerdì"
        " sabato domenica"
        " atualizado atualizada em às há horas segunda-feira terça-feira quarta-feira quinta-feira"
        " sexta-feira"
        " gepubliceerd bijgewerkt aangepast geplaatst op om uur leestijd maandag dinsdag woensdag"
        " donderdag vrijdag zaterdag zondag"
        " data utworzenia publikacji publikacja opublikowano aktualizacja godz r roku minuty"
        " czytania poniedziałek wtorek środa czwartek piątek sobota niedziela"
        " опубликовано обновлено дата публикации в мск г г. года понедельник вторник среда четверг"
        " пятница суббота воскресенье время чтения мин минуты минут"
        " опубліковано оновлено дата публікації о об р р. року понеділок вівторок середа четвер"
        " п'ятниця субота неділя час читання хв хвилини хвилин"
        " oluşturulma güncelleme güncellenme tarihi son dk okuma"
        " objavljeno ažurirano izmenjeno u h"
        " laatste update dernière última última actualización ultimo aggiornamento"
        " publicerad uppdaterad kl publiceret opdateret publisert oppdatert"
        " aktualizováno vydáno publicat actualizat giriş δημοσιεύθηκε ενημερώθηκε ώρα"
    )
)
# Before a date, or between the names of a writer.
_PARTICLES = words("a de da di do du le la el il den den.")
_DAY_OF_A_DATE = re.compile(r"\d{1,2}(?:st|nd|rd|th)?,?\Z", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_NUMERIC_DATE = re.compile(r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}")
_TIME_OF_DAY = re.compile(r"\d{1,2}[:.h]\d\d(?:cet|uhr|h)?\Z")
_MINUTES = re.compile(r"\d[:.h]\d\d")
_ZONE_SHIFT = re.compile(r"(?:gmt|utc)[+−-]\d{1,2}(?::?\d\d)?\Z")
# "By Ana Rios2 min read".
_STUCK_READING_TIME = re.compile(r"(?<=[^\W\d_])(?=\d{1,2} min)")
_EDGES = '.,:;|•·()[]–—-/*"“”'
_BY = words("by von par por di de door від автор autor autore auteur")
_BEFORE_NAMES = _BY | words("written posted words story text published author reviewed edited")
# Before "by", or before the names themselves.
_WRITTEN = words(
    "written posted words story text geschrieben rédigé écrit escrito redactado scritto texto"
)
# Begin names as well: "Di Stefano", "De Rode Duivels".
_BEGINS_NAMES = words("De Di")
_BETWEEN_NAMES = words("and & | / , with und et y e de da di van von der al bin el la le du the")
_SENTENCE_ENDS = (".", "!", "?")
# An initial ends in a full stop too ("J."), and so does "Jr."
MAX_CHARS_OF_AN_ABBREVIATION = 3


_ROLE = (
    r"(?:reporter|writer|editor|journalist|correspondent|columnist|blogger|contributor|author"
    r"|freelancer?|producer|co-?founder|strategist|copywriter)"
)
_A_ROLE = re.compile(rf"(?:senior|chief|staff|news|{_ROLE})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A line that states a time: its words about time, and what it says beside them."""

    time: tuple[str, ...]
    beside: tuple[str, ...]


@lru_cache(maxsize=1)
def _dated(text: str) -> _Dated | None:
    """The words of a line, sorted; ``None`` when it states neither a date nor a reading time. The
    last answer is kept because several rules ask it of the same line.
    """
    time: list[str] = []
    beside: list[str] = []
    states_time = month = clock = False
    for word, bare, is_of_time in _sorted(text):
        if is_of_time:
            time.append(bare)
            states_time = states_time or bare in ("ago", "read", "reading") or _is_year(bare)
            month, clock = month or bare in MONTHS, clock or bool(_TIME_OF_DAY.match(bare))
        else:
            beside.append(word)
    states_time = states_time or (month and clock)
    if all(word in _PARTICLES for word in beside):
        beside = []
    return _Dated(tuple(filter(None, time)), tuple(beside)) if states_time else None


def _sorted(text: str) -> Iterator[tuple[str, str, bool]]:
    """Each word as it stands and bare, and whether it may be of a date or of a reading time."""
    said = text.split()
    for place, word in enumerate(said):
        bare = word.lower().strip(_EDGES)
        yield word, bare, _is_of_time(bare) and not (bare in MONTHS and _is_given(said, place))


def _is_given(said: Sequence[str], place: int) -> bool:
    """Whether a month is somebody's given name: it stands before a surname (“Jan Weber”, “April
    Stone”), and no day of the month stands before it.
    """
    before, word, after = said[place - 1 : place], said[place], said[place + 1 : place + 2]
    return (
        word.isalpha()
        and word[0].isupper()
        and not any(day[0].isdigit() for day in before)
        and any(name[0].isupper() and not _is_of_time(name.lower().strip(_EDGES)) for name in after)
    )


def _is_of_time(word: str) -> bool:
    """Whether a word, or a mark between words, may be of a date or of a reading time: a figure, but
    for shares, a time zone or a word that stands beside them.
    """
    if not word or word in _ABOUT_TIME:
        return True
    return (word[0].isdigit() and word[-1] != "%") or bool(_ZONE_SHIFT.match(word))


def _beside_the_time(text: str) -> Iterator[str]:
    """What a line says beside its date and its reading time, with the “and” between two names."""
    joining: tuple[str, ...] | None = None
    for word, bare, is_of_time in _sorted(text):
        if not is_of_time:
            yield from (*(joining or ()), word)
            joining = ()
        elif joining is not None:
            joining = (word,) if bare == "and" else ()


def _is_year(word: str) -> bool:
    return bool(_YEAR.match(word) or _NUMERIC_DATE.match(word))


def _when(is_it: Callable[[_Dated], bool]) -> Finder:
    def find(text: str) -> Iterable[Span]:
        return ((0, len(text)),) if (dated := _dated(text)) and is_it(dated) else ()

    return find


def _dated_to_the_minute(text: str) -> Iterable[Span]:
    """The whole text when it states a time of day with its date, and nothing beside."""
    return _when_it_was(text) if _MINUTES.search(text) else ()


def _is_date(time: tuple[str, ...]) -> bool:
    """Whether these words are one date and no more: nothing of publishing or of reading."""
    words = [word for word in time if word not in DAYS]
    if len(words) == 1:
        return bool(_NUMERIC_DATE.fullmatch(words[0])) or words[0].isdigit()
    return all(word in MONTHS or _DAY_OF_A_DATE.match(word) or _YEAR.match(word) for word in words)


def _only_time(dated: _Dated) -> bool:
    return not dated.beside and not _is_date(dated.time)


def _only_date(dated: _Dated) -> bool:
    return not dated.beside and _is_date(dated.time) and not "".join(dated.time).isdigit()


def _by_and_time(dated: _Dated) -> bool:
    first, *names = dated.beside or ("",)
    return (
        first.lower().strip(_EDGES) in _BY
        and 0 < len(names) <= MAX_WORDS_BESIDE_A_DATE
        and not any(map(_ends_sentence, names))
    )


def _names_and_time(dated: _Dated) -> bool:
    return 0 < len(dated.beside) <= MAX_WORDS_BESIDE_A_DATE and _all_names(dated.beside)


def _ends_sentence(word: str) -> bool:
    return word.endswith(_SENTENCE_ENDS) and len(word) > MAX_CHARS_OF_AN_ABBREVIATION


def _all_names(beside: Sequence[str]) -> bool:
    """Whether these words are names and what stands between names."""
    bare = [word.strip(_EDGES) for word in beside]
    return bare[0][:1].isupper() and all(
        word[:1].isupper() or word in _BETWEEN_NAMES or not word for word in bare
    )


def by_name(text: str) -> Iterator[Span]:
    """“By” and names, and nothing else; a day or a month is no name."""
    first, *names = text.replace(":", ": ").split()
    if names and first.lower().strip(_EDGES) in _WRITTEN:
        first, *names = names
    if (
        first.lower().strip(_EDGES) in _BY
        and names
        and _begin_with_a_name(names)
        and _all_names(names)
        and not any(map(_ends_sentence, names[:-1]))
        and first not in _BEGINS_NAMES
    ):
        yield 0, len(text)


def _begin_with_a_name(names: Sequence[str]) -> bool:
    """Whether the first word is no day and no month, or a month that is somebody's given name."""
    first = names[0].lower().strip(_EDGES)
    if first in MONTHS:
        ends = (place for place, name in enumerate(names) if name in _BETWEEN_NAMES)
        return _is_given(names, 0) and next(ends, len(names)) <= MAX_WORDS_OF_A_NAME_LIKE_A_MONTH
    return first not in DAYS


def names_in(text: str) -> str | None:
    """Who wrote it, by a byline: what it says beside “by”, dates and reading times.

    >>> names_in("By Ana Rios and Piet de Vries | March 3, 2024 | 4 min read")
    'Ana Rios and Piet de Vries'
    >>> names_in("By Jan Weber | March 3, 2024")
    'Jan Weber'
    """
    text = _STUCK_READING_TIME.sub(" ", text)
    dated = _dated(text)
    if dated and not dated.beside:
        return None
    said = list(_beside_the_time(text)) if dated else text.split()
    names = list(dropwhile(lambda word: word.lower().strip(_EDGES) in _BEFORE_NAMES, said))
    while names and not names[-1].strip(_EDGES):
        names.pop()
    # A desk is no name, but behind "by" it wrote the story; a role alone is never one.
    if (
        not names
        or all(_A_ROLE.fullmatch(word.strip(_EDGES)) for word in names)
        or all(word.lower().strip(_EDGES) in _NOBODY for word in names)
        or (len(names) == len(said) and not _all_names(names))
    ):
        return None
    return " ".join(names).strip(" ,|·•-–—/:")


# Labels and links that stand where a name would.
_NOBODY = words(
    "date contact us last updated listen published share topics contributor by more this"
)
_when_it_was = _when(_only_time)
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
        Category.BYLINE,
        Strength.SURE,
        "“By” and a name on a line of their own",
        by_name,
        words("by von par por di de door від автор autor autore auteur") | _WRITTEN,
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
        Category.BYLINE,
        Strength.SURE,
        "names the writer beside the date or the reading time",
        _when(_by_and_time),
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
        Category.BYLINE,
        Strength.HINT,
        "a name beside the date or the reading time",
        _when(_names_and_time),
        _CUES,
        drop=("Ana Rios | March 3, 2024", "Ana Rios 4 min read"),
        keep=("Ana Rios was born on March 3, 1984.",),
        max_words=MAX_WORDS_OF_A_BYLINE,
    ),
    Rule(
        "byline.date-line",
        Category.BYLINE,
        Strength.SURE,
        "says when it was published or how long it takes to read",
        _when(_only_time),
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
        Category.BYLINE,
        Strength.HINT,
        "a date on a line of its own",
        _when(_only_date),
        MONTHS,
        drop=("March 3, 2024", "Monday, 4 March 2024"),
        keep=("March 3, 2024: the bridge opens",),
        max_words=6,
    ),
    Rule(
        "byline.numeric-date",
        Category.BYLINE,
        Strength.HINT,
        "a date on a line of its own",
        _when(_only_date),
        frozenset({NUMBER}),
        drop=("2024-03-04", "04/03/2024"),
        keep=("2024", "1:2"),
        where=Where.STARTS,
        max_words=2,
    ),
    Rule(
        "byline.numeric-date-and-time",
        Category.BYLINE,
        Strength.SURE,
        "says when it was published",
        _dated_to_the_minute,
        frozenset({NUMBER}),
        drop=("03.03.2026 16:12", "16:12 03.03.2026", "3 мар, 16:12"),
        keep=("2026", "16:12", "2/1/2026 | -1.0%"),
        where=Where.STARTS,
        max_words=6,
    ),
    Rule(
        "byline.author-note",
        Category.BYLINE,
        Strength.HINT,
        "tells about the author",
        opening(
            rf"{NAMES}\ (?:is|was|has\ been)\ (?:(?:an?|the|our|also|currently)\ )+"
            rf"[^.]{{0,60}}?\b{_ROLE}\b",
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
        Category.BYLINE,
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
        Category.BYLINE,
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
        Category.BYLINE,
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
        Category.BYLINE,
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
        Category.BYLINE,
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
        Category.BYLINE,
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
        Category.BYLINE,
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
        "byline.time-of-day",
        Category.BYLINE,
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
        Category.BYLINE,
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
        Category.BYLINE,
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
        Category.BYLINE,
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
        Category.BYLINE,
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
