"""The words of a text as arrays of numbers: where each stands, which are the same, how often.

A page has thousands of words and few of them are looked at; arrays find those without making a
string of each. What a word means is for the other modules.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# Western letters as small ones, all else as space: the fastest way to the words of a page.
_SMALL_LETTERS = bytes(
    code + 32
    if chr(code).isupper()
    else code
    if chr(code).isalpha() and code not in b"\xaa\xb5\xba"
    else 32
    for code in range(256)
)
SPACE = 32
# Characters that make the letters beside them a part of something longer ("2nd", "is_word").
_CLINGS = np.array([chr(code).isalnum() or chr(code) == "_" for code in range(256)])
# A key is the sum of a word's letters, eight at a time as one number, times these odd numbers of
# 64 random bits; words of up to 8 letters never share one. Later letters than these are not seen.
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)
_EIGHT = 8
_FIRST_LETTERS = np.array([(1 << 8 * count) - 1 for count in range(_EIGHT + 1)], np.uint64)
# The same words are asked for on all pages.
MAX_KEYS_REMEMBERED = 50_000
_64_BITS = (1 << 64) - 1

Numbers = NDArray[np.int64]
Keys = NDArray[np.uint64]
Characters = NDArray[np.uint8]


class Spot(NamedTuple):
    """Where a word stands: as which word of the text, and its letters."""

    place: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The words of a text in their order, and its different words in the order of their keys.

    ``large`` are the characters of the text, ``small`` its small letters and spaces for all else.
    Word ``i`` stands from ``starts[i]`` to ``ends[i]`` and has the key ``keys[i]``. ``order`` are
    the words in the order of their keys, ``kinds`` the different keys in that order; the words of
    the kind ``k`` are those of ``order`` from ``firsts[k]`` to before ``firsts[k + 1]``.
    ``names`` has in order the keys of words that stand as names do: with a capital, by themselves.
    ``kind_list`` and ``name_list`` have the same again, for looking one up.
    """

    large: Characters
    small: bytes
    starts: Numbers
    ends: Numbers
    keys: Keys
    order: Numbers
    kinds: Keys
    firsts: Numbers
    names: Keys
    kind_list: list[int]
    name_list: list[int]

    def word(self, place: int) -> str:
        """The word at a place in small letters; empty before the first and after the last."""
        if not 0 <= place < len(self.starts):
            return ""
        return self.small[self.starts[place] : self.ends[place]].decode("latin-1")

    def words(self, kinds: Numbers) -> list[str]:
        """The words of some kinds, in small letters."""
        places = self.order[self.firsts[kinds]]
        starts, ends = self.starts[places].tolist(), self.ends[places].tolist()
        small = self.small
        return [small[a:b].decode("latin-1") for a, b in zip(starts, ends, strict=True)]

    def times(self, word: str) -> int:
        """How often a word stands in the text, in capitals or not."""
        key = key_of(word)
        kind = bisect_left(self.kind_list, key)
        if kind == len(self.kind_list) or self.kind_list[kind] != key:
            return 0
        return self.firsts.item(kind + 1) - self.firsts.item(kind)

    def times_named(self, word: str) -> int:
        """How often a word stands in the text as a name does."""
        key = key_of(word)
        return bisect_right(self.name_list, key) - bisect_left(self.name_list, key)

    def are_named(self, kinds: Numbers) -> NDArray[np.bool_]:
        """Whether the words of some kinds stand in the text as names do."""
        keys = self.kinds[kinds]
        first = self.names.searchsorted(keys)
        named: NDArray[np.bool_] = first < self.names.searchsorted(keys, "right")
        return named

    def spots(self, kinds: Numbers) -> Iterator[list[Spot]]:
        """Where the words of some kinds stand."""
        sizes = self.sizes(kinds)
        places = self.order[ranges(self.firsts[kinds], sizes)]
        starts, ends = self.starts[places].tolist(), self.ends[places].tolist()
        spots = map(Spot, places.tolist(), starts, ends)
        for size in sizes.tolist():
            yield sorted(islice(spots, size))

    def sizes(self, kinds: Numbers) -> Numbers:
        """How often the words of some kinds stand in the text."""
        return self.firsts[kinds + 1] - self.firsts[kinds]


