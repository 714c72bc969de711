"""Comments, and whole stories stacked below the story: each under its date and clock time."""

import re
from collections.abc import Iterator

from cleaners.debris.names import MONTHS
from cleaners.judge.context.said import label
from cleaners.judge.prose import ends_sentence, is_prose
from cleaners.judge.zones import Scene
from cleaners.model import Label

# On 59 of our texts stood four times or more below the first paragraph; below all but the story's
# own nothing was of the story, except between the heads of letters.
MIN_STAMPS = 4
MAX_WORDS_OF_A_STAMP = 14
# The story's own date stands at most below its lead and a caption.
MAX_PARAGRAPHS_ABOVE_ITS_OWN = 2
# Below the last the story may go on.
PARAGRAPHS_OF_THE_LAST = 1
MAX_WORDS_OF_A_NAME = 4
_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
# Every year of a stamp begins so: one look spares most lines the rest.
_CENTURY = "20"
_YEAR = rf"{_CENTURY}\d\d"
_STAMP = re.compile(
    rf"\b(?:{_MONTH}\.?\ \d{{1,2}}(?:st|nd|rd|th)?,?\ (?:at\ )?{_YEAR}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\ {_MONTH}\.?,?\ {_YEAR}|{_YEAR}-\d\d-\d\d|\d\d?/\d\d?/{_YEAR})\b"
    r".{0,6}\b\d{1,2}[:.]\d\d",
    re.IGNORECASE,
)


def stamped(scene: Scene) -> Iterator[Label]:
    """What stands from the second date with a clock time to the last, and what that one is of."""
    paragraphs = scene.paragraphs
    below = range(scene.prose.start, len(paragraphs))
    dated = [place for place in below if _CENTURY in paragraphs[place].text]
    stamps = [place for place in dated if _is_stamp(paragraphs[place].text)]
    if len(stamps) < MIN_STAMPS:
        return
    above = paragraphs[scene.prose.start : stamps[0]]
    first = sum(is_prose(line.text) for line in above) <= MAX_PARAGRAPHS_ABOVE_ITS_OWN
    start = stamps[first]
    if _STAMP.match(paragraphs[start].text) and _is_name(paragraphs[start - 1].text):
        start -= 1
    for line in paragraphs[start : stamps[-1] + 1 + PARAGRAPHS_OF_THE_LAST]:
        yield label(line, "livefeed.stamped", "a comment or another story, below its date and time")


def _is_stamp(text: str) -> bool:
    return (
        ":" in text
        and text.count(" ") < MAX_WORDS_OF_A_STAMP
        and not text.startswith("Date:")
        and bool(_STAMP.search(text))
    )


def _is_name(text: str) -> bool:
    return text.count(" ") < MAX_WORDS_OF_A_NAME and not ends_sentence(text)
