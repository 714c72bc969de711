"""How much of what a line speaks of stands elsewhere on its page."""

import numpy as np

from cleaners.arrays.pages import Flags
from cleaners.arrays.table import Columns
from cleaners.arrays.words import Ints, mixed, pairs, runs_of
from cleaners.judge import wording as worded
from cleaners.judge.measures import MIN_RARITY_OF_A_TOPIC, Measures, share


def echoes(measures: Measures, first: Flags) -> Columns:
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
    return columns | _copies(measures) | _overlap(measures, topical) | _said_again(measures)


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


def _said_again(measures: Measures) -> Columns:
    """The share of a line's pairs of words that stand in lines above, and below: a table of
    contents says what subheads will say, a pull quote what a sentence of the story says.
    """
    words, rows = measures.words, len(measures.pages.row)
    inside = np.flatnonzero(np.append(measures.line[1:] == measures.line[:-1], False))
    line = measures.line[inside]
    key = pairs(words)[inside] ^ mixed(measures.pages.document[line].astype(np.uint64))
    order = np.argsort(key, kind="stable")
    begin, sizes = runs_of(key[order])
    rows_of = line[order]
    first, last = np.empty_like(line), np.empty_like(line)
    first[order] = np.repeat(rows_of[begin], sizes)
    last[order] = np.repeat(rows_of[begin + sizes - 1], sizes)
    said = np.bincount(line, minlength=rows)
    return {
        "said above": share(np.bincount(line, first < line, rows), said),
        "said below": share(np.bincount(line, last > line, rows), said),
    }


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
