"""The features by which `cleaners.typos.weights` judges the readings of an unknown word."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from cleaners.typos.lexicon import Lexicon
from cleaners.typos.occurrences import Occurrence
from cleaners.typos.readings import (
    BEGINNINGS,
    JOINING_WORDS,
    MAX_SPLITS,
    MAX_WORDS_REMEMBERED,
    REPORTING_VERBS,
    Reading,
    Split,
    commonest,
    fitting,
)
from cleaners.typos.slips import SLIPS
from cleaners.typos.vocabulary import Vocabulary

# Tenths of zipf of a spelling that counts as a rival of another.
MIN_ZIPF_OF_A_RIVAL = 30
# The features, in the order in which the model is given them.
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


_ENDINGS = tuple(
    "s es ed d ing er ers ly y ness able less ish ism ist like ization ize izes ized izing est ful "
    "al ally ity ment ments ings ability ification r rs ists ies ier iest in n i a o".split()
)
MIN_LETTERS_OF_A_STEM = 3


def derived(word: str, lexicon: Lexicon) -> int:
    """How common the word is that ``word`` is made from by a usual beginning or ending; or 0."""
    stems = [word.removesuffix(end) for end in _ENDINGS if word.endswith(end)]
    stems += [stem + "e" for stem in stems]
    stems += [stem[:-1] + "y" for stem in stems if stem.endswith("i")]
    stems += [stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1]]
    stems += [word.removeprefix(start) for start in BEGINNINGS if word.startswith(start)]
    known = lexicon.known
    return max((known.get(s, 0) for s in stems if len(s) >= MIN_LETTERS_OF_A_STEM), default=0)


def spelling_features(
    occurrence: Occurrence, words: Vocabulary, found: Mapping[str, str], split: int
) -> dict[str, tuple[float, ...]]:
    """The features of the right spellings that may have been meant."""
    lexicon = words.lexicon
    meant = fitting(occurrence, found, words)
    if not meant:
        return {}
    ranked = commonest(found, lexicon)
    pairs = {new: _pairs(occurrence, new, new, lexicon) for new in ranked}
    around = _around(occurrence, words)
    old = _pairs(occurrence, occurrence.word, occurrence.word, lexicon)
    kin = {new: kin_here(new, words) for new in ranked}
    old_kin = kin_here(occurrence.word, words)
    features: dict[str, tuple[float, ...]] = {}
    for new in meant:
        rivals = [other for other in ranked if other != new]
        rival_zipf = max(map(lexicon.zipf, rivals), default=0)
        rival_pairs = max((sum(pairs[other]) for other in rivals), default=0)
        features[new] = (
            *around,
            *(found[new] == slip for slip in SLIPS),
            lexicon.zipf(new),
            words.times(new),
            words.named(new),
            new[0] != occurrence.word[0],
            new[-1] != occurrence.word[-1],
            *pairs[new],
            *old,
            sum(lexicon.zipf(other) >= MIN_ZIPF_OF_A_RIVAL for other in rivals),
            rival_zipf,
            rival_pairs,
            split,
            *_strangeness(new, lexicon),
            lexicon.zipf(new) - rival_zipf,
            sum(pairs[new]) - rival_pairs,
            *_letters_changed(new, occurrence.word),
            kin[new],
            max((kin[other] for other in rivals), default=0),
            old_kin,
        )
    return features


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


def split_features(
    occurrence: Occurrence, words: Vocabulary, splits: Sequence[Split], spelling: int
) -> dict[Split, tuple[float, ...]]:
    """The features of the pairs of words that may have been meant, likeliest first."""
    if not splits:
        return {}
    lexicon = words.lexicon
    around = _around(occurrence, words)
    return {
        split: (
            *around,
            lexicon.zipf(split.first),
            lexicon.zipf(split.second),
            len(split.first),
            len(split.second),
            words.times(split.first),
            words.times(split.second),
            split.likeness - split.rarer,
            *_pairs(occurrence, split.first, split.second, lexicon),
            spelling,
            len(splits),
            max((other.rarer for other in splits if other != split), default=0),
            split.first in lexicon.known,
            split.second in lexicon.known,
            lexicon.names.get(split.first),
            words.named(split.first) if occurrence.capital else 0,
            split.second in REPORTING_VERBS,
            split.first in JOINING_WORDS,
            split.second in JOINING_WORDS,
        )
        for split in splits[:MAX_SPLITS]
    }


def join_features(
    occurrence: Occurrence, words: Vocabulary, reading: Reading, beside: tuple[int, int]
) -> tuple[float, ...]:
    """The features of a join; ``beside`` holds how common the best spelling and the best split of
    the word alone are.
    """
    lexicon = words.lexicon
    whole, left = reading.after, reading.slip == "before"
    other = occurrence.before if left else occurrence.after
    pair_before, pair_after = _pairs(occurrence, whole, whole, lexicon)
    return (
        *_around(occurrence, words),
        lexicon.zipf(whole),
        lexicon.zipf(other),
        len(other),
        words.times(whole),
        words.times(other),
        lexicon.pair(*((other, occurrence.word) if left else (occurrence.word, other))),
        NOTHING_BESIDE if left else pair_before,
        pair_after if left else NOTHING_BESIDE,
        left,
        beside[0],
        other in lexicon.known,
        whole in lexicon.known,
        beside[1],
        *_strangeness(other, lexicon),
    )


def _around(occurrence: Occurrence, words: Vocabulary) -> tuple[float, ...]:
    lexicon = words.lexicon
    zipf, *alone = _alone(occurrence.word, lexicon)
    return (
        zipf,
        len(occurrence.word),
        words.times(occurrence.word),
        *alone,
        occurrence.capital,
        occurrence.begins,
        occurrence.hyphened,
        occurrence.capital_before,
        occurrence.capital_after,
        occurrence.words_of_line,
        words.strangeness(occurrence.place),
        lexicon.zipf(occurrence.before) if occurrence.before else NOTHING_BESIDE,
        lexicon.zipf(occurrence.after) if occurrence.after else NOTHING_BESIDE,
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


def _pairs(occurrence: Occurrence, first: str, second: str, lexicon: Lexicon) -> tuple[int, int]:
    """How often the words beside are seen with the word, or with the first and second of two."""
    return (
        lexicon.pair(occurrence.before, first) if occurrence.before else NOTHING_BESIDE,
        lexicon.pair(second, occurrence.after) if occurrence.after else NOTHING_BESIDE,
    )
