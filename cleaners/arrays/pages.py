"""Rows of many documents in one array: sums, windows and sections that never cross from one
document into the next.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cleaners.arrays.words import Ints, running

# Numbers of any kind, or flags: numpy has no type that says so and still can be reckoned with.
Column = NDArray[Any]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

# More than any sum over one document.
_FAR = 1 << 40


@dataclass(frozen=True, slots=True)
class Pages:
    """Which rows belong to which document; ``begin`` and ``end`` are given for each row."""

    bounds: Ints
    document: Ints
    begin: Ints
    end: Ints
    row: Ints

    @classmethod
    def of(cls, sizes: Sequence[int] | Ints) -> "Pages":
        """Documents of these many rows."""
        bounds = running(np.asarray(sizes, np.int64))
        document = np.repeat(np.arange(len(sizes)), sizes)
        return cls(bounds, document, bounds[document], bounds[document + 1], np.arange(bounds[-1]))

    def shifted(self, values: Column, by: int, absent: float) -> Floats:
        """The value of one column ``by`` rows further down (up when negative), or ``absent`` past
        the edge.
        """
        of_column: Floats = self.neighbours(values[None], (by,), absent)[0, 0]
        return of_column

    def neighbours(self, values: Column, by: Sequence[int], absent: float | Column) -> Floats:
        """As `shifted`, of several columns, one block of them for each of these distances."""
        source = self.row + np.array(by)[:, None]
        inside = (source >= self.begin) & (source < self.end)
        there = values.take(np.where(inside, source, 0), axis=1).swapaxes(0, 1)
        return np.where(inside[:, None], there, absent).astype(float)

    def sums_beside(self, columns: Column, reaches: Sequence[int]) -> tuple[Ints, Ints]:
        """The sums of some columns over up to so many rows above each row, and below it; one block
        of columns for each of these reaches.
        """
        return self._sums(columns, *self._edges(reaches))

    def means_beside(self, columns: Column, reaches: Sequence[int]) -> tuple[Floats, Floats]:
        """As `sums_beside`, but the means."""
        low, high = self._edges(reaches)
        above, below = self._sums(columns, low, high)
        rows_above, rows_below = self.row - low, high - self.row - 1
        means: Floats = above / np.maximum(rows_above, 1)[:, None]
        return means, below / np.maximum(rows_below, 1)[:, None]

    def _edges(self, reaches: Sequence[int]) -> tuple[Ints, Ints]:
        """The first of so many rows above each row, and the end of those below it."""
        reach = np.array(reaches)[:, None]
        low = np.maximum(self.row - reach, self.begin)
        return low, np.minimum(self.row + reach + 1, self.end)

    def _sums(self, columns: Column, low: Ints, high: Ints) -> tuple[Ints, Ints]:
        total = np.zeros((len(columns), len(self.row) + 1), np.int64)
        np.cumsum(columns, axis=1, out=total[:, 1:])
        above = total[:, None, :-1] - total.take(low, axis=1)
        below = total.take(high, axis=1) - total[:, None, 1:]
        return above.swapaxes(0, 1), below.swapaxes(0, 1)

    def above(self, values: Column) -> Ints:
        """The sum over the rows above in the document."""
        total = running(values)
        return total[self.row] - total[self.begin]

    def whole(self, values: Column) -> Ints:
        """The sum over the document."""
        total = running(values)
        return total[self.end] - total[self.begin]

    def last(self, flags: Flags) -> Ints:
        """The nearest flagged row at or above each row; one before the document when none is."""
        marks = np.where(flags, self.row, -1)
        return np.maximum(np.maximum.accumulate(marks), self.begin - 1) if len(marks) else marks

    def next(self, flags: Flags) -> Ints:
        """The nearest flagged row at or below each row; the end of the document when none is."""
        if not len(flags):
            return self.row
        marks = np.where(flags, self.row, len(flags))
        return np.minimum(np.minimum.accumulate(marks[::-1])[::-1], self.end)

    def lowest_so_far(self, values: Ints) -> Ints:
        """The lowest value at or above each row."""
        sunk = values - self.document * _FAR
        return np.minimum.accumulate(sunk) + self.document * _FAR if len(sunk) else sunk

    def highest_from_here(self, values: Ints) -> Ints:
        """The highest value at or below each row."""
        raised = (values - self.document * _FAR)[::-1]
        return np.maximum.accumulate(raised)[::-1] + self.document * _FAR if len(raised) else raised

    def sections(self, opens: Flags) -> tuple[Ints, Ints]:
        """The first row and the end of the section of each row; one begins at each flagged row and
        with each document. Of several columns of flags, one row each.
        """
        begins = opens | (self.row == self.begin)
        first: Ints = np.maximum.accumulate(np.where(begins, self.row, 0), axis=-1)
        ends = np.full(begins.shape, len(self.row))
        ends[..., :-1] = np.where(begins, self.row, len(self.row))[..., 1:]
        return first, np.minimum.accumulate(ends[..., ::-1], axis=-1)[..., ::-1]

    def best_stretch(self, gains: Ints) -> tuple[Ints, Ints]:
        """First and last row of the stretch of each row's document with the highest sum."""
        if not len(gains):
            return self.row, self.row
        upto = self.above(gains) + gains
        floor = np.minimum(self.lowest_so_far(self.above(gains)), 0)
        profit = upto - floor
        best = self.highest_from_here(profit)[self.begin]
        stop = self.next(profit == best)[self.begin]
        start = self.next((self.above(gains) == floor[stop]) & (self.row <= stop))[self.begin]
        return start, stop
