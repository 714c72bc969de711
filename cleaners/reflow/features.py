"""What tells a line that goes on with the one above: how both begin and end, and their page.

One implementation for training and use. The net that is shown these rows hears the lines around
each, so that a row holds the line alone.
"""

from collections.abc import Sequence

import numpy as np

from cleaners.arrays.pages import Flags, Pages
from cleaners.arrays.table import Columns, Sheet, tabulate
from cleaners.arrays.words import FIRST, KIND, KINDS, LAST, Hashes, Ints, Words, measure, mixed
from cleaners.model import Paragraph

# Where a line is torn shows at its ends; of a longer one only so much of both is looked at.
CHARS_OF_AN_END = 200
# A line of so few words is a link, an entry of a menu, a label.
MAX_WORDS_OF_A_SHORT_LINE = 3
# What only the rest of a sentence begins with.
_CLOSING = ("comma", "stop", "closing", "semicolon", "colon", "question", "exclamation")
_STOPS = ("stop", "question", "exclamation")
_SEAM = np.uint64(3)


def sheet_of(documents: Sequence[Sequence[Paragraph]]) -> Sheet:
    """The lines of some documents, one row each."""
    pages = Pages.of([len(document) for document in documents])
    lines = [line for document in documents for line in document]
    words = measure([_ends_of(line.text) for line in lines])
    gap = np.array([line.gap > 0 for line in lines])
    table = tabulate(_own(words) | _of_page(words, gap, pages))
    return Sheet(table, words.sizes, *_terms(words, pages), pages.bounds)


def _ends_of(text: str) -> str:
    if len(text) <= 2 * CHARS_OF_AN_END:
        return text
    return f"{text[:CHARS_OF_AN_END]} {text[-CHARS_OF_AN_END:]}"


def _own(words: Words) -> Columns:
    """How each line begins and ends, and what it holds."""
    count = np.maximum(words.sizes, 1)
    held = words.counts.T
    columns: Columns = {}
    for kind, name in enumerate(KINDS):
        columns[f"begins with {name}"] = words.first == kind
        columns[f"ends with {name}"] = words.last == kind
        columns[f"{name} before its end"] = words.before_last == kind
    return columns | {
        "words": words.sizes,
        "characters": words.chars,
        "capitalised": words.per_text(words.capital) / count,
        "in capitals": words.per_text(words.shouted) / count,
        "numbers": words.per_text(words.number) / count,
        "short": words.sizes <= MAX_WORDS_OF_A_SHORT_LINE,
        "one word": words.sizes <= 1,
        "brackets open": held[KIND["opening"]] - held[KIND["closing"]],
        "quotes odd": held[KIND["quote"]] % 2,
        "stops": held[KIND["stop"]],
        "commas": held[KIND["comma"]],
    }


def _of_page(words: Words, gap: Flags, pages: Pages) -> Columns:
    """What share of the page's lines is like this: a page that is torn shows it in many places."""
    lines = pages.end - pages.begin
    flags = {
        "lower case": words.first == KIND["lower"],
        "closing": np.isin(words.first, [KIND[name] for name in _CLOSING]),
        "sentences": np.isin(words.last, [KIND[name] for name in _STOPS]),
        "short": words.sizes <= MAX_WORDS_OF_A_SHORT_LINE,
        "gaps": gap,
    }
    shares = {f"{name} on the page": pages.whole(flag) / lines for name, flag in flags.items()}
    longest = pages.highest_from_here(words.chars)[pages.begin]
    return shares | {
        "gap": gap,
        "closing ever": pages.whole(flags["closing"]),
        "longest line": longest,
        "of the longest line": words.chars / longest,
    }


def _terms(words: Words, pages: Pages) -> tuple[Hashes, Ints]:
    """The hashes of each line's first and last word, and of the words on both sides of the seam
    between it and the line above; and the row of each.
    """
    filled = words.sizes > 0
    first, last = np.zeros((2, len(filled)), np.uint64)
    first[filled] = words.hashes[words.bounds[:-1][filled]]
    last[filled] = words.hashes[words.bounds[1:][filled] - 1]
    below = np.flatnonzero(pages.row > pages.begin)
    seam = mixed(last[below - 1] * _SEAM + first[below])
    rows = np.flatnonzero(filled)
    hashes = (mixed(first[filled] ^ FIRST), mixed(last[filled] ^ LAST), seam)
    return np.concatenate(hashes), np.concatenate([rows, rows, below])
