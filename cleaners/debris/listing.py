"""Lines of an interface that are known as a whole: how they are found, alone or several on a line,
and what they are dropped as.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cleaners.debris.rule import NUMBER
from cleaners.model import Category, Strength

# A listed line that shares its line with others must be longer than an article or a pronoun.
MIN_CHARS_OF_A_SHARE = 4
_EDGES = " \t\xa0.:;,!?…•·|*-–—»«→›‹<>()[]\"'“”‘’#+&/=_✓✔▶►▼▲×↑↓←⟶"
# Pictures before and behind a button, with the sign that some are printed with.
_EDGES += "⬇⬆➡⬅👇👆👉👈📧✉📩📬📨📰🗞🔔📣📢💌💬📝📖📚🎧🎙🎥📺📷📸📱💻🛒🎁💡🚀🔥⭐🌟✨❤♥👍🔗📌📍📅"
_EDGES += "\ufe0f"
_DIGITS = re.compile(r"\d+")
_WHAT = {Strength.SURE: "line", Strength.HINT: "perhaps-line"}


@dataclass(frozen=True, slots=True)
class Listed:
    """A whole line of the interface, from a plain list."""

    text: str
    rule: str
    category: Category
    strength: Strength
    because: str


def listed_as(category: Category, strength: Strength, *, several: bool = False) -> str:
    """What a listed line, or several that ran together, are dropped as.

    >>> listed_as(Category.SHARE, Strength.SURE), listed_as(Category.SHARE, Strength.HINT)
    ('share.line', 'share.perhaps-line')
    >>> listed_as(Category.SHARE, Strength.SURE, several=True)
    'share.lines'
    """
    return f"{category}.{_WHAT[strength]}{'s' if several else ''}"


def listings(*categories: Category, strength: Strength | None = None) -> frozenset[str]:
    """All that the listed lines of some categories are dropped as, for sure or perhaps."""
    strengths = tuple(Strength) if strength is None else (strength,)
    return frozenset(
        listed_as(category, each, several=several)
        for category in categories
        for each in strengths
        for several in (False, True)
    )


EVERY_LISTING = listings(*Category)
SURE_LISTINGS = listings(*Category, strength=Strength.SURE)


def line_key(text: str) -> str:
    """A line without case, spaces, marks at its ends and the values of its numbers.

    >>> line_key("Subscribe  Now!") == line_key("subscribenow")
    True
    """
    return _key("".join(text.lower().replace("’", "'").split()))


def _key(joined: str) -> str:
    key = joined.strip(_EDGES)
    return key if key.isalpha() else _DIGITS.sub(NUMBER, key)


class Listings:
    """Whole lines of the interface, alone or several on a line, spaces or no spaces."""

    def __init__(self, listed: Iterable[Listed]) -> None:
        self._by_key: dict[str, Listed] = {}
        for line in listed:
            self._by_key.setdefault(line_key(line.text), line)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self._by_key, key=len):
            if len(key) >= MIN_CHARS_OF_A_SHARE:
                self._by_stem[key[:MIN_CHARS_OF_A_SHARE]].append(key)
        self._endings = {key[-MIN_CHARS_OF_A_SHARE:] for key in self._by_key}

    def may_end(self, words: Sequence[str]) -> bool:
        """Whether words end as some listed line does, in a letter."""
        return "".join(words[-MIN_CHARS_OF_A_SHARE:])[-MIN_CHARS_OF_A_SHARE:] in self._endings

    def find(self, words: Sequence[str]) -> Listed | None:
        """The line that these words are, or the lines that cover them; ``None`` if not listed."""
        # Most lines begin or end like no listed one; with figures or marks there, or when short,
        # they have no letters that say so.
        joined = "".join(words)
        stem, ending = joined[:MIN_CHARS_OF_A_SHARE], joined[-MIN_CHARS_OF_A_SHARE:]
        if stem not in self._by_stem and stem.isalpha() and len(stem) == MIN_CHARS_OF_A_SHARE:
            return None
        if ending not in self._endings and ending.isalpha():
            return None
        key = _key(joined)
        if key[-MIN_CHARS_OF_A_SHARE:] not in self._endings:
            return None
        if line := self._by_key.get(key):
            return line
        if key[:MIN_CHARS_OF_A_SHARE] in self._by_stem and (parts := self._parts(key)):
            return self._covered(parts)
        return None

    def _covered(self, parts: tuple[str, ...]) -> Listed:
        lines = [self._by_key[part] for part in parts]
        sure = all(line.strength is Strength.SURE for line in lines)
        strength = Strength.SURE if sure else Strength.HINT
        category = lines[0].category
        shown = " + ".join(f"“{line.text}”" for line in lines)
        return Listed(
            shown,
            listed_as(category, strength, several=True),
            category,
            strength,
            f"nothing but lines of the interface: {shown}",
        )

    def _parts(self, key: str) -> tuple[str, ...]:
        """The listed lines that cover a key from end to end, the longest first; none when some of
        it is left over.
        """
        reached: dict[int, tuple[str, ...]] = {0: ()}
        open_ends = [0]
        while open_ends:
            start = open_ends.pop()
            if start >= len(key):
                return reached[start]
            for part in self._by_stem.get(key[start : start + MIN_CHARS_OF_A_SHARE], ()):
                if key.startswith(part, start):
                    end = start + len(part)
                    while end < len(key) and key[end] in _EDGES:
                        end += 1
                    if end not in reached:
                        reached[end] = (*reached[start], part)
                        open_ends.append(end)
        return ()
