"""What the judge sees of each paragraph: itself, its neighbours, its section and its page.

One implementation for training and use. Columns are named; whoever adds one adds it here, and the
next training takes it up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaners.judge import wording as worded
from cleaners.judge.pages import Column, Pages
from cleaners.judge.wording import Wording
from cleaners.judge.words import KIND, Words, hash_of, measure
from cleaners.model import Paragraph

Columns = dict[str, Column]
Flags = NDArray[np.bool_]
Ints = NDArray[np.int64]

# A line of prose: 12 words, the shortest that half of our article paragraphs exceed, and not a
# list of names or of menu entries.
MIN_WORDS_OF_PROSE = 12
MIN_COMMON_IN_PROSE = 0.2
# A heading: the longest subhead on our pages but one in a hundred has 14 words.
MAX_WORDS_OF_A_HEADING = 14
# Lines around that are summed, on each side.
WINDOWS = (1, 2, 4, 8, 16, 32)
NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
# Places for the words of one document; a document has some hundreds of different words.
VOCABULARY_BITS = 12
# Words this rare, of 15, say what a page is about.
MIN_RARITY_OF_A_TOPIC = 5

_LISTS = {
    "common": "the of and to a in that is was for it with as on be at by this from are or an have"
    " not he his but they which had we you were her she has their will would been there one all"
    " who its if more when can about out so up no what them than into some could our my also"
    " de la le les et en que el los las un una der die das und ist von zu den mit do da em o"
    " não para com il di che per non si van het een op",
    "said": "said says told added according reported announced wrote explained asked",
    "calendar": "january february march april may june july august september october november"
    " december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday"
    " friday saturday sunday mon tue wed thu fri sat sun am pm edt est gmt utc pst ist ago min"
    " mins minutes hours hour days yesterday today updated published",
    "reader": "you your yours yourself",
    "writer": "i me my mine we us our ours myself",
}


@dataclass(frozen=True, slots=True)
class Glance:
    """What was measured of some documents' paragraphs, before anything is judged."""

    pages: Pages
    words: Words
    rarity: NDArray[np.uint8]
    count: Ints
    wording: Ints
    prose: Flags
    heading: Flags
    ends: Flags


@dataclass(frozen=True, slots=True)
class Table:
    """One row a paragraph, one named column a feature."""

    names: tuple[str, ...]
    values: NDArray[np.float32]


def tabulate(columns: Mapping[str, Column]) -> Table:
    """The columns side by side, one row of memory a column."""
    values = np.empty((len(columns), len(next(iter(columns.values())))), np.float32)
    for place, column in enumerate(columns.values()):
        values[place] = column
    return Table(tuple(columns), values)


def look(documents: Sequence[Sequence[Paragraph]], wording: Wording) -> tuple[Glance, Columns]:
    """The first features of every paragraph of some documents, and what they were made from."""
    texts = [paragraph.text for document in documents for paragraph in document]
    gaps = np.array([p.gap for document in documents for p in document], np.int64)
    pages = Pages.of([len(document) for document in documents])
    words = measure(texts)
    columns = _itself(words, gaps)
    score = worded.score(words, wording)
    count = np.diff(words.bounds) + np.maximum(words.chars - 4000, 0) // 6
    common = columns["common"]
    ends = _ends_sentence(words)
    prose = (count >= MIN_WORDS_OF_PROSE) & (common > MIN_COMMON_IN_PROSE)
    heading = (count <= MAX_WORDS_OF_A_HEADING) & ~ends & (count > 0)
    glance = Glance(pages, words, worded.rarity(words, wording), count, score, prose, heading, ends)
    columns |= {"wording": score, "wording a word": share(score, count)}
    columns |= {"prose": prose, "heading": heading, "ends": ends}
    columns |= _place(glance) | _around(glance) | _sections(glance, gaps) | _page(glance)
    columns |= _echoes(glance)
    return glance, columns


def share(part: Column, whole: Column) -> Column:
    """Part of a whole, 0 where there is no whole."""
    return part.astype(np.float64) / np.maximum(whole, 1)


_TABLE_BITS = 16


def _list_table() -> NDArray[np.uint8]:
    table = np.zeros(1 << _TABLE_BITS, np.uint8)
    for bit, words in enumerate(_LISTS.values()):
        for word in words.split():
            table[hash_of(word) >> (64 - _TABLE_BITS)] |= 1 << bit
    return table


_LIST_OF = _list_table()


