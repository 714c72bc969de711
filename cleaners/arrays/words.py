"""Characters and words of many texts at once, as arrays; what they say of a page belongs to
`features`.

All sums are of whole numbers, so that a text is measured alike alone and among others.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint64]

# Only the head of a longer text is measured: no paragraph of an article among our pages is longer.
MAX_CHARS = 4000
# Texts measured in one go, by characters: what is made of so many stays in the nearest memory, a
# fifth faster than a batch of documents at once.
MAX_CHARS_AT_ONCE = 60_000

KINDS = (
    "space",
    "lower",
    "upper",
    "digit",
    "letter",  # of a script without case
    "apostrophe",
    "stop",
    "question",
    "exclamation",
    "comma",
    "colon",
    "semicolon",
    "quote",
    "dash",
    "opening",
    "closing",
    "ellipsis",
    "bar",
    "arrow",
    "slash",
    "money",
    "percent",
    "at",
    "sign",
    "other",
)
KIND = {name: place for place, name in enumerate(KINDS)}
_SPECIAL = {
    "apostrophe": "'\u2019\u02bc",
    "stop": ".\u3002\u0964",
    "question": "?\uff1f\u061f",
    "exclamation": "!\uff01",
    "comma": ",\u3001\uff0c\u060c",
    "colon": ":\uff1a",
    "semicolon": ";",
    "quote": '"\u201c\u201d\u201e\u00ab\u00bb\u2018\u201a\u2039\u203a',
    "ellipsis": "\u2026",
    "bar": "|\u2022\u00b7\u25cf\u25aa\u25a0\u2023\u25e6*",
    "arrow": "<>\u2190\u2192\u2191\u2193\u25b6\u25ba\u25bc\u25b2\u279c\u2197\u2192",
    "slash": "/\\",
    "percent": "%",
    "at": "@",
    "sign": "#&+=_~^\u00a9\u00ae\u2122",
}
_BY_UNICODE = {
    "Ll": "lower",
    "Lu": "upper",
    "Lt": "upper",
    "Lo": "letter",
    "Lm": "letter",
    "Mn": "letter",
    "Mc": "letter",
    "Nd": "digit",
    "Pd": "dash",
    "Ps": "opening",
    "Pe": "closing",
    "Sc": "money",
    "Zs": "space",
    "Cc": "space",
    "Cf": "space",
}
_PLANE = 0x10000

# An odd base has an inverse modulo 2**64, so that the hash of any word is a difference of sums.
_BASE = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 2**64))
_MIX = np.uint64(0xD6E8FEB86659FD93)
_PAIR = np.uint64(0xA0761D6478BD642F)
FIRST = np.uint64(0x1B873593E7037ED1)
LAST = np.uint64(0x589965CC75374CC3)


@dataclass(frozen=True, slots=True)
class Spelling:
    """The words of some texts as hashes; ``bounds[i]`` to ``bounds[i + 1]`` are those of text
    ``i``.
    """

    bounds: Ints
    hashes: Hashes

    def per_text(self, values: NDArray[np.bool_] | NDArray[np.integer]) -> Ints:
        """The sum over the words of each text of a whole number a word."""
        total = running(values).take(self.bounds)
        return total[1:] - total[:-1]

    @property
    def sizes(self) -> Ints:
        """How many words each text has."""
        return self.bounds[1:] - self.bounds[:-1]

    def text_of_word(self) -> Ints:
        """The number of the text each word stands in."""
        return np.repeat(np.arange(len(self.bounds) - 1), self.sizes)


@dataclass(frozen=True, slots=True)
class Words(Spelling):
    """The texts' characters and words, one row a text and one entry a word."""

    counts: Ints
    chars: Ints
    first: NDArray[np.uint8]
    last: NDArray[np.uint8]
    before_last: NDArray[np.uint8]
    lengths: Ints
    capital: NDArray[np.bool_]
    shouted: NDArray[np.bool_]
    number: NDArray[np.bool_]
    past: NDArray[np.bool_]
    doing: NDArray[np.bool_]


_MEASURED = tuple(each.name for each in fields(Words) if each.name != "bounds")


def measure(texts: Sequence[str]) -> Words:
    """The words of some texts; none of them is blank."""
    return together([_measure(texts[begin:end]) for begin, end in _portions(texts)])


def spell(texts: Sequence[str]) -> Spelling:
    """The words of some texts, where nothing else of them is asked for."""
    parts = [_spell(texts[begin:end]) for begin, end in _portions(texts)]
    sizes = np.concatenate([part.sizes for part in parts])
    return Spelling(running(sizes), np.concatenate([part.hashes for part in parts]))


