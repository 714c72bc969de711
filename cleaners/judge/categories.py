"""What a paragraph of an HTML page is, should it be debris: by its block, or by its box."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from cleaners.arrays.words import Ints
from cleaners.judge.boxes import boxed
from cleaners.judge.case import Case
from cleaners.model import Category, Page, Paragraph, Strength

# What a box of its own with a heading is for.
_BOXED = frozenset({Category.SUBSCRIBE, Category.SHARE, Category.RELATED, Category.COMMENTS})
_TELLING_BLOCKS = frozenset({"caption", "embed", "heading"})
KNOWN_BY_THEIR_PLACE = _BOXED | {Category.HEADLINE}


def category_of_each(page: Page, case: Case) -> Iterator[Category]:
    """What each paragraph is, should it be debris: its block says so of captions, headlines, posts
    of other sites, and of the heading of a box that holds nothing but debris.
    """
    title = (page.stated.title or "").casefold()
    sure = {x.number: x.category for x in case.labels if x.strength is Strength.SURE and not x.span}
    numbers = [paragraph.number for paragraph in case.paragraphs]
    inside: dict[int, Counter[Category | None]] = {}
    for paragraph in case.paragraphs:
        mark = paragraph.markup
        if mark is None or mark.block not in _TELLING_BLOCKS:
            yield Category.UNLABELLED
        elif mark.block != "heading":
            yield Category.CAPTION if mark.block == "caption" else Category.SHARE
        elif paragraph.text.casefold() == title:
            yield Category.HEADLINE
        else:
            box = page.elements.around[mark.element]
            if box not in inside:
                begin, end = page.elements.first[box], page.elements.end[box]
                held = numbers[bisect_left(numbers, begin) : bisect_left(numbers, end)]
                inside[box] = Counter(map(sure.get, held))
            yield _headed(inside[box], sure.get(paragraph.number))


def _headed(inside: Counter[Category | None], own: Category | None) -> Category:
    """What the heading of a box is, by what the rules are sure of about all that is ``inside``;
    what they say of the heading itself counts for nothing.
    """
    others = inside.keys() - ({own} if inside[own] == 1 else ())
    only = others.pop() if len(others) == 1 else None
    return only if only in _BOXED else Category.UNLABELLED


def held_in_boxes(
    pages: Sequence[Page], shown: Sequence[Sequence[Paragraph]], kept: Ints
) -> dict[int, Category]:
    """The rows that stand in known boxes, and what these are for."""
    found: dict[int, Category] = {}
    begin = 0
    for page, document in zip(pages, shown, strict=True):
        end = begin + len(document)
        inside = boxed(page, document, kept[begin:end])
        found |= {begin + place: category for place, category in inside.items()}
        begin = end
    return found
