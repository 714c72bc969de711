"""What becomes of the log odds of the net before they are probabilities: a little more for every
line, lists drawn together, pages shifted to where they are likeliest right.
"""

import numpy as np
from numpy.typing import NDArray

from cleaners.arrays.net import STEPS, Net, probability
from cleaners.arrays.table import Columns, Sheet, tabulate
from cleaners.judge.company import SURE
from cleaners.judge.measures import Measures
from cleaners.judge.wording import telling_terms_by_kind

# The probability that a paragraph is body, from which it is kept.
MIN_PROBABILITY = 0.5

# A paragraph lost is worse than a teaser kept: so much log odds cost no F1 on folds of sites and
# bring recall to .97 and more, in plain text and in HTML.
RATHER_KEPT = round(0.6 * STEPS)
RATHER_KEPT_BY_MARKUP = round(0.4 * STEPS)

# One unit of log odds: a page of menus alone must not get a body of its likeliest lines.
MAX_PAGE_SHIFT = STEPS

# How far the items of a list share their fate. On folds of sites .4 to .8 gave a page in a hundred
# more that is right to the word, and .0003 of F1; the rows of a table gained nothing by it.
SHARED = 0.7
MAX_WORDS_OF_AN_ITEM = 60
WORDS_OF_ITS_MARK = 2
MAX_SURENESS = 6 * STEPS


def log_odds_of(
    net: Net, measures: Measures, columns: Columns, favour: int = RATHER_KEPT
) -> NDArray[np.int64]:
    """The log odds of some paragraphs, a little in their favour."""
    return net.log_odds(sheet_of(measures, columns)) + favour


def sheet_of(measures: Measures, columns: Columns) -> Sheet:
    """What the net is shown of some paragraphs."""
    return Sheet(
        tabulate(columns),
        measures.count,
        *telling_terms_by_kind(measures.words),
        measures.pages.bounds,
    )


def drawn_to_lists(
    log_odds: NDArray[np.int64], words: NDArray[np.int64], lists: NDArray[np.int64]
) -> NDArray[np.int64]:
    """The log odds of a page with those of each list, or block of code, drawn to their mean: half a
    list is worth less to a reader than all or none of it.
    """
    held = lists >= 0
    if not held.any():
        return log_odds
    which = lists[held]
    mass = np.minimum(words[held], MAX_WORDS_OF_AN_ITEM) + WORDS_OF_ITS_MARK
    sure = np.clip(log_odds[held], -MAX_SURENESS, MAX_SURENESS)
    mean = np.bincount(which, sure * mass) / np.maximum(np.bincount(which, mass), 1)
    drawn = log_odds.copy()
    drawn[held] += np.round(SHARED * (mean[which] - log_odds[held])).astype(np.int64)
    return drawn


def page_shift(log_odds: NDArray[np.int64], words: NDArray[np.int64]) -> int:
    """What to add to the log odds of a page so that half is where the page is likeliest right.

    Where all is unsure, as on a page of a kind never met, leaving out all that is less likely than
    not loses more than it spares: the cut is where the expected F1 of the words is highest.
    """
    order = np.argsort(-log_odds, kind="stable")
    sure = probability(log_odds[order])
    right = np.cumsum(sure * words[order])
    cut = int(np.argmax(2 * right / (np.cumsum(words[order]) + right[-1] + 1)))
    last = int(log_odds[order[cut]])
    following = int(log_odds[order[cut + 1]]) if cut + 1 < len(order) else -MAX_PAGE_SHIFT
    wanted = -last if last < 0 else min(0, -following - 1)
    return max(-MAX_PAGE_SHIFT, min(wanted, MAX_PAGE_SHIFT))


def opinion(log_odds: NDArray[np.int64]) -> NDArray[np.int64]:
    """The net's opinion in thousandths."""
    return np.round(SURE / (1.0 + np.exp(-log_odds / STEPS))).astype(np.int64)
