"""Numbered subheads and items: where the second and the fourth stand, so does the third."""

import re
from collections.abc import Iterable

from cleaners.judge.prose import is_prose
from cleaners.judge.review.opinions import Opinions

# On folds of sites, such lines beside a number that stands were of the story on all of 13 sites
# with a line that stands right below, and on 12 of 13 without from here on.
MIN_PROBABILITY_OF_A_NUMBER = 0.2
MAX_CHARS_OF_A_SUBHEAD = 120
BECAUSE = "the number before or after it stands"
_NUMBERED = re.compile(
    r"\W{0,2}(?:(?P<what>(?:chapter|day|example|idea|lesson|level|mistake|myth|number|no|part|phase"
    r"|question|reason|rule|sign|stage|step|tip|trend|way|week)\.?\s+\#?|\#)(?P<counted>\d{1,3})\b"
    r"|(?P<number>\d{1,3})(?P<mark>[.)])\s+(?=[^\W\d]))",
    re.IGNORECASE | re.VERBOSE,
)

# What is counted and how, and the number.
_Number = tuple[str, int]


def numbered(opinions: Opinions) -> None:
    """Keep numbered lines with the number before above them, or the number after below, where
    those stand.
    """
    numbers = _numbers(opinions)
    _keep(opinions, sorted(numbers), numbers, -1)
    _keep(opinions, sorted(numbers, reverse=True), numbers, 1)


def _numbers(opinions: Opinions) -> dict[int, _Number]:
    """By their places, the numbers of the lines that have one."""
    found: dict[int, _Number] = {}
    for place, line in enumerate(opinions.paragraphs):
        number = _NUMBERED.match(line.text)
        if number and len(line.text) <= MAX_CHARS_OF_A_SUBHEAD and not is_prose(line.text):
            counted = (number["what"] or number["mark"]).strip().lower()
            found[place] = counted, int(number["counted"] or number["number"])
    return found


def _keep(
    opinions: Opinions, places: Iterable[int], numbers: dict[int, _Number], next_to: int
) -> None:
    stood = {numbers[place] for place in numbers if opinions.is_kept(place)}
    stand: set[_Number] = set()
    for place in places:
        counted, number = numbers[place]
        # With its number elsewhere it is a line of a table of contents.
        if (counted, number + next_to) in stand and (counted, number) not in stood:
            likely = opinions.scores[place].body >= MIN_PROBABILITY_OF_A_NUMBER
            if likely or opinions.is_kept(place + 1):
                opinions.keep(place, BECAUSE)
        if opinions.is_kept(place):
            stand.add(numbers[place])
