"""Where words stand that no lexicon knows, and what each may be read as there; which reading is
believed is for `cleaners.typos.words`.
"""

import csv
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from cleaners.typos.copy import Copy
from cleaners.typos.features import join_features, spelling_features, split_features
from cleaners.typos.lexicon import Lexicon
from cleaners.typos.occurrences import Occurrence, free_spots, lone_letters, occurrence_of
from cleaners.typos.readings import (
    MAX_SPLITS,
    Reading,
    Split,
    fitting,
    joins_of,
    spellings_of,
    splits_of,
)
from cleaners.typos.thresholds import may_end_name
from cleaners.typos.tokens import Spot
from cleaners.typos.vocabulary import Vocabulary

MIN_LETTERS = 3
# Tenths of zipf below which a word of large dictionaries is as likely a typo.
MIN_ZIPF_OF_A_LISTED_WORD = 25
# No typo is in a longer word, but junk is.
LONGEST_WORD = 30
# A capital after a letter or a comma and a space begins no sentence.
_WORD_AFTER = re.compile(r" (?P<word>[a-z]+)")
_OPENING = "(“‘\"'—–-"
_IN_SENTENCE = re.compile(r"[a-z,] ")

Features = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One place of an unknown word, and what it may be read as.

    ``found`` are all words that it may be misspelt from, with the slips, ``splits`` all that it may
    be parted into. ``beside`` holds how common the best of both are.
    """

    occurrence: Occurrence
    readings: tuple[Reading, ...]
    found: Mapping[str, str]
    splits: Sequence[Split]
    beside: tuple[int, int]


def cases_of(copy: Copy, words: Vocabulary) -> Iterator[Case]:
    """The places of unknown words that may be read otherwise."""
    spots = {
        word: free
        for word, places in words.unknown.items()
        if is_suspect(word) and (free := free_spots(copy.text, word, places))
    }
    whole = [word for word in spots if _is_whole(word, words.lexicon)]
    found = spellings_of(whole, words)
    for word, places in spots.items():
        if words.lexicon.listed.get(word):
            dropped = {new: slip for new, slip in found.get(word, {}).items() if slip == "dropped"}
            yield from _cases_of(copy, _Word(word, places, dropped, ()), words)
        else:
            splits = splits_of(word, words) if word in found else []
            yield from _cases_of(copy, _Word(word, places, found.get(word, {}), splits), words)
    for occurrence in lone_letters(copy):
        if joins := _joins(copy, occurrence, words):
            yield Case(occurrence, joins, {}, (), (0, 0))


def is_suspect(word: str) -> bool:
    """Whether a word may be a typo at all: no exception, and English letters."""
    return word.isascii() and len(word) <= LONGEST_WORD and word not in allowed()


def _is_whole(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may be misspelt or two words, and not only a part of one; what stands in large
    dictionaries is right, but for words that are hardly ever seen.
    """
    if len(word) < MIN_LETTERS or word in lexicon.known:
        return False
    return not lexicon.listed.get(word) or lexicon.rare.get(word) < MIN_ZIPF_OF_A_LISTED_WORD


@cache
def allowed() -> frozenset[str]:
    """The words that look like typos and are none."""
    rows = (resources.files("cleaners.typos") / "allowed.csv").read_text("utf-8").splitlines()
    return frozenset(row["word"] for row in csv.DictReader(rows))


@dataclass(frozen=True, slots=True)
class _Word:
    """An unknown word, where it stands, and what it may be read as wherever it stands."""

    word: str
    spots: Sequence[Spot]
    found: Mapping[str, str]
    splits: Sequence[Split]


def _cases_of(copy: Copy, unknown: _Word, words: Vocabulary) -> Iterator[Case]:
    occurrences = [
        occurrence
        for spot in unknown.spots
        if _may_be_joined(copy.text, spot, unknown.word, words.lexicon.known)
        or _is_hopeful(copy, spot, unknown, words)
        if (occurrence := occurrence_of(copy, spot))
    ]
    found = unknown.found
    if all(occurrence.capital and not occurrence.begins for occurrence in occurrences):
        # All that a name may be read as is another name of the document.
        found = {new: slip for new, slip in found.items() if words.times(new)}
    beside = max(map(words.lexicon.zipf, found), default=0), _best_split(unknown.splits)
    for occurrence in occurrences:
        splits = [
            split for split in unknown.splits if occurrence.capital or words.is_word(split.first)
        ]
        spelt = (Reading("spelling", new, found[new]) for new in fitting(occurrence, found, words))
        parted = (Reading("split", " ".join(split[:2]), "fused") for split in splits[:MAX_SPLITS])
        if readings := (*_joins(copy, occurrence, words), *spelt, *parted):
            yield Case(occurrence, readings, found, splits, beside)


def _may_be_joined(text: str, spot: Spot, word: str, known: Container[str]) -> bool:
    """Whether the word and one beside it are a known word together."""
    after = _WORD_AFTER.match(text, spot.end)
    if after and word + after["word"] in known:
        return True
    begin = text.rfind(" ", max(0, spot.start - LONGEST_WORD), spot.start - 1) + 1
    before = text[begin : spot.start - 1].lstrip(_OPENING).lower()
    return before + word in known


def _is_hopeful(copy: Copy, spot: Spot, unknown: _Word, words: Vocabulary) -> bool:
    """Whether any of the readings could convince here, however likely it is found."""
    if not unknown.found and not unknown.splits:
        return False
    if copy.text[spot.start].islower():
        return True
    begins = not _IN_SENTENCE.match(copy.text, spot.start - 2)
    lexicon, word = words.lexicon, unknown.word
    if begins and not lexicon.names.get(word):
        return True
    return any(
        words.named(new) and (begins or words.is_mostly_name(new)) for new in unknown.found
    ) or any(
        words.named(split.first) if begins else may_end_name(split, word, words)
        for split in unknown.splits[:MAX_SPLITS]
    )


def _best_split(splits: Iterable[Split]) -> int:
    """How common the rarer word is where an unknown one is best parted."""
    return max(
        (split.rarer for split in splits if min(len(split.first), len(split.second)) > 1), default=0
    )


def _joins(copy: Copy, occurrence: Occurrence, words: Vocabulary) -> tuple[Reading, ...]:
    return tuple(
        join
        for join in joins_of(occurrence, words)
        if not words.lexicon.foreign.get(
            occurrence.before if join.slip == "before" else occurrence.after
        )
        and _is_plainly_parted(copy.text[slice(*span_of(occurrence, join))], join.after)
    )


def _is_plainly_parted(parted: str, whole: str) -> bool:
    """Whether a string is the word with a space in it, with a capital at most at its beginning."""
    joined = parted.replace(" ", "")
    return joined.lower() == whole and joined[1:].islower()


def features_of(case: Case, words: Vocabulary) -> Iterator[Features]:
    """The features that each of the readings of a case is weighed by."""
    occurrence, beside = case.occurrence, case.beside
    for reading in case.readings:
        if reading.kind == "join":
            yield join_features(occurrence, words, reading, beside)
    yield from spelling_features(occurrence, words, case.found, _best_split(case.splits)).values()
    yield from split_features(occurrence, words, case.splits, beside[0]).values()


def span_of(occurrence: Occurrence, reading: Reading) -> tuple[int, int]:
    """What of the text a reading replaces."""
    if reading.kind == "join" and reading.slip == "before":
        return occurrence.start - len(occurrence.before) - 1, occurrence.end
    if reading.kind == "join":
        return occurrence.start, occurrence.end + len(occurrence.after) + 1
    return occurrence.start, occurrence.end