def _itself(words: Words, gaps: Ints) -> Columns:
    counts = words.counts
    visible = np.maximum(counts.sum(1), 1)
    count = np.diff(words.bounds)
    columns: Columns = {"chars": words.chars, "words": count, "gap": np.minimum(gaps, 3)}
    columns |= {name: counts[:, place] for name, place in KIND.items() if name in _COUNTED}
    letters = counts[:, KIND["lower"]] + counts[:, KIND["upper"]] + counts[:, KIND["letter"]]
    columns |= {
        "letters": letters / visible,
        "uppers": share(counts[:, KIND["upper"]], letters),
        "digits": counts[:, KIND["digit"]] / visible,
        "first": _ORDER[words.first],
        "last": _ORDER[words.last],
        "before last": _ORDER[words.before_last],
        "capitals": share(words.per_text(words.capital), count),
        "shouted": share(words.per_text(words.shouted), count),
        "numbers": share(words.per_text(words.number), count),
        "word length": share(words.per_text(words.lengths), count),
        "stops a word": share(counts[:, KIND["stop"]], count),
        "commas a word": share(counts[:, KIND["comma"]], count),
    }
    listed = _LIST_OF[worded.places(words.hashes, _TABLE_BITS)]
    for bit, name in enumerate(_LISTS):
        columns[name] = share(words.per_text((listed >> bit) & 1), count)
    return columns


_COUNTED = (
    "digit",
    "stop",
    "question",
    "exclamation",
    "comma",
    "colon",
    "quote",
    "dash",
    "opening",
    "ellipsis",
    "bar",
    "arrow",
    "slash",
    "money",
    "at",
    "sign",
    "other",
)
# Kinds of characters from "ends a sentence" to "cannot end one", so that one split tells them.
_KINDS_IN_ORDER = (
    "stop question exclamation quote closing ellipsis apostrophe letter lower digit percent upper"
    " colon semicolon comma dash opening bar arrow slash money at sign other space"
)
_ORDERED = _KINDS_IN_ORDER.split()
_ORDER = np.array(
    [_ORDERED.index(name) for name in sorted(KIND, key=lambda name: KIND[name])], np.uint8
)


def _ends_sentence(words: Words) -> Flags:
    last = _ORDER[words.last]
    closes = (last == _ORDERED.index("quote")) | (last == _ORDERED.index("closing"))
    inside = _ORDER[words.before_last] <= _ORDERED.index("exclamation")
    ends = last <= _ORDERED.index("exclamation")
    closed: Flags = ends | (closes & inside) | (words.last == KIND["ellipsis"])
    return closed


def _place(glance: Glance) -> Columns:
    pages, count = glance.pages, glance.count
    lines, mass = pages.end - pages.begin, pages.whole(count)
    prose = np.where(glance.prose, count, 0)
    before, all_prose = pages.above(prose), pages.whole(prose)
    last, following = pages.last(glance.prose), pages.next(glance.prose)
    cost = np.where(glance.prose, count, -8)
    start, stop = pages.best_stretch(cost)
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
        "stretch share": share(running_between(prose, start, stop), np.maximum(all_prose, 1)),
    }


def running_between(values: Ints, first: Ints, last: Ints) -> Ints:
    """The sum over the rows from ``first`` to ``last``."""
    total = np.append(0, np.cumsum(values))
    sums: Ints = total[last + 1] - total[first]
    return sums


def _around(glance: Glance) -> Columns:
    pages, count, score = glance.pages, glance.count, glance.wording
    columns: Columns = {}
    prose = np.where(glance.prose, count, 0)
    measured = {"words": count, "prose": prose, "wording": score, "ends": glance.ends}
    for window in WINDOWS:
        above, below = pages.rows_around(window, -1), pages.rows_around(-1, window)
        for name, values in measured.items():
            up = pages.around(values, window, -1)
            down = pages.around(values, -1, window)
            columns[f"{name} {window} above"] = share(up, above)
            columns[f"{name} {window} below"] = share(down, below)
    for by in NEIGHBOURS:
        columns[f"words at {by:+}"] = pages.shifted(count, by, -1)
        columns[f"wording at {by:+}"] = pages.shifted(score, by, 0)
        columns[f"last at {by:+}"] = pages.shifted(_ORDER[glance.words.last], by, -1)
        if abs(by) == 1:
            columns[f"first at {by:+}"] = pages.shifted(_ORDER[glance.words.first], by, -1)
    return columns


def _sections(glance: Glance, gaps: Ints) -> Columns:
    pages, count, score = glance.pages, glance.count, glance.wording
    follower = pages.shifted(glance.prose, 1, 0) > 0
    opens = glance.heading & follower
    columns = _section("section", pages.sections(opens), glance)
    head = pages.last(opens)
    has = head >= pages.begin
    head = np.where(has, head, 0)
    columns["heading wording"] = np.where(has, score[head], 0)
    columns["heading words"] = np.where(has, count[head], 0)
    columns["headings above"] = pages.above(opens)
    columns |= _section("block", pages.sections(gaps > 0), glance)
    columns |= _section("run", pages.sections(_turns(pages, glance.prose)), glance)
    bad = pages.lowest_so_far(np.where(glance.heading, score, 0))
    columns["worst heading above"] = bad
    columns["lines since worst"] = pages.row - pages.last(
        glance.heading & (score == bad) & (bad < 0)
    )
    return columns


