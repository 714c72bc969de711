"""How likely a reading of an unknown word is right, by trees grown on damage made on purpose.

The trees are grown by `training.typos`; they know no word, only the features of
`cleaners.typos.features`.
"""

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).parent / "data" / "en.weights.gz"
# A tree has at most so many questions; all are answered in one byte, of which a bit is never set.
MAX_QUESTIONS = 7
BITS = 8
# Weighed at one time: about a million answers.
ROWS = 1000
_WAYS = np.arange(1 << MAX_QUESTIONS, dtype=np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """Trees for one kind of reading: all their questions are asked at once.

    Question ``BITS * t + q`` is the ``q``-th of tree ``t``: whether ``features[question]`` is at
    most ``thresholds[question]``. ``leaves`` has the values of each tree for all ways to answer;
    those of tree ``t`` begin at ``first[t]``.
    """

    features: NDArray[np.int64]
    thresholds: NDArray[np.float64]
    leaves: NDArray[np.float64]
    first: NDArray[np.int64]

    def likelihoods(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """The probability (0..1) of each row of features."""
        table = np.array(rows, float)
        answers = table.take(self.features, axis=1) <= self.thresholds
        ways = np.packbits(answers, bitorder="little").reshape(len(rows), -1)
        totals = self.leaves.take(ways + self.first).sum(axis=1)
        chances: list[float] = (1 / (1 + np.exp(-totals))).tolist()
        return chances


def likelihoods(kind: str, rows: Sequence[Sequence[float]]) -> list[float]:
    """The probability (0..1) that each reading of one kind is right, by their features."""
    forest = _forests()[kind]
    return [
        chance
        for start in range(0, len(rows), ROWS)
        for chance in forest.likelihoods(rows[start : start + ROWS])
    ]


@cache
def _forests() -> dict[str, Forest]:
    """The trees of each kind of reading. They are packed as one row of words a tree: a leaf is its
    value, a fork "?" with the feature and the threshold, before both its ways.
    """
    rows = [row.split() for row in gzip.decompress(FILE.read_bytes()).decode().splitlines()]
    kinds = {row[0]: [tree[1:] for tree in rows if tree[0] == row[0]] for row in rows}
    return {kind: _forest(trees) for kind, trees in kinds.items()}


def _forest(trees: Sequence[Sequence[str]]) -> Forest:
    features = np.zeros((len(trees), BITS), np.int64)
    thresholds = np.full((len(trees), BITS), -np.inf)
    leaves = np.empty((len(trees), len(_WAYS)))
    for number, tree in enumerate(trees):
        questions: list[tuple[int, float]] = []
        leaves[number] = _answered(iter(tree), questions)
        for place, (feature, threshold) in enumerate(questions):
            features[number, place], thresholds[number, place] = feature, threshold
    first = np.arange(len(trees)) * len(_WAYS)
    return Forest(features.ravel(), thresholds.ravel(), leaves.ravel(), first)


def _answered(words: Iterator[str], questions: list[tuple[int, float]]) -> NDArray[np.float64]:
    """The value of a tree for each way to answer its questions, which are noted on the way."""
    word = next(words)
    if word != "?":
        return np.full(len(_WAYS), float(word))
    asked = 1 << len(questions)
    questions.append((int(next(words)), float(next(words))))
    low, high = _answered(words, questions), _answered(words, questions)
    return np.where(_WAYS & asked, low, high)
