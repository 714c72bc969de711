"""Packs the words and word pairs that the typo rules know into small files.

    python -m training.lexicon                 # writes cleaners/typos/data/

Sources, all installed with the extra ``training``: wordfreq (CC BY-SA 4.0) for how common a word
is in English and in the languages that English news quotes; the curated word list and the word
pairs of symspellpy (MIT; SCOWL and Google Books Ngrams, CC BY 3.0); the surnames and first names of
the U.S. census (public domain), as the package ``names`` brings them.
"""

import gzip
import math
import zlib
from array import array
from collections import defaultdict
from importlib import resources
from pathlib import Path

from wordfreq import get_frequency_dict

DATA = Path(__file__).parent.parent / "cleaners" / "typos" / "data"
# Words that are seen at least this often are taken as right at first sight: "accomodate", the
# commonest of the plain misspellings, is just below.
MIN_ZIPF_OF_A_KNOWN_WORD = 25
# Below this, wordfreq's foreign lists hold mostly names and English.
MIN_ZIPF_OF_A_FOREIGN_WORD = 38
FOREIGN = ("de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "nb", "fi", "ro", "hu", "cs", "tr")
FOREIGN += ("id", "fil", "ca", "lt", "lv", "sl", "is")
PAIRS = "frequency_bigramdictionary_en_243_342.txt"
CURATED = "frequency_dictionary_en_82_765.txt"


def main() -> None:
    """Write the words and the pairs."""
    DATA.mkdir(exist_ok=True)
    english = zipf_of("en", "large")
    curated = {line.split()[0] for line in lines_of("symspellpy", CURATED)} & {
        word for word in english if plain(word)
    }
    groups: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word, zipf in english.items():
        if plain(word):
            known = zipf >= MIN_ZIPF_OF_A_KNOWN_WORD or word in curated
            groups["known" if known else "rare", zipf].append(word)
    for word in foreign_words() - set(english):
        groups["foreign", 0].append(word)
    for word in census_names() - set(english):
        groups["name", 0].append(word)
    rows = (
        f"{kind} {zipf} {' '.join(sorted(words))}\n"
        for (kind, zipf), words in sorted(groups.items())
    )
    (DATA / "en.words.gz").write_bytes(gzip.compress("".join(rows).encode(), 9, mtime=0))
    (DATA / "en.pairs.gz").write_bytes(gzip.compress(packed_pairs(), 9, mtime=0))


def plain(word: str) -> bool:
    """Whether a word is made of small letters of the English alphabet alone."""
    return word.isascii() and word.isalpha() and word.islower()


def zipf_of(language: str, size: str) -> dict[str, int]:
    """Tenths of the zipf value of each word: 10 more is ten times as common."""
    frequencies = get_frequency_dict(language, size)
    return {word: round(10 * (math.log10(share) + 9)) for word, share in frequencies.items()}


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
    files = ("dist.all.last", "dist.female.first", "dist.male.first")
    return {line.split()[0].lower() for file in files for line in lines_of("names", file)}


def packed_pairs() -> bytes:
    """Sorted checksums of "first second", four bytes each, then one byte each: how often the pair
    is seen (tenths of the decimal logarithm).
    """
    pairs = {}
    for line in lines_of("symspellpy", PAIRS):
        first, second, count = line.split()
        pairs[zlib.crc32(f"{first} {second}".encode())] = round(10 * math.log10(int(count)))
    keys = sorted(pairs)
    return array("I", keys).tobytes() + bytes(pairs[key] for key in keys)


def lines_of(package: str, file: str) -> list[str]:
    """The lines of a data file of an installed package."""
    return resources.files(package).joinpath(file).read_text("utf-8-sig").splitlines()


if __name__ == "__main__":
    main()
