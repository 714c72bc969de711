"""The elements of HTML pages as arrays, and which of them hold which paragraphs."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from cleaners.arrays.pages import Column, Flags
from cleaners.arrays.table import integers
from cleaners.arrays.words import Ints, running
from cleaners.judge.case import Case
from cleaners.judge.measures import Measures
from cleaners.model import Elements, Page, Paragraph

# An element and its name, side by side in one number, and before both the page.
BITS_OF_A_NAME = 20
_BITS_OF_A_KEY = 44
# More elements than this beside each other are as many as this.
MANY = 200
_TAGS = (
    "body main article section div p span a li ul ol h1 h2 h3 h4 h5 h6 strong b em i blockquote td"
    " tr table tbody figcaption figure pre code dl dt dd time label button form header footer nav"
    " aside summary details center font address"
)
_TAG = {tag: place + 1 for place, tag in enumerate(_TAGS.split())}
_LISTS = frozenset(("ul", "ol", "dl", "pre"))
# Tags that stand beside their like in any text; several of others are a list of something, cards of
# stories say.
_COMMON = frozenset("p span li a strong b em i br tr td h2 h3 h4 dt dd code font".split())


@dataclass(frozen=True, slots=True)
class Tree:
    """The elements of some pages as arrays; ``first`` and ``end`` are rows of paragraphs.

    ``around`` of an outermost element is the element itself; ``like`` numbers elements of the same
    tag and names on the same page, ``named`` their tag and names in ``names``.
    """

    page: Ints
    bounds: Ints
    around: Ints
    first: Ints
    end: Ints
    tag: Ints
    common: Flags
    named: Ints
    names: tuple[str, ...]

    def inside(self, values: Column) -> Ints:
        """The sum over the rows of each element."""
        total = running(values)
        return total[self.end] - total[self.first]

    def covering(self, values: Ints, rows: int) -> Ints:
        """The sum over all elements around each row."""
        edges = np.bincount(self.first, values, rows + 1) - np.bincount(self.end, values, rows + 1)
        return np.cumsum(edges[:rows]).astype(np.int64)

    def innermost(self, flags: Flags) -> Ints:
        """The last flagged element of each page, which is the innermost of a chain; or its body."""
        found = np.where(flags, np.arange(len(flags)), self.bounds[self.page])
        return np.maximum.reduceat(found, self.bounds[:-1])

    def beside(self, keys: Ints) -> Ints:
        """How many elements of a page have the same key, a number of 44 bits."""
        _, inverse, counts = np.unique(
            keys + (self.page << _BITS_OF_A_KEY), return_inverse=True, return_counts=True
        )
        return np.minimum(counts[inverse], MANY)


def tree_of(pages: Sequence[Page], measures: Measures, numbers: Sequence[Ints]) -> Tree:
    """The elements of some pages, none without a paragraph; ``numbers`` are those of the lines."""
    every = [page.elements for page in pages]
    sizes = [len(elements.tags) for elements in every]
    bounds = running(integers(sizes))
    tags = chain.from_iterable(elements.tags for elements in every)
    called = chain.from_iterable(elements.names for elements in every)
    known_as = list(map(" ".join, zip(tags, called, strict=True)))
    names = {name: place for place, name in enumerate(dict.fromkeys(known_as))}
    named = integers([names[name] for name in known_as])
    tag_of_name = [name.partition(" ")[0] for name in names]
    rows = measures.pages.bounds
    first, end, around = [], [], []
    for place, (elements, number) in enumerate(zip(every, numbers, strict=True)):
        first.append(rows[place] + np.searchsorted(number, np.array(elements.first)))
        end.append(rows[place] + np.searchsorted(number, np.array(elements.end)))
        around.append(np.maximum(integers(elements.around), 0) + bounds[place])
    return Tree(
        np.repeat(np.arange(len(pages)), sizes),
        bounds,
        np.concatenate(around),
        np.concatenate(first),
        np.concatenate(end),
        integers([_TAG.get(tag, 0) for tag in tag_of_name])[named],
        np.array([tag in _COMMON for tag in tag_of_name], bool)[named],
        named,
        tuple(names),
    )


def part_of(page: Page, case: Case) -> tuple[Page, Case]:
    """The page with the elements of a stretch of it alone, and the case of that stretch."""
    elements, paragraphs = page.elements, case.paragraphs
    begin, end = paragraphs[0].number, paragraphs[-1].number + 1
    around, outer = paragraphs[0].markup, []
    number = around.element if around else -1
    inside = range(bisect_left(elements.first, begin), bisect_left(elements.first, end))
    while number >= 0:
        outer += [number] if number < inside.start else []
        number = elements.around[number]
    held = [*reversed(outer), *inside]
    place = {number: place for place, number in enumerate(held)}
    part = Elements(
        tuple(elements.tags[n] for n in held),
        tuple(place.get(elements.around[n], -1) for n in held),
        tuple(elements.first[n] for n in held),
        tuple(elements.end[n] for n in held),
        tuple(elements.names[n] for n in held),
    )
    moved = [
        p._replace(markup=p.markup._replace(element=place[p.markup.element]))
        for p in paragraphs
        if p.markup
    ]
    return replace(page, elements=part), replace(case, paragraphs=moved)


def lists_of(page: Page, document: Sequence[Paragraph]) -> Ints:
    """The list or block of code that each paragraph stands in; -1 where in none."""
    elements = page.elements
    if _LISTS.isdisjoint(elements.tags):
        return np.full(len(document), -1)
    inmost: list[int] = []
    for place, (tag, around) in enumerate(zip(elements.tags, elements.around, strict=True)):
        inmost.append(place if tag in _LISTS else inmost[around] if around >= 0 else -1)
    return integers([inmost[p.markup.element] for p in document if p.markup is not None])
