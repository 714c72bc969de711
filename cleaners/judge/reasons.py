"""What moved the model, in words a reader of news understands.

The net weighs hundreds of numbers; a verdict names the few plain traits of a paragraph that
a reader can check.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from cleaners.arrays.table import Columns
from cleaners.judge.measures import Measures
from cleaners.model import Paragraph

# Named in a verdict; a fourth adds length, not light.
MAX_TRAITS_NAMED = 3
# In the order in which they are named: what says most to a reader first.
AGAINST = (
    "among other debris",
    "in the words of debris",
    "below the article",
    "above the article",
    "after “{}”",
    "not in whole sentences",
    "short",
    "of other topics than the article",
    "stands more than once on the page",
    "unpunctuated",
)
FOR = (
    "among paragraphs of the article",
    "whole sentences",
    "in the words of articles",
    "on the article's topics",
    "within the article",
)
# From where on a trait is plain to a reader who looks at the page: opinions in thousandths, wording
# in the units of its weights, shares of the words that tell what a text is about.
MAX_OPINION_OF_DEBRIS, MIN_OPINION_OF_AN_ARTICLE = 300, 600
MAX_WORDING_OF_DEBRIS, MIN_WORDING_OF_AN_ARTICLE = -6, 2
MAX_WORDING_OF_A_HEADING = -20
MIN_WORDS_TO_BE_LONG = 8
MIN_TOPICS_TO_COMPARE = 12
MAX_SHARE_OF_OTHER_TOPICS, MIN_SHARE_OF_ITS_TOPICS = 0.3, 0.6
# A heading that is quoted as a reason has no more words than fit a line of the ledger.
MAX_CHARS_OF_A_HEADING = 40


def reasons(
    paragraphs: list[Paragraph], measures: Measures, columns: Columns, kept: NDArray[np.bool_]
) -> list[str]:
    """Why each paragraph is kept or dropped."""
    against = pattern(_against(columns))
    supporting = pattern(_for(columns))
    head = np.maximum(
        measures.pages.last(measures.heading & (measures.wording < 0)), measures.pages.begin
    ).tolist()
    found = []
    rows = zip(kept.tolist(), supporting, against, head, strict=True)
    for stays, good, bad, heading in rows:
        text = named(FOR, good) if stays else named(AGAINST, bad)
        if "{}" in text:
            text = text.format(_shortened(paragraphs[heading].text))
        found.append(text)
    return found


def _against(columns: Columns) -> list[NDArray[np.bool_]]:
    opinion = np.maximum(columns["opinion above"], columns["opinion below"])
    headed = columns["heading wording"] < MAX_WORDING_OF_A_HEADING
    short = columns["words"] < MIN_WORDS_TO_BE_LONG
    topics = columns["topics"] > MIN_TOPICS_TO_COMPARE
    return [
        opinion < MAX_OPINION_OF_DEBRIS,
        columns["wording a word"] < MAX_WORDING_OF_DEBRIS,
        columns["lines after article"] > 0,
        columns["lines before article"] > 0,
        headed & (columns["line of section"] > 0),
        (columns["prose"] == 0) & ~short,
        short,
        topics & (columns["topics in body"] < MAX_SHARE_OF_OTHER_TOPICS),
        columns["copies"] > 1,
        columns["ends"] == 0,
    ]


def _for(columns: Columns) -> list[NDArray[np.bool_]]:
    opinion = np.maximum(columns["opinion above"], columns["opinion below"])
    return [
        opinion > MIN_OPINION_OF_AN_ARTICLE,
        (columns["prose"] > 0) & (columns["ends"] > 0),
        columns["wording a word"] > MIN_WORDING_OF_AN_ARTICLE,
        columns["topics in body"] > MIN_SHARE_OF_ITS_TOPICS,
        (columns["lines after article"] <= 0) & (columns["lines before article"] <= 0),
    ]


def pattern(traits: list[NDArray[np.bool_]]) -> list[int]:
    """The traits each paragraph has, as bits of a number."""
    total = np.zeros(len(traits[0]), np.int64)
    for bit, trait in enumerate(traits):
        total |= trait.astype(np.int64) << bit
    return total.tolist()


@lru_cache(maxsize=4096)
def named(traits: tuple[str, ...], pattern: int) -> str:
    """The first of some traits, as one phrase."""
    named = [trait for bit, trait in enumerate(traits) if pattern >> bit & 1]
    if "short" in named and "unpunctuated" in named:
        named.remove("unpunctuated")
        named[named.index("short")] = "short and unpunctuated"
    return ", ".join(named[:MAX_TRAITS_NAMED]) or "by all the model looks at together"


def _shortened(text: str) -> str:
    if len(text) <= MAX_CHARS_OF_A_HEADING:
        return text
    return text[:MAX_CHARS_OF_A_HEADING].rsplit(None, 1)[0] + " …"
