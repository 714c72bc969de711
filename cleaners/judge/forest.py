"""A forest of symmetric decision trees, evaluated with arrays for all rows at once.

Every tree asks the same question of all rows at each depth, so a row's leaf is a number of few
bits. Leaves hold whole numbers: the sum of a row does not depend on the rows beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaners.judge.features import Table
from cleaners.judge.pages import Column

# Rows and trees in one go: their answers stay in the processor's cache.
ROWS_AT_ONCE = 2048
TREES_AT_ONCE = 24
# One unit of log odds in the leaves' whole numbers.
STEPS = 4096


@dataclass(frozen=True, slots=True)
class Forest:
    """``asked[t, d]`` is the column that tree ``t`` asks at depth ``d``, ``above[t, d]`` the border
    (of ``borders`` of that column) it must exceed; ``leaves[t]`` are in ``STEPS`` of log odds.
    """

    names: tuple[str, ...]
    borders: tuple[NDArray[np.float32], ...]
    asked: NDArray[np.int64]
    above: NDArray[np.uint8]
    leaves: NDArray[np.int32]
    bias: int

    def log_odds(self, table: Table) -> NDArray[np.int64]:
        """The log odds of each row, in ``STEPS``."""
        levels = self._levels(table)
        rows = levels.shape[1]
        total = np.full(rows, self.bias, np.int64)
        for begin in range(0, rows, ROWS_AT_ONCE):
            part = levels[:, begin : begin + ROWS_AT_ONCE]
            for tree in range(0, len(self.asked), TREES_AT_ONCE):
                trees = slice(tree, tree + TREES_AT_ONCE)
                total[begin : begin + ROWS_AT_ONCE] += self._sum(part, trees)
        return total

    def _levels(self, table: Table) -> NDArray[np.uint8]:
        """How many of its column's borders each value exceeds."""
        place = {name: number for number, name in enumerate(table.names)}
        levels = np.empty((len(self.names), table.values.shape[1]), np.uint8)
        for row, (name, borders) in enumerate(zip(self.names, self.borders, strict=True)):
            levels[row] = np.searchsorted(borders, table.values[place[name]])
        return levels

    def _sum(self, levels: NDArray[np.uint8], trees: slice) -> NDArray[np.int64]:
        asked, above, leaves = self.asked[trees], self.above[trees], self.leaves[trees]
        leaf = np.zeros((len(asked), levels.shape[1]), np.uint8)
        for depth in range(asked.shape[1]):
            yes = levels[asked[:, depth]] > above[:, depth, None]
            leaf |= yes.view(np.uint8) << depth
        first = (np.arange(len(asked)) * leaves.shape[1])[:, None]
        total: NDArray[np.int64] = leaves.ravel()[leaf + first].sum(0, dtype=np.int64)
        return total

    def arrays(self, prefix: str) -> dict[str, Column]:
        """This forest as arrays for a file."""
        return {
            f"{prefix}.names": np.array(self.names),
            f"{prefix}.borders": np.concatenate(self.borders),
            f"{prefix}.sizes": np.array([len(borders) for borders in self.borders], np.int16),
            f"{prefix}.asked": self.asked.astype(np.int16),
            f"{prefix}.above": self.above,
            f"{prefix}.leaves": self.leaves,
            f"{prefix}.bias": np.array([self.bias], np.int64),
        }

    @classmethod
    def of(cls, arrays: Mapping[str, Column], prefix: str) -> "Forest":
        """The forest that a file holds under this prefix."""
        sizes = arrays[f"{prefix}.sizes"]
        return cls(
            tuple(str(name) for name in arrays[f"{prefix}.names"]),
            tuple(np.split(arrays[f"{prefix}.borders"], np.cumsum(sizes)[:-1])),
            arrays[f"{prefix}.asked"].astype(np.int64),
            arrays[f"{prefix}.above"],
            arrays[f"{prefix}.leaves"],
            int(arrays[f"{prefix}.bias"][0]),
        )


def probability(log_odds: NDArray[np.int64]) -> NDArray[np.float64]:
    """From log odds in ``STEPS`` to 0..1, rounded so that it is the same on every machine."""
    return np.round(1.0 / (1.0 + np.exp(-log_odds / STEPS)), 4)


def columns_of(forests: Sequence[Forest]) -> frozenset[str]:
    """The columns that some forest asks for."""
    return frozenset(name for forest in forests for name in forest.names)
