"""A small convolutional net over the paragraphs of a page, evaluated with arrays.

Each paragraph is a row: its features and the mean vector of its telling terms. Six layers of
dilated convolutions (as in WaveNet, van den Oord et al. 2016) let it see 63 paragraphs up and
down; a weighted mean of the page's rows tells what the page as a whole is about. Training belongs
to `training.net`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cleaners.judge.features import Glance, Table
from cleaners.judge.pages import Column
from cleaners.judge.wording import telling_terms

Floats = NDArray[np.float32]

# One unit of log odds in whole numbers: what is decided does not hang on the last bits of a sum.
STEPS = 4096
# Standardised features are cut here: a value met once in a million must not carry a verdict.
FARTHEST = 5.0
# A longer page is seen in windows of so many paragraphs, which bounds the memory it takes.
ROWS_AT_ONCE = 20_000
MAX_WORDS_OF_MASS = 400
# As in the training library; keeps a flat row from being divided by nothing.
LEAST_VARIANCE = np.float32(1e-5)


@dataclass(frozen=True, slots=True)
class Scale:
    """How columns are brought to one scale: the logarithm of their size, then the usual spread."""

    names: tuple[str, ...]
    middle: Floats
    spread: Floats

    def rows(self, table: Table) -> Floats:
        """One row a paragraph, one standardised value a column."""
        place = {name: number for number, name in enumerate(table.names)}
        values = table.values[[place[name] for name in self.names]]
        values = np.sign(values) * np.log1p(np.abs(values))
        scaled = (values - self.middle[:, None]) / self.spread[:, None]
        rows: Floats = np.ascontiguousarray(np.clip(scaled, -FARTHEST, FARTHEST).T, np.float32)
        return rows


@dataclass(frozen=True, slots=True)
class Net:
    """``known`` are the sorted hashes of the terms it has vectors for, in the order of the rows of
    ``layers["terms"]``; ``layers`` are the weights by name, ``depth`` the number of convolutions.
    """

    scale: Scale
    known: NDArray[np.uint64]
    layers: Mapping[str, Floats]
    depth: int

    def log_odds(self, table: Table, glance: Glance) -> NDArray[np.int64]:
        """The log odds that each row is body, in ``STEPS``; each page is seen by itself."""
        rows = np.concatenate([self.scale.rows(table), self._terms(glance)], axis=1)
        mass = np.log1p(np.minimum(glance.count, MAX_WORDS_OF_MASS)).astype(np.float32)
        odds = [self._page(rows[part], mass[part]) for part in _windows(glance.pages.bounds)]
        whole = np.concatenate(odds) if odds else np.zeros(0, np.float32)
        return np.round(whole * STEPS).astype(np.int64)

    def _terms(self, glance: Glance) -> Floats:
        """The mean vector of each paragraph's known terms."""
        vectors = self.layers["terms"]
        mean = np.zeros((len(glance.count), vectors.shape[1]), np.float32)
        hashes, line = telling_terms(glance.words)
        place = np.minimum(np.searchsorted(self.known, hashes), len(self.known) - 1)
        met = self.known[place] == hashes
        place, line = place[met], line[met]
        if len(line):
            begins = np.flatnonzero(np.append(True, line[1:] != line[:-1]))
            total = np.add.reduceat(vectors[place], begins, axis=0)
            mean[line[begins]] = total / np.diff(np.append(begins, len(line)))[:, None]
        return mean

    def _page(self, rows: Floats, mass: Floats) -> Floats:
        layer = self.layers
        own = _linear(np.maximum(_linear(rows, layer, "widen"), 0), layer, "own")
        seen = own
        for depth in range(self.depth):
            calm = _normal(seen) * layer[f"norm{depth}.scale"] + layer[f"norm{depth}.shift"]
            heard = np.maximum(_linear(_around(calm, 1 << depth), layer, f"hear{depth}"), 0)
            seen = seen + _linear(heard, layer, f"mix{depth}")
        pull = _linear(seen, layer, "pull")[:, 0] + mass
        weight = np.exp(pull - pull.max())
        page = (weight / weight.sum()) @ own
        alike = own * _linear(page, layer, "page")
        odds = _linear(
            np.concatenate([seen, own, alike, np.abs(own - page)], axis=1), layer, "odds"
        )
        return odds[:, 0]

    def arrays(self) -> dict[str, Column]:
        """This net as arrays for a file, weights at half precision."""
        return {
            "net.names": np.array(self.scale.names),
            "net.middle": self.scale.middle,
            "net.spread": self.scale.spread,
            "net.known": self.known,
            "net.depth": np.array([self.depth]),
            **{f"layer.{name}": w.astype(np.float16) for name, w in self.layers.items()},
        }

    @classmethod
    def of(cls, arrays: Mapping[str, Column]) -> "Net":
        """The net that a file holds."""
        layers = {
            name.removeprefix("layer."): np.ascontiguousarray(weights, np.float32)
            for name, weights in arrays.items()
            if name.startswith("layer.")
        }
        names = tuple(str(name) for name in arrays["net.names"])
        scale = Scale(names, arrays["net.middle"], arrays["net.spread"])
        return cls(scale, arrays["net.known"], layers, int(arrays["net.depth"][0]))


def probability(log_odds: NDArray[np.int64]) -> NDArray[np.float64]:
    """From log odds in ``STEPS`` to 0..1, in ten-thousandths."""
    return np.round(1.0 / (1.0 + np.exp(-log_odds / STEPS)), 4)


def _windows(bounds: NDArray[np.int64]) -> Iterator[slice]:
    for begin, end in pairwise(bounds.tolist()):
        for start in range(begin, end, ROWS_AT_ONCE):
            yield slice(start, min(start + ROWS_AT_ONCE, end))


def _linear(rows: Floats, layers: Mapping[str, Floats], name: str) -> Floats:
    answer: Floats = rows @ layers[f"{name}.weight"] + layers[f"{name}.bias"]
    return answer


def _normal(rows: Floats) -> Floats:
    """Every row with mean 0 and variance 1."""
    centred = rows - rows.mean(1, keepdims=True)
    scaled: Floats = centred / np.sqrt((centred * centred).mean(1, keepdims=True) + LEAST_VARIANCE)
    return scaled


def _around(rows: Floats, reach: int) -> Floats:
    """Beside each row, the rows ``reach`` above and below; nothing past the edges."""
    count, width = rows.shape
    beside = np.zeros((count, 3 * width), np.float32)
    beside[reach:, :width] = rows[: max(count - reach, 0)]
    beside[:, width : 2 * width] = rows
    beside[: max(count - reach, 0), 2 * width :] = rows[reach:]
    return beside
