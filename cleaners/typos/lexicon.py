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

_DATA = resources.files("cleaners.typos") / "data"
# Languages whose words are packed; the others have no file.
LANGUAGES = frozenset({"en"})
BYTES_OF_A_KEY = 4


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What is known of the words of one language, all in small letters.

    ``zipf`` holds the words of the language with the tenths of their zipf value: 10 more is ten
    times as common. Those in ``known`` are right at first sight; the others are rare words, or
    typos seen often.
    ``foreign`` are common words of other languages, ``names`` surnames and first names.
    """

    zipf: Mapping[str, int]
    known: frozenset[str]
    foreign: frozenset[str]
    names: frozenset[str]
    pair_keys: "array[int]"
    pair_values: bytes

    def pair(self, first: str, second: str) -> int:
        """How often the two words are seen side by side (tenths of a decimal logarithm); 0 where
        hardly ever.
        """
        key = zlib.crc32(f"{first} {second}".encode())
        place = bisect_left(self.pair_keys, key)
        if place < len(self.pair_keys) and self.pair_keys[place] == key:
            return self.pair_values[place]
        return 0


@cache
def of(language: str | None) -> Lexicon | None:
    """The lexicon of a language, read once; ``None`` where there is none."""
    if language not in LANGUAGES:
        return None
    groups: dict[str, dict[str, int]] = {"known": {}, "rare": {}, "foreign": {}, "name": {}}
    for row in gzip.decompress((_DATA / f"{language}.words.gz").read_bytes()).decode().splitlines():
        kind, zipf, *words = row.split(" ")
        groups[kind].update(dict.fromkeys(words, int(zipf)))
    packed = gzip.decompress((_DATA / f"{language}.pairs.gz").read_bytes())
    count = len(packed) // (BYTES_OF_A_KEY + 1)
    keys = array("I")
    keys.frombytes(packed[: count * BYTES_OF_A_KEY])
    return Lexicon(
        groups["known"] | groups["rare"],
        frozenset(groups["known"]),
        frozenset(groups["foreign"]),
        frozenset(groups["name"]),
        keys,
        packed[count * BYTES_OF_A_KEY :],
    )
