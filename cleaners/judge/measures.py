"""What is measured of the paragraphs of some documents before anything is judged."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaners.arrays.pages import Column, Flags, Pages
from cleaners.arrays.words import Ints, Words

# Places for the words of one document; a document has some hundreds of different words.
VOCABULARY_BITS = 12
# Words this rare, of 15, say what a page is about.
MIN_RARITY_OF_A_TOPIC = 5


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured of some documents' paragraphs, before anything is judged.

    ``line`` is the row that each word stands in, ``place`` its place in the vocabulary of its
    document, ``rarity`` how rare it is.
    """

    pages: Pages
    words: Words
    line: Ints
    place: Ints
    rarity: NDArray[np.uint8]
    count: Ints
    wording: Ints
    prose: Flags
    heading: Flags
    ends: Flags

    def met(self, lines: Flags) -> Ints:
        """How often each place of the vocabularies is met in these lines."""
        return np.bincount(self.place[lines[self.line]], minlength=self.places)

    @property
    def places(self) -> int:
        """The places in the vocabularies of all documents."""
        return (len(self.pages.bounds) - 1) << VOCABULARY_BITS


def share(part: Column, whole: Column) -> Column:
    """Part of a whole, 0 where there is no whole."""
    return part / np.maximum(whole, 1)
