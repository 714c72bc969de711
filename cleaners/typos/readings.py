"""What an unknown word may have been: a word spelt right, two words, or one with its neighbour.

Each reading carries the facts that `cleaners.typos.weights` judges it by; nothing is decided here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from cleaners.typos.lexicon import MIN_ZIPF_OF_A_READING, Lexicon
from cleaners.typos.sights import Sight
from cleaners.typos.slips import SLIPS, remains_of, slip_between
from cleaners.typos.vocabulary import MIN_ZIPF_OF_A_NAME, Vocabulary

# Readings of one word that are weighed; the right one was never further down.
MAX_SPELLINGS = 6
MAX_SPLITS = 4
# The same names come up in many pages; so many unknown words take about 5 MB.
MAX_WORDS_REMEMBERED = 20_000
# Tenths of zipf of a spelling that counts as a rival of another.
MIN_ZIPF_OF_A_RIVAL = 30
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
    """``after`` may be what was meant. ``kind`` names the trees that weigh it; ``slip`` is how it
    became what stands, and for a join, on which side of the word the other part is.
    """

    kind: Literal["spelling", "split", "join"]
    after: str
    slip: str


class Way(NamedTuple):
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
    typed = remains_of(suspects)
    for known in (words.lexicon.beside, remains_of(sorted(words.proven))):
        for word, meant in known.beside(typed):
            found[word][meant] = slip_between(meant, word)
    return found


def splits_of(word: str, words: Vocabulary) -> Sequence[Way]:
    """The pairs of words that make ``word`` when no space parts them, likeliest first; the first
    may be a name.
    """
    ways = known_splits(word, words.lexicon)
    proven = [
        _way(word, place, words.lexicon)
        for place in range(1, len(word))
        if (word[:place] in words.proven or word[place:] in words.proven)
        and words.is_name(word[:place])
        and words.is_word(word[place:])
    ]
    return sorted({*ways, *proven}, key=_likeliest) if proven else ways


@lru_cache(MAX_WORDS_REMEMBERED)
def known_splits(word: str, lexicon: Lexicon) -> Sequence[Way]:
    """The pairs of known words that make ``word``, likeliest first."""
    known = lexicon.known
    ways = [
        _way(word, place, lexicon)
        for place in range(1, len(word))
        if known.get(word[place:], 0) >= MIN_ZIPF_OF_A_READING
        and lexicon.zipf(word[:place]) >= MIN_ZIPF_OF_A_NAME
    ]
    return sorted(ways, key=_likeliest)


def _way(word: str, place: int, lexicon: Lexicon) -> Way:
    first, second = word[:place], word[place:]
    rarer = min(lexicon.zipf(first), lexicon.zipf(second))
    return Way(first, second, rarer, lexicon.pair(first, second) + rarer)


def _likeliest(way: Way) -> tuple[int, int]:
    return -way.likeness, len(way.first)


_ENDINGS = tuple(
    "s es ed d ing er ers ly y ness able less ish ism ist like ization ize izes ized izing est ful "
    "al ally ity ment ments ings ability ification r rs ists ies ier iest in n i a o".split()
)
BEGINNINGS = tuple(
    "re un non pre over under micro multi anti de dis in inter out sub super co bio cyber eco nano "
    "neo photo post pro semi tele up ultra mid mis electro hydro geo hyper crypto auto mega mini "
    "counter cross fore back down e a be".split()
)
MIN_LETTERS_OF_A_STEM = 3
MIN_LETTERS_OF_A_ROOT = 5


def derived(word: str, lexicon: Lexicon) -> int:
    """How common the word is that ``word`` is made from by a usual beginning or ending; or 0."""
    stems = [word.removesuffix(end) for end in _ENDINGS if word.endswith(end)]
    stems += [stem + "e" for stem in stems]
    stems += [stem[:-1] + "y" for stem in stems if stem.endswith("i")]
    stems += [stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1]]
    stems += [word.removeprefix(start) for start in BEGINNINGS if word.startswith(start)]
    known = lexicon.known
    return max((known.get(s, 0) for s in stems if len(s) >= MIN_LETTERS_OF_A_STEM), default=0)


def is_prefixed(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is one that is known with a usual beginning ("debounce", "reinfest")."""
    return any(
        lexicon.known.get(word.removeprefix(start), 0) >= MIN_ZIPF_OF_A_READING
        for start in BEGINNINGS
        if word.startswith(start) and 1 < len(start) <= len(word) - MIN_LETTERS_OF_A_ROOT
    )


