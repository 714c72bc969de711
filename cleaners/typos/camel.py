"""Two words that ran together where the second has a capital, as where a heading lost its end.

Brands and names in code are written like this on purpose; words in small letters that ran together
belong to `cleaners.typos.words`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from cleaners.model import EditRule
from cleaners.typos.copy import Copy, Fix
from cleaners.typos.lexicon import Lexicon
from cleaners.typos.occurrences import is_part_of_word, occurrence_of
from cleaners.typos.tokens import SPACE, Spot

AT_CAPITAL = EditRule(
    "fused.lost-space-at-capital",
    "two words printed as one, the second with its capital",
    "The bill went to theSenate on Monday.",
    "The bill went to the Senate on Monday.",
)
_TWO_WORDS = re.compile(r"(?P<first>[A-Z]?[a-z]{2,})(?P<second>[A-Z][a-z]+)")
# Words that begin sentences and headings, and end no brand: "ShareThis", "LinkedIn" do.
BEGINNERS = frozenset(
    """
    after also although as because but before despite during however if meanwhile since the then
    there though until when where while
    """.split()
)
# Small words before a name; code and brands begin with others ("isEmpty", "onClick", "iPhone").
LINKS = frozenset("the and that which who their our this said says because while".split())
MIN_ZIPF_OF_A_PART = 30
# A page with more words like this has them on purpose.
MAX_WORDS_WITH_A_CAPITAL_INSIDE = 4
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_DAY = re.compile(r" [0-3]?\d\b")
_DOMAINS = frozenset({"com", "org", "net", "gov", "edu"})
MIN_ZIPF_AFTER_A_DOMAIN = 46
# Cells of a table that ran together ("(UK)Pruning", "manipulation3Parse"); one alone is a formula.
_CELLS = re.compile(r"[a-z]\)[A-Z][a-z]|[a-z]{3}\d{1,2}[A-Z][a-z]{2}")
MIN_CELLS_OF_A_ROW = 2


class _Turn(NamedTuple):
    """A word made of two, the second with a capital."""

    spot: Spot
    first: str
    second: str


def lost_space_at_capital(copy: Copy) -> Iterator[Fix]:
    """Two words printed as one, the second with its capital ("theSenate", "PhotosAfter").

    Brands, product names and code are left: one of the two must be a small word that neither is
    made with, or what stands around must show that something was lost there.
    """
    lexicon = copy.lexicon
    if lexicon is None:
        return
    found = _with_a_capital_inside(copy)
    rare = len(found) <= MAX_WORDS_WITH_A_CAPITAL_INSIDE
    for turn in found:
        small = (
            rare and _has_small_word(turn, lexicon) and occurrence_of(copy, turn.spot) is not None
        )
        if _is_meant(copy, turn, lexicon) or not (small or _is_broken_here(copy, turn, lexicon)):
            continue
        because = f"“{turn.first}” and “{turn.second}” are two words; a space was lost between them"
        place = turn.spot.start + len(turn.first)
        yield Fix(place, place, " ", AT_CAPITAL.name, because)


def _with_a_capital_inside(copy: Copy) -> list[_Turn]:
    tokens = copy.tokens
    large, small = tokens.large, np.frombuffer(tokens.small, np.uint8)
    capital = large != small[: len(large)]
    capital &= small[: len(large)] != SPACE
    inside = np.flatnonzero(capital[1:] & (large[:-1] >= ord("a"))) + 1
    places = np.searchsorted(tokens.starts, inside, "right") - 1
    found = []
    for place in sorted(set(places.tolist())):
        spot = Spot(place, int(tokens.starts[place]), int(tokens.ends[place]))
        two = _TWO_WORDS.fullmatch(copy.text, spot.start, spot.end)
        if two:
            found.append(_Turn(spot, two["first"], two["second"]))
    return found


def _is_meant(copy: Copy, turn: _Turn, lexicon: Lexicon) -> bool:
    """Whether the two are known as one word, or one of them is hardly known."""
    whole = (turn.first + turn.second).lower()
    rarer = min(lexicon.zipf(turn.first.lower()), lexicon.zipf(turn.second.lower()))
    known = lexicon.zipf(whole) or lexicon.listed.get(whole) or copy.tokens.times(whole) > 1
    return bool(known) or rarer < MIN_ZIPF_OF_A_PART or copy.is_code(turn.spot.start, turn.spot.end)


def _has_small_word(turn: _Turn, lexicon: Lexicon) -> bool:
    if turn.first[0].isupper():
        return turn.second.lower() in BEGINNERS
    return turn.first in LINKS


def _is_broken_here(copy: Copy, turn: _Turn, lexicon: Lexicon) -> bool:
    """Whether what stands around shows that something was lost between the two."""
    left, right = copy.line_around(turn.spot.start, turn.spot.end)
    second = turn.second.lower()
    if turn.first in _DOMAINS and left.endswith("."):
        return lexicon.zipf(second) >= MIN_ZIPF_AFTER_A_DOMAIN
    if is_part_of_word(copy.text, turn.spot.start, turn.spot.end):
        return False
    if second in _MONTHS and _DAY.match(right):
        return True
    return len(_CELLS.findall(left)) + len(_CELLS.findall(right)) >= MIN_CELLS_OF_A_ROW
