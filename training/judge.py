"""Training of the judge: the words, then the net that weighs them with everything else; both on
folds of sites, so that nothing is told what it will be asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cleaners.arrays.table import Columns
from cleaners.judge.case import examine
from cleaners.judge.measures import Measures
from cleaners.judge.models import TextModel
from cleaners.judge.odds import page_shift
from cleaners.judge.wording import Wording
from training import folds
from training import wording as worded
from training.examples import Examples
from training.folds import Ints, OutOfFold
from training.net import Schooling

# A line teaches its words by the root of its length, up to this many words.
MAX_WORDS_TAUGHT = 60


@dataclass(frozen=True, slots=True)
class TextCourse:
    """The judge of plain text learns words, and sees nothing else."""

    examples: Examples

    def learn(self, chosen: NDArray[np.bool_]) -> Wording:
        """The weights of the words on the chosen pages."""
        return wording_of(self.examples, chosen)

    def features_of(self, pages: Sequence[int], learnt: Wording) -> tuple[Measures, Columns]:
        """The features of some pages."""
        return examine([self.examples.cases[page] for page in pages], learnt)


def final(examples: Examples, schooling: Schooling, known: OutOfFold) -> TextModel:
    """The model trained on every page."""
    return TextModel(*folds.final(TextCourse(examples), known, schooling))


def leant(examples: Examples, odds: Ints) -> Ints:
    """The log odds of every line as the judge has them: shifted by pages."""
    leant = odds.copy()
    for page in range(len(examples.samples)):
        rows = examples.rows([page])
        if len(rows):
            leant[rows] += page_shift(odds[rows], examples.words[rows])
    return leant


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
