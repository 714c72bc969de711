"""Names of writers: bylines that are nothing but “by” and names, and the names in any byline."""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile

from cleaners.debris.dated import EDGES, Dated, bare, beside_the_time, dated_words, is_given_name
from cleaners.debris.names import DAYS, MONTHS
from cleaners.debris.rule import Span, words

MAX_WORDS_BESIDE_A_DATE = 9
# "By April Stone" is a byline, "By April Prices Had Doubled" a heading in capitals.
MAX_WORDS_OF_A_NAME_LIKE_A_MONTH = 3
# "By Ana Rios2 min read".
_STUCK_READING_TIME = re.compile(r"(?<=[^\W\d_])(?=\d{1,2} min)")
BY = words("by von par por di de door від автор autor autore auteur")
_BEFORE_NAMES = BY | words("written posted words story text published author reviewed edited")
# Before "by", or before the names themselves.
WRITTEN = words(
    "written posted words story text geschrieben rédigé écrit escrito redactado scritto texto"
)
# Begin names as well: "Di Stefano", "De Rode Duivels".
_BEGINS_NAMES = words("De Di")
_BETWEEN_NAMES = words("and & | / , with und et y e de da di van von der al bin el la le du the")
_SENTENCE_ENDS = (".", "!", "?")
# An initial ends in a full stop too ("J."), and so does "Jr."
MAX_CHARS_OF_AN_ABBREVIATION = 3
ROLE = (
    r"(?:reporter|writer|editor|journalist|correspondent|columnist|blogger|contributor|author"
    r"|freelancer?|producer|co-?founder|strategist|copywriter)"
)
_A_ROLE = re.compile(rf"(?:senior|chief|staff|news|{ROLE})", re.IGNORECASE)
# Labels and links that stand where a name would.
_NOBODY = words(
    "date contact us last updated listen published share topics contributor by more this"
)


def by_and_time(dated: Dated) -> bool:
    """Whether what stands beside a time is “by” and who wrote it."""
    first, *names = dated.beside or ("",)
    return (
        bare(first) in BY
        and 0 < len(names) <= MAX_WORDS_BESIDE_A_DATE
        and not any(map(_ends_sentence, names))
    )


def names_and_time(dated: Dated) -> bool:
    """Whether what stands beside a time are names."""
    return 0 < len(dated.beside) <= MAX_WORDS_BESIDE_A_DATE and _all_names(dated.beside)


def _ends_sentence(word: str) -> bool:
    return word.endswith(_SENTENCE_ENDS) and len(word) > MAX_CHARS_OF_AN_ABBREVIATION


def _all_names(beside: Sequence[str]) -> bool:
    """Whether these words are names and what stands between names."""
    names = [word.strip(EDGES) for word in beside]
    return names[0][:1].isupper() and all(
        name[:1].isupper() or name in _BETWEEN_NAMES or not name for name in names
    )


def by_name(text: str) -> Iterator[Span]:
    """“By” and names, and nothing else; a day or a month is no name."""
    first, *names = text.replace(":", ": ").split()
    if names and bare(first) in WRITTEN:
        first, *names = names
    if (
        bare(first) in BY
        and names
        and _begin_with_a_name(names)
        and _all_names(names)
        and not any(map(_ends_sentence, names[:-1]))
        and first not in _BEGINS_NAMES
    ):
        yield 0, len(text)


def _begin_with_a_name(names: Sequence[str]) -> bool:
    """Whether the first word is no day and no month, or a month that is somebody's given name."""
    first = bare(names[0])
    if first in MONTHS:
        ends = (place for place, name in enumerate(names) if name in _BETWEEN_NAMES)
        of_a_name = next(ends, len(names)) <= MAX_WORDS_OF_A_NAME_LIKE_A_MONTH
        return of_a_name and is_given_name(names, 0)
    return first not in DAYS


def names_in(text: str) -> str | None:
    """Who wrote it, by a byline: what it says beside “by”, dates and reading times.

    >>> names_in("By Ana Rios and Piet de Vries | March 3, 2024 | 4 min read")
    'Ana Rios and Piet de Vries'
    >>> names_in("By Jan Weber | March 3, 2024")
    'Jan Weber'
    """
    text = _STUCK_READING_TIME.sub(" ", text)
    dated = dated_words(text)
    if dated and not dated.beside:
        return None
    said = list(beside_the_time(text)) if dated else text.split()
    names = list(dropwhile(lambda word: bare(word) in _BEFORE_NAMES, said))
    while names and not names[-1].strip(EDGES):
        names.pop()
    # A desk is no name, but behind "by" it wrote the story; a role alone is never one.
    if (
        not names
        or all(_A_ROLE.fullmatch(word.strip(EDGES)) for word in names)
        or all(bare(word) in _NOBODY for word in names)
        or (len(names) == len(said) and not _all_names(names))
    ):
        return None
    return " ".join(names).strip(" ,|·•-–—/:")
