"""The company a paragraph keeps: what a first opinion of the lines around it, of its section and of
the lines that share its words says of it.
"""

import numpy as np
from numpy.typing import NDArray

from cleaners.judge import wording as worded
from cleaners.judge.features import (
    MIN_RARITY_OF_A_TOPIC,
    VOCABULARY_BITS,
    Columns,
    Glance,
    running_between,
    share,
)
from cleaners.judge.pages import Column, Pages

Ints = NDArray[np.int64]

# A first opinion is counted in thousandths, so that sums are of whole numbers.
SURE = 1000
WINDOWS = (2, 5, 12, 30)
NEIGHBOURS = (-4, -3, -2, -1, 1, 2, 3, 4)
# Words counted of a line: one long paragraph must not outvote ten around it.
MAX_MASS = 60


def keep_company(glance: Glance, first: Ints) -> Columns:
    """Features of each paragraph from the first opinion (0..1000) of all paragraphs."""
    columns: Columns = {"first": first}
    columns |= _neighbours(glance, first)
    columns |= _stretch(glance, first)
    columns |= _sections(glance, first)
    columns |= _cohesion(glance, first)
    return columns


def _neighbours(glance: Glance, first: Ints) -> Columns:
    pages = glance.pages
    mass = np.minimum(glance.count, MAX_MASS)
    said = first * mass
    columns: Columns = {f"first at {by:+}": pages.shifted(first, by, -1) for by in NEIGHBOURS}
    for window in WINDOWS:
        for name, before, after in (("above", window, -1), ("below", -1, window)):
            columns[f"first by words {window} {name}"] = share(
                pages.around(said, before, after), pages.around(mass, before, after)
            )
            columns[f"first by lines {window} {name}"] = share(
                pages.around(first, before, after), pages.rows_around(before, after)
            )
    return columns


def _stretch(glance: Glance, first: Ints) -> Columns:
    """Where the article seems to begin and end."""
    pages = glance.pages
    body = first * glance.count
    total, above = pages.whole(body), pages.above(body)
    start, stop = pages.best_stretch((first - SURE // 2) * np.minimum(glance.count, MAX_MASS))
    likely = first > SURE // 2
    return {
        "body above": share(above, total),
        "body words above": above // SURE,
        "body words below": (total - above - body) // SURE,
        "page body words": total // SURE,
        "page body share": share(total // SURE, pages.whole(glance.count)),
        "lines before article": start - pages.row,
        "lines after article": pages.row - stop,
        "article share": share(running_between(body, start, stop), total),
        "lines since body": pages.row - pages.last(likely),
        "lines to body": pages.next(likely) - pages.row,
        "lines since debris": pages.row - pages.last(~likely),
        "lines to debris": pages.next(~likely) - pages.row,
        "debris words since body": _since(glance, likely),
    }


def _since(glance: Glance, likely: NDArray[np.bool_]) -> Ints:
    """Words between a line and the last likely body line above it."""
    pages, count = glance.pages, glance.count
    last = np.maximum(pages.last(likely), pages.begin)
    total = pages.above(count)
    return total - total[last]


def _sections(glance: Glance, first: Ints) -> Columns:
    pages = glance.pages
    opens = glance.heading & (pages.shifted(glance.prose, 1, 0) > 0)
    sections = pages.sections(opens)
    head = np.maximum(pages.last(opens), pages.begin)
    previous = np.maximum(head - 1, pages.begin)
    own = _by_words(sections, glance, first)
    likely = first > SURE // 2
    runs = pages.sections(pages.shifted(likely, -1, -1) != likely)
    return {
        "first of heading": first[head],
        "first of section": own,
        "first of section above": np.where(previous >= pages.begin, own[previous], -1),
        "first of rest of section": share(
            sections.whole(first) - first, sections.end - sections.begin - 1
        ),
        "run of opinion lines": runs.end - runs.begin,
        "run of opinion words": runs.whole(glance.count),
    }


def _by_words(sections: Pages, glance: Glance, first: Ints) -> Column:
    return share(sections.whole(first * glance.count), sections.whole(glance.count))


def _cohesion(glance: Glance, first: Ints) -> Columns:
    """How much of a line's telling words stand in lines that seem body, and in others."""
    pages, words = glance.pages, glance.words
    text = words.text_of_word()
    place = (pages.document[text] << VOCABULARY_BITS) + worded.places(words.hashes, VOCABULARY_BITS)
    size = (len(pages.bounds) - 1) << VOCABULARY_BITS
    weight = np.where(glance.rarity >= MIN_RARITY_OF_A_TOPIC, glance.rarity, 0).astype(np.int64)
    own = first[text]
    body = np.bincount(place, own, size).astype(np.int64)[place] - own
    rest = np.bincount(place, SURE - own, size).astype(np.int64)[place] - (SURE - own)
    met = np.where(body + rest > 0, weight, 0)
    bodily = np.where(body + rest > 0, weight * body // np.maximum(body + rest, 1), 0)
    likely = np.where(body > SURE // 2, weight, 0)
    lean = np.where(body > rest, weight, 0)
    topics = words.per_text(weight)
    return {
        "topics in body": share(words.per_text(likely), topics),
        "topics rather in body": share(words.per_text(lean), words.per_text(met)),
        "topics lean": share(words.per_text(bodily * 16), words.per_text(met)),
        "topics met": share(words.per_text(met), topics),
    }
