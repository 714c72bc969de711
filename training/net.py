"""Training of the judge's net; the only import of torch."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from cleaners.arrays.net import MAX_WORDS_OF_MASS, Net, Scale
from cleaners.arrays.table import Table
from training.terms import Terms

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Schooling:
    """How a net is taught; the defaults were chosen on folds of sites.

    ``forgotten_terms`` and ``forgotten_features`` are the shares hidden at random while it learns:
    without them it learns the training sites by heart. Each ``round`` shows ``share``
    of the pages.
    """

    channels: int = 64
    term_channels: int = 12
    depth: int = 6
    rounds: int = 10
    share: float = 0.5
    forgotten_terms: float = 0.6
    forgotten_features: float = 0.1
    dropout: float = 0.3
    rate: float = 2.5e-3
    decay: float = 3e-2
    # Words added to a paragraph's weight: a short line that is wrong also spoils what it joins.
    words_of_a_line: float = 8.0
    threads: int = 1
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Lesson:
    """The pages to learn from: features and terms of every line, ``goal`` (0..1, for the judge how
    much of it is body), ``words``, and ``bounds`` of the pages. Without a ``weight``, lines count
    by their words, and every page alike.
    """

    table: Table
    terms: Terms
    goal: Floats
    words: Ints
    bounds: Ints
    weight: Floats | None = None


def teach(lesson: Lesson, pages: Ints, schooling: Schooling) -> Net:
    """A net that learnt from these pages of a lesson."""
    torch.manual_seed(schooling.seed)
    torch.set_num_threads(schooling.threads)
    chance = np.random.default_rng(schooling.seed)
    scale = scale_of(lesson.table)
    desk = _Desk(lesson, scale, schooling.words_of_a_line)
    layers = _Layers(len(scale.names), len(lesson.terms.known), schooling)
    batches = [
        batch
        for _ in range(schooling.rounds)
        for batch in _batches(pages[chance.random(len(pages)) < schooling.share], desk.sizes)
    ]
    chance.shuffle(batches)
    learn = torch.optim.AdamW(layers.parameters(), schooling.rate, weight_decay=schooling.decay)
    pace = torch.optim.lr_scheduler.OneCycleLR(learn, schooling.rate, total_steps=len(batches) + 2)
    for batch in batches:
        learn.zero_grad()
        layers.loss(desk.sheet(batch)).backward()  # type: ignore[no-untyped-call]  # torch's own
        nn.utils.clip_grad_norm_(layers.parameters(), 1.0)
        learn.step()
        pace.step()
    return Net(scale, lesson.terms.known, layers.weights(), schooling.depth)


def scale_of(table: Table) -> Scale:
    """The middle and spread of the columns of a table."""
    values = np.sign(table.values) * np.log1p(np.abs(table.values))
    spread = values.std(1) + np.float32(1e-6)
    return Scale(table.names, values.mean(1).astype(np.float32), spread.astype(np.float32))


# Paragraphs in a batch, the blank ones that fill up shorter pages included; pages of like length
# are put together from so many at a time.
ROWS_OF_A_BATCH = 4000
PAGES_OF_A_BATCH = 12
PAGES_SORTED = 256


def _batches(pages: Ints, sizes: Ints) -> Iterator[list[int]]:
    for begin in range(0, len(pages), PAGES_SORTED):
        batch: list[int] = []
        for page in sorted(pages[begin : begin + PAGES_SORTED].tolist(), key=sizes.__getitem__):
            full = sizes[page] * (len(batch) + 1) > ROWS_OF_A_BATCH
            if batch and (full or len(batch) == PAGES_OF_A_BATCH):
                yield batch
                batch = []
            batch.append(page)
        if batch:
            yield batch


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Some pages as tensors, one row a paragraph; ``mask`` puts them side by side."""

    rows: Tensor
    mass: Tensor
    terms: Tensor
    bounds: Tensor
    goal: Tensor
    weight: Tensor
    mask: Tensor


class _Desk:
    """Hands out the pages of a lesson as tensors."""

    def __init__(self, lesson: Lesson, scale: Scale, words_of_a_line: float) -> None:
        self._lesson, self._line = lesson, words_of_a_line
        self._rows = scale.rows(lesson.table)
        self.sizes: Ints = np.diff(lesson.bounds)

    def sheet(self, pages: Sequence[int]) -> _Sheet:
        lesson = self._lesson
        own = np.concatenate([np.arange(*lesson.bounds[[page, page + 1]]) for page in pages])
        words = np.minimum(lesson.words[own], MAX_WORDS_OF_MASS).astype(np.float32)
        weight = self._weight(own, words, self.sizes[pages])
        terms, bounds = lesson.terms.of(own)
        sizes = torch.from_numpy(self.sizes[pages])
        return _Sheet(
            torch.from_numpy(self._rows[own]),
            torch.from_numpy(np.log1p(words)),
            torch.from_numpy(terms),
            torch.from_numpy(bounds),
            torch.from_numpy(lesson.goal[own]),
            torch.from_numpy(weight.astype(np.float32)),
            torch.arange(int(sizes.max()))[None] < sizes[:, None],
        )

    def _weight(self, rows: Ints, words: Floats, sizes: Ints) -> Floats:
        """The weight of each line of a batch: as given, or by its words and every page alike."""
        if self._lesson.weight is not None:
            given = self._lesson.weight[rows]
            return given / max(float(given.sum()), 1.0)
        counted = np.split(words + self._line, np.cumsum(sizes)[:-1])
        return np.concatenate([part / part.sum() for part in counted]) / len(sizes)