def together(parts: Sequence[Words]) -> Words:
    """The words of all these texts."""
    if len(parts) == 1:
        return parts[0]
    bounds = [parts[0].bounds]
    for part in parts[1:]:
        bounds.append(part.bounds[1:] + bounds[-1][-1])
    joined = {name: np.concatenate([getattr(part, name) for part in parts]) for name in _MEASURED}
    return Words(bounds=np.concatenate(bounds), **joined)


def pairs(words: Spelling) -> Hashes:
    """The hash of each word with the next one of its text; of the last one with nothing."""
    follower = np.zeros_like(words.hashes)
    follower[:-1] = words.hashes[1:]
    follower[words.bounds[1:][words.sizes > 0] - 1] = 0
    return mixed(words.hashes * _PAIR + follower)


def mixed(values: Hashes) -> Hashes:
    """Well spread bits, so that any few of them can index a table."""
    values = values ^ (values >> np.uint64(32))
    values = values * _MIX
    return values ^ (values >> np.uint64(29))


def running(values: NDArray[np.integer] | NDArray[np.bool_]) -> Ints:
    """Sums of whole numbers over the places before each, and over all."""
    total = np.zeros(len(values) + 1, np.int64)
    values.cumsum(out=total[1:], dtype=np.int64)
    return total


def runs_of(values: NDArray[np.integer]) -> tuple[Ints, Ints]:
    """Where each run of equal values begins, and how long it is."""
    new = np.ones(len(values) + 1, np.bool_)
    np.not_equal(values[1:], values[:-1], out=new[1:-1])
    edges = new.nonzero()[0]
    return edges[:-1], edges[1:] - edges[:-1]


def hash_of(word: str) -> int:
    """The hash of one lower-case word."""
    return int(spell([word]).hashes[0])


def _portions(texts: Sequence[str]) -> list[tuple[int, int]]:
    if sum(map(len, texts)) <= MAX_CHARS_AT_ONCE:
        return [(0, len(texts))]
    portions, begin, size = [], 0, 0
    for place, text in enumerate(texts):
        size += min(len(text), MAX_CHARS)
        if size > MAX_CHARS_AT_ONCE:
            portions.append((begin, place + 1))
            begin, size = place + 1, 0
    if begin < len(texts):
        portions.append((begin, len(texts)))
    return portions


def _measure(texts: Sequence[str]) -> Words:
    chars = _lengths(texts)
    shapes = _shapes_of(texts)
    kind = (shapes >> _KIND_SHIFT).astype(np.uint8)
    sizes = np.minimum(chars, MAX_CHARS) + 1
    ends = np.cumsum(sizes) - 1
    starts = ends - sizes + 1
    begin, end = _runs(_is_word(kind))
    return Words(
        bounds=np.append(0, np.searchsorted(begin, ends)),
        hashes=_hashes(shapes & _LOWER, begin, end),
        counts=_counts(kind, sizes),
        chars=chars,
        first=kind[starts],
        last=kind[ends - 1],
        before_last=kind[np.maximum(ends - 2, starts)],
        lengths=end - begin,
        capital=kind[begin] == KIND["upper"],
        shouted=_shouted(kind == KIND["upper"], begin, end),
        number=_holding(begin, np.flatnonzero(kind == KIND["digit"])),
        past=_ending(shapes & _LOWER, begin, end, "ed"),
        doing=_ending(shapes & _LOWER, begin, end, "ing"),
    )


def _spell(texts: Sequence[str]) -> Spelling:
    shapes = _shapes_of(texts)
    begin, end = _runs(_is_word((shapes >> _KIND_SHIFT).astype(np.uint8)))
    ends = np.cumsum(np.minimum(_lengths(texts), MAX_CHARS) + 1)
    bounds = np.append(0, np.searchsorted(begin, ends))
    return Spelling(bounds, _hashes(shapes & _LOWER, begin, end))


def _lengths(texts: Sequence[str]) -> Ints:
    return np.fromiter(map(len, texts), np.int64, len(texts))


def _shapes_of(texts: Sequence[str]) -> NDArray[np.uint32]:
    """Kind and lower-case form of each character of some texts, each with a break behind it."""
    heads = [text[:MAX_CHARS] for text in texts]
    heads.append("")
    codes = np.frombuffer("\n".join(heads).encode("utf-32-le", "surrogatepass"), np.uint32)
    return _shapes().take(codes, mode="clip")


