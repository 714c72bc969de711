"""How much of a body is likely right: the word F1 that the probabilities promise, corrected by what
the folds of the training measured.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cleaners.model import Paragraph, Verdict

# A paragraph of a rule's or a guard's verdict counts as sure, as the model's own do at the ends.
_PLACES = 3


@dataclass(frozen=True, slots=True)
class Calibration:
    """What a promised word F1 is worth: ``promised`` rises, ``measured`` is the mean word F1 of the
    pages of such a promise.
    """

    promised: tuple[float, ...]
    measured: tuple[float, ...]

    def of(self, promise: float) -> float:
        """The word F1 to expect of a promise, between the nearest two that were measured."""
        last = len(self.promised) - 1
        above = next((n for n, p in enumerate(self.promised) if p >= promise), last)
        below = max(above - 1, 0)
        low, high = self.promised[below], self.promised[above]
        share = min((promise - low) / (high - low), 1.0) if high > low else 0.0
        start, end = self.measured[below], self.measured[above]
        return round(start + max(share, 0.0) * (end - start), _PLACES)


AS_PROMISED = Calibration((0.0, 1.0), (0.0, 1.0))


def promise(words: Sequence[int], probabilities: Sequence[float], kept: Sequence[bool]) -> float:
    """The word F1 to expect if each paragraph is body with its probability.

    >>> promise([10, 10], [1.0, 0.0], [True, False])
    1.0
    >>> promise([10, 10], [0.5, 0.5], [True, True])
    0.6667
    """
    right = given = wanted = 0.0
    for size, probability, stays in zip(words, probabilities, kept, strict=True):
        wanted += size * probability
        if stays:
            given += size
            right += size * probability
    return round(2 * right / (given + wanted), 4) if given + wanted else 0.0


def of(
    paragraphs: Sequence[Paragraph], verdicts: Sequence[Verdict], calibration: Calibration
) -> float:
    """The quality of the body that these verdicts leave."""
    return calibration.of(
        promise(
            [paragraph.text.count(" ") + 1 for paragraph in paragraphs],
            [verdict.probability for verdict in verdicts],
            [verdict.kept for verdict in verdicts],
        )
    )
