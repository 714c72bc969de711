"""What the judge sees of a paragraph in its HTML: the blocks around it, their names, their share of
the page's prose, their like beside them. What its words say belongs to `features`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from cleaners.arrays.pages import Column
from cleaners.arrays.table import Columns
from cleaners.arrays.words import Hashes, Spelling, pairs, running, spell
from cleaners.judge.case import Case
from cleaners.judge.features import Flags, Glance, Ints, share
from cleaners.judge.wording import places
from cleaners.model import Block, Elements, Format, Markup, Page, Paragraph, unmarked

# Places for the words of class and id names: some thousands of them recur from site to site.
NAME_BITS = 15
# How many elements outwards are looked at one by one.
LEVELS = 6
NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
NEAREST = (-2, -1, 1, 2)
WINDOWS = (2, 5, 12)
# The innermost element with this share of the page's prose (in eighths) holds the article.
HOLDS_HALF, HOLDS_MOST = 4, 6
# A paragraph of this many words in links per ten is a list of links.
MAX_LINKED_TENTHS = 4
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
MANY_PICTURES = 5
# More elements than this beside each other are as many as this.
MANY = 200
_WORD = re.compile(r"\w+")
_BLOCKS = {block: place for place, block in enumerate(get_args(Block))}
_TAGS = (
    "body main article section div p span a li ul ol h1 h2 h3 h4 h5 h6 strong b em i blockquote td"
    " tr table tbody figcaption figure pre code dl dt dd time label button form header footer nav"
    " aside summary details center font address"
)
_TAG = {tag: place + 1 for place, tag in enumerate(_TAGS.split())}
_LISTS = frozenset(("ul", "ol", "dl", "pre"))
# Keeps the same word of two pages apart.
_PAGE = np.uint64(0x9E3779B97F4A7C15)
# Tags that stand beside their like in any text; several of others are a list of something, cards of
# stories say.
_COMMON = frozenset("p span li a strong b em i br tr td h2 h3 h4 dt dd code font".split())


@dataclass(frozen=True, slots=True)
class Naming:
    """Weights of the words in class and id names, for or against body: of the innermost element
    around a text (``own``), and of each element around it (``around``).
    """

    own: NDArray[np.int8]
    around: NDArray[np.int8]


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
        """How many elements of a page have the same key."""
        _, inverse, counts = np.unique(
            keys + (self.page << 44), return_inverse=True, return_counts=True
        )
        return np.minimum(counts[inverse], MANY)


def tree_of(pages: Sequence[Page], glance: Glance, numbers: Sequence[Ints]) -> Tree:
    """The elements of some pages, none without a paragraph; ``numbers`` are those of the lines."""
    every = [page.elements for page in pages]
    sizes = [len(elements.tags) for elements in every]
    bounds = running(_array(sizes))
    tags = chain.from_iterable(elements.tags for elements in every)
    called = chain.from_iterable(elements.names for elements in every)
    known_as = list(map(" ".join, zip(tags, called, strict=True)))
    names = {name: place for place, name in enumerate(dict.fromkeys(known_as))}
    named = _array([names[name] for name in known_as])
    tag_of_name = [name.partition(" ")[0] for name in names]
    rows = glance.pages.bounds
    first, end, around = [], [], []
    for place, (elements, number) in enumerate(zip(every, numbers, strict=True)):
        first.append(rows[place] + np.searchsorted(number, np.array(elements.first)))
        end.append(rows[place] + np.searchsorted(number, np.array(elements.end)))
        around.append(np.maximum(_array(elements.around), 0) + bounds[place])
    return Tree(
        np.repeat(np.arange(len(pages)), sizes),
        bounds,
        np.concatenate(around),
        np.concatenate(first),
        np.concatenate(end),
        _array([_TAG.get(tag, 0) for tag in tag_of_name])[named],
        np.array([tag in _COMMON for tag in tag_of_name], bool)[named],
        named,
        tuple(names),
    )


def _array(values: Sequence[int]) -> Ints:
    return np.array(values, np.int64)


def name_terms(names: Sequence[str]) -> tuple[Spelling, Hashes, Hashes]:
    """The words of some names, and the hashes they are weighed by: words, and pairs of words."""
    words = spell(names)
    return words, words.hashes, pairs(words)


def name_places(hashes: Hashes) -> Ints:
    """The place of each hash in a table of weights of names."""
    return places(hashes, NAME_BITS)


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
    return _array([inmost[p.markup.element] for p in document if p.markup is not None])


def look_at_markup(
    pages: Sequence[Page],
    documents: Sequence[Sequence[Paragraph]],
    glance: Glance,
    naming: Naming,
) -> Columns:
    """The features of every paragraph of some HTML pages that come from their markup."""
    numbers = [_array([p.number for p in document]) for document in documents]
    tree = tree_of(pages, glance, numbers)
    paragraphs = [paragraph for document in documents for paragraph in document]
    marks = [p.markup for p in paragraphs if p.markup is not None]
    leaf = _array([m.element for m in marks]) + tree.bounds[glance.pages.document]
    outwards = np.empty((LEVELS, len(leaf)), np.int64)
    outwards[0] = leaf
    for k in range(1, LEVELS):
        outwards[k] = tree.around[outwards[k - 1]]
    linked = _array([m.link_chars for m in marks])
    chars = np.maximum(glance.words.chars, 1)
    seen = _Seen(glance, tree, outwards, np.minimum(linked, chars), chars)
    columns: Columns = {
        "block": _array([_BLOCKS[m.block] for m in marks]),
        "level": np.minimum(_array([m.level for m in marks]), 9),
        "linked": share(seen.linked, chars),
        "pictures": np.minimum(_array([m.pictures for m in marks]), MANY_PICTURES),
        "ruled": np.array([m.ruled for m in marks], bool),
    }
    columns |= _formats(marks, chars)
    columns |= _names(seen, naming, columns["block"])
    columns |= _mass(seen)
    columns |= _likes(seen)
    columns |= _beside(seen, columns)
    columns |= _title(seen, pages, documents)
    columns |= _told(pages, documents)
    columns["liked"] = np.concatenate(list(map(_liked, pages, numbers)))
    return columns


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the features of markup are made from; ``outwards[k]`` are the elements ``k`` steps out
    of each row.
    """

    glance: Glance
    tree: Tree
    outwards: Ints
    linked: Ints
    chars: Ints

    @property
    def prose(self) -> Ints:
        """The characters of each row that are prose of articles, by its words."""
        glance = self.glance
        good = glance.prose & glance.ends & (glance.wording > 0)
        return np.where(good & (self.linked * 10 < self.chars * MAX_LINKED_TENTHS), self.chars, 0)


