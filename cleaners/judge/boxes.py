"""Boxes of a page whose name or tag says what debris they hold, on site after site; names that only
lean one way are weighed by the model.
"""

import tomllib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path

from cleaners.arrays.words import Ints
from cleaners.errors import BadRule
from cleaners.model import Category, Elements, Page, Paragraph

TABLE = Path(__file__).with_name("boxes.toml")

# A box with more than that of what the model takes for the story is not what its name says.
MAX_SHARE_OF_A_STORY = 0.5


@dataclass(frozen=True, slots=True)
class Boxes:
    """What is in boxes of these names (in small letters) and tags."""

    names: Mapping[str, Category]
    tags: Mapping[str, Category]


@cache
def known_boxes() -> Boxes:
    """The boxes that are known.

    Raises:
        BadRule: a name of the table is of two kinds of debris.
    """
    table: dict[str, dict[str, str]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return Boxes(_kinds(table["names"]), _kinds(table["tags"]))


def _kinds(table: Mapping[str, str]) -> dict[str, Category]:
    kinds: dict[str, Category] = {}
    for category, words in table.items():
        for word in words.split():
            if kinds.setdefault(word, Category(category)) != category:
                raise BadRule(f"{TABLE.name}: '{word}' twice; leave one")
    return kinds


# The pages of a site print the same names again and again.
@lru_cache(maxsize=8192)
def kind_of(names: str) -> Category | None:
    """What is in a box of these names."""
    known, words = known_boxes().names, names.lower().split()
    if known.keys().isdisjoint(words):
        return None
    return next(filter(None, map(known.get, words)))


def boxed(page: Page, paragraphs: Sequence[Paragraph], kept: Ints) -> dict[int, Category]:
    """The paragraphs in known boxes by their places, and what they are; ``kept`` are the words of
    each that the model takes for the story.
    """
    numbers = [paragraph.number for paragraph in paragraphs]
    story = list(accumulate(kept.tolist(), initial=0))
    most = MAX_SHARE_OF_A_STORY * story[-1]
    found: dict[int, Category] = {}
    done = 0
    for first, end, category in _boxes_of(page.elements):
        if end <= done:
            continue
        places = range(bisect_left(numbers, first), bisect_left(numbers, end))
        if story[places.stop] - story[places.start] <= most:
            found |= dict.fromkeys(places, category)
            done = end
    return found


def _boxes_of(elements: Elements) -> list[tuple[int, int, Category]]:
    """First line, end and kind of each known box, outer before inner."""
    tags = known_boxes().tags
    kinds = [
        tags.get(tag) or kind_of(names)
        for tag, names in zip(elements.tags, elements.names, strict=True)
    ]
    return [
        (elements.first[place], elements.end[place], kind)
        for place, kind in enumerate(kinds)
        if kind is not None
    ]