class _Layers(nn.Module):
    """The same arithmetic as `cleaners.arrays.net.Net`, for many pages at once."""

    def __init__(self, features: int, terms: int, schooling: Schooling) -> None:
        super().__init__()
        width, depth = schooling.channels, schooling.depth
        # Term 0 stands for every unknown or hidden one.
        self.terms = nn.EmbeddingBag(terms + 1, schooling.term_channels, mode="mean", padding_idx=0)
        nn.init.normal_(self.terms.weight, std=0.1)
        self.widen = nn.Linear(features + schooling.term_channels, width)
        self.own = nn.Linear(width, width)
        self.norm = nn.ModuleList([nn.LayerNorm(width) for _ in range(depth)])
        self.hear = nn.ModuleList(
            [
                nn.Conv1d(width, width, 3, padding=1 << place, dilation=1 << place)
                for place in range(depth)
            ]
        )
        self.mix = nn.ModuleList([nn.Linear(width, width) for _ in range(depth)])
        self.pull = nn.Linear(width, 1)
        self.page = nn.Linear(width, width)
        self.odds = nn.Linear(4 * width, 1)
        self.drop = nn.Dropout(schooling.dropout)
        self.blur = nn.Dropout(schooling.forgotten_features)
        self.forgotten = schooling.forgotten_terms

    def loss(self, sheet: _Sheet) -> Tensor:
        odds = self(sheet)
        each = functional.binary_cross_entropy_with_logits(odds, sheet.goal, reduction="none")
        return (each * sheet.weight).sum()

    def forward(self, sheet: _Sheet) -> Tensor:
        mask = sheet.mask
        hidden = self.training & (torch.rand(len(sheet.terms)) < self.forgotten)
        told = self.terms(torch.where(hidden, 0, sheet.terms), sheet.bounds)
        rows = torch.cat([self.blur(sheet.rows), self.drop(told)], 1)
        own = _spread(self.own(torch.relu(self.widen(rows))), mask)
        seen = own
        for norm, hear, mix in zip(self.norm, self.hear, self.mix, strict=True):
            calm = (norm(seen) * mask[..., None]).transpose(1, 2)
            seen = seen + self.drop(mix(torch.relu(hear(calm)).transpose(1, 2)))
        pull = self.pull(seen)[..., 0] + _spread(sheet.mass[:, None], mask)[..., 0]
        weight = torch.softmax(pull.masked_fill(~mask, -torch.inf), 1)[..., None]
        page = (weight * own).sum(1, keepdim=True)
        known = [seen, own, own * self.page(page), (own - page).abs()]
        odds: Tensor = self.odds(torch.cat(known, 2))[..., 0][mask]
        return odds

    def weights(self) -> Mapping[str, Floats]:
        """The weights as the net reads them: rows times matrix."""
        layers: dict[str, Floats] = {"terms": _array(self.terms.weight)[1:]}
        for name in ("widen", "own", "pull", "page", "odds"):
            layers |= _linear(name, getattr(self, name))
        for place, (norm, hear, mix) in enumerate(zip(self.norm, self.hear, self.mix, strict=True)):
            assert isinstance(norm, nn.LayerNorm)
            assert isinstance(hear, nn.Conv1d)
            assert isinstance(mix, nn.Linear)
            layers[f"norm{place}.scale"] = _array(norm.weight)
            layers[f"norm{place}.shift"] = _array(norm.bias)
            taps = _array(hear.weight).transpose(2, 1, 0)
            layers[f"hear{place}.weight"] = taps.reshape(-1, taps.shape[2])
            layers |= {f"hear{place}.bias": _array(hear.bias)} | _linear(f"mix{place}", mix)
        return layers


def _spread(rows: Tensor, mask: Tensor) -> Tensor:
    """Rows put on their pages, zeros where a page is shorter."""
    pages = rows.new_zeros(*mask.shape, rows.shape[1])
    pages[mask] = rows
    return pages


def _array(weights: Tensor) -> Floats:
    array: Floats = weights.detach().numpy().copy()
    return array


def _linear(name: str, layer: nn.Linear) -> dict[str, Floats]:
    return {f"{name}.weight": _array(layer.weight).T, f"{name}.bias": _array(layer.bias)}
