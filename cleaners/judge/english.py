"""The commonest words of other languages put into English, which the judge learnt to read; what the
words say belongs to `wording`.

Class names tell an article from its debris in any language, but that a line is prose the judge
knows by "the", "of" and "said". Words that are not in the table stay as they are: to the judge they
are names.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from cleaners.arrays.words import Hashes, Ints, Words, spell
from cleaners.errors import BadRule

TABLE = Path(__file__).with_name("english.toml")
# The languages of the pages that the model learnt from.
TAUGHT = frozenset({"en", None})


class Glossary(NamedTuple):
    """The hashes of a language's words in their order, and those of the same words in English."""

    words: Hashes
    english: Hashes

    def translated(self, hashes: Hashes) -> Hashes:
        """These words with all that are known in English."""
        place = np.minimum(np.searchsorted(self.words, hashes), len(self.words) - 1)
        return np.where(self.words[place] == hashes, self.english[place], hashes)


@cache
def glossaries() -> Mapping[str, Glossary]:
    """The glossary of each language that has one.

    Raises:
        BadRule: a word of the table is given two meanings.
    """
    table: dict[str, dict[str, str]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {language: _glossary(language, meanings) for language, meanings in table.items()}


def _glossary(language: str, meanings: Mapping[str, str]) -> Glossary:
    pairs = [(word, english) for english, words in meanings.items() for word in words.split()]
    words = [word for word, _ in pairs]
    if twice := {word for word in words if words.count(word) > 1}:
        raise BadRule(f"{TABLE.name}: [{language}] has '{min(twice)}' twice; leave one")
    hashes = spell(words).hashes
    order = np.argsort(hashes)
    return Glossary(hashes[order], spell([english for _, english in pairs]).hashes[order])


def in_english(words: Words, bounds: Ints, languages: Sequence[str | None]) -> Words:
    """The words of some documents, which are written in these languages; ``bounds[i]`` to
    ``bounds[i + 1]`` are the texts of document ``i``.
    """
    known = glossaries()
    foreign = [place for place, language in enumerate(languages) if language in known]
    if not foreign:
        return words
    hashes = words.hashes.copy()
    for place in foreign:
        begin, end = words.bounds[bounds[place : place + 2]]
        hashes[begin:end] = known[languages[place] or ""].translated(hashes[begin:end])
    return replace(words, hashes=hashes)
