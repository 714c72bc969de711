"""What an unknown word may have been: a word spelt right, two words, or one with its neighbour.

Which is likeliest is for `cleaners.typos.weights`, by their features.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from cleaners.typos.lexicon import MIN_ZIPF_OF_A_READING, Lexicon
from cleaners.typos.occurrences import Occurrence
from cleaners.typos.slips import deletions_of, slip_between
from cleaners.typos.vocabulary import MIN_ZIPF_OF_A_NAME, Vocabulary

# Readings of one word that are weighed; the right one was never further down.
MAX_SPELLINGS = 6
MAX_SPLITS = 4
# The same names come up in many pages; so many unknown words take about 5 MB.
MAX_WORDS_REMEMBERED = 20_000
# A line this long is a sentence, and its first word has a capital for that alone.
MIN_WORDS_OF_A_SENTENCE = 6
MIN_ZIPF_OF_A_FIRST_WORD = 35

REPORTING_VERBS = frozenset(
    "said says told added noted wrote explained argued warned called announced confirmed tweeted "
    "insisted claimed stated recalled replied testified acknowledged admitted asked reported "
    "suggested concluded continued agreed responded joked quipped".split()
)


# What follows a name most often, and so runs together with it where a link was lost.
AFTER_NAMES = REPORTING_VERBS.union(
    "and is of to for in with has are on can will was who from also by that at have as could had "
    "were may would after".split()
)

# Small words that join others; nearly every lost space stands beside one of them. Two words of
# which neither is one may be a compound as easily.
JOINING_WORDS = frozenset(
    """
    a about after again all also always am an and any are around as at be because been before being
    between both but by can could did do does done down during each either even ever every few for
    from get had has have having he her here him his how however i if in into is it its just less
    like many may me might more most much must my need never no nor not now of off often on once one
    only or other our out over own per rather same she should since so some soon still such than
    that the their them then there these they this those through to too two under until up upon us
    very via was we were what when where whether which while who whom whose why will with within
    without would yet you your
    """.split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What may have been meant: the words ``after``.

    ``kind`` names the trees that weigh it; ``slip`` is how it became what stands, and for a join,
    on which side of the word the other part is.
    """

    kind: Literal["spelling", "split", "join"]
    after: str
    slip: str


class Split(NamedTuple):
    """Two words that make one without the space; ``rarer`` is how common the rarer of them is,
    ``likeness`` how much they are like two words side by side.
    """

    first: str
    second: str
    rarer: int = 0
    likeness: int = 0


def spellings_of(suspects: Sequence[str], words: Vocabulary) -> dict[str, dict[str, str]]:
    """The words that one slip could have turned into each of the suspects, with the slip."""
    found: dict[str, dict[str, str]] = {word: {} for word in suspects}
    typed = deletions_of(suspects)
    for known in (words.lexicon.beside, deletions_of(sorted(words.proven))):
        for word, meant in known.beside(typed):
            found[word][meant] = slip_between(meant, word)
    return found


def splits_of(word: str, words: Vocabulary) -> Sequence[Split]:
    """The pairs of words that make ``word`` when no space parts them, likeliest first; the first
    may be a name.
    """
    splits = known_splits(word, words.lexicon)
    proven = [
        _split(word, place, words.lexicon)
        for place in range(1, len(word))
        if (word[:place] in words.proven or word[place:] in words.proven)
        and words.is_name(word[:place])
        and words.is_word(word[place:])
    ]
    return sorted({*splits, *proven}, key=_likeliest) if proven else splits


@lru_cache(MAX_WORDS_REMEMBERED)
def known_splits(word: str, lexicon: Lexicon) -> Sequence[Split]:
    """The pairs of known words that make ``word``, likeliest first."""
    known = lexicon.known
    splits = [
        _split(word, place, lexicon)
        for place in range(1, len(word))
        if known.get(word[place:], 0) >= MIN_ZIPF_OF_A_READING
        and lexicon.zipf(word[:place]) >= MIN_ZIPF_OF_A_NAME
    ]
    return sorted(splits, key=_likeliest)


def _split(word: str, place: int, lexicon: Lexicon) -> Split:
    first, second = word[:place], word[place:]
    rarer = min(lexicon.zipf(first), lexicon.zipf(second))
    return Split(first, second, rarer, lexicon.pair(first, second) + rarer)


def _likeliest(split: Split) -> tuple[int, int]:
    return -split.likeness, len(split.first)


BEGINNINGS = tuple(
    "re un non pre over under micro multi anti de dis in inter out sub super co bio cyber eco nano "
    "neo photo post pro semi tele up ultra mid mis electro hydro geo hyper crypto auto mega mini "
    "counter cross fore back down e a be".split()
)
MIN_LETTERS_OF_A_ROOT = 5


def is_prefixed(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is one that is known with a usual beginning ("debounce", "reinfest")."""
    return any(
        lexicon.known.get(word.removeprefix(start), 0) >= MIN_ZIPF_OF_A_READING
        for start in BEGINNINGS
        if word.startswith(start) and 1 < len(start) <= len(word) - MIN_LETTERS_OF_A_ROOT
    )


def commonest(found: Iterable[str], lexicon: Lexicon) -> list[str]:
    """The spellings that are weighed."""
    return sorted(found, key=lambda new: (-lexicon.zipf(new), new))[:MAX_SPELLINGS]


def fitting(occurrence: Occurrence, found: Iterable[str], words: Vocabulary) -> list[str]:
    """The right spellings that may have been meant, commonest first; of a name those that fit its
    capital.
    """
    ranked = commonest(found, words.lexicon)
    return [new for new in ranked if not occurrence.capital or fits_capital(occurrence, new, words)]


def fits_capital(occurrence: Occurrence, new: str, words: Vocabulary) -> bool:
    """A name is only read as another that stands in the document; a first word of a sentence also
    as a common word.
    """
    if words.named(new):
        return True
    sentence = occurrence.begins and occurrence.words_of_line >= MIN_WORDS_OF_A_SENTENCE
    return sentence and words.lexicon.known.get(new, 0) >= MIN_ZIPF_OF_A_FIRST_WORD


def joins_of(occurrence: Occurrence, words: Vocabulary) -> Iterator[Reading]:
    """The word and its neighbour on either side as one word that a stray space parted."""
    known = words.lexicon.known
    if (
        occurrence.before
        and not occurrence.capital
        and occurrence.before + occurrence.word in known
    ):
        yield Reading("join", occurrence.before + occurrence.word, "before")
    if (
        occurrence.after
        and not occurrence.capital_after
        and occurrence.word + occurrence.after in known
    ):
        yield Reading("join", occurrence.word + occurrence.after, "after")