def _counts(kind: NDArray[np.uint8], sizes: Ints) -> Ints:
    """How many characters of each kind each text has; the break that ends it is none of them."""
    place = np.repeat(np.arange(len(sizes)) * len(KINDS), sizes)
    place += kind
    counts = np.bincount(place, minlength=len(sizes) * len(KINDS)).reshape(len(sizes), len(KINDS))
    counts[:, KIND["space"]] -= 1
    return counts


def _is_word(kind: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Which characters are of words: letters, digits, and apostrophes between them."""
    wordlike = (kind <= KIND["apostrophe"]) & (kind != KIND["space"])
    apostrophe = kind == KIND["apostrophe"]
    word: NDArray[np.bool_] = wordlike & ~apostrophe
    word[1:-1] |= apostrophe[1:-1] & word[:-2] & word[2:]
    return word


def _runs(flags: NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """Where the stretches of flagged characters begin and end; the last character is none."""
    edges = np.flatnonzero(flags[1:] != flags[:-1]) + 1
    edges = np.append(0, edges) if len(flags) and flags[0] else edges
    return edges[::2], edges[1::2]


def _shouted(upper: NDArray[np.bool_], begin: Ints, end: Ints) -> NDArray[np.bool_]:
    """Which words are all in capitals, single letters aside."""
    shouted = upper[begin] & upper[begin + 1]
    likely = np.flatnonzero(shouted)
    begin, end, capitals = begin[likely], end[likely], np.flatnonzero(upper)
    within = np.searchsorted(capitals, end) - np.searchsorted(capitals, begin)
    shouted[likely] = within == end - begin
    return shouted


# Of a shorter word the letters that it ends on are its own ("red", "king").
MIN_LETTERS_BEFORE_AN_ENDING = 2


def _ending(codes: NDArray[np.uint32], begin: Ints, end: Ints, letters: str) -> NDArray[np.bool_]:
    """Which words end on these letters."""
    fits: NDArray[np.bool_] = end - begin >= len(letters) + MIN_LETTERS_BEFORE_AN_ENDING
    for back, letter in enumerate(reversed(letters), 1):
        fits &= codes[np.maximum(end - back, 0)] == ord(letter)
    return fits


def _holding(begin: Ints, places: Ints) -> NDArray[np.bool_]:
    """Which words hold one of these characters, all of which stand in a word."""
    holding = np.zeros(len(begin), np.bool_)
    holding[np.searchsorted(begin, places, "right") - 1] = True
    return holding


def _hashes(codes: NDArray[np.uint32], begin: Ints, end: Ints) -> Hashes:
    powers, inverses = _powers(len(codes))
    total = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum(codes * powers, out=total[1:])
    return mixed((total[end] - total[begin]) * inverses[begin])


@cache
def _powers_of(size: int) -> tuple[Hashes, Hashes]:
    base, inverse = np.full(size, _BASE), np.full(size, _INVERSE)
    base[0] = inverse[0] = 1
    return np.multiply.accumulate(base), np.multiply.accumulate(inverse)


def _powers(size: int) -> tuple[Hashes, Hashes]:
    """Powers enough for ``size`` characters; sizes are rounded up so that few tables are made."""
    powers, inverses = _powers_of(1 << max(16, (size - 1).bit_length()))
    return powers[:size], inverses[:size]


_KIND_SHIFT = 24
_LOWER = np.uint32((1 << _KIND_SHIFT) - 1)


@cache
def _shapes() -> NDArray[np.uint32]:
    """Kind and lower-case form of each character of the basic plane; all others are `other`.

    Digits are folded to one and apostrophes too, so that a word list sees the shape of a number.
    """
    kinds = [KIND["other"]] * (_PLANE + 1)
    lower = list(range(_PLANE + 1))
    for code in range(_PLANE):
        character = chr(code)
        name = _BY_UNICODE.get(unicodedata.category(character))
        if name is None:
            continue
        kinds[code] = KIND[name]
        if name == "upper":
            lower[code] = ord(character.lower()[0])
        elif name == "digit":
            lower[code] = ord("0")
    for name, characters in _SPECIAL.items():
        for character in characters:
            kinds[ord(character)] = KIND[name]
    for character in _SPECIAL["apostrophe"]:
        lower[ord(character)] = ord("'")
    return np.array(kinds, np.uint32) << np.uint32(_KIND_SHIFT) | np.array(lower, np.uint32)
