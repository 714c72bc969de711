"""Letters of two alphabets in one word, and the alphabets of a page."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from cleaners.encoding.characters import LIGATURE_BY_ITSELF
from cleaners.encoding.damage import Alphabets, Mend, Scripts, smallest
from cleaners.encoding.mojibake import is_garbled
from cleaners.model import EditRule

_LATIN_LETTERS = r"A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u024f"
_LATIN = f"[{_LATIN_LETTERS}]"
_NOT_LATIN = re.compile(f"[^{_LATIN_LETTERS}]+")
_OTHER = "[\u0370-\u052f]"
_MIXED = re.compile(f"{_LATIN}{_OTHER}|{_OTHER}{_LATIN}")
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_WORD = re.compile(f"{_OTHER}+")
_CYRILLIC_TO_LATIN = dict(
    zip(
        "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅԚԜ",
        "aeopcyxijshdqwABEKMHOPCTYXIJSQW",
        strict=True,
    )
)
_LATIN_TO_CYRILLIC = {latin: other for other, latin in _CYRILLIC_TO_LATIN.items()}
# Small Greek letters stand in formulas and names of substances; only those that cannot be told
# from Latin ones are read as Latin, and only in longer words.
_GREEK_TO_LATIN = dict(zip("οϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ocjABEZHIKMNOPTYX", strict=True))
_LATIN_TO_GREEK = {latin: other for other, latin in _GREEK_TO_LATIN.items()}
MIN_LETTERS_OF_A_GREEK_MIX = 4
HOMOGLYPH = EditRule(
    "encoding.homoglyph",
    "letters of another alphabet in a word",
    "Сeasefire holds",
    "Ceasefire holds",
)


def homoglyph(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """A letter of another alphabet that looks like the one meant (a Cyrillic "С" in "Сeasefire").

    Words with letters that have no double ("КАМАЗ-style" mixes, "kΩ", "TNFα") are left.
    """
    if not _OTHER_WORD.search(text):
        return
    for found in _WORD.finditer(text):
        word = found.group()
        after = _of_one_script(word, alphabets()) if _OTHER_WORD.search(word) else word
        if after != word:
            yield smallest(found.start(), word, after)


def _of_one_script(word: str, scripts: Scripts) -> str:
    to_latin, from_latin = _doubles(word)
    if not _MIXED.search(word):
        lone = scripts.main == "latin" and not scripts.foreign
        return _turned(word, to_latin, "other") if lone and to_latin is _CYRILLIC_TO_LATIN else word
    other = sum(map(len, _OTHER_WORD.findall(word)))
    latin = len(word) - other
    latin_first = latin > other or (latin == other and scripts.main == "latin")
    if to_latin is _GREEK_TO_LATIN and len(word) < MIN_LETTERS_OF_A_GREEK_MIX:
        return word
    ways = [(to_latin, "other"), (from_latin, "latin")]
    for table, script in ways if latin_first else reversed(ways):
        turned = _turned(word, table, script)
        if turned != word:
            return turned
    return word


def _doubles(word: str) -> tuple[dict[str, str], dict[str, str]]:
    if re.search("[\u0400-\u052f]", word):
        return _CYRILLIC_TO_LATIN, _LATIN_TO_CYRILLIC
    return _GREEK_TO_LATIN, _LATIN_TO_GREEK


def _turned(word: str, table: dict[str, str], script: str) -> str:
    """The word with all letters of one script turned into the other, or as it was when one of them
    has no double there.
    """
    letters = []
    for letter in word:
        if bool(_OTHER_WORD.match(letter)) == (script == "other"):
            if letter not in table:
                return word
            letter = table[letter]
        letters.append(letter)
    return "".join(letters)


def scripts_of(texts: Collection[str]) -> Scripts:
    """The alphabets of a page, by the texts of its lines."""
    beyond = [text for text in texts if not text.isascii()]
    whole = "\n".join(beyond)
    other = "".join(_OTHER_WORD.findall(whole))
    latin = sum(len(text) for text in texts if text.isascii()) + len(_NOT_LATIN.sub("", whole))
    return Scripts(
        "latin" if latin >= len(other) else "other",
        foreign=not set(other) <= _CYRILLIC_TO_LATIN.keys(),
        ligatures=LIGATURE_BY_ITSELF.search(whole) is not None,
        garbled=cache(lambda: any(map(is_garbled, beyond))),
    )