# The facts, in the order in which the model is given them.
AROUND = tuple(
    "zipf length here listed foreign name strangest strange derived capital begins hyphened "
    "capital_before capital_after words_of_line strange_around zipf_before zipf_after".split()
)
SPELLING = tuple(
    "transposed dropped doubled extra adjacent other new_zipf new_here new_named first_changed "
    "last_changed pair_before pair_after old_pair_before old_pair_after rivals rival_zipf "
    "rival_pairs split new_strangest new_strange zipf_margin pairs_margin of_a_double "
    "only_vowels new_kin rival_kin old_kin".split()
)
SPLIT = tuple(
    "first_zipf second_zipf first_length second_length first_here second_here pair_inside "
    "pair_before pair_after spelling_zipf splits rival_split first_known second_known first_name "
    "first_named reports first_joins second_joins".split()
)
JOIN = tuple(
    "whole_zipf other_zipf other_length whole_here other_here pair_parts pair_before pair_after "
    "left spelling_zipf other_known whole_known split other_strangest other_strange".split()
)
NOTHING_BESIDE = -1


def commonest(found: Iterable[str], lexicon: Lexicon) -> list[str]:
    """The spellings that are weighed."""
    return sorted(found, key=lambda new: (-lexicon.zipf(new), new))[:MAX_SPELLINGS]


def fitting(sight: Sight, found: Iterable[str], words: Vocabulary) -> list[str]:
    """The right spellings that may have been meant, commonest first; of a name those that fit its
    capital.
    """
    ranked = commonest(found, words.lexicon)
    return [new for new in ranked if not sight.capital or fits_capital(sight, new, words)]


def spelling_facts(
    sight: Sight, words: Vocabulary, found: Mapping[str, str], split: int
) -> dict[str, tuple[float, ...]]:
    """The facts of the right spellings that may have been meant."""
    lexicon = words.lexicon
    meant = fitting(sight, found, words)
    if not meant:
        return {}
    ranked = commonest(found, lexicon)
    pairs = {new: _pairs(sight, new, new, lexicon) for new in ranked}
    around = _around(sight, words)
    old = _pairs(sight, sight.word, sight.word, lexicon)
    kin = {new: kin_here(new, words) for new in ranked}
    old_kin = kin_here(sight.word, words)
    facts: dict[str, tuple[float, ...]] = {}
    for new in meant:
        rivals = [other for other in ranked if other != new]
        rival_zipf = max(map(lexicon.zipf, rivals), default=0)
        rival_pairs = max((sum(pairs[other]) for other in rivals), default=0)
        facts[new] = (
            *around,
            *(found[new] == slip for slip in SLIPS),
            lexicon.zipf(new),
            words.times(new),
            words.named(new),
            new[0] != sight.word[0],
            new[-1] != sight.word[-1],
            *pairs[new],
            *old,
            sum(lexicon.zipf(other) >= MIN_ZIPF_OF_A_RIVAL for other in rivals),
            rival_zipf,
            rival_pairs,
            split,
            *_strangeness(new, lexicon),
            lexicon.zipf(new) - rival_zipf,
            sum(pairs[new]) - rival_pairs,
            *_letters_changed(new, sight.word),
            kin[new],
            max((kin[other] for other in rivals), default=0),
            old_kin,
        )
    return facts


_FORMS = ("s", "es", "ed", "d", "ing", "er", "r", "ly", "y")


def kin_here(word: str, words: Vocabulary) -> int:
    """How often other forms of a word stand in the document ("owner" for "owners")."""
    times = words.times
    stems = {word.removesuffix(form) for form in _FORMS} - {word}
    forms = sum(times(word + form) for form in _FORMS)
    return forms + sum(times(stem) for stem in stems if len(stem) >= MIN_LETTERS_OF_A_STEM)


@lru_cache(MAX_WORDS_REMEMBERED)
def _letters_changed(new: str, old: str) -> tuple[bool, bool]:
    """Whether the words differ by one letter of a double, and by vowels only."""
    of_a_double = re.sub(_TWICE, r"\1", new) == re.sub(_TWICE, r"\1", old)
    return of_a_double, new.translate(_NO_VOWELS) == old.translate(_NO_VOWELS)


_TWICE = r"(.)\1"
_NO_VOWELS = str.maketrans("", "", "aeiouy")


