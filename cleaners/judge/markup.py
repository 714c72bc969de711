"""What the judge sees of a paragraph in its HTML: the blocks around it, their names, their share of
the page's prose, their like beside them. What its words say belongs to `features`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import get_args

import numpy as np

from cleaners.arrays.pages import Column
from cleaners.arrays.table import Columns, integers
from cleaners.arrays.words import Ints
from cleaners.judge.elements import BITS_OF_A_NAME, Tree, tree_of
from cleaners.judge.measures import Measures, share
from cleaners.judge.naming import Naming, name_places, name_terms
from cleaners.judge.stated import stated_columns
from cleaners.model import Block, Format, Markup, Page, Paragraph

# How many elements outwards are looked at one by one.
LEVELS = 6
# Steps to what is in none of them.
NOWHERE = LEVELS + 3
NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
NEAREST = (-2, -1, 1, 2)
WINDOWS = (2, 5, 12)
# The innermost element with this share of the page's prose (in eighths) holds the article.
HOLDS_HALF, HOLDS_MOST = 4, 6
# A paragraph of this many words in links per ten is a list of links.
MAX_LINKED_TENTHS = 4
MAX_LEVEL = 9
MANY_PICTURES = 5
_BLOCKS = {block: place for place, block in enumerate(get_args(Block))}


def look_at_markup(
    pages: Sequence[Page],
    documents: Sequence[Sequence[Paragraph]],
    measures: Measures,
    naming: Naming,
) -> Columns:
    """The features of every paragraph of some HTML pages that come from their markup."""
    numbers = [integers([p.number for p in document]) for document in documents]
    tree = tree_of(pages, measures, numbers)
    paragraphs = [paragraph for document in documents for paragraph in document]
    marks = [p.markup for p in paragraphs if p.markup is not None]
    leaf = integers([m.element for m in marks]) + tree.bounds[measures.pages.document]
    outwards = np.empty((LEVELS, len(leaf)), np.int64)
    outwards[0] = leaf
    for k in range(1, LEVELS):
        outwards[k] = tree.around[outwards[k - 1]]
    linked = integers([m.link_chars for m in marks])
    chars = np.maximum(measures.words.chars, 1)
    seen = _Seen(measures, tree, outwards, np.minimum(linked, chars), chars)
    columns: Columns = {
        "block": integers([_BLOCKS[m.block] for m in marks]),
        "level": np.minimum(integers([m.level for m in marks]), MAX_LEVEL),
        "linked": share(seen.linked, chars),
        "pictures": np.minimum(integers([m.pictures for m in marks]), MANY_PICTURES),
        "ruled": np.array([m.ruled for m in marks], bool),
    }
    columns |= _formats(marks, chars)
    columns |= _names(seen, naming, columns["block"])
    columns |= _mass(seen)
    columns |= _likes(seen)
    columns |= _beside(seen, columns)
    return columns | stated_columns(pages, documents, measures)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the features of markup are made from; ``outwards[k]`` are the elements ``k`` steps out
    of each row.
    """

    measures: Measures
    tree: Tree
    outwards: Ints
    linked: Ints
    chars: Ints

    @property
    def prose(self) -> Ints:
        """The characters of each row that are prose of articles, by its words."""
        measures = self.measures
        good = measures.prose & measures.ends & (measures.wording > 0)
        return np.where(good & (self.linked * 10 < self.chars * MAX_LINKED_TENTHS), self.chars, 0)


def _names(seen: _Seen, naming: Naming, block: Column) -> Columns:
    tree, out, pages = seen.tree, seen.outwards, seen.measures.pages
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
    tree, pages, prose = seen.tree, seen.measures.pages, seen.prose
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
        columns[f"steps to {name}"] = np.where(enough.any(0), enough.argmax(0), NOWHERE)
    columns["prose held above"] = share(pages.above(prose), total)
    columns["prose held below"] = share(total - pages.above(prose) - prose, total)
    columns["prose of page"] = total
    return columns


def _likes(seen: _Seen) -> Columns:
    """How many elements beside and on the page are alike, as the cards of a list are."""
    tree, out, pages = seen.tree, seen.outwards, seen.measures.pages
    alike = tree.beside((tree.around << BITS_OF_A_NAME) + tree.named)
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
    pages, linked, block = seen.measures.pages, columns["linked"], columns["block"]
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


def _formats(marks: Sequence[Markup], chars: Ints) -> Columns:
    """How much of a line is set apart, and where its links lead."""
    counts = [len(mark.formats) for mark in marks]
    forms = list(chain.from_iterable([mark.formats for mark in marks]))
    row = np.repeat(np.arange(len(marks)), counts)
    apart = integers([_place_of(form) for form in forms])
    sizes = integers([form.end - form.start for form in forms])
    columns: Columns = {}
    for place, name in enumerate(_SET_APART):
        found = apart == place
        columns[name] = share(np.bincount(row[found], sizes[found], len(marks)), chars)
    columns["formats"] = integers(counts)
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
