"""Weights of words and word pairs for the judge: a logistic regression over hashed terms."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from cleaners.arrays.words import Words, measure
from cleaners.judge.wording import PLACE_BITS, RARITY_BITS, Wording, openings, places, terms

# Chosen on folds among 1e-6 to 1e-4.
PENALTY = 3e-6
# A weight of 1 in log odds is this many steps; the largest weights stay within a byte.
STEPS = 24
# The rarest word that still tells pages apart was met on one page of the training set.
RAREST = 15


def train(texts: Sequence[str], body: NDArray[np.bool_], weight: NDArray[np.float64]) -> Wording:
    """Weights that tell the lines of articles from debris by their words alone.

    A line that a page has several times, or several scrapers left, should be given once.
    """
    words = measure(texts)
    model = SGDClassifier(
        loss="log_loss", alpha=PENALTY, max_iter=8, tol=None, average=True, random_state=7
    )
    model.fit(_matrix(words), body, sample_weight=weight / weight.mean())
    steps = np.clip(np.round(model.coef_[0] * STEPS), -127, 127)
    return Wording(steps.astype(np.int8), np.full(1 << RARITY_BITS, RAREST, np.uint8))


def rarity(pages: Sequence[Sequence[str]]) -> NDArray[np.uint8]:
    """How rare the words are: 15 for one that no page had, less one for each doubling."""
    seen = np.zeros(1 << RARITY_BITS, np.int64)
    for texts in pages:
        seen[np.unique(places(measure(texts).hashes, RARITY_BITS))] += 1
    scaled = seen * (20_000 / max(len(pages), 1))
    return np.clip(RAREST - np.log2(scaled + 1), 0, RAREST).astype(np.uint8)


def _matrix(words: Words) -> csr_matrix:
    single, double = terms(words)
    first, filled = openings(words)
    line = words.text_of_word()
    rows = np.concatenate([line, line, np.flatnonzero(filled)])
    columns = np.concatenate([places(h, PLACE_BITS) for h in (single, double, first)])
    shape = (len(filled), 1 << PLACE_BITS)
    return csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape)


def distinct(pages: Sequence[str], texts: Sequence[str]) -> NDArray[np.int64]:
    """The first of each text of each page, so that scrapers' variants count once."""
    first: dict[tuple[str, str], int] = defaultdict(lambda: len(first))
    for place, key in enumerate(zip(pages, texts, strict=True)):
        first.setdefault(key, place)
    return np.fromiter(first.values(), np.int64)
