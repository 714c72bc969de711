"""Lines of an interface that are known as a whole, and the names of what they are dropped as: of
each category a line by itself and several that ran together, each for sure or perhaps.
"""

from dataclasses import dataclass

from cleaners.model import Category, Strength

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
