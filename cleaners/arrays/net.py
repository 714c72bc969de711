"""A small convolutional net over the lines of a page, evaluated with arrays.

Each line is a row: its features and the mean vector of its terms. Layers of dilated convolutions
(as in WaveNet, van den Oord et al. 2016) let it see the lines above and below, 63 each way through
six of them; a weighted mean of the page's rows tells what the page as a whole is about. Training
belongs to `training.net`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaners.arrays.pages import Column
from cleaners.arrays.table import Sheet, Table
from cleaners.arrays.vocabulary import Vocabulary
from cleaners.arrays.words import runs_of

Floats = NDArray[np.float32]

# One unit of log odds in whole numbers: what is decided does not hang on the last bits of a sum.
STEPS = 4096
# Standardised features are cut here: a value met once in a million must not carry a verdict.
FARTHEST = 5.0
# A longer page is seen in windows of so many paragraphs, which bounds the memory it takes.
ROWS_AT_ONCE = 20_000
MAX_WORDS_OF_MASS = 400
# Larger products are shared out among threads by the library (OpenBLAS) that multiplies. For pages
# so small that takes two to five times the processor time, and on a busy machine as much longer.
MAX_PRODUCTS_AT_ONCE = 1 << 18
# As in the training library; keeps a flat row from being divided by nothing.
LEAST_VARIANCE = np.float32(1e-5)


@dataclass(frozen=True, slots=True)
class Scale:
    """How columns are brought to one scale: the logarithm of their size, then the usual spread."""

    names: tuple[str, ...]
    middle: Floats
    spread: Floats

    def places(self, table: Table) -> Sequence[int]:
        """Where these columns are in a table."""
        return _places(self.names, table.names)

    def scaled(self, columns: Floats) -> Floats:
        """The columns with standardised values."""
        scaled = np.abs(columns)
        np.log1p(scaled, out=scaled)
        np.copysign(scaled, columns, out=scaled)
        scaled -= self.middle[:, None]
        scaled /= self.spread[:, None]
        np.maximum(scaled, -FARTHEST, out=scaled)
        return np.minimum(scaled, FARTHEST, out=scaled)

    def rows(self, table: Table) -> Floats:
        """One row a paragraph, one standardised value a column."""
        return np.ascontiguousarray(self.scaled(table.values[self.places(table)]).T)


# The tables of all pages have the same columns.
@lru_cache(maxsize=8)
def _places(sought: tuple[str, ...], names: tuple[str, ...]) -> Sequence[int]:
    place = {name: number for number, name in enumerate(names)}
    return [place[name] for name in sought]


class _Tap(NamedTuple):
    """The weights of a convolution for the rows on one side of a row, or for the row itself; and
    what it adds for any row being there at all.
    """

    weight: Floats
    presence: Floats


@dataclass(frozen=True, slots=True)
class _Convolution:
    """One dilated convolution over the rows above, here and below, and how it is mixed in.

    ``inside`` is what it adds where there are rows on both sides.
    """

    reach: int
    above: _Tap
    here: _Tap
    below: _Tap
    inside: Floats
    mix: Floats
    mix_bias: Floats

    @classmethod
    def of(cls, layer: Mapping[str, Floats], depth: int) -> "_Convolution":
        """The layer of this depth, the scale and shift of its rows worked into its weights."""
        scale, shift = layer[f"norm{depth}.scale"], layer[f"norm{depth}.shift"]
        taps = layer[f"hear{depth}.weight"].reshape(3, len(scale), -1)
        above, here, below = (_Tap(scale[:, None] * tap, shift @ tap) for tap in taps)
        inside = layer[f"hear{depth}.bias"] + above.presence + here.presence + below.presence
        mix, mix_bias = layer[f"mix{depth}.weight"], layer[f"mix{depth}.bias"]
        return cls(1 << depth, above, here, below, inside, mix, mix_bias)

    def __call__(self, seen: Floats) -> Floats:
        """The rows of a page after this layer; past its edges there are none."""
        reach, level = self.reach, _normalised(seen)
        convolved = _times(level, self.here.weight)
        convolved += self.inside
        convolved[:reach] -= self.above.presence
        convolved[-reach:] -= self.below.presence
        convolved[reach:] += _times(level[:-reach], self.above.weight)
        convolved[:-reach] += _times(level[reach:], self.below.weight)
        np.maximum(convolved, 0, out=convolved)
        mixed = _times(convolved, self.mix)
        mixed += self.mix_bias
        mixed += seen
        return mixed


@dataclass(frozen=True, slots=True)
class Net:
    """The weights of the net, ready to be evaluated.

    ``known`` are the sorted hashes of the terms it has vectors for, in the order of the rows of
    ``layers["terms"]``; ``layers`` are the weights by name, ``depth`` the number of convolutions.
    """

    scale: Scale
    known: NDArray[np.uint64]
    layers: Mapping[str, Floats]
    depth: int
    vocabulary: Vocabulary = field(init=False, repr=False, compare=False)
    convolutions: tuple[_Convolution, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Prepare what every page needs, once a model."""
        convolutions = (_Convolution.of(self.layers, depth) for depth in range(self.depth))
        object.__setattr__(self, "vocabulary", Vocabulary(self.known))
        object.__setattr__(self, "convolutions", tuple(convolutions))

    def log_odds(self, sheet: Sheet) -> NDArray[np.int64]:
        """The log odds of each row, in ``STEPS``; each page is seen by itself."""
        terms = self.terms(sheet)
        places = self.scale.places(sheet.table)
        mass = np.log1p(np.minimum(sheet.words, MAX_WORDS_OF_MASS)).astype(np.float32)
        odds = np.zeros(len(mass), np.float32)
        for part in _windows(sheet.bounds):
            columns = self.scale.scaled(sheet.table.values[places, part])
            odds[part] = self._page(np.concatenate([columns, terms[part].T]).T, mass[part])
        return np.round(odds * STEPS).astype(np.int64)

    def terms(self, sheet: Sheet) -> Floats:
        """The mean vector of each row's known terms."""
        vectors = self.layers["terms"]
        mean = np.zeros((len(sheet.words), vectors.shape[1]), np.float32)
        met, place = self.vocabulary.find(sheet.hashes)
        order = np.argsort(sheet.row[met], kind="stable")
        place, line = place[order], sheet.row[met[order]]
        if len(line):
            begins, times = runs_of(line)
            total = np.add.reduceat(vectors.take(place, axis=0), begins, axis=0)
            mean[line[begins]] = total / times[:, None]
        return mean

    def _page(self, rows: Floats, mass: Floats) -> Floats:
        layer = self.layers
        own = _linear(np.maximum(_linear(rows, layer, "widen"), 0), layer, "own")
        seen = own
        for convolution in self.convolutions:
            seen = convolution(seen)
        pull = _weighed(seen, layer["pull.weight"][:, 0]) + layer["pull.bias"] + mass
        weight = np.exp(pull - pull.max())
        page = np.einsum("i,ij->j", weight / weight.sum(), own)
        of_seen, of_own, of_alike, of_unlike = layer["odds.weight"][:, 0].reshape(4, -1)
        alike = (page @ layer["page.weight"] + layer["page.bias"]) * of_alike
        odds = _weighed(seen, of_seen) + _weighed(own, of_own + alike)
        odds += _weighed(np.abs(own - page), of_unlike)
        return odds + layer["odds.bias"]

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
    answer = _times(rows, layers[f"{name}.weight"])
    answer += layers[f"{name}.bias"]
    return answer


def _normalised(rows: Floats) -> Floats:
    """Every row with mean 0 and variance 1."""
    width = rows.shape[1]
    level: Floats = rows - _weighed(rows, np.full(width, 1 / width, np.float32))[:, None]
    spread = np.sqrt(np.einsum("ij,ij->i", level, level) / width + LEAST_VARIANCE)
    level /= spread[:, None]
    return level


def _times(rows: Floats, weights: Floats) -> Floats:
    """The product of two matrices, some rows at a time."""
    product = np.empty((len(rows), weights.shape[1]), np.float32)
    step = max(MAX_PRODUCTS_AT_ONCE // weights.size, 1)
    for start in range(0, len(rows), step):
        np.matmul(rows[start : start + step], weights, out=product[start : start + step])
    return product


def _weighed(rows: Floats, weights: Floats) -> Floats:
    """The weighted sum of each row."""
    sums: Floats = np.einsum("ij,j->i", rows, weights)
    return sums
