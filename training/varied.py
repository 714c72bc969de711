"""Checked HTML pages varied, so that a few hundred sites teach what thousands would: blocks of
debris and stretches of the story taken out, names made meaningless, what the head says left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cleaners.model import Elements, Page, Paragraph

Flags = NDArray[np.bool_]
Ints = NDArray[np.int64]

VARIED = "varied"
TIMES_VARIED = 2
SHARE_OF_BLOCKS_GONE = 0.12
# A larger block is the frame of the page.
MAX_SHARE_OF_A_BLOCK = 0.25
SHARE_OF_STORIES_CUT = 0.5
MIN_LINES_OF_A_STORY_TO_CUT = 12
SHARE_WITHOUT_NAMES = 0.15
SHARE_WITHOUT_TITLE = 0.15
SHARE_WITHOUT_SUMMARY = 0.2
# One model serves both engines: of the pages as they are, too, half are learnt with the opinion of
# another extractor and half without.
SHARE_WITHOUT_OPINION = 0.5


@dataclass(frozen=True, slots=True)
class Checked:
    """A page, its paragraphs, and the rows they have among those of all pages."""

    page: Page
    document: tuple[Paragraph, ...]
    rows: Ints


def variants(checked: Checked, body: Flags, seed: int) -> Iterator[tuple[str, Checked]]:
    """The page varied, and as each engine has it: without and with another extractor's opinion."""
    chance = np.random.default_rng(seed)
    for _ in range(TIMES_VARIED):
        other = varied(checked, body, chance)
        if other is not None:
            yield VARIED, other
    yield "fast", replace(checked, page=replace(checked.page, extracted=None))
    yield "thorough", checked


def varied(checked: Checked, body: Flags, chance: np.random.Generator) -> Checked | None:
    """The page without some of its debris and its story; ``None`` if nothing is left."""
    numbers = np.array([p.number for p in checked.document])
    elements = checked.page.elements
    first = np.searchsorted(numbers, np.array(elements.first))
    end = np.searchsorted(numbers, np.array(elements.end))
    stays = ~(_debris_gone(first, end, body, chance) | _story_cut(body, chance))
    if not stays.any():
        return None
    left = np.append(0, np.cumsum(stays))
    alive = left[end] > left[first]
    place = (np.cumsum(alive) - 1).tolist()
    nameless = chance.random() < SHARE_WITHOUT_NAMES
    page = replace(
        checked.page,
        elements=_some(elements, np.flatnonzero(alive).tolist(), place, nameless),
        stated=replace(checked.page.stated, title=None)
        if chance.random() < SHARE_WITHOUT_TITLE
        else checked.page.stated,
        summary="" if chance.random() < SHARE_WITHOUT_SUMMARY else checked.page.summary,
        extracted=None if chance.random() < SHARE_WITHOUT_OPINION else checked.page.extracted,
    )
    document = tuple(_moved(checked.document[n], place) for n in np.flatnonzero(stays))
    return Checked(page, document, checked.rows[stays])


def _debris_gone(first: Ints, end: Ints, body: Flags, chance: np.random.Generator) -> Flags:
    """Some of the blocks that hold no line of the story."""
    story = np.append(0, np.cumsum(body))
    size = end - first
    whole = max(len(body) * MAX_SHARE_OF_A_BLOCK, 1)
    bare = (story[end] == story[first]) & (size > 0) & (size <= whole)
    gone = np.zeros(len(body), bool)
    for element in np.flatnonzero(bare & (chance.random(len(bare)) < SHARE_OF_BLOCKS_GONE)):
        gone[first[element] : end[element]] = True
    return gone


def _story_cut(body: Flags, chance: np.random.Generator) -> Flags:
    """A stretch of the story, up to half of it, or nothing."""
    gone = np.zeros(len(body), bool)
    lines = np.flatnonzero(body)
    if len(lines) >= MIN_LINES_OF_A_STORY_TO_CUT and chance.random() < SHARE_OF_STORIES_CUT:
        begin = int(chance.integers(0, len(lines)))
        gone[lines[begin : begin + int(chance.integers(1, len(lines) // 2))]] = True
    return gone


def _some(elements: Elements, kept: Sequence[int], place: Sequence[int], bare: bool) -> Elements:
    """Some of the elements of a page, with their names or without."""
    around = (elements.around[n] for n in kept)
    return Elements(
        tuple(elements.tags[n] for n in kept),
        tuple(place[n] if n >= 0 else -1 for n in around),
        tuple(elements.first[n] for n in kept),
        tuple(elements.end[n] for n in kept),
        tuple("" if bare else elements.names[n] for n in kept),
    )


def _moved(paragraph: Paragraph, place: Sequence[int]) -> Paragraph:
    assert paragraph.markup is not None
    markup = paragraph.markup._replace(element=place[paragraph.markup.element])
    return paragraph._replace(markup=markup)