def tokens_of(text: str) -> Tokens:
    """The words of a text; what is no letter parts them.

    >>> tokens = tokens_of("Ana Rios’s “house”, 2nd floor")
    >>> [tokens.word(place) for place in range(len(tokens.starts))]
    ['ana', 'rios', 's', 'house', 'nd', 'floor']
    """
    large = b" %b " % text.encode("latin-1", "replace")
    small = large.translate(_SMALL_LETTERS)
    letters = np.frombuffer(small, np.uint8) != SPACE
    edges = np.flatnonzero(letters[1:] != letters[:-1])
    starts, ends = edges[::2], edges[1::2]
    keys = _keys(small[1:], starts, ends)
    order = np.argsort(keys)
    in_order = keys[order]
    new = np.ones(len(keys) + 1, bool)
    np.not_equal(in_order[1:], in_order[:-1], out=new[1:-1])
    firsts = np.flatnonzero(new)
    kinds = in_order[firsts[:-1]]
    names = np.sort(keys[_names(large, small, starts, ends)])
    characters = np.frombuffer(large, np.uint8)[1:-1]
    return Tokens(
        characters,
        small[1:],
        starts,
        ends,
        keys,
        order,
        kinds,
        firsts,
        names,
        kinds.tolist(),
        names.tolist(),
    )


def ranges(firsts: Numbers, sizes: Numbers) -> Numbers:
    """The numbers of some ranges, one range after the other.

    >>> ranges(np.array([7, 3]), np.array([2, 3])).tolist()
    [7, 8, 3, 4, 5]
    """
    ends = np.cumsum(sizes)
    numbers: Numbers = np.repeat(firsts - ends + sizes, sizes)
    numbers += np.arange(len(numbers))
    return numbers


@lru_cache(MAX_KEYS_REMEMBERED)
def key_of(word: str) -> int:
    """The key of a word in small letters."""
    letters = word.encode("latin-1", "replace")
    key = 0
    for place, factor in enumerate(_FACTORS):
        key += int.from_bytes(letters[place * _EIGHT : (place + 1) * _EIGHT], "little") * factor
    return key & _64_BITS


def _keys(small: bytes, starts: Numbers, ends: Numbers) -> Keys:
    padded = small + bytes(_EIGHT * len(_FACTORS))
    eights: Keys = np.ndarray((len(padded) - _EIGHT + 1,), "<u8", padded, 0, (1,))
    lengths = ends - starts
    keys: Keys = eights[starts] & _FIRST_LETTERS[np.minimum(lengths, _EIGHT)]
    keys *= np.uint64(_FACTORS[0])
    for count, factor in enumerate(_FACTORS[1:], 1):
        longer = np.flatnonzero(lengths > count * _EIGHT)
        if not len(longer):
            break
        left = np.minimum(lengths[longer] - count * _EIGHT, _EIGHT)
        more = eights[starts[longer] + count * _EIGHT] & _FIRST_LETTERS[left]
        keys[longer] += more * np.uint64(factor)
    return keys


def _names(large: bytes, small: bytes, starts: Numbers, ends: Numbers) -> Numbers:
    """The words that begin with a capital, go on in small letters and stand by themselves."""
    before, after = np.frombuffer(large, np.uint8), np.frombuffer(small, np.uint8)
    found = np.flatnonzero(before[starts + 1] != after[starts + 1])
    starts, ends = starts[found], ends[found]
    goes_on = before[starts + 2] == after[starts + 2]
    free = ~(_CLINGS[before[starts]] | _CLINGS[before[ends + 1]])
    names: Numbers = found[(goes_on | (ends - starts == 1)) & free]
    return names
