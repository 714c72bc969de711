"""Where a page prints what it says of itself: its title, its summary, the story as its linked data
tell it; and what another extractor takes for body.
"""

import re
from collections.abc import Sequence

import numpy as np

from cleaners.arrays.table import Columns, integers
from cleaners.arrays.words import Ints, spell
from cleaners.judge.measures import Measures, share
from cleaners.judge.naming import NAME_BITS, name_places
from cleaners.model import Page, Paragraph, unmarked

MIN_CHARS_OF_AN_ECHO = 8
# A summary is known by its first words.
MAX_CHARS_OF_AN_ECHO = 60
# The longest line that prints one, all but one in a hundred.
MAX_CHARS_OF_A_SUMMARY = 500
# How much of a title a line has, in percent, to be its headline; titles often end in the site.
SAME = 60
# A line of fewer words stands in any story; of a longer one the first words are enough, since what
# linked data tell is often without its links.
MIN_WORDS_TOLD = 3
MIN_WORDS_TO_BE_BEGUN = 12
WORDS_OF_AN_OPENING = 8
# Hold more whole words than that in nearly all lines.
CHARS_OF_AN_OPENING = 160
_WORD = re.compile(r"\w+")
# Keeps the same word of two pages apart.
_PAGE = np.uint64(0x9E3779B97F4A7C15)


def stated_columns(
    pages: Sequence[Page], documents: Sequence[Sequence[Paragraph]], measures: Measures
) -> Columns:
    """The features of every paragraph of some HTML pages that come from what the pages state."""
    columns = _title(measures, pages, documents) | _article_body(pages, documents)
    numbers = ([paragraph.number for paragraph in document] for document in documents)
    columns["liked"] = np.concatenate(list(map(_extracted, pages, map(integers, numbers))))
    return columns


def _title(
    measures: Measures, pages: Sequence[Page], documents: Sequence[Sequence[Paragraph]]
) -> Columns:
    """Where the page prints what its head says: the title, and the summary."""
    found: list[int] = []
    told: list[int] = []
    for page, document in zip(pages, documents, strict=True):
        title = (page.stated.title or "").casefold()
        summary = page.summary.casefold()[:MAX_CHARS_OF_AN_ECHO]
        lines = [p.text.casefold() if _may_echo(p.text) else "" for p in document]
        found += _echoes(lines, title)
        told += _echoes(lines, summary)
    rows, echo = measures.pages, integers(found)
    full = echo >= SAME
    return {
        "title": echo,
        **_title_words(measures, [page.stated.title or "" for page in pages]),
        "summary": integers(told),
        "lines since title": rows.row - rows.last(full),
        "lines to title": rows.next(full) - rows.row,
    }


def _title_words(measures: Measures, titles: Sequence[str]) -> Columns:
    """How many of a line's words stand in the title, and how much of the title that is."""
    said, words, page = spell(titles), measures.words, measures.pages.document
    of_title = said.hashes + said.text_of_word().astype(np.uint64) * _PAGE
    of_line = words.hashes + page[measures.line].astype(np.uint64) * _PAGE
    # Few words begin like one of a title, and only those are looked for among them.
    beginnings = np.zeros(1 << NAME_BITS, np.bool_)
    beginnings[name_places(of_title)] = True
    found = beginnings[name_places(of_line)]
    likely = np.flatnonzero(found)
    found[likely] = np.isin(of_line[likely], of_title)
    same = words.per_text(found)
    return {
        "title words": share(same, words.sizes),
        "words of title": share(same, said.sizes[page]),
    }


def _may_echo(text: str) -> bool:
    return MIN_CHARS_OF_AN_ECHO <= len(text) <= MAX_CHARS_OF_A_SUMMARY


def _echoes(lines: Sequence[str], said: str) -> list[int]:
    """How much of what the head says stands in each line, in percent: all, or the line is its part;
    lines that cannot be one are empty.
    """
    if not said:
        return [0] * len(lines)
    return [
        100 if said in line else min(100 * len(line) // len(said), 100) if line in said else 0
        for line in lines
    ]


def _article_body(pages: Sequence[Page], documents: Sequence[Sequence[Paragraph]]) -> Columns:
    """Whether a line stands in the story as the page's linked data tell it, where they do."""
    found: list[int] = []
    size: list[int] = []
    for page, document in zip(pages, documents, strict=True):
        told = f" {plain_words(page.article_body)} " if page.article_body else ""
        if told:
            found += [_stands_in(unmarked(p.text, p.markup), told) for p in document]
        else:
            found += [0] * len(document)
        size += [told.count(" ")] * len(document)
    return {"told": integers(found), "told words": integers(size)}


def plain_words(text: str) -> str:
    """The words of a text in lower case, a space between each two."""
    return " ".join(_WORD.findall(text.lower()))


def _stands_in(text: str, told: str) -> int:
    words = _WORD.findall(text[:CHARS_OF_AN_OPENING].lower())
    if len(words) <= MIN_WORDS_TO_BE_BEGUN and len(text) > CHARS_OF_AN_OPENING:
        words = _WORD.findall(text.lower())
    if len(words) < MIN_WORDS_TOLD:
        return -1
    shown = words if len(words) < MIN_WORDS_TO_BE_BEGUN else words[:WORDS_OF_AN_OPENING]
    return 1 if f" {' '.join(shown)} " in told else -1


def _extracted(page: Page, numbers: Ints) -> Ints:
    """The opinion of another extractor on each line: 1 for, -1 against, 0 where it has none."""
    if page.extracted is None:
        return np.zeros(len(numbers), np.int64)
    return np.where(np.isin(numbers, integers(sorted(page.extracted))), 1, -1)