def _names(seen: _Seen, naming: Naming, block: Column) -> Columns:
    tree, out, pages = seen.tree, seen.outwards, seen.glance.pages
    words, single, double = name_terms(tree.names)
    both = [name_places(single), name_places(double)]
    own, each = (
        words.per_text(weights[both[0]].astype(np.int64) + weights[both[1]])[tree.named]
        for weights in (naming.own, naming.around)
    )
    rows = len(pages.row)
    path = tree.covering(each, rows)
    columns = _outwards("name", own[out[:5]]) | _outwards("named around", each[out[:3]])
    columns |= {
        "path": path,
        "path for": tree.covering(np.maximum(each, 0), rows),
        "path against": tree.covering(np.minimum(each, 0), rows),
        "tag": tree.tag[out[0]],
        "tag 1 out": tree.tag[out[1]],
        "tag 2 out": tree.tag[out[2]],
        "tag 3 out": tree.tag[out[3]],
    }
    heading = block == _BLOCKS["heading"]
    last = pages.last(heading)
    has = last >= pages.begin
    columns["path of heading"] = np.where(has, path[np.where(has, last, 0)], 0)
    return columns | _at("path", NEIGHBOURS, pages.neighbours(path[None], NEIGHBOURS, -999))


def _mass(seen: _Seen) -> Columns:
    """How much of the page's prose stands in the elements around, and how dense it is there."""
    tree, pages, prose = seen.tree, seen.glance.pages, seen.prose
    rows = len(pages.row)
    held, chars, plain = map(tree.inside, (prose, seen.chars, seen.chars - seen.linked))
    total = np.maximum(pages.whole(prose), 1)
    lines = tree.end - tree.first
    depth = tree.covering(np.ones(len(held), np.int64), rows)
    held_out, chars_out = held[seen.outwards], chars[seen.outwards]
    columns: Columns = {"nested": depth}
    columns |= _outwards("prose held", held_out / total)
    columns |= _outwards("prose density", share(held_out, chars_out))
    columns |= _outwards("unlinked", share(plain[seen.outwards], chars_out))
    columns |= _outwards("lines", lines[seen.outwards])
    of_page = total[pages.bounds[:-1]][tree.page]
    for name, eighths in (("half", HOLDS_HALF), ("most", HOLDS_MOST)):
        main = tree.innermost(held * 8 >= of_page * eighths)
        first, end = tree.first[main][pages.document], tree.end[main][pages.document]
        inside = (pages.row >= first) & (pages.row < end)
        at_main = depth[np.minimum(tree.first[main], rows - 1)][pages.document]
        columns |= {
            f"in {name}": inside,
            f"below {name}": np.where(inside, depth - at_main, -1),
            f"line of {name}": pages.row - first,
            f"lines left of {name}": end - pages.row,
            f"density of {name}": share(plain[main], chars[main])[pages.document],
            f"held by {name}": (held[main] / of_page[tree.bounds[:-1]])[pages.document],
        }
    for name, part in (("half", 2), ("a fifth", 5), ("a twentieth", 20)):
        enough = held_out * part >= total
        columns[f"steps to {name}"] = np.where(enough.any(0), enough.argmax(0), LEVELS + 3)
    columns["prose held above"] = share(pages.above(prose), total)
    columns["prose held below"] = share(total - pages.above(prose) - prose, total)
    columns["prose of page"] = total
    return columns


