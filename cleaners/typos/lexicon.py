"""The words of a language, how common they are, and which of them are seen side by side.

Packed by `training.lexicon`; what follows from the words is for the rules.
"""

import gzip
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from cleaners.typos.slips import Deletions, deletions_of
from cleaners.typos.tokens import Keys, Tokens, tokens_of

_DATA = resources.files("cleaners.typos") / "data"
# Languages whose words are packed; the others have no file.
LANGUAGES = frozenset({"en"})
BYTES_OF_A_KEY = 4
# Keys are looked for among those that share their first bits: four or less of a hundred thousand.
BUCKET_BITS = 16
_SHIFT = 8 * BYTES_OF_A_KEY - BUCKET_BITS
# Endings that are no words: where one stands alone, it was part of the word before.
ENDINGS = frozenset(
    """
    able al ced ded ed ents er ers ess est ful ful ged ial ics ied ies ing ion ism ist ity ive les
    ly ment nal ness ors ous ted tion
    """.split()
)
# Tenths of zipf below which a word is not what anybody meant, unless the document has it elsewhere.
MIN_ZIPF_OF_A_READING = 18
# The tables of letters count the edge of a word as one more letter.
LETTERS = 27


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Numbers by word, without the words: their checksums in order, and a byte for each.

    One word in 20,000 that is not there is taken for one that is; what hangs on it is evidence
    among other evidence. The keys with the first bits ``b`` are those from ``begins[b]`` to before
    ``begins[b + 1]``.
    """

    keys: "array[int]"
    values: bytes
    begins: "array[int]"

    def get(self, word: str) -> int:
        """The number of a word; 0 where there is none."""
        key = zlib.crc32(word.encode())
        bucket = key >> _SHIFT
        end = self.begins[bucket + 1]
        place = bisect_left(self.keys, key, self.begins[bucket], end)
        return self.values[place] if place < end and self.keys[place] == key else 0


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What is known of the words of one language, all in small letters.

    ``known`` holds the words that are right at first sight, with the tenths of their zipf value:
    10 more is ten times as common. ``rare`` has those of rare words and of typos seen often.
    ``listed`` are words of large dictionaries, ``foreign`` common words of other languages,
    ``names`` surnames and first names. ``fragments`` are short strings that are seen often but are
    no words.

    ``keys`` are the keys of the known words in order, ``levels`` the tenths of zipf of each; 0 for
    a fragment or an ending. ``beside`` has the words that are common enough to have been meant.
    """

    known: Mapping[str, int]
    rare: Table
    listed: Table
    foreign: Table
    names: Table
    pairs: Table
    letters: bytes
    fragments: frozenset[str]
    keys: Keys
    levels: NDArray[np.uint8]
    beside: Deletions

    def levels_of(self, tokens: Tokens) -> tuple[NDArray[np.bool_], NDArray[np.uint8]]:
        """Which of the different words of a text are known, and their levels (0: not known)."""
        place = np.minimum(self.keys.searchsorted(tokens.kinds), len(self.keys) - 1)
        known = self.keys[place] == tokens.kinds
        return known, np.where(known, self.levels[place], 0).astype(np.uint8)

    def zipf(self, word: str) -> int:
        """Tenths of the zipf value of a word; 0 where it is hardly ever seen."""
        return self.known.get(word) or self.rare.get(word)

    def pair(self, first: str, second: str) -> int:
        """How often two words are seen side by side (tenths of a decimal logarithm); 0 where hardly
        ever.
        """
        return self.pairs.get(f"{first} {second}")

    def strangeness(self, word: str) -> tuple[int, int]:
        """How unlike an English word a string of small letters is: its strangest three letters, and
        all of them on average (tenths of a decimal logarithm).
        """
        codes = [0, 0, *(ord(letter) - ord("a") + 1 for letter in word), 0]
        steps = [
            self.letters[(a * LETTERS + b) * LETTERS + c]
            for a, b, c in zip(codes, codes[1:], codes[2:], strict=False)
        ]
        return max(steps), 10 * sum(steps) // len(steps)


@cache
def of(language: str | None) -> Lexicon | None:
    """The lexicon of a language, read once; ``None`` where there is none."""
    if language not in LANGUAGES:
        return None
    known: dict[str, int] = {}
    for row in _unpacked(f"{language}.known").decode().splitlines():
        zipf, *words = row.split(" ")
        known.update(dict.fromkeys(words, int(zipf)))
    fragments = frozenset(_unpacked(f"{language}.fragments").decode().split())
    return Lexicon(
        known,
        _table(f"{language}.rare"),
        _table(f"{language}.listed"),
        _table(f"{language}.foreign"),
        _table(f"{language}.names"),
        _table(f"{language}.pairs"),
        _unpacked(f"{language}.letters"),
        fragments,
        *_by_key(known, fragments | ENDINGS),
        deletions_of([word for word, zipf in known.items() if zipf >= MIN_ZIPF_OF_A_READING]),
    )


def _by_key(known: Mapping[str, int], parts: frozenset[str]) -> tuple[Keys, NDArray[np.uint8]]:
    tokens = tokens_of(" ".join(known))
    levels = np.array([0 if word in parts else zipf for word, zipf in known.items()], np.uint8)
    return tokens.kinds, levels[tokens.order]


def _table(name: str) -> Table:
    packed = _unpacked(name)
    end = len(packed) // (BYTES_OF_A_KEY + 1) * BYTES_OF_A_KEY
    keys = array("I", packed[:end])
    buckets = np.frombuffer(keys, np.uint32) >> np.uint32(_SHIFT)
    begins = np.searchsorted(buckets, np.arange((1 << BUCKET_BITS) + 1)).astype(np.uint32)
    return Table(keys, packed[end:], array("I", begins.tobytes()))


def _unpacked(name: str) -> bytes:
    return gzip.decompress((_DATA / f"{name}.gz").read_bytes())
