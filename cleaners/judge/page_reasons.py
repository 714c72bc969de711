"""What moved the model on an HTML page, in words a reader of news understands; see `reasons`."""

import numpy as np
from numpy.typing import NDArray

from cleaners.arrays.table import Columns
from cleaners.judge.reasons import MIN_WORDS_TO_BE_LONG, named, pattern

# In order of how much each tells.
AGAINST = (
    "outside the block that holds the article",
    "mostly links",
    "one of many cards alike",
    "in blocks with the names of debris",
    "in the words of debris",
    "stands more than once on the page",
    "short",
    "not in whole sentences",
)
FOR = (
    "inside the block that holds the article",
    "in blocks with the names of articles",
    "whole sentences",
    "in the words of articles",
)
MIN_CARDS = 4
MIN_SHARE_OF_LINKS = 0.5


def page_reasons(columns: Columns, kept: NDArray[np.bool_]) -> list[str]:
    """Why each paragraph of some HTML pages is kept or dropped."""
    against = pattern(
        [
            columns["in most"] == 0,
            columns["linked"] > MIN_SHARE_OF_LINKS,
            columns["cards"] >= MIN_CARDS,
            columns["path"] < 0,
            columns["wording a word"] < 0,
            columns["copies"] > 1,
            columns["words"] < MIN_WORDS_TO_BE_LONG,
            columns["ends"] == 0,
        ]
    )
    supporting = pattern(
        [
            columns["in most"] > 0,
            columns["path"] > 0,
            (columns["prose"] > 0) & (columns["ends"] > 0),
            columns["wording a word"] > 0,
        ]
    )
    return [
        named(FOR, good) if stays else named(AGAINST, bad)
        for stays, good, bad in zip(kept.tolist(), supporting, against, strict=True)
    ]
