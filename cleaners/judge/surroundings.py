"""What stands around a line: on its page, beside it, in its section."""

from collections.abc import Sequence

import numpy as np

from cleaners.arrays.pages import Flags, Pages
from cleaners.arrays.table import Columns
from cleaners.arrays.words import Ints, running
from cleaners.judge.lines import ORDER
from cleaners.judge.measures import Measures, share

# Lines around that are summed, on each side.
WINDOWS = (1, 2, 4, 8, 16, 32)
NEIGHBOURS = (-3, -2, -1, 1, 2, 3)


def placement(measures: Measures, start: Ints, stop: Ints) -> Columns:
    """Where a line stands on its page, and from the page's densest stretch of prose."""
    pages, count = measures.pages, measures.count
    lines, mass = pages.end - pages.begin, pages.whole(count)
    prose = np.where(measures.prose, count, 0)
    before, all_prose = pages.above(prose), pages.whole(prose)
    last, following = pages.last(measures.prose), pages.next(measures.prose)
    return {
        "line": pages.row - pages.begin,
        "lines below": pages.end - pages.row - 1,
        "depth": share(pages.row - pages.begin, lines),
        "depth by words": share(pages.above(count), mass),
        "page lines": lines,
        "page words": mass,
        "page prose": share(all_prose, mass),
        "page words a line": share(mass, lines),
        "prose above": share(before, all_prose),
        "prose words above": before,
        "prose words below": all_prose - before - prose,
        "lines since prose": pages.row - last,
        "lines to prose": following - pages.row,
        "lines before stretch": start - pages.row,
        "lines after stretch": pages.row - stop,
        "stretch share": share(_running_between(prose, start, stop), np.maximum(all_prose, 1)),
    }


def _running_between(values: Ints, first: Ints, last: Ints) -> Ints:
    """The sum over the rows from ``first`` to ``last``."""
    total = running(values)
    sums: Ints = total[last + 1] - total[first]
    return sums


def neighbours(measures: Measures) -> Columns:
    """What the lines above and below hold, one by one and in windows."""
    pages, count, score = measures.pages, measures.count, measures.wording
    columns: Columns = {}
    names = ("words", "prose", "wording", "ends")
    measured = np.stack([count, np.where(measures.prose, count, 0), score, measures.ends])
    for window, above, below in zip(WINDOWS, *pages.means_beside(measured, WINDOWS), strict=True):
        columns |= {f"{name} {window} above": up for name, up in zip(names, above, strict=True)}
        columns |= {f"{name} {window} below": down for name, down in zip(names, below, strict=True)}
    edges = ORDER[measures.words.last], ORDER[measures.words.first]
    alone, absent = np.stack([count, score, *edges]), np.array([[-1], [0], [-1], [-1]])
    for by, beside in zip(NEIGHBOURS, pages.neighbours(alone, NEIGHBOURS, absent), strict=True):
        told = ("words", "wording", "last", "first")[: 4 if abs(by) == 1 else 3]
        columns |= {f"{name} at {by:+}": each for name, each in zip(told, beside, strict=False)}
    return columns


def sections(measures: Measures, gaps: Ints) -> Columns:
    """What the section of a line holds, and which headings stand above it."""
    pages, count, score = measures.pages, measures.count, measures.wording
    follower = pages.shifted(measures.prose, 1, 0) > 0
    opens = measures.heading & follower
    prose = np.where(measures.prose, count, 0)
    total = np.stack([running(values) for values in (count, score, prose)])
    columns = _held_by_sections(pages, [opens, gaps > 0, _turns(pages, measures.prose)], total)
    head = pages.last(opens)
    has = head >= pages.begin
    head = np.where(has, head, 0)
    columns["heading wording"] = np.where(has, score[head], 0)
    columns["heading words"] = np.where(has, count[head], 0)
    columns["headings above"] = pages.above(opens)
    bad = pages.lowest_so_far(np.where(measures.heading, score, 0))
    columns["worst heading above"] = bad
    columns["lines since worst"] = pages.row - pages.last(
        measures.heading & (score == bad) & (bad < 0)
    )
    return columns


def _turns(pages: Pages, flags: Flags) -> Flags:
    turns: Flags = pages.shifted(flags, -1, -1) != flags
    return turns


def _held_by_sections(pages: Pages, opens: Sequence[Flags], total: Ints) -> Columns:
    """What a line's section, block and run of lines hold, which begin at these rows; from the
    running sums of words, wording and words of prose.
    """
    begin, end = pages.sections(np.stack(opens))
    rows, above = end - begin, total[:, begin]
    mass, wording, prose = total[:, end] - above
    told = {
        "{} lines": rows,
        "{} words": mass,
        "{} words a line": share(mass, rows),
        "{} wording": share(wording, rows),
        "{} prose": share(prose, mass),
        "line of {}": pages.row - begin,
        "words into {}": total[0, :-1] - above[0],
    }
    return {
        trait.format(name): column
        for trait, each in told.items()
        for name, column in zip(("section", "block", "run"), each, strict=True)
    }


def page(measures: Measures) -> Columns:
    """What the whole page is like."""
    pages = measures.pages
    rows = pages.end - pages.begin
    return {
        "page wording": share(pages.whole(measures.wording), rows),
        "page headings": share(pages.whole(measures.heading), rows),
        "page ends": share(pages.whole(measures.ends), rows),
    }
