"""The words to read a document by: those of the language, and those of the document itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cleaners.typos.copy import Copy
from cleaners.typos.lexicon import MIN_ZIPF_OF_A_READING, Lexicon
from cleaners.typos.tokens import Numbers, Spot, Tokens

# Tenths of zipf of the name before a glued verb: names are rarer than words.
MIN_ZIPF_OF_A_NAME = 13
# A text with more unknown words is not of the language, or no prose.
MAX_SHARE_OF_UNKNOWN_WORDS = 0.3
MIN_UNKNOWN_WORDS_OF_A_FOREIGN_TEXT = 12
# About the words of three lines of print.
WORDS_AROUND = 20


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The words of a document beside those of its language.

    ``unknown`` are the words of the document that the language does not know or that may be
    parts of a word, with their places; ``proven`` are those that it does not know, or that are
    rare, but that could be meant since they stand here more than once or as names.

    ``strangers`` counts the words that are not known, up to each word.
    """

    lexicon: Lexicon
    tokens: Tokens
    unknown: Mapping[str, Sequence[Spot]]
    proven: frozenset[str]
    strangers: Numbers

    def times(self, word: str) -> int:
        """How often the word stands in the document."""
        return self.tokens.times(word)

    def named(self, word: str) -> int:
        """How often the word stands in the document with a capital."""
        return self.tokens.times_named(word)

    def is_word(self, word: str) -> bool:
        """Whether a word could be meant: known and not too rare, or proven here."""
        return self.lexicon.known.get(word, 0) >= MIN_ZIPF_OF_A_READING or word in self.proven

    def is_name(self, word: str) -> bool:
        """Whether a word could be a name: as a word, but rarer, or seen with a capital here."""
        return self.is_word(word) or self.lexicon.zipf(word) >= MIN_ZIPF_OF_A_NAME

    def is_mostly_name(self, word: str) -> bool:
        """Whether the word stands here with a capital at least as often as without."""
        return 2 * self.named(word) >= self.times(word)

    def strangeness(self, place: int) -> float:
        """The share of unknown words around a word."""
        first, last = (
            max(0, place - WORDS_AROUND),
            min(len(self.strangers), place + WORDS_AROUND) - 1,
        )
        return int(self.strangers[last] - self.strangers[first]) / max(1, last - first)


def vocabulary_of(copy: Copy) -> Vocabulary | None:
    """The words to read a copy by; ``None`` where there is no lexicon, or where the text is of
    another language, or no prose.
    """
    if copy.lexicon is None:
        return None
    tokens = copy.tokens
    known, levels = copy.lexicon.levels_of(tokens)
    strangers = len(known) - np.count_nonzero(known)
    if strangers > max(
        MIN_UNKNOWN_WORDS_OF_A_FOREIGN_TEXT, len(known) * MAX_SHARE_OF_UNKNOWN_WORDS
    ):
        return None
    odd = np.flatnonzero(levels < MIN_ZIPF_OF_A_READING)
    unknown = odd[levels[odd] == 0]
    spots = dict(zip(tokens.words(unknown), tokens.spots(unknown), strict=True))
    proven = odd[known[odd] | (tokens.sizes(odd) > 1) | tokens.are_named(odd)]
    strange = np.zeros(len(tokens.keys) + 1, np.int64)
    strange[1 + tokens.order[np.repeat(~known, np.diff(tokens.firsts))]] = 1
    return Vocabulary(
        copy.lexicon, tokens, spots, frozenset(tokens.words(proven)), np.cumsum(strange)
    )
