"""The words in the class and id names of elements, and how they weigh for or against body."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaners.arrays.words import Hashes, Ints, Spelling, pairs, spell
from cleaners.judge.wording import places

# Places for the words of class and id names: some thousands of them recur from site to site.
NAME_BITS = 15


@dataclass(frozen=True, slots=True)
class Naming:
    """Weights of the words in class and id names, for or against body: of the innermost element
    around a text (``own``), and of each element around it (``around``).
    """

    own: NDArray[np.int8]
    around: NDArray[np.int8]


def name_terms(names: Sequence[str]) -> tuple[Spelling, Hashes, Hashes]:
    """The words of some names, and the hashes they are weighed by: words, and pairs of words."""
    words = spell(names)
    return words, words.hashes, pairs(words)


def name_places(hashes: Hashes) -> Ints:
    """The place of each hash in a table of weights of names."""
    return places(hashes, NAME_BITS)
