"""One slip of the fingers: which words it can turn into which, found without trying all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaners.typos.tokens import ranges

# The keys around each key of the English keyboard.
KEYS_BESIDE = dict(
    pair.split(":")
    for pair in (
        "q:wa w:qesa e:wrsd r:etdf t:ryfg y:tugh u:yihj i:uojk o:ipkl p:ol a:qwsz s:awedxz "
        "d:serfcx f:drtgvc g:ftyhbv h:gyujnb j:huikmn k:jiolm l:kop z:asx x:zsdc c:xdfv v:cfgb "
        "b:vghn n:bhjm m:njk"
    ).split()
)
SLIPS = ("transposed", "dropped", "doubled", "extra", "adjacent", "other")
# Longer words are not compared.
MAX_LETTERS = 31
# What is left of "mat" without a letter is left of 100 known words too; of junk it may be far more.
MAX_OWNERS = 200
# A string is the sum of its letters, each times the number of its place, modulo two to the 64.
_WEIGHTS = np.random.default_rng(1).integers(1 << 63, 1 << 64, MAX_LETTERS + 1, np.uint64)
_ZERO = np.zeros(1, np.uint64)


def slip_between(meant: str, typed: str) -> str:
    """Which slip turned one word into the other."""
    place = next((i for i, (a, b) in enumerate(zip(meant, typed, strict=False)) if a != b), -1)
    if len(meant) > len(typed):
        return "dropped"
    if len(meant) < len(typed):
        added = typed[place] if place >= 0 else typed[-1]
        return "doubled" if added == typed[place - 1] or typed.count(added * 2) else "extra"
    if sorted(meant) == sorted(typed):
        return "transposed"
    return "adjacent" if meant[place] in KEYS_BESIDE[typed[place]] else "other"


def is_one_slip(meant: str, typed: str) -> bool:
    """Whether one slip on an English keyboard turns one word into the other."""
    if meant == typed or not meant.isascii():
        return False
    same = next((i for i, (a, b) in enumerate(zip(meant, typed, strict=False)) if a != b), -1)
    if same < 0:
        return abs(len(meant) - len(typed)) == 1
    left, right = meant[same:], typed[same:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return left[1:] in (right, right[1:]) or left == right[1:] or swapped


@dataclass(frozen=True, slots=True, eq=False)
class Deletions:
    """Words, by what is left of them when a letter is taken out, and by themselves.

    ``keys`` are numbers for the strings that are left, in order, and ``owners`` the places of their
    words. Two words that are one slip apart leave the same string, or one is what is left of the
    other.
    """

    words: Sequence[str]
    keys: NDArray[np.uint64]
    owners: NDArray[np.int64]

    def beside(self, typed: "Deletions") -> Iterator[tuple[str, str]]:
        """Each of the typed words with each of these that one slip could have turned into it."""
        if not self.words or not typed.words:
            return
        first = self.keys.searchsorted(typed.keys)
        found = np.flatnonzero(self.keys.take(first, mode="clip") == typed.keys)
        if not len(found):
            return
        first = first[found]
        sizes = self.keys.searchsorted(typed.keys[found], "right") - first
        sizes = np.minimum(sizes, MAX_OWNERS)
        typers = np.repeat(typed.owners[found], sizes)
        meant = self.owners[ranges(first, sizes)]
        for typer, owner in set(zip(typers.tolist(), meant.tolist(), strict=True)):
            if is_one_slip(self.words[owner], typed.words[typer]):
                yield typed.words[typer], self.words[owner]


def deletions_of(words: Sequence[str]) -> Deletions:
    """The words, ordered by what is left of them when a letter is taken out."""
    joined = "".join(word[:MAX_LETTERS] for word in words).encode("latin-1", "replace")
    letters = np.frombuffer(joined, np.uint8).astype(np.uint64)
    lengths = np.fromiter((min(len(word), MAX_LETTERS) for word in words), np.int64, len(words))
    ends = np.cumsum(lengths)
    starts = ends - lengths
    numbers = np.arange(len(words))
    owners = np.repeat(numbers, lengths)
    place = np.arange(len(letters)) - starts[owners]
    # Sums up to each letter: as the letters stand, and as they stand when one before is taken out.
    still = np.concatenate([_ZERO, np.cumsum(letters * _WEIGHTS[place + 1])])
    moved = np.concatenate([_ZERO, np.cumsum(letters * _WEIGHTS[place])])
    without = still[:-1] - still[starts[owners]] + moved[ends[owners]] - moved[1:]
    keys = np.concatenate([still[ends] - still[starts], without])
    order = np.argsort(keys)
    return Deletions(words, keys[order], np.concatenate([numbers, owners])[order])
