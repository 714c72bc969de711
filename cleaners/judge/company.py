"""The company a paragraph keeps: what the net says of the lines around it, of the article they make
up, and of the lines that share its words. Told to the reader of a verdict, not to the net.
"""

import numpy as np
from numpy.typing import NDArray

from cleaners.arrays.table import Columns
from cleaners.arrays.words import Ints
from cleaners.judge.measures import MIN_RARITY_OF_A_TOPIC, Measures, share

# An opinion is counted in thousandths, so that sums are of whole numbers.
SURE = 1000
LINES_AROUND = 5
# Words counted of a line: one long paragraph must not outvote ten around it.
MAX_MASS = 60


def keep_company(measures: Measures, opinion: Ints) -> Columns:
    """Traits of each paragraph from the opinion (0..1000: debris to body) on all paragraphs."""
    pages = measures.pages
    mass = np.minimum(measures.count, MAX_MASS)
    said = opinion * mass
    start, stop = pages.best_stretch((opinion - SURE // 2) * mass)
    columns: Columns = {
        "lines before article": start - pages.row,
        "lines after article": pages.row - stop,
        "topics in body": _shared_topics(measures, opinion),
    }
    both = np.stack([said, mass])
    above, below = pages.sums_beside(both, (LINES_AROUND,))
    columns |= {"opinion above": share(*above[0]), "opinion below": share(*below[0])}
    return columns


def _shared_topics(measures: Measures, opinion: Ints) -> NDArray[np.float64]:
    """How much of a line's telling words stand in other lines that seem body (0..1)."""
    rows = len(measures.pages.row)
    of_place = np.bincount(measures.place, opinion[measures.line], measures.places).astype(np.int64)
    topical = np.flatnonzero(measures.rarity >= MIN_RARITY_OF_A_TOPIC)
    line, weight = measures.line[topical], measures.rarity[topical]
    elsewhere = of_place[measures.place[topical]] - opinion[line]
    shared = np.bincount(line, weight * (elsewhere > SURE // 2), rows)
    return share(shared, np.bincount(line, weight, rows)).astype(np.float64)
