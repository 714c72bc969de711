"""What all finders of damage share: the mend they propose, and what they may know of the page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mend:
    """``text[start:end]`` of a line becomes ``after``."""

    start: int
    end: int
    after: str


@dataclass(frozen=True, slots=True)
class Scripts:
    """The alphabets of a page: the ``main`` one, and whether Cyrillic or Greek words stand on it
    that cannot be read as Latin (``foreign``). ``ligatures`` says whether one is shown by itself,
    ``garbled`` whether any line was plainly read in the wrong code page.
    """

    main: str
    foreign: bool
    ligatures: bool
    garbled: Callable[[], bool]


# Nearly no damage needs to know the alphabets of its page, so they are looked up when asked.
Alphabets = Callable[[], Scripts]
Finder = Callable[[str, Alphabets], Iterator[Mend]]


def smallest(place: int, before: str, after: str) -> Mend:
    """The change without what both sides share at its ends."""
    head = 0
    shortest = min(len(before), len(after))
    while head < shortest and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < shortest - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return Mend(place + head, place + len(before) - tail, after[head : len(after) - tail])
