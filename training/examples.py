"""Examples to learn from: the paragraphs of each page, how much of each is body, its weight."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaners import debris, encoding, readers
from cleaners.arrays.net import Net
from cleaners.judge.case import Case
from cleaners.judge.context import label_in_context
from cleaners.model import Document, Paragraph
from cleaners.reflow import reflow
from training import align
from training.pages import Sample, fold_of

# A paragraph counts by its words, a page by the root of its length: between "every page alike", as
# pages are scored, and "every word alike", which is less noisy.
MAX_WORDS_WEIGHED = 200
WEIGHT_OF_A_LINE = 0.3


@dataclass(frozen=True, slots=True)
class Examples:
    """Pages and, one entry a paragraph over all of them, what is known of the paragraphs."""

    samples: tuple[Sample, ...]
    cases: tuple[Case, ...]
    goal: NDArray[np.float32]
    weight: NDArray[np.float64]
    words: NDArray[np.int64]

    @property
    def documents(self) -> list[Sequence[Paragraph]]:
        """The paragraphs of each page."""
        return [case.paragraphs for case in self.cases]

    @property
    def page(self) -> NDArray[np.int64]:
        """The number of the page of each paragraph."""
        return np.repeat(np.arange(len(self.cases)), [len(d) for d in self.documents])

    @property
    def fold(self) -> NDArray[np.int64]:
        """The fold of each page."""
        return np.array([fold_of(sample.domain) for sample in self.samples])

    @property
    def texts(self) -> list[str]:
        """The text of each paragraph."""
        return [paragraph.text for case in self.cases for paragraph in case.paragraphs]

    def rows(self, pages: Iterable[int]) -> NDArray[np.int64]:
        """The paragraphs of some pages."""
        bounds = np.append(0, np.cumsum([len(document) for document in self.documents]))
        parts = [np.arange(bounds[page], bounds[page + 1]) for page in pages]
        return np.concatenate(parts) if parts else np.zeros(0, np.int64)


def gather(samples: Iterable[Sample], nets: Sequence[Net] = ()) -> Examples:
    """The examples of some pages; a body known to be broken weighs nothing. Torn lines are joined
    by the net, of these, that never saw the fold of the page.
    """
    kept, cases, goals, weights, counts = [], [], [], [], []
    for sample in samples:
        paragraphs = paragraphs_of(sample.raw, nets[fold_of(sample.domain)] if nets else None)
        kept.append(sample)
        cases.append(case_of(paragraphs))
        goals += align.shares([p.text for p in paragraphs], sample.gold)
        words = [len(align.words_of(p.text)) for p in paragraphs]
        counts += words
        weights += [0.0 if sample.doubtful else w for w in weights_of(words, sample.gold)]
    return Examples(
        tuple(kept),
        tuple(cases),
        np.array(goals, np.float32),
        np.array(weights),
        np.array(counts, np.int64),
    )


def case_of(paragraphs: Sequence[Paragraph]) -> Case:
    """What is put before the judge of a page."""
    return Case(paragraphs, label_in_context(paragraphs, debris.label(paragraphs)).every_label)


def paragraphs_of(raw: str, net: Net | None = None) -> tuple[Paragraph, ...]:
    """The paragraphs of a plain text, as the judge gets them; ``net`` joins torn lines instead of
    the one that comes with this version.
    """
    page = readers.read(Document(raw, kind="text"), "fast")
    return reflow(page, encoding.restore(page.texts()), net)[0]


def weights_of(words: Sequence[int], gold: str) -> list[float]:
    """The weight of each paragraph of a page, by its words and those of the body."""
    page = max(len(align.words_of(gold)), 1) ** 0.5
    return [min(count, MAX_WORDS_WEIGHED) / page + WEIGHT_OF_A_LINE for count in words]
