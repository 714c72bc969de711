"""Calibration of the quality of a body: what pages of a promise really reached, on folds."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from sklearn.isotonic import IsotonicRegression

from cleaners.judge.odds import MIN_PROBABILITY
from cleaners.judge.quality import Calibration, promise
from training.examples import Examples
from training.folds import Ints, probabilities
from training.made import MADE
from training.score import PageScore

# Points of the calibration; between them it is a straight line.
POINTS = 12
# Bins of the reliability table, by quality.
EDGES = (0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.94, 0.97, 1.001)


def promises(examples: Examples, odds: Ints) -> list[float]:
    """What the out-of-fold probabilities promise of each page."""
    likely = probabilities(odds)
    found = []
    for page in range(len(examples.samples)):
        rows = examples.rows([page])
        p = likely[rows].tolist()
        found.append(promise(examples.words[rows].tolist(), p, [q >= MIN_PROBABILITY for q in p]))
    return found


def pages_measured(examples: Examples) -> list[int]:
    """The pages that count: no doubtful ones, none made for training only."""
    return [
        number
        for number, sample in enumerate(examples.samples)
        if not sample.doubtful and sample.variant not in MADE
    ]


def calibrate(promised: Sequence[float], scores: Sequence[PageScore]) -> Calibration:
    """A rising line of few points through what the pages measured."""
    measured = np.array([score.words for score in scores])
    model = IsotonicRegression(out_of_bounds="clip").fit(promised, measured)
    points = np.unique(np.round(np.quantile(promised, np.linspace(0, 1, POINTS)), 4))
    width = np.diff(points).mean() / 2
    smooth = [model.predict([p - width, p, p + width]).mean() for p in points]
    return Calibration(
        (0.0, *points.tolist()), (0.0, *np.round(np.maximum.accumulate(smooth), 4).tolist())
    )


def reliability(
    promised: Sequence[float], scores: Sequence[PageScore], calibration: Calibration
) -> list[tuple[str, int, float, float]]:
    """Bins of quality: their name, pages, mean quality and mean word F1."""
    quality = np.array([calibration.of(p) for p in promised])
    measured = np.array([score.words for score in scores])
    table = []
    for low, high in pairwise(EDGES):
        inside = (quality >= low) & (quality < high)
        if inside.any():
            name = f"{low:.2f} to {min(high, 1):.2f}"
            table.append(
                (
                    name,
                    int(inside.sum()),
                    float(quality[inside].mean()),
                    float(measured[inside].mean()),
                )
            )
    return table
