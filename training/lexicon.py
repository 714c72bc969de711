"""Packs the words and word pairs that the typo rules know into small files.

    python -m training.lexicon SCOWL        # writes cleaners/typos/data/

``SCOWL`` is the folder of the word lists of that name (Debian's package ``scowl``; free for any
use with its notice). The other sources come with the extra ``training``: wordfreq (CC BY-SA 4.0)
for how common a word is in English and in the languages that English news quotes, the word pairs
of symspellpy (MIT; from Google Books Ngrams, CC BY 3.0), and the surnames and first names of the
U.S. census (public domain), as the package ``names`` brings them.
"""

import gzip
import math
import re
import sys
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path

from wordfreq import get_frequency_dict

DATA = Path(__file__).parent.parent / "cleaners" / "typos" / "data"
PAIRS = "frequency_bigramdictionary_en_243_342.txt"
CENSUS = ("dist.all.last", "dist.female.first", "dist.male.first")
# Words that are seen at least this often are taken as right at first sight: "accomodate", the
# commonest of the plain misspellings, is just below.
MIN_ZIPF_OF_A_KNOWN_WORD = 25
# Rarer ones are mostly names and noise.
MIN_ZIPF_OF_A_RARE_WORD = 10
MIN_ZIPF_OF_A_FOREIGN_WORD = 38
FOREIGN = ("de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "nb", "fi", "ro", "hu", "cs", "tr")
FOREIGN += ("id", "fil", "ca", "lt", "lv", "sl", "is")
# SCOWL's sizes: up to 70 no list holds a plain misspelling; in 80 a few ("excentric") are variants.
MAX_SIZE_OF_A_KNOWN_WORD = 70
MAX_SIZE_OF_A_LISTED_WORD = 80
_SCOWL_LIST = re.compile(
    r"(?:english|american|british|british_z|canadian|australian|variant_1)-words\.(?P<size>\d+)"
)
# Short strings that are seen often but are in no list of words are letters of abbreviations; in
# running text they may be the halves of a word.
MAX_LETTERS_OF_A_FRAGMENT = 4
MAX_ZIPF_OF_A_FRAGMENT = 45


def main(scowl: Path) -> None:
    """Write the words and the pairs."""
    DATA.mkdir(exist_ok=True)
    sizes = scowl_sizes(scowl)
    english = {word: zipf for word, zipf in zipf_of("en", "large").items() if plain(word)}
    known = {
        word
        for word in english.keys() | sizes.keys()
        if english.get(word, 0) >= MIN_ZIPF_OF_A_KNOWN_WORD
        or sizes.get(word, MAX_SIZE_OF_A_LISTED_WORD) <= MAX_SIZE_OF_A_KNOWN_WORD
    }
    rare = {
        word: zipf
        for word, zipf in english.items()
        if word not in known and zipf >= MIN_ZIPF_OF_A_RARE_WORD
    }
    write("known", rows_by_zipf(known, english).encode())
    write("rare", packed(rare))
    write("listed", packed(dict.fromkeys(sizes.keys() - known, 1)))
    write("foreign", packed(dict.fromkeys(foreign_words() - known, 1)))
    write("names", packed(dict.fromkeys(census_names() - known, 1)))
    write("pairs", packed(pairs()))
    write("letters", packed_letters(known))
    write("fragments", " ".join(sorted(fragments(known & english.keys(), english, sizes))).encode())


def write(name: str, content: bytes) -> None:
    """One file of the data, the same bytes for the same content."""
    (DATA / f"en.{name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))


def plain(word: str) -> bool:
    """Whether a word is made of small letters of the English alphabet alone."""
    return word.isascii() and word.isalpha() and word.islower()


def zipf_of(language: str, size: str) -> dict[str, int]:
    """Tenths of the zipf value of each word: 10 more is ten times as common."""
    frequencies = get_frequency_dict(language, size)
    return {word: round(10 * (math.log10(share) + 9)) for word, share in frequencies.items()}


def scowl_sizes(folder: Path) -> dict[str, int]:
    """The smallest list of SCOWL that holds each word, names and abbreviations left out."""
    sizes: dict[str, int] = {}
    for file in folder.iterdir():
        found = _SCOWL_LIST.fullmatch(file.name)
        size = int(found["size"]) if found else MAX_SIZE_OF_A_LISTED_WORD + 1
        if size <= MAX_SIZE_OF_A_LISTED_WORD:
            for word in filter(plain, file.read_text("latin-1").splitlines()):
                sizes[word] = min(size, sizes.get(word, size))
    return sizes


def rows_by_zipf(words: Iterable[str], zipf: Mapping[str, int]) -> str:
    """One row a value: the value, then its words."""
    rows: dict[int, list[str]] = defaultdict(list)
    for word in sorted(words):
        rows[zipf.get(word, MIN_ZIPF_OF_A_RARE_WORD)].append(word)
    return "".join(f"{value} {' '.join(row)}\n" for value, row in sorted(rows.items()))


def fragments(words: Iterable[str], zipf: Mapping[str, int], sizes: Mapping[str, int]) -> set[str]:
    """The short strings among known words that are no words of a dictionary."""
    return {
        word
        for word in words
        if len(word) <= MAX_LETTERS_OF_A_FRAGMENT
        and zipf[word] < MAX_ZIPF_OF_A_FRAGMENT
        and word not in sizes
    }


def foreign_words() -> set[str]:
    """Common words of the languages that English news quotes."""
    return {
        word
        for language in FOREIGN
        for word, zipf in zipf_of(language, "small").items()
        if zipf >= MIN_ZIPF_OF_A_FOREIGN_WORD and plain(word)
    }


def census_names() -> set[str]:
    """Surnames and first names of the U.S. census, in small letters."""
    return {line.split()[0].lower() for file in CENSUS for line in lines_of("names", file)}


def pairs() -> dict[str, int]:
    """How often two words are seen side by side (tenths of the decimal logarithm)."""
    rows = (line.split() for line in lines_of("symspellpy", PAIRS))
    return {
        f"{first} {second}": round(10 * math.log10(int(count))) for first, second, count in rows
    }


def packed(values: Mapping[str, int]) -> bytes:
    """A table without its words: their checksums in order, four bytes each, then a byte each for
    the values.
    """
    by_key = {zlib.crc32(word.encode()): value for word, value in values.items()}
    keys = sorted(by_key)
    return array("I", keys).tobytes() + bytes(by_key[key] for key in keys)


def packed_letters(words: Iterable[str]) -> bytes:
    """How surprising each letter is after the two before it (tenths of a decimal logarithm), as a
    cube of 27: the edge of a word, then a to z.
    """
    counts = Counter[tuple[int, int, int]]()
    for word in words:
        codes = [0, 0, *(ord(letter) - 96 for letter in word), 0]
        counts.update(zip(codes, codes[1:], codes[2:], strict=False))
    totals = Counter[tuple[int, int]]()
    for (first, second, _), count in counts.items():
        totals[first, second] += count
    return bytes(
        round(10 * -math.log10((counts[a, b, c] + 0.1) / (totals[a, b] + 2.7)))
        for a in range(27)
        for b in range(27)
        for c in range(27)
    )


def lines_of(package: str, file: str) -> list[str]:
    """The lines of a data file of an installed package."""
    return resources.files(package).joinpath(file).read_text("utf-8-sig").splitlines()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
