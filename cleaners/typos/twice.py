"""Small words printed twice."""

from collections.abc import Iterator

import numpy as np

from cleaners.model import EditRule
from cleaners.typos.copy import Copy, Fix
from cleaners.typos.lexicon import Lexicon

WORD_TWICE = EditRule(
    "spacing.word-twice",
    "a small word printed twice",
    "It stood at the end of the the bridge.",
    "It stood at the end of the bridge.",
)
# Words that never stand twice in a row. "had had", "that that", "is is", "in in", "on on", "her
# her", "it it" do.
NEVER_TWICE = frozenset(
    "the a an of to and for with from by at my our your their its into or".split()
)
# These do stand twice ("go on on Monday", "move in in May"), but not between a word that takes no
# such word of its own and a day or a month.
_TWICE_AFTER = frozenset(
    "announced arrested born die died issued killed officials published released reporters said"
    " scheduled statement wounded".split()
)
_TWICE_BEFORE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july"
    " august september october november december".split()
)
_DATING = frozenset(("on", "in"))
# One of the two may be another small word gone wrong: "up the the hill" for "up to the hill",
# "to to top" for "to the top".
_BEFORE_A_NOUN = frozenset("the a an my our your their its".split())
_JOINING_NOUNS = ("to", "of", "in", "on", "for", "at", "with", "from", "by")
# Tenths of a decimal logarithm: so much commoner is what tells against a word printed twice.
MIN_ADVANTAGE_OF_ANOTHER_WORD = 3


def word_twice(copy: Copy) -> Iterator[Fix]:
    """A small word printed twice ("of the the bridge"); where the first may as well stand for
    another small word, both are left.

    >>> from cleaners.typos.copy import Copy
    >>> [f.because for f in word_twice(Copy("end of the the bridge", "en", None))]
    ['“the” stands twice']
    """
    if copy.language != "en":
        return
    tokens = copy.tokens
    for place in np.flatnonzero(tokens.keys[1:] == tokens.keys[:-1]).tolist():
        word = tokens.word(place)
        start, end = int(tokens.starts[place]) - 1, int(tokens.ends[place + 1]) + 1
        if (
            not _is_never_twice(word, place, copy)
            or copy.text[max(0, start) : end] != f" {word} {word} "
        ):
            continue
        if not _may_be_another(word, tokens.word(place - 1), tokens.word(place + 2), copy.lexicon):
            because = f"“{word}” stands twice"
            yield Fix(start + 1 + len(word), end - 1, "", WORD_TWICE.name, because)


def _is_never_twice(word: str, place: int, copy: Copy) -> bool:
    """Whether a word never stands twice in a row, or never in this company."""
    if word not in _DATING:
        return word in NEVER_TWICE
    tokens = copy.tokens
    if place == 0 or place + 2 >= len(tokens.starts):
        return False
    return tokens.word(place - 1) in _TWICE_AFTER and tokens.word(place + 2) in _TWICE_BEFORE


def _may_be_another(word: str, before: str, after: str, lexicon: Lexicon | None) -> bool:
    """Whether another small word fits better in the place of one of two that are the same."""
    if lexicon is None:
        return False
    if word in _BEFORE_A_NOUN:
        other = max(lexicon.pair(before, joining) for joining in _JOINING_NOUNS)
        return other >= lexicon.pair(before, word) + MIN_ADVANTAGE_OF_ANOTHER_WORD
    return word == "to" and lexicon.pair("the", after) >= lexicon.pair(word, after) > 0
