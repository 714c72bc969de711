"""How likely a reading of an unknown word is right, by trees grown on damage made on purpose.

The trees are grown by `training.typos`; they know no word, only the facts of
`cleaners.typos.readings`.
"""

import gzip
import math
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parent / "data" / "en.weights.gz"


class Fork(NamedTuple):
    """A question to one fact: the way goes ``low`` at the threshold or below, ``high`` above it."""

    fact: int
    threshold: float
    low: "Fork | float"
    high: "Fork | float"


# Most readings are hopeless after a few trees; later trees never brought one back from here.
TREES_BEFORE_GIVING_UP = 25
HOPELESS = -3.0


def likelihood(kind: str, facts: Sequence[float]) -> float:
    """The probability that a reading is right (0..1); 0.0 where it is hopeless at first sight."""
    total = 0.0
    for count, tree in enumerate(_forests()[kind]):
        node = tree
        while isinstance(node, Fork):
            fact, threshold, low, high = node
            node = low if facts[fact] <= threshold else high
        total += node
        if count == TREES_BEFORE_GIVING_UP and total < HOPELESS:
            return 0.0
    return 1 / (1 + math.exp(-total))


@cache
def _forests() -> dict[str, list[Fork | float]]:
    """The trees of each kind of reading. They are packed as one row of words a tree: a leaf is its
    value, a fork "?" with the fact and the threshold, before both its ways.
    """
    forests: dict[str, list[Fork | float]] = {}
    rows = gzip.decompress(FILE.read_bytes()).decode().splitlines()
    for row in rows:
        kind, *words = row.split()
        forests.setdefault(kind, []).append(_grown(iter(words)))
    return forests


def _grown(words: Iterator[str]) -> Fork | float:
    word = next(words)
    if word != "?":
        return float(word)
    fact, threshold = int(next(words)), float(next(words))
    return Fork(fact, threshold, _grown(words), _grown(words))
