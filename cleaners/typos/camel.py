"""Two words that ran together where the second has a capital, as where a heading lost its end.

Brands and names in code are written like this on purpose; words in small letters that ran together
belong to `cleaners.typos.words`.
"""

import re
from collections.abc import Iterator

import numpy as np

from cleaners.typos.copy import Copy, Fix
from cleaners.typos.lexicon import Lexicon
from cleaners.typos.sights import sight_of
from cleaners.typos.tokens import Spot

RULE = "fused.lost-space-at-capital"
_TWO_WORDS = re.compile(r"(?P<first>[A-Z]?[a-z]{2,})(?P<second>[A-Z][a-z]+)")
# Words that begin sentences and headings, and end no brand: "ShareThis", "LinkedIn" do.
BEGINNERS = frozenset(
    """
    after also although as because before but despite during however if meanwhile since the then
    there though until when where while
    """.split()
)
# Small words before a name; code and brands begin with others ("isEmpty", "onClick", "iPhone").
LINKS = frozenset("the and that which who their our this said says because while".split())
MIN_ZIPF_OF_A_PART = 30
# A page with more words like this has them on purpose.
MAX_WORDS_WITH_A_CAPITAL_INSIDE = 4


def lost_space_at_capital(copy: Copy) -> Iterator[Fix]:
    """Two words printed as one, the second with its capital ("theSenate", "PhotosAfter").

    Brands, product names and code are left: one of the two must be a small word that neither is
    made with.
    """
    lexicon = copy.lexicon
    if lexicon is None:
        return
    found = _with_a_capital_inside(copy)
    if not found or len(found) > MAX_WORDS_WITH_A_CAPITAL_INSIDE:
        return
    for spot, first, second in found:
        if _is_two_words(copy, first, second, lexicon) and sight_of(copy, spot):
            because = f"“{first}” and “{second}” are two words; a space was lost between them"
            place = spot.start + len(first)
            yield Fix(place, place, " ", RULE, because)


def _with_a_capital_inside(copy: Copy) -> list[tuple[Spot, str, str]]:
    """The words made of two, the second with a capital."""
    tokens = copy.tokens
    large = np.frombuffer(copy.text.encode("latin-1", "replace"), np.uint8)
    capital = (large >= ord("A")) & (large <= ord("Z"))
    small = (large >= ord("a")) & (large <= ord("z"))
    inside = np.flatnonzero(small[:-1] & capital[1:])
    places = np.unique(np.searchsorted(tokens.starts, inside, "right") - 1)
    found = []
    for place in places.tolist():
        spot = Spot(place, int(tokens.starts[place]), int(tokens.ends[place]))
        two = _TWO_WORDS.fullmatch(copy.text, spot.start, spot.end)
        if two:
            found.append((spot, two["first"], two["second"]))
    return found


def _is_two_words(copy: Copy, first: str, second: str, lexicon: Lexicon) -> bool:
    whole = (first + second).lower()
    if lexicon.zipf(whole) or lexicon.listed.get(whole) or copy.tokens.times(whole) > 1:
        return False
    parts = first.lower(), second.lower()
    rarer = min(map(lexicon.zipf, parts))
    small = parts[1] in BEGINNERS if first[0].isupper() else parts[0] in LINKS
    return small and rarer >= MIN_ZIPF_OF_A_PART
