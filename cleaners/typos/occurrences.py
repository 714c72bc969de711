"""Where words that are not known stand, and what stands around them.

Whether one is a typo, and of what, is for `cleaners.typos.readings`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cleaners.typos.copy import Copy
from cleaners.typos.tokens import SPACE, Spot

# A word printed more often than this is meant, right or wrong.
MAX_OCCURRENCES = 6


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of a word in the text, the ``place``-th of its words.

    ``before`` and ``after`` are the words beside it, in small letters, or empty at a mark or an
    end; ``figure_before`` says whether a figure stands before it.
    """

    place: int
    start: int
    end: int
    word: str
    capital: bool
    begins: bool
    hyphened: bool
    before: str
    after: str
    capital_before: bool
    capital_after: bool
    words_of_line: int
    figure_before: bool


_BEFORE = re.compile(r"(?:^|[\s(“‘\"'—–-])(?P<word>[A-Za-z]+)(?:[’'][a-z]{1,2})? $")
_AFTER = re.compile(r" (?P<word>[A-Za-z]+)")
_OPENING_QUOTES, _CLOSING_QUOTES = frozenset("“‘\"'"), frozenset("”’\"'")
_SIC = re.compile(r"[”\"’']? ?[\[(]sic\b")
# A teaser ends in the middle of a word.
_CUT_OFF = re.compile(r" ?(?:…|\.\.\.)\s*$")
_OPENING = " \t\xa0“\"‘'(["
_CLOSING = "”\"’')]"
_ENDING = ".!?:…"
_BULLETS = "-•*–—"
# What may stand in a chunk of running text between spaces; addresses, names of files, code, tags
# and figures hold other characters.
_CHUNK = re.compile(r"[(\[“\"‘'’—–…-]*[A-Za-z]+(?:(?:[’'-]|—|–|…)[A-Za-z]+)*[)\]”\"’'.,;:!?…—–-]*")
_ELIDED = re.compile(r"[A-Za-z][’']$")
LONGEST_NEIGHBOUR = 40


def free_spots(text: str, word: str, spots: Sequence[Spot]) -> Sequence[Spot]:
    """The places where a word stands by itself, in small letters or with a capital; none where it
    is printed so often that it is meant.
    """
    free = [
        spot
        for spot in spots
        if text[spot.start + 1 : spot.end] == word[1:]
        and not is_part_of_word(text, spot.start, spot.end)
    ]
    return free if len(free) <= MAX_OCCURRENCES else ()


def is_part_of_word(text: str, start: int, end: int) -> bool:
    """Whether letters, digits or an underscore go on at either side."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return before.isalnum() or before == "_" or after.isalnum() or after == "_"


def occurrence_of(copy: Copy, spot: Spot) -> Occurrence | None:
    """What stands around a word; ``None`` where that is no running text."""
    text, start, end = copy.text, spot.start, spot.end
    left, right = copy.line_around(start, end)
    head = left[left.rfind(" ") + 1 :]
    chunk = head + text[start:end] + right.partition(" ")[0]
    if not _CHUNK.fullmatch(chunk) or _ELIDED.search(head) or copy.is_code(start, end):
        return None
    if _is_cited(left, right):
        return None
    before, after = _BEFORE.search(left[-LONGEST_NEIGHBOUR:]), _AFTER.match(right)
    return Occurrence(
        spot.place,
        start,
        end,
        text[start:end].lower(),
        text[start].isupper(),
        _begins(left),
        left.endswith("-") or right.startswith("-"),
        before["word"].lower() if before else "",
        after["word"].lower() if after else "",
        before is not None and before["word"][0].isupper(),
        after is not None and after["word"][0].isupper(),
        (left + right).count(" ") + 1,
        left.endswith(" ") and left[-2:-1].isdigit(),
    )


def _is_cited(left: str, right: str) -> bool:
    """Whether a word stands in quotation marks by itself, is said to be as it was written, or is
    the last one of a line that was cut off.
    """
    quoted = left[-1:] in _OPENING_QUOTES and right[:1] in _CLOSING_QUOTES
    return quoted or _SIC.match(right) is not None or _CUT_OFF.match(right) is not None


def _begins(left: str) -> bool:
    """Whether a sentence, a heading or an item begins after this part of a line."""
    last = left.rstrip(_OPENING)
    return (
        not last
        or last[-1] in _ENDING
        or last[-1] in _BULLETS
        or (last[-1] in _CLOSING and last[-2:-1] in tuple(_ENDING))
    )


_LONE_LETTER = re.compile(r" [a-zA-Z](?=[ .,;:?!\n])")
# "e commerce" is left: which way it is meant is the writer's choice.
_MAY_BE_A_WORD = np.isin(np.arange(256), list(b"aeiAEI"))


def lone_letters(copy: Copy) -> Iterator[Occurrence]:
    """The places of single letters that are no words; a half of a parted word may be one."""
    tokens = copy.tokens
    lone = np.flatnonzero(tokens.ends - tokens.starts == 1)
    starts = tokens.starts[lone]
    likely = (tokens.large[starts - 1] == SPACE) & ~_MAY_BE_A_WORD[tokens.large[starts]]
    for place, start in zip(lone[likely].tolist(), starts[likely].tolist(), strict=True):
        if _LONE_LETTER.match(copy.text, start - 1):
            occurrence = occurrence_of(copy, Spot(place, start, start + 1))
            # In "the R and L ear tips" a letter means itself.
            if occurrence and (occurrence.begins or not occurrence.capital):
                yield occurrence
