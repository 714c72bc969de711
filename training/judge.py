"""Training of the judge: the words, then the net that weighs them with everything else; both on
folds of sites, so that nothing is told what it will be asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cleaners.judge.case import examine
from cleaners.judge.features import Columns, Glance
from cleaners.judge.scores import Model
from cleaners.judge.wording import Wording
from training import folds
from training import wording as worded
from training.examples import Examples
from training.folds import OutOfFold
from training.net import Schooling
from training.pages import Sample
from training.varied import VARIED

# A line teaches its words by the root of its length, up to this many words.
MAX_WORDS_TAUGHT = 60
BODY_VARIANT = "body alone"
EXCERPT_VARIANT = "excerpt"
# What is made of a page for training only, and never measured.
MADE = frozenset({BODY_VARIANT, EXCERPT_VARIANT, VARIED})
EXCERPTS_A_SAMPLE = 0.6
LINES_OF_AN_EXCERPT = (4, 40)
MIN_CHARS_OF_A_SENTENCE = 60


@dataclass(frozen=True, slots=True)
class TextCourse:
    """The judge of plain text learns words, and sees nothing else."""

    examples: Examples

    def learn(self, chosen: NDArray[np.bool_]) -> Wording:
        """The weights of the words on the chosen pages."""
        return wording_of(self.examples, chosen)

    def see(self, pages: Sequence[int], learnt: Wording) -> tuple[Glance, Columns]:
        """The features of some pages."""
        return examine([self.examples.cases[page] for page in pages], learnt)


def with_bodies(samples: Sequence[Sample]) -> list[Sample]:
    """The samples, and the body of each page as a page of its own, in which nothing is debris."""
    bodies = {s.id: s for s in samples if not s.doubtful}
    return [*samples, *map(_body_alone, bodies.values())]


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


def final(examples: Examples, schooling: Schooling, known: OutOfFold) -> Model:
    """The model trained on every page."""
    return Model(*folds.final(TextCourse(examples), known, schooling))


def wording_of(examples: Examples, pages: NDArray[np.bool_]) -> Wording:
    """The weights of words, and how rare they are, on some pages."""
    texts, page = examples.texts, examples.page
    names = [examples.samples[number].id for number in page]
    rows = worded.distinct(names, texts)
    rows = rows[pages[page[rows]] & (examples.weight[rows] > 0)]
    weight = np.sqrt(np.minimum(examples.words[rows], MAX_WORDS_TAUGHT) + 1)
    learnt = worded.train([texts[row] for row in rows], examples.goal[rows] > 0.5, weight)
    longest = {sample.id: place for place, sample in enumerate(examples.samples) if pages[place]}
    shown = [[p.text for p in examples.documents[place]] for place in longest.values()]
    return replace(learnt, rarity=worded.rarity(shown))