def _likes(seen: _Seen) -> Columns:
    """How many elements beside and on the page are alike, as the cards of a list are."""
    tree, out, pages = seen.tree, seen.outwards, seen.glance.pages
    alike = tree.beside((tree.around << 20) + tree.named)
    siblings = tree.beside(tree.around)
    same = tree.beside(tree.named)
    columns = _outwards("alike", alike[out[:4]]) | _outwards("siblings", siblings[out[:4]])
    columns |= {
        "cards": np.where(tree.common, 0, alike)[out].max(0),
        "of this name": same[out[0]],
        "of this name 1 out": same[out[1]],
        "from start of 1 out": pages.row - tree.first[out[1]],
        "to end of 1 out": tree.end[out[1]] - pages.row,
        "from start of 2 out": pages.row - tree.first[out[2]],
        "to end of 2 out": tree.end[out[2]] - pages.row,
        "from start of 3 out": pages.row - tree.first[out[3]],
        "to end of 3 out": tree.end[out[3]] - pages.row,
    }
    return columns


def _beside(seen: _Seen, columns: Columns) -> Columns:
    pages, linked, block = seen.glance.pages, columns["linked"], columns["block"]
    near = _at("linked", NEIGHBOURS, pages.neighbours(linked[None], NEIGHBOURS, -1))
    near |= _at("block", NEAREST, pages.neighbours(block[None], NEAREST, -1))
    both = np.stack([seen.linked, seen.chars])
    for window, above, below in zip(WINDOWS, *pages.sums_beside(both, WINDOWS), strict=True):
        near |= {f"linked {window} above": share(*above), f"linked {window} below": share(*below)}
    heading = block == _BLOCKS["heading"]
    last = pages.last(heading)
    near["lines since heading"] = pages.row - last
    top = heading & (columns["level"] == 1)
    near["lines since first heading"] = pages.row - pages.last(top)
    near["lines to first heading"] = pages.next(top) - pages.row
    near["first headings"] = pages.whole(top)
    return near


def _outwards(name: str, of_elements: Column) -> Columns:
    """One column each for the values of the elements so many steps out."""
    return {f"{name} {k} out": column for k, column in enumerate(of_elements)}


