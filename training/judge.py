"""Training of the judge: words, then a first forest, then a second one that knows the first's
opinion of the page; every step on folds of sites, so that nothing is told what it will be asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cleaners.judge.company import keep_company
from cleaners.judge.features import Table, look, tabulate
from cleaners.judge.forest import STEPS, Forest
from cleaners.judge.scores import Model, opinion
from cleaners.judge.wording import Wording
from training import wording as worded
from training.examples import FOLDS, Examples
from training.forest import Growth, grow
from training.pages import Sample

Ints = NDArray[np.int64]
PAGES_AT_ONCE = 64
# A paragraph of this weight is always looked at by the forests; a lighter one by chance, and then
# it counts for those left out. Menus fill most of our pages and say little.
WEIGHT_ALWAYS_TAKEN = 3.0
LEAST_CHANCE = 0.08
# A line teaches its words by the root of its length, up to this many words.
MAX_WORDS_TAUGHT = 60
BODY_VARIANT = "body alone"


@dataclass(frozen=True, slots=True)
class OutOfFold:
    """What models that never saw a paragraph's site say of it, in log odds."""

    wordings: tuple[Wording, ...]
    first: Ints
    second: Ints


def with_bodies(samples: Sequence[Sample]) -> list[Sample]:
    """The samples, and the body of each page as a page of its own, in which nothing is debris."""
    bodies = {s.id: s for s in samples if not s.doubtful}
    return [*samples, *(_body_alone(sample) for sample in bodies.values())]


def _body_alone(sample: Sample) -> Sample:
    body = "\n\n".join(line.strip() for line in sample.gold.split("\n") if line.strip())
    return replace(sample, raw=body, variant=BODY_VARIANT)


def out_of_fold(examples: Examples, growth: Growth) -> OutOfFold:
    """The opinion of models trained without a fold, on that fold."""
    fold = examples.fold
    wordings = tuple(_wording(examples, fold != k) for k in range(FOLDS))
    by_page = [wordings[k] for k in fold]
    first = _folded(examples, table(examples, by_page), growth)
    second = _folded(examples, table(examples, by_page, opinion(first)), growth)
    return OutOfFold(wordings, first, second)


def final(examples: Examples, growth: Growth, known: OutOfFold) -> Model:
    """The model trained on every page; its second forest still learns from opinions out of fold."""
    by_page = [known.wordings[k] for k in examples.fold]
    everywhere = np.ones(len(examples.documents), bool)
    rows = np.arange(len(examples.goal))
    return Model(
        _wording(examples, everywhere),
        _grown(examples, table(examples, by_page), growth, rows),
        _grown(examples, table(examples, by_page, opinion(known.first)), growth, rows),
    )


def table(examples: Examples, wordings: Sequence[Wording], opinions: Ints | None = None) -> Table:
    """The features of every paragraph, with the wording given for each page."""
    names: tuple[str, ...] = ()
    values = np.empty((0, 0), np.float32)
    for pages in _portions(wordings):
        rows = examples.rows(pages)
        glance, columns = look([examples.documents[page] for page in pages], wordings[pages[0]])
        if opinions is not None:
            columns |= keep_company(glance, opinions[rows])
        part = tabulate(columns)
        if not names:
            names, values = part.names, np.empty((len(part.names), len(examples.goal)), np.float32)
        values[:, rows] = part.values
    return Table(names, values)


def _portions(wordings: Sequence[Wording]) -> Iterator[list[int]]:
    """Pages that share a wording, some at once."""
    alike: dict[int, list[int]] = {}
    for page, wording in enumerate(wordings):
        alike.setdefault(id(wording), []).append(page)
    for pages in alike.values():
        for begin in range(0, len(pages), PAGES_AT_ONCE):
            yield pages[begin : begin + PAGES_AT_ONCE]


def _wording(examples: Examples, pages: NDArray[np.bool_]) -> Wording:
    texts, page = examples.texts, examples.page
    names = [examples.samples[number].id for number in page]
    rows = worded.distinct(names, texts)
    rows = rows[pages[page[rows]] & (examples.weight[rows] > 0)]
    weight = np.sqrt(np.minimum(examples.words[rows], MAX_WORDS_TAUGHT) + 1)
    learnt = worded.train([texts[row] for row in rows], examples.goal[rows] > 0.5, weight)
    longest = {sample.id: place for place, sample in enumerate(examples.samples) if pages[place]}
    shown = [[p.text for p in examples.documents[place]] for place in longest.values()]
    return replace(learnt, rarity=worded.rarity(shown))


def _folded(examples: Examples, features: Table, growth: Growth) -> Ints:
    fold = examples.fold[examples.page]
    odds = np.zeros(len(examples.goal), np.int64)
    for k in range(FOLDS):
        forest = _grown(examples, features, growth, np.flatnonzero(fold != k))
        own = fold == k
        odds[own] = forest.log_odds(Table(features.names, features.values[:, own]))
    return odds


def _grown(examples: Examples, features: Table, growth: Growth, rows: Ints) -> Forest:
    """A forest from a sample of these rows."""
    chance = np.clip(examples.weight[rows] / WEIGHT_ALWAYS_TAKEN, LEAST_CHANCE, 1)
    taken = np.random.default_rng(growth.seed).random(len(rows)) < chance
    taken &= examples.weight[rows] > 0
    rows, weight = rows[taken], (examples.weight[rows] / chance)[taken]
    part = Table(features.names, features.values[:, rows])
    return grow(part, examples.goal[rows], weight, growth)


def probabilities(odds: Ints) -> NDArray[np.float64]:
    """From log odds to 0..1."""
    return 1 / (1 + np.exp(-odds / STEPS))
