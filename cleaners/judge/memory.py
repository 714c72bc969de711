"""What was measured of texts: a body that is read again is mostly made of what was seen before."""

from collections.abc import Sequence
from itertools import count

import numpy as np

from cleaners.judge.features import Lines, lines_together, read
from cleaners.judge.net import Floats, Net
from cleaners.judge.wording import Wording


class Memory:
    """The lines of some documents by their texts, kept for as long as those are judged.

    What a text says by itself hangs on nothing else, so that no document affects another.
    """

    def __init__(self, wording: Wording, net: Net) -> None:
        self._wording, self._net = wording, net
        self._rows: dict[str, int] = {}
        self._lines: list[Lines] = []
        self._terms: list[Floats] = []

    def recall(self, texts: Sequence[str]) -> tuple[Lines, Floats]:
        """What these texts say, and the mean vectors of their terms."""
        if new := [text for text in dict.fromkeys(texts) if text not in self._rows]:
            self._learn(new)
        rows = np.fromiter(map(self._rows.__getitem__, texts), np.int64, len(texts))
        (lines,), (terms,) = self._lines, self._terms
        if np.array_equal(rows, np.arange(len(lines.count))):
            return lines, terms
        return lines.take(rows), terms[rows]

    def _learn(self, texts: Sequence[str]) -> None:
        self._rows.update(zip(texts, count(len(self._rows)), strict=False))
        lines = read(texts, self._wording)
        self._lines = [lines_together([*self._lines, lines])]
        self._terms = [np.concatenate([*self._terms, self._net.terms(lines.words)])]
