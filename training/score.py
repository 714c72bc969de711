"""How right a body is: word shingles in common with the hand-checked one, as published benchmarks
of article extraction count.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

_WORD = re.compile(r"\w+")
SHINGLE = 4


@dataclass(frozen=True, slots=True)
class PageScore:
    """Precision and recall by shingles (``None`` where there is nothing to measure), whether every
    word is right, and the F1 of the words.
    """

    precision: float | None
    recall: float | None
    exact: bool
    words: float


@dataclass(frozen=True, slots=True)
class Score:
    """Means over pages; ``f1`` is that of the mean precision and recall."""

    pages: int
    precision: float
    recall: float
    exact: float
    words: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        """The figures side by side, as the training scripts print them."""
        return (
            f"{self.pages:5d}  P {self.precision:.4f}"
            f"  R {self.recall:.4f}  F1 {self.f1:.4f}  exact {self.exact:.3f}"
        )


def page_score(gold: str, body: str) -> PageScore:
    """The score of one page."""
    wanted, given = _WORD.findall(gold), _WORD.findall(body)
    of_gold, of_body = _shingles(wanted), _shingles(given)
    hits = sum((of_gold & of_body).values())
    low_gold, low_body = (Counter(w.lower() for w in words) for words in (wanted, given))
    size = len(wanted) + len(given)
    return PageScore(
        hits / of_body.total() if of_body else None,
        hits / of_gold.total() if of_gold else None,
        wanted == given,
        2 * (low_gold & low_body).total() / size if size else 1.0,
    )


def _shingles(words: list[str]) -> Counter[tuple[str, ...]]:
    if not words:
        return Counter()
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))


def summary(scores: Iterable[PageScore]) -> Score:
    """The means over some pages."""
    scores = tuple(scores)
    precision = [s.precision for s in scores if s.precision is not None]
    recall = [s.recall for s in scores if s.recall is not None]
    return Score(
        len(scores),
        fmean(precision or [0.0]),
        fmean(recall or [0.0]),
        fmean([s.exact for s in scores] or [0.0]),
        fmean([s.words for s in scores] or [0.0]),
    )


def grouped(scores: Iterable[tuple[str, PageScore]]) -> dict[str, Score]:
    """The means by group, in order of names."""
    groups: dict[str, list[PageScore]] = defaultdict(list)
    for name, score in scores:
        groups[name].append(score)
    return {name: summary(groups[name]) for name in sorted(groups)}
