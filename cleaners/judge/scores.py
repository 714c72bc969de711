"""The model's opinion of every paragraph of some documents; the model file is read here alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cleaners.judge.company import SURE, keep_company
from cleaners.judge.features import look, tabulate
from cleaners.judge.forest import STEPS, Forest, probability
from cleaners.judge.quality import AS_PROMISED, Calibration
from cleaners.judge.reasons import reasons
from cleaners.judge.wording import Wording
from cleaners.model import Paragraph, Score

MODEL_FILE = Path(__file__).with_name("text.npz")

# A page is told apart from its debris by what stands around; the shortest article of our training
# pages has 30 words, and its page some hundreds.
MIN_WORDS_OF_A_PAGE = 60
TOO_SHORT = Score(1.0, "too short a text to tell debris by what stands around it")


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of words, and two forests: the second knows what the first said of the page.

    ``shift`` moves the odds so that one half is where the folds of the training lose least.
    """

    wording: Wording
    first: Forest
    second: Forest
    shift: int = 0
    calibration: Calibration = AS_PROMISED

    def save(self, path: Path) -> None:
        """Write this model to a file."""
        arrays = {
            "weights": self.wording.weights,
            "rarity": self.wording.rarity,
            "shift": np.array([self.shift]),
            "promised": np.array(self.calibration.promised),
            "measured": np.array(self.calibration.measured),
            **self.first.arrays("first"),
            **self.second.arrays("second"),
        }
        np.savez_compressed(path, allow_pickle=False, **arrays)

    @classmethod
    def load(cls, path: Path) -> "Model":
        """The model of a file."""
        with np.load(path) as file:
            arrays = dict(file)
        return cls(
            Wording(arrays["weights"], arrays["rarity"]),
            Forest.of(arrays, "first"),
            Forest.of(arrays, "second"),
            int(arrays["shift"][0]),
            Calibration(tuple(arrays["promised"].tolist()), tuple(arrays["measured"].tolist()))
            if "promised" in arrays
            else AS_PROMISED,
        )


@cache
def text_model() -> Model:
    """The model for plain text that comes with this version."""
    return Model.load(MODEL_FILE)


def score(documents: Sequence[Sequence[Paragraph]], model: Model) -> list[tuple[Score, ...]]:
    """One score a paragraph, one tuple a document; no document changes the scores of another."""
    judged = [document if _is_page(document) else () for document in documents]
    scores = iter(_scored(judged, model))
    return [
        own or (TOO_SHORT,) * len(document) for own, document in zip(scores, documents, strict=True)
    ]


def _is_page(document: Sequence[Paragraph]) -> bool:
    words = 0
    for paragraph in document:
        words += paragraph.text.count(" ") + 1
        if words >= MIN_WORDS_OF_A_PAGE:
            return True
    return False


def _scored(documents: Sequence[Sequence[Paragraph]], model: Model) -> list[tuple[Score, ...]]:
    paragraphs = [paragraph for document in documents for paragraph in document]
    if not paragraphs:
        return [() for _ in documents]
    glance, columns = look(documents, model.wording)
    columns |= keep_company(glance, opinion(model.first.log_odds(tabulate(columns))))
    body = probability(model.second.log_odds(tabulate(columns)) + model.shift)
    why = reasons(paragraphs, glance, columns, body >= 0.5)
    scores = list(map(Score, body.tolist(), why))
    bounds = glance.pages.bounds.tolist()
    return [tuple(scores[a:b]) for a, b in pairwise(bounds)]


def opinion(log_odds: NDArray[np.int64]) -> NDArray[np.int64]:
    """A first opinion in thousandths, as the second forest is told it."""
    return np.round(SURE / (1.0 + np.exp(-log_odds / STEPS))).astype(np.int64)