def fits_capital(sight: Sight, new: str, words: Vocabulary) -> bool:
    """A name is only read as another that stands in the document; a first word of a sentence also
    as a common word.
    """
    if words.named(new):
        return True
    sentence = sight.begins and sight.words_of_line >= MIN_WORDS_OF_A_SENTENCE
    return sentence and words.lexicon.known.get(new, 0) >= MIN_ZIPF_OF_A_FIRST_WORD


def split_facts(
    sight: Sight, words: Vocabulary, ways: Sequence[Way], spelling: int
) -> dict[Way, tuple[float, ...]]:
    """The facts of the pairs of words that may have been meant, likeliest first."""
    if not ways:
        return {}
    lexicon = words.lexicon
    around = _around(sight, words)
    return {
        way: (
            *around,
            lexicon.zipf(way.first),
            lexicon.zipf(way.second),
            len(way.first),
            len(way.second),
            words.times(way.first),
            words.times(way.second),
            way.likeness - way.rarer,
            *_pairs(sight, way.first, way.second, lexicon),
            spelling,
            len(ways),
            max((other.rarer for other in ways if other != way), default=0),
            way.first in lexicon.known,
            way.second in lexicon.known,
            lexicon.names.get(way.first),
            words.named(way.first) if sight.capital else 0,
            way.second in REPORTING_VERBS,
            way.first in JOINING_WORDS,
            way.second in JOINING_WORDS,
        )
        for way in ways[:MAX_SPLITS]
    }


def joins_of(sight: Sight, words: Vocabulary) -> Iterator[Reading]:
    """The word and its neighbour on either side as one word that a stray space parted."""
    known = words.lexicon.known
    if sight.before and not sight.capital and sight.before + sight.word in known:
        yield Reading("join", sight.before + sight.word, "before")
    if sight.after and not sight.capital_after and sight.word + sight.after in known:
        yield Reading("join", sight.word + sight.after, "after")


def join_facts(
    sight: Sight, words: Vocabulary, reading: Reading, beside: tuple[int, int]
) -> tuple[float, ...]:
    """The facts of a join; ``beside`` holds how common the best spelling and the best split of the
    word alone are.
    """
    lexicon = words.lexicon
    whole, left = reading.after, reading.slip == "before"
    other = sight.before if left else sight.after
    pair_before, pair_after = _pairs(sight, whole, whole, lexicon)
    return (
        *_around(sight, words),
        lexicon.zipf(whole),
        lexicon.zipf(other),
        len(other),
        words.times(whole),
        words.times(other),
        lexicon.pair(*((other, sight.word) if left else (sight.word, other))),
        NOTHING_BESIDE if left else pair_before,
        pair_after if left else NOTHING_BESIDE,
        left,
        beside[0],
        other in lexicon.known,
        whole in lexicon.known,
        beside[1],
        *_strangeness(other, lexicon),
    )


def _around(sight: Sight, words: Vocabulary) -> tuple[float, ...]:
    lexicon = words.lexicon
    zipf, *alone = _alone(sight.word, lexicon)
    return (
        zipf,
        len(sight.word),
        words.times(sight.word),
        *alone,
        sight.capital,
        sight.begins,
        sight.hyphened,
        sight.capital_before,
        sight.capital_after,
        sight.words_of_line,
        words.strangeness(sight.place),
        lexicon.zipf(sight.before) if sight.before else NOTHING_BESIDE,
        lexicon.zipf(sight.after) if sight.after else NOTHING_BESIDE,
    )


@lru_cache(MAX_WORDS_REMEMBERED)
def _alone(word: str, lexicon: Lexicon) -> tuple[int, ...]:
    """What the language says of a word, whatever stands around it."""
    return (
        lexicon.zipf(word),
        lexicon.listed.get(word),
        lexicon.foreign.get(word),
        lexicon.names.get(word),
        *_strangeness(word, lexicon),
        derived(word, lexicon),
    )


@lru_cache(MAX_WORDS_REMEMBERED)
def _strangeness(word: str, lexicon: Lexicon) -> tuple[int, int]:
    return lexicon.strangeness(word)


def _pairs(sight: Sight, first: str, second: str, lexicon: Lexicon) -> tuple[int, int]:
    """How often the words beside are seen with the word, or with the first and second of two."""
    return (
        lexicon.pair(sight.before, first) if sight.before else NOTHING_BESIDE,
        lexicon.pair(second, sight.after) if sight.after else NOTHING_BESIDE,
    )
