"""What the judge sees of each paragraph: itself, its neighbours, its section and its page.

One implementation for training and use. Columns are named; whoever adds one adds it here, and the
next training takes it up.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaners.arrays.pages import Column, Pages
from cleaners.arrays.table import Columns
from cleaners.arrays.words import KIND, MAX_CHARS, Words, hash_of, measure, running, runs_of
from cleaners.judge import wording as worded
from cleaners.judge.english import in_english
from cleaners.judge.wording import Wording
from cleaners.model import Paragraph

Flags = NDArray[np.bool_]
Ints = NDArray[np.int64]

# A line of prose: 12 words, the shortest that half of our article paragraphs exceed, and not a
# list of names or of menu entries.
MIN_WORDS_OF_PROSE = 12
MIN_COMMON_IN_PROSE = 0.2
# A heading: the longest subhead on our pages but one in a hundred has 14 words.
MAX_WORDS_OF_A_HEADING = 14
# Of a longer text only the head is measured; the rest is reckoned in words of usual length.
CHARS_OF_A_WORD = 6
# Lines around that are summed, on each side.
WINDOWS = (1, 2, 4, 8, 16, 32)
NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
# More blank lines above a line than this say no more.
MAX_GAP = 3
# In the page's densest stretch of prose a line of anything else costs as much as so many words win.
COST_OF_A_LINE = -8
# The first lines of prose of that stretch say what the article is about.
LINES_OF_AN_OPENING = 6
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
class Lines:
    """What was measured of some texts, each by itself; ``columns`` are the features that they have
    wherever they stand.
    """

    words: Words
    count: Ints
    wording: Ints
    prose: Flags
    heading: Flags
    ends: Flags
    columns: Columns


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured of some documents' paragraphs, before anything is judged.

    ``line`` is the row that each word stands in, ``place`` its place in the vocabulary of its
    document, ``rarity`` how rare it is.
    """

    pages: Pages
    words: Words
    line: Ints
    place: Ints
    rarity: NDArray[np.uint8]
    count: Ints
    wording: Ints
    prose: Flags
    heading: Flags
    ends: Flags

    def met(self, lines: Flags) -> Ints:
        """How often each place of the vocabularies is met in these lines."""
        return np.bincount(self.place[lines[self.line]], minlength=self.places)

    @property
    def places(self) -> int:
        """The places in the vocabularies of all documents."""
        return (len(self.pages.bounds) - 1) << VOCABULARY_BITS


def read(words: Words, wording: Wording) -> Lines:
    """What some texts of these words say by themselves."""
    columns = _itself(words)
    score = worded.score(words, wording)
    count = words.sizes + np.maximum(words.chars - MAX_CHARS, 0) // CHARS_OF_A_WORD
    ends = _ends_sentence(words)
    prose = (count >= MIN_WORDS_OF_PROSE) & (columns["common"] > MIN_COMMON_IN_PROSE)
    heading = (count <= MAX_WORDS_OF_A_HEADING) & ~ends & (count > 0)
    columns |= {"wording": score, "wording a word": share(score, count)}
    columns |= {"prose": prose, "heading": heading, "ends": ends}
    return Lines(words, count, score, prose, heading, ends, columns)


def features_of(
    documents: Sequence[Sequence[Paragraph]], wording: Wording, languages: Sequence[str | None] = ()
) -> tuple[Measures, Columns]:
    """The features of the paragraphs of some documents, which are written in these languages: by
    themselves, and where they stand.
    """
    pages = Pages.of([len(document) for document in documents])
    words = measure([paragraph.text for document in documents for paragraph in document])
    lines = read(in_english(words, pages.bounds, languages), wording)
    words, line = lines.words, lines.words.text_of_word()
    place = worded.places(words.hashes, VOCABULARY_BITS)
    place += pages.document[line] << VOCABULARY_BITS
    rare = worded.rarity(words, wording)
    measures = Measures(
        pages,
        words,
        line,
        place,
        rare,
        lines.count,
        lines.wording,
        lines.prose,
        lines.heading,
        lines.ends,
    )
    gaps = np.array([p.gap for document in documents for p in document], np.int64)
    columns = lines.columns | {"gap": np.minimum(gaps, MAX_GAP)}
    columns |= _around(measures) | _sections(measures, gaps) | _page(measures)
    start, stop = pages.best_stretch(np.where(measures.prose, measures.count, COST_OF_A_LINE))
    columns |= _place(measures, start, stop)
    first = measures.prose & (pages.row >= start) & (pages.row < start + LINES_OF_AN_OPENING)
    return measures, columns | _echoes(measures, first)


def share(part: Column, whole: Column) -> Column:
    """Part of a whole, 0 where there is no whole."""
    return part / np.maximum(whole, 1)


_TABLE_BITS = 16


def _list_table() -> NDArray[np.uint8]:
    table = np.zeros(1 << _TABLE_BITS, np.uint8)
    for bit, words in enumerate(_LISTS.values()):
        for word in words.split():
            table[hash_of(word) >> (64 - _TABLE_BITS)] |= 1 << bit
    return table


_LIST_OF = _list_table()


def _itself(words: Words) -> Columns:
    counts = words.counts
    visible = np.maximum(counts.sum(1), 1)
    count = words.sizes
    columns: Columns = {"chars": words.chars, "words": count}
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


def _place(measures: Measures, start: Ints, stop: Ints) -> Columns:
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
        "stretch share": share(running_between(prose, start, stop), np.maximum(all_prose, 1)),
    }


