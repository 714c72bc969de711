"""Which lines go on with the line above: a small net decides, rules of writing win over it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import numpy as np

from cleaners.arrays.net import STEPS, Net
from cleaners.model import Join, Paragraph
from cleaners.reflow.features import sheet_of

FILE = Path(__file__).with_name("seams.npz")

A_CUT_WORD = "a word cut at the end of a line"


class _Ground(NamedTuple):
    """Why a line goes on with the one above it, and the log odds of the net from which it does."""

    because: str
    least: float


# The plainer the writing says it, the less the net has to: on folds of sites, of a hundred joins
# in prose torn at links 99, 99, 97 and 90 are right. A line joined wrongly mars two.
_STOP = _Ground("goes on with a stop or comma", -1.0)
_LOWER = _Ground("goes on in lower case", -0.5)
_OPEN = _Ground("the line above ends in the middle", 0.6)
_ANEW = _Ground("reads as one paragraph with the line above", 1.0)

# So many lines are looked at in one go, as a page of their own: it bounds the memory it takes.
LINES_AT_ONCE = 20_000
# Where blank lines part the paragraphs, one whose lines are all shorter was broken by its author:
# a verse, an address.
MIN_CHARS_OF_A_WRAPPED_LINE = 50

_OPENING = frozenset("([\u201c\u2018«")
_FOLLOWS_CLOSELY = frozenset(",.;:!?)]\u201d\u2019»%")
_CLOSED = frozenset(".!?:…\u201d\"'\u2019)]»>|•©")
# A hyphen before one of these stands for the rest of a word.
_AFTER_A_HYPHEN = frozenset("and or to und oder bis et ou y o e i en of och og i lub".split())
_ITEM_MARKS = frozenset("•·-–—*▪●>©")
# A bullet, or a rule between two parts, on a line of its own.
_MARKS_ALONE = re.compile(r"(?:[^\w\s(\[“‘«.,;:!?)\]”’»\"']|_)+\Z")
# A heading of Markdown, and what begins with a picture or a link of it.
_MARKDOWN_HEADING = re.compile(r"#{1,6} ")
_MARKDOWN = re.compile(r"#{1,6} |!?\[[^\]]*\]\(")
# The marks that open a quotation in English and French close it in German and Danish.
_QUOTED_SENTENCE = re.compile(r"[.!?…][“«‘]\Z|„[^“”„]*“\Z|»[^»]*«\Z|‚[^‘’]*‘\Z")
# What begins in lower case and yet goes on with nothing: "di Ana Rios", "fot. Piet Vries / Kurier".
_CREDIT = re.compile(
    r"(?:di|fot\.|foto:?|by|von|par|por|door)\s+(?:[A-ZÀ-Ž][\w.’'-]*[\s/,&]*){2,6}\Z"
)


def joins(lines: Sequence[Paragraph], net: Net | None = None) -> Iterator[Join]:
    """The lines that go on with the one above, and why; never across a blank line. ``net`` is asked
    instead of the one that comes with this version.
    """
    if all(line.gap for line in lines[1:]):
        return
    for start in range(0, len(lines) - 1, LINES_AT_ONCE):
        part = lines[start : start + LINES_AT_ONCE + 1]
        odds = (net or seam_net()).log_odds(sheet_of([part])) / STEPS
        odds[_broken_by_their_author(part)] = -np.inf
        for above, line, likely in zip(part, part[1:], odds[1:].tolist(), strict=False):
            because = None if line.gap else _because(above.text, line.text, likely)
            if because:
                yield Join(line.number, above.number, _glue(above.text, line.text), because)


def _broken_by_their_author(lines: Sequence[Paragraph]) -> list[bool]:
    """Which lines stand in a paragraph of short lines, on a page where blank lines part them."""
    if not any(line.gap for line in lines[1:]):
        return [False] * len(lines)
    broken: list[bool] = []
    number = accumulate(line.gap > 0 for line in lines)
    for _, paragraph in groupby(zip(number, lines, strict=True), key=itemgetter(0)):
        sizes = [len(line.text) for _, line in paragraph]
        broken += [max(sizes) < MIN_CHARS_OF_A_WRAPPED_LINE] * len(sizes)
    return broken


def _because(above: str, line: str, log_odds: float) -> str | None:
    """Why a line goes on with the one above it, or ``None``; the log odds are the net's."""
    if _is_cut(above, line):
        return A_CUT_WORD
    ground = _ground(above, line)
    return ground.because if log_odds >= ground.least and not _is_apart(above, line) else None


def _ground(above: str, line: str) -> _Ground:
    if line[0].islower():
        return _LOWER
    if line[0] in _FOLLOWS_CLOSELY:
        return _STOP
    return _ANEW if above[-1] in _CLOSED else _OPEN


def _is_apart(above: str, line: str) -> bool:
    """Whether a line is an item, a heading, a credit, or what follows on a whole quotation."""
    if _MARKS_ALONE.match(above) or _QUOTED_SENTENCE.search(above) or _CREDIT.match(line):
        return True
    if _MARKDOWN_HEADING.match(above) or _MARKDOWN.match(line):
        return True
    return line[0] in _ITEM_MARKS and not line[1:2].islower()


def _is_cut(above: str, line: str) -> bool:
    """Whether a line ends in the middle of a word; "mid-" before "and" is whole."""
    torn = _ends_in_hyphen(above) and line[0].islower()
    return torn and line.partition(" ")[0] not in _AFTER_A_HYPHEN


def _ends_in_hyphen(text: str) -> bool:
    return text[-1] == "-" and text[-2:-1].isalpha()


def _glue(above: str, line: str) -> str:
    closely = line[0] in _FOLLOWS_CLOSELY or above[-1] in _OPENING or _is_cut(above, line)
    return "" if closely else " "


@cache
def seam_net() -> Net:
    """The net that comes with this version."""
    with np.load(FILE) as arrays:
        return Net.of(dict(arrays))
