"""Training of the judge: the words, then the net that weighs them with everything else; both on
folds of sites, so that nothing is told what it will be asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cleaners.judge.features import Table, look, tabulate
from cleaners.judge.net import STEPS
from cleaners.judge.scores import RATHER_KEPT, Model
from cleaners.judge.wording import Wording
from training import terms
from training import wording as worded
from training.examples import FOLDS, Examples
from training.net import Lesson, Schooling, teach
from training.pages import Sample

Ints = NDArray[np.int64]
PAGES_AT_ONCE = 64
# A line teaches its words by the root of its length, up to this many words.
MAX_WORDS_TAUGHT = 60
BODY_VARIANT = "body alone"
EXCERPT_VARIANT = "excerpt"
# What is made of a page for training only, and never measured.
MADE = frozenset({BODY_VARIANT, EXCERPT_VARIANT})
EXCERPTS_A_SAMPLE = 0.6
LINES_OF_AN_EXCERPT = (4, 40)
MIN_CHARS_OF_A_SENTENCE = 60


@dataclass(frozen=True, slots=True)
class OutOfFold:
    """What models that never saw a paragraph's site say of it, in log odds."""

    wordings: tuple[Wording, ...]
    odds: Ints


def with_bodies(samples: Sequence[Sample]) -> list[Sample]:
    """The samples, and the body of each page as a page of its own, in which nothing is debris."""
    bodies = {s.id: s for s in samples if not s.doubtful}
    return [*samples, *(_body_alone(sample) for sample in bodies.values())]


def with_excerpts(samples: Sequence[Sample], seed: int = 0) -> list[Sample]:
    """The samples, and a few lines of each as a page of its own: short pages are rare in archives
    and common in feeds, and a model that never saw one loses their sentences.
    """
    chance = np.random.default_rng(seed)
    sound = [sample for sample in samples if not sample.doubtful]
    excerpts = (_excerpt(sample, chance) for sample in sound if chance.random() < EXCERPTS_A_SAMPLE)
    return [*samples, *(excerpt for excerpt in excerpts if excerpt is not None)]


def _excerpt(sample: Sample, chance: np.random.Generator) -> Sample | None:
    lines = sample.raw.split("\n")
    sentences = [n for n, line in enumerate(lines) if len(line) >= MIN_CHARS_OF_A_SENTENCE]
    if not sentences:
        return None
    size = int(chance.integers(*LINES_OF_AN_EXCERPT))
    begin = max(int(chance.choice(sentences)) - int(chance.integers(0, size)), 0)
    raw = "\n".join(lines[begin : begin + size])
    return replace(sample, raw=raw, variant=EXCERPT_VARIANT)


def _body_alone(sample: Sample) -> Sample:
    body = "\n\n".join(line.strip() for line in sample.gold.split("\n") if line.strip())
    return replace(sample, raw=body, variant=BODY_VARIANT)


def out_of_fold(examples: Examples, schooling: Schooling) -> OutOfFold:
    """The opinion of models trained without a fold, on that fold."""
    wordings = tuple(_wording(examples, examples.fold != k) for k in range(FOLDS))
    lesson = _lesson(examples, wordings)
    odds = np.zeros(len(examples.goal), np.int64)
    for k in range(FOLDS):
        net = teach(lesson, taught(examples, examples.fold != k), schooling)
        for pages in _some(np.flatnonzero(examples.fold == k)):
            glance, columns = look([examples.documents[page] for page in pages], wordings[k])
            own = net.log_odds(tabulate(columns), glance) + RATHER_KEPT
            odds[examples.rows(pages)] = own
    return OutOfFold(wordings, odds)


def final(examples: Examples, schooling: Schooling, known: OutOfFold) -> Model:
    """The model trained on every page; its net still learns from words weighed out of fold."""
    everywhere = np.ones(len(examples.documents), bool)
    lesson = _lesson(examples, known.wordings)
    net = teach(lesson, taught(examples, everywhere), schooling)
    return Model(_wording(examples, everywhere), net)


def _lesson(examples: Examples, wordings: Sequence[Wording]) -> Lesson:
    """All pages, their words weighed by those who never saw their site."""
    return lesson_of(examples, table(examples, [wordings[k] for k in examples.fold]))


def lesson_of(examples: Examples, features: Table) -> Lesson:
    """The examples with these features."""
    sites = {sample.domain: place for place, sample in enumerate(examples.samples)}
    site = np.array([sites[sample.domain] for sample in examples.samples])[examples.page]
    bounds = np.append(0, np.cumsum([len(document) for document in examples.documents]))
    known = terms.gather(examples.texts, site)
    return Lesson(features, known, examples.goal, examples.words, bounds)


def taught(examples: Examples, among: NDArray[np.bool_]) -> Ints:
    """The pages to learn from: those with text, and a body that is not known to be broken."""
    sound = [
        bool(document) and not sample.doubtful
        for document, sample in zip(examples.documents, examples.samples, strict=True)
    ]
    return np.flatnonzero(np.array(sound) & among)


def table(examples: Examples, wordings: Sequence[Wording]) -> Table:
    """The features of every paragraph, with the wording given for each page."""
    names: tuple[str, ...] = ()
    values = np.empty((0, 0), np.float32)
    for pages in _portions(wordings):
        rows = examples.rows(pages)
        _, columns = look([examples.documents[page] for page in pages], wordings[pages[0]])
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
        yield from _some(pages)


def _some(pages: Sequence[int] | Ints) -> Iterator[list[int]]:
    """The pages, some at once."""
    for begin in range(0, len(pages), PAGES_AT_ONCE):
        yield [int(page) for page in pages[begin : begin + PAGES_AT_ONCE]]


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


def probabilities(odds: Ints) -> NDArray[np.float64]:
    """From log odds to 0..1."""
    return 1 / (1 + np.exp(-odds / STEPS))