def _turns(pages: Pages, flags: Flags) -> Flags:
    turns: Flags = pages.shifted(flags, -1, -1) != flags
    return turns


def _section(name: str, sections: Pages, glance: Glance) -> Columns:
    rows = sections.end - sections.begin
    mass = sections.whole(glance.count)
    return {
        f"{name} lines": rows,
        f"{name} words": mass,
        f"{name} words a line": share(mass, rows),
        f"{name} wording": share(sections.whole(glance.wording), rows),
        f"{name} prose": share(sections.whole(np.where(glance.prose, glance.count, 0)), mass),
        f"line of {name}": sections.row - sections.begin,
        f"words into {name}": sections.above(glance.count),
    }


def _page(glance: Glance) -> Columns:
    pages = glance.pages
    rows = pages.end - pages.begin
    return {
        "page wording": share(pages.whole(glance.wording), rows),
        "page headings": share(pages.whole(glance.heading), rows),
        "page ends": share(pages.whole(glance.ends), rows),
    }


def _echoes(glance: Glance) -> Columns:
    pages, words = glance.pages, glance.words
    text = words.text_of_word()
    place = (pages.document[text] << VOCABULARY_BITS) + worded.places(words.hashes, VOCABULARY_BITS)
    topical = glance.rarity >= MIN_RARITY_OF_A_TOPIC
    names = words.capital & topical
    names[words.bounds[:-1][np.diff(words.bounds) > 0]] = False
    size = (len(pages.bounds) - 1) << VOCABULARY_BITS
    weight = glance.rarity.astype(np.int64)
    own = glance.prose[text]
    prose = np.bincount(place, own, size).astype(np.int64)
    elsewhere = prose[place] - own > 0
    everywhere = np.bincount(place, None, size)[place] > 1
    first = _first_prose(glance)[text]
    opening = (np.bincount(place, first, size)[place] - first) > 0
    topics = words.per_text(np.where(topical, weight, 0))
    named = words.per_text(names)
    columns: Columns = {
        "topics": topics,
        "rarity": share(words.per_text(weight), np.diff(words.bounds)),
        "echo": share(words.per_text(np.where(topical & elsewhere, weight, 0)), topics),
        "echo anywhere": share(words.per_text(np.where(topical & everywhere, weight, 0)), topics),
        "echo of opening": share(words.per_text(np.where(topical & opening, weight, 0)), topics),
        "names": share(named, np.diff(words.bounds)),
        "names known": share(words.per_text(names & elsewhere), named),
    }
    return columns | _copies(glance) | _overlap(glance, text, topical)


def _first_prose(glance: Glance) -> Flags:
    """The first lines of prose of the page's densest stretch: what the article is about."""
    pages = glance.pages
    start, _ = pages.best_stretch(np.where(glance.prose, glance.count, -8))
    return glance.prose & (pages.row >= start) & (pages.row < start + 6)


def _copies(glance: Glance) -> Columns:
    """How many lines of the same words the page has, and how many above."""
    words, pages = glance.words, glance.pages
    total = np.append(np.uint64(0), np.cumsum(words.hashes, dtype=np.uint64))
    whole = total[words.bounds[1:]] - total[words.bounds[:-1]]
    key = whole * np.uint64(31) + pages.document.astype(np.uint64)
    _, index, inverse, counts = np.unique(
        key, return_index=True, return_inverse=True, return_counts=True
    )
    return {"copies": counts[inverse], "copy of": pages.row - index[inverse]}


def _overlap(glance: Glance, text: Ints, topical: Flags) -> Columns:
    """The share of a line's telling words that the next or previous line has too."""
    words, pages = glance.words, glance.pages
    columns: Columns = {}
    keep = np.flatnonzero(topical)
    key = worded.places(words.hashes[keep], 40) << 22
    line = text[keep]
    held = np.unique(key + line)
    said = np.bincount(line, minlength=len(pages.row))
    for by in (-2, -1, 1, 2):
        there = key + (line + by)
        found = np.minimum(np.searchsorted(held, there), len(held) - 1)
        hit = held[found] == there if len(held) else np.zeros(0, bool)
        same = np.bincount(line, hit, len(pages.row))
        inside = pages.shifted(np.ones(len(pages.row)), by, 0)
        columns[f"shared at {by:+}"] = share(same, said) * inside
    return columns
