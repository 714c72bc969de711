"""Misspellings that everybody knows: the word is wrong wherever it stands.

Typos that only the text around them shows belong to `cleaners.typos.words`.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

import numpy as np

from cleaners.model import EditRule
from cleaners.typos.copy import Copy, Fix
from cleaners.typos.occurrences import Occurrence, free_spots, occurrence_of
from cleaners.typos.tokens import Keys, key_of

KNOWN = EditRule(
    "spelling.known-misspelling",
    "a misspelling that is known as one",
    "She recieved it on Monday.",
    "She received it on Monday.",
)
# Alone on its line a shorter one is a name that somebody goes by, as "teh" is.
MAX_LETTERS_OF_A_NAME_ALONE = 4
_CURLY = re.compile("[’“”]")


def known_misspelling(copy: Copy) -> Iterator[Fix]:
    """A misspelling that is known as one ("recieved", "alot", "doesnt").

    With a capital inside a sentence it may be a name ("Millenium Hotel") and is left, unless the
    text has it right elsewhere.

    >>> from cleaners.typos import lexicon
    >>> [f.after for f in known_misspelling(Copy("She recieved it.", "en", lexicon.of("en")))]
    ['received']
    """
    if copy.lexicon is None:
        return
    keys = _keys()
    place = np.minimum(np.searchsorted(keys, copy.tokens.kinds), len(keys) - 1)
    kinds = np.flatnonzero(keys[place] == copy.tokens.kinds)
    if not len(kinds):
        return
    curly = _CURLY.search(copy.text) is not None
    for word, spots in zip(copy.tokens.words(kinds), copy.tokens.spots(kinds), strict=True):
        meant = meant_by()[word]
        for spot in free_spots(copy.text, word, spots):
            occurrence = occurrence_of(copy, spot)
            if occurrence and _is_misspelt(occurrence, meant, copy):
                after = meant[0].upper() + meant[1:] if occurrence.capital else meant
                if curly:
                    after = after.replace("'", "’")
                because = f"“{word}” is a misspelling of “{meant}” that is seen often"
                yield Fix(spot.start, spot.end, after, KNOWN.name, because)


def _is_misspelt(occurrence: Occurrence, meant: str, copy: Copy) -> bool:
    """Whether a misspelling stands in running text, and not as a name or as one of a list."""
    lone = not occurrence.before and not occurrence.after
    if lone and len(occurrence.word) <= MAX_LETTERS_OF_A_NAME_ALONE:
        return False
    in_name = occurrence.capital and not occurrence.begins and meant.islower()
    return not occurrence.hyphened and (not in_name or copy.tokens.times(meant) > 0)


@cache
def meant_by() -> dict[str, str]:
    """What each of the misspellings means."""
    rows = (resources.files("cleaners.typos") / "misspelt.csv").read_text("utf-8").splitlines()
    return {row["word"]: row["meant"] for row in csv.DictReader(rows)}


@cache
def _keys() -> Keys:
    return np.array(sorted(map(key_of, meant_by())), np.uint64)
