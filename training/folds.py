"""Folds of sites: what models that never saw a site say of its pages, so that nothing is told what
it will be asked. What is seen of a page belongs to the course, the net to `training.net`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from cleaners.arrays.net import STEPS, Net
from cleaners.arrays.table import Columns, Table, tabulate
from cleaners.judge.measures import Measures
from cleaners.judge.odds import RATHER_KEPT, log_odds_of
from training import terms
from training.examples import Examples
from training.net import Lesson, Schooling, teach
from training.pages import FOLDS

Ints = NDArray[np.int64]
PAGES_AT_ONCE = 64
# The words of a course, and whatever else is weighed before the net is taught.
Learnt = TypeVar("Learnt")


class Course(Protocol[Learnt]):
    """What is learnt from some pages before the net is taught, and what is seen with it."""

    @property
    def examples(self) -> Examples:
        """All pages."""

    def learn(self, chosen: NDArray[np.bool_]) -> Learnt:
        """What the chosen pages teach about words and names."""

    def features_of(self, pages: Sequence[int], learnt: Learnt) -> tuple[Measures, Columns]:
        """The features of some pages for one who knows only so much."""


@dataclass(frozen=True, slots=True)
class OutOfFold:
    """The lesson, its words weighed by those who never saw the site, and the log odds of every
    paragraph, from nets that never saw it either.
    """

    lesson: Lesson
    odds: Ints


def out_of_fold(
    course: Course[Learnt], schooling: Schooling, favour: int = RATHER_KEPT
) -> OutOfFold:
    """The opinion of models trained without a fold, on that fold, in favour of each line as the
    judge is.
    """
    examples = course.examples
    odds = np.zeros(len(examples.goal), np.int64)
    with _progress() as progress:
        steps = progress.add_task("weigh the words", total=2 * FOLDS + 1)
        learnt = []
        for k in range(FOLDS):
            learnt.append(course.learn(examples.fold != k))
            progress.advance(steps)
        progress.update(steps, description="measure the pages")
        lesson = lesson_of(examples, table(course, [learnt[k] for k in examples.fold]))
        for k in range(FOLDS):
            progress.update(steps, advance=1, description=f"teach fold {k + 1} of {FOLDS}")
            net = teach(lesson, taught(examples, examples.fold != k), schooling)
            for pages in _some(np.flatnonzero(examples.fold == k)):
                seen = course.features_of(pages, learnt[k])
                odds[examples.rows(pages)] = log_odds_of(net, *seen, favour)
        progress.advance(steps)
    return OutOfFold(lesson, odds)


def final(course: Course[Learnt], known: OutOfFold, schooling: Schooling) -> tuple[Learnt, Net]:
    """What every page teaches; the net still learns from words weighed out of fold."""
    everywhere = np.ones(len(course.examples.documents), bool)
    net = teach(known.lesson, taught(course.examples, everywhere), schooling)
    return course.learn(everywhere), net


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


def table(course: Course[Learnt], learnt: Sequence[Learnt]) -> Table:
    """The features of every paragraph, with what may be known of each page."""
    examples = course.examples
    names: tuple[str, ...] = ()
    values = np.empty((0, 0), np.float32)
    for pages in _portions(learnt):
        rows = examples.rows(pages)
        part = tabulate(course.features_of(pages, learnt[pages[0]])[1])
        if not names:
            names, values = part.names, np.empty((len(part.names), len(examples.goal)), np.float32)
        values[:, rows] = part.values
    return Table(names, values)


def _portions(learnt: Sequence[object]) -> Iterator[list[int]]:
    """Pages of which the same may be known, some at once."""
    alike: dict[int, list[int]] = {}
    for page, known in enumerate(learnt):
        alike.setdefault(id(known), []).append(page)
    for pages in alike.values():
        yield from _some(pages)


def _some(pages: Sequence[int] | Ints) -> Iterator[list[int]]:
    """The pages, some at once."""
    for begin in range(0, len(pages), PAGES_AT_ONCE):
        yield [int(page) for page in pages[begin : begin + PAGES_AT_ONCE]]


def probabilities(odds: Ints) -> NDArray[np.float64]:
    """From log odds to 0..1."""
    return 1 / (1 + np.exp(-odds / STEPS))


def _progress() -> Progress:
    return Progress(
        SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), transient=True
    )
