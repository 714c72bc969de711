"""Rows and columns: what is known of the lines of some pages, as a net is shown it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaners.arrays.pages import Column
from cleaners.arrays.words import Hashes, Ints

Columns = dict[str, Column]


@dataclass(frozen=True, slots=True)
class Table:
    """One row a line, one named column a feature."""

    names: tuple[str, ...]
    values: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a net is shown: a table, the words of each row, the terms as hashes with the row of
    each, and the bounds of the pages.
    """

    table: Table
    words: Ints
    hashes: Hashes
    row: Ints
    bounds: Ints


def integers(values: Sequence[int]) -> Ints:
    """Some whole numbers as a column."""
    return np.array(values, np.int64)


def tabulate(columns: Columns) -> Table:
    """The columns side by side, one row of memory a column."""
    return Table(tuple(columns), np.array(list(columns.values()), np.float32))
