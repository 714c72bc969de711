"""What the words of a line say: weights of words and word pairs, learned, summed as whole numbers;
and how rare each word is.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaners.arrays.words import FIRST, LAST, Hashes, Words, mixed, pairs

# 131,072 places: at 65,536 too many phrases shared one, more gained nothing on folds.
PLACE_BITS = 17
RARITY_BITS = 16


@dataclass(frozen=True, slots=True)
class Wording:
    """What words say, by the place of their hash: ``weights`` are for or against body, ``rarity``
    is 0 to 15.
    """

    weights: NDArray[np.int8]
    rarity: NDArray[np.uint8]


def places(hashes: Hashes, bits: int) -> NDArray[np.int64]:
    """The place of each hash in a table of ``2**bits``."""
    return (hashes >> np.uint64(64 - bits)).astype(np.int64)


def terms(words: Words) -> tuple[Hashes, Hashes]:
    """The hashes that a line is judged by: one a word and one a pair of words.

    The pair of the last word is that of the end of the line; the first word counts twice, once as
    the beginning of a line.
    """
    edges = pairs(words)
    filled = words.sizes > 0
    ends = words.bounds[1:][filled] - 1
    edges[ends] = mixed(words.hashes[ends] ^ LAST)
    return words.hashes, edges


def openings(words: Words) -> tuple[Hashes, NDArray[np.bool_]]:
    """The hash of each line's first word as an opening, and which lines have one."""
    filled = words.sizes > 0
    return mixed(words.hashes[words.bounds[:-1][filled]] ^ FIRST), filled


# A line is told by its first words; in a longer one only the pairs at its ends are telling.
MAX_TELLING_WORDS = 80
MAX_WORDS_OF_TELLING_PAIRS = 14


def telling_terms(words: Words) -> tuple[Hashes, NDArray[np.int64]]:
    """The hashes of the terms each line is known by, and the line of each, in the order of lines:
    its words, its pairs of words where it is short, and its opening.
    """
    hashes, lines = telling_terms_by_kind(words)
    order = np.argsort(lines, kind="stable")
    return hashes[order], lines[order]


def telling_terms_by_kind(words: Words) -> tuple[Hashes, NDArray[np.int64]]:
    """The telling terms of all lines, kind by kind."""
    single, double = terms(words)
    opening, filled = openings(words)
    line = words.text_of_word()
    place = np.arange(len(line)) - words.bounds[line]
    telling = place < MAX_TELLING_WORDS
    size = words.sizes[line]
    edge = (place == 0) | (place == size - 1)
    paired = telling & (edge | (size <= MAX_WORDS_OF_TELLING_PAIRS))
    lines = np.concatenate([line[telling], line[paired], np.flatnonzero(filled)])
    return np.concatenate([single[telling], double[paired], opening]), lines


def score(words: Words, wording: Wording) -> NDArray[np.int64]:
    """The sum of the weights of each line's words, pairs, beginning and end."""
    single, double = terms(words)
    weights = wording.weights
    each = weights[places(single, PLACE_BITS)].astype(np.int32)
    each += weights[places(double, PLACE_BITS)]
    total = words.per_text(each)
    first, filled = openings(words)
    total[filled] += weights[places(first, PLACE_BITS)]
    return total


def rarity(words: Words, wording: Wording) -> NDArray[np.uint8]:
    """How rare each word is: 0 for the commonest, 15 for one not met in training."""
    return wording.rarity[places(words.hashes, RARITY_BITS)]