def running_between(values: Ints, first: Ints, last: Ints) -> Ints:
    """The sum over the rows from ``first`` to ``last``."""
    total = running(values)
    sums: Ints = total[last + 1] - total[first]
    return sums


def _around(measures: Measures) -> Columns:
    pages, count, score = measures.pages, measures.count, measures.wording
    columns: Columns = {}
    names = ("words", "prose", "wording", "ends")
    measured = np.stack([count, np.where(measures.prose, count, 0), score, measures.ends])
    for window, above, below in zip(WINDOWS, *pages.means_beside(measured, WINDOWS), strict=True):
        columns |= {f"{name} {window} above": up for name, up in zip(names, above, strict=True)}
        columns |= {f"{name} {window} below": down for name, down in zip(names, below, strict=True)}
    edges = _ORDER[measures.words.last], _ORDER[measures.words.first]
    alone, absent = np.stack([count, score, *edges]), np.array([[-1], [0], [-1], [-1]])
    for by, beside in zip(NEIGHBOURS, pages.neighbours(alone, NEIGHBOURS, absent), strict=True):
        told = ("words", "wording", "last", "first")[: 4 if abs(by) == 1 else 3]
        columns |= {f"{name} at {by:+}": each for name, each in zip(told, beside, strict=False)}
    return columns


def _sections(measures: Measures, gaps: Ints) -> Columns:
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


def _page(measures: Measures) -> Columns:
    pages = measures.pages
    rows = pages.end - pages.begin
    return {
        "page wording": share(pages.whole(measures.wording), rows),
        "page headings": share(pages.whole(measures.heading), rows),
        "page ends": share(pages.whole(measures.ends), rows),
    }


def _echoes(measures: Measures, first: Flags) -> Columns:
    """How much of what a line speaks of stands elsewhere on its page: in prose, in the ``first``
    lines of the story, or anywhere.
    """
    words, rows = measures.words, len(measures.pages.row)
    topical = np.flatnonzero(measures.rarity >= MIN_RARITY_OF_A_TOPIC)
    line, place, weight = measures.line[topical], measures.place[topical], measures.rarity[topical]
    elsewhere = measures.met(measures.prose)[place] - measures.prose[line] > 0
    everywhere = measures.met(np.ones(rows, np.bool_))[place] > 1
    opening = measures.met(first)[place] - first[line] > 0
    names = words.capital[topical] & (topical != words.bounds[line])
    topics = np.bincount(line, weight, rows)
    named = np.bincount(line[names], minlength=rows)
    count = words.sizes
    columns: Columns = {
        "topics": topics,
        "rarity": share(words.per_text(measures.rarity), count),
        "echo": share(np.bincount(line, weight * elsewhere, rows), topics),
        "echo anywhere": share(np.bincount(line, weight * everywhere, rows), topics),
        "echo of opening": share(np.bincount(line, weight * opening, rows), topics),
        "names": share(named, count),
        "names known": share(np.bincount(line[names & elsewhere], minlength=rows), named),
    }
    return columns | _copies(measures) | _overlap(measures, topical)


def _copies(measures: Measures) -> Columns:
    """How many lines of the same words the page has, and how many above."""
    words, pages = measures.words, measures.pages
    total = np.append(np.uint64(0), np.cumsum(words.hashes, dtype=np.uint64))
    whole = total[words.bounds[1:]] - total[words.bounds[:-1]]
    key = whole * np.uint64(31) + pages.document.astype(np.uint64)
    order = np.argsort(key, kind="stable")
    key = key[order]
    begin, sizes = runs_of(key)
    copies, first = np.empty_like(order), np.empty_like(order)
    copies[order] = np.repeat(sizes, sizes)
    first[order] = np.repeat(order[begin], sizes)
    return {"copies": copies, "copy of": pages.row - first}


# The hash of a word and, behind it, the row of a line that has it, in one number.
_BITS_OF_A_WORD, _BITS_OF_A_ROW = 40, 22


def _overlap(measures: Measures, topical: Ints) -> Columns:
    """The share of a line's telling words that the next or previous lines have too."""
    pages, rows = measures.pages, len(measures.pages.row)
    word = worded.places(measures.words.hashes[topical], _BITS_OF_A_WORD)
    spoken = np.sort((word << _BITS_OF_A_ROW) + measures.line[topical])
    begin, times = runs_of(spoken)
    spoken = spoken[begin]
    line = spoken & ((1 << _BITS_OF_A_ROW) - 1)
    said = np.bincount(line, times, rows)
    columns: Columns = {}
    for by in (1, 2):
        upper, lower = _same_word(spoken, by)
        for towards, here in ((by, upper), (-by, lower)):
            inside = pages.shifted(np.ones(rows), towards, 0)
            same = np.bincount(line[here], times[here], rows)
            columns[f"shared at {towards:+}"] = share(same, said) * inside
    return columns


def _same_word(spoken: Ints, by: int) -> tuple[Ints, Ints]:
    """Which words are in a line and in the one ``by`` rows below: their places there and here.

    The words are in order, each with its lines in order, so that at most ``by`` places lie between.
    """
    upper = [np.flatnonzero(spoken[step:] - spoken[:-step] == by) for step in range(1, by + 1)]
    lower = [places + step for step, places in enumerate(upper, 1)]
    return np.concatenate(upper), np.concatenate(lower)