def _at(name: str, rows: Sequence[int], beside: Column) -> Columns:
    """One column each for the values of another so many rows away."""
    return {f"{name} at {by:+}": column for by, column in zip(rows, beside[:, 0], strict=True)}


def _title(
    seen: _Seen,
    pages: Sequence[Page],
    documents: Sequence[Sequence[Paragraph]],
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
    rows, echo = seen.glance.pages, _array(found)
    full = echo >= SAME
    return {
        "title": echo,
        **_title_words(seen, [page.stated.title or "" for page in pages]),
        "summary": _array(told),
        "lines since title": rows.row - rows.last(full),
        "lines to title": rows.next(full) - rows.row,
    }


def _title_words(seen: _Seen, titles: Sequence[str]) -> Columns:
    """How many of a line's words stand in the title, and how much of the title that is."""
    said, words, page = spell(titles), seen.glance.words, seen.glance.pages.document
    of_title = said.hashes + said.text_of_word().astype(np.uint64) * _PAGE
    of_line = words.hashes + page[seen.glance.line].astype(np.uint64) * _PAGE
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


def _formats(marks: Sequence[Markup], chars: Ints) -> Columns:
    """How much of a line is set apart, and where its links lead."""
    counts = [len(mark.formats) for mark in marks]
    forms = list(chain.from_iterable([mark.formats for mark in marks]))
    row = np.repeat(np.arange(len(marks)), counts)
    apart = _array([_place_of(form) for form in forms])
    sizes = _array([form.end - form.start for form in forms])
    columns: Columns = {}
    for place, name in enumerate(_SET_APART):
        found = apart == place
        columns[name] = share(np.bincount(row[found], sizes[found], len(marks)), chars)
    columns["formats"] = _array(counts)
    is_link = np.array([form.name == "link" for form in forms], bool)
    columns["links"] = np.bincount(row[is_link], minlength=len(marks))
    return columns


# What a format may be, in the order of the columns.
_SET_APART = ("strong", "emphasis", "linked within", "linked abroad")


def _place_of(form: Format) -> int:
    """The column that a format counts in, or -1; a link may lead within the page, or to a full
    address, as links to other sites do.
    """
    if form.name in _SET_APART:
        return _SET_APART.index(form.name)
    if form.name == "link" and form.target.startswith(("#", "http:", "https:", "//")):
        return _SET_APART.index("linked within" if form.target[0] == "#" else "linked abroad")
    return -1


def _told(pages: Sequence[Page], documents: Sequence[Sequence[Paragraph]]) -> Columns:
    """Whether a line stands in the story as the page's linked data tell it, where they do."""
    found: list[int] = []
    size: list[int] = []
    for page, document in zip(pages, documents, strict=True):
        told = f" {plain_words(page.told)} " if page.told else ""
        if told:
            found += [_is_told(unmarked(p.text, p.markup), told) for p in document]
        else:
            found += [0] * len(document)
        size += [told.count(" ")] * len(document)
    return {"told": _array(found), "told words": _array(size)}


def plain_words(text: str) -> str:
    """The words of a text in lower case, a space between each two."""
    return " ".join(_WORD.findall(text.lower()))


def _is_told(text: str, told: str) -> int:
    words = _WORD.findall(text[:CHARS_OF_AN_OPENING].lower())
    if len(words) <= MIN_WORDS_TO_BE_BEGUN and len(text) > CHARS_OF_AN_OPENING:
        words = _WORD.findall(text.lower())
    if len(words) < MIN_WORDS_TOLD:
        return -1
    shown = words if len(words) < MIN_WORDS_TO_BE_BEGUN else words[:WORDS_OF_AN_OPENING]
    return 1 if f" {' '.join(shown)} " in told else -1


def _liked(page: Page, numbers: Ints) -> Ints:
    """The opinion of another extractor on each line: 1 for, -1 against, 0 where it has none."""
    if page.liked is None:
        return np.zeros(len(numbers), np.int64)
    return np.where(np.isin(numbers, _array(sorted(page.liked))), 1, -1)
