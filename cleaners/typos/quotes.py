"""Quotation marks that are plainly turned the wrong way; which style of marks a text uses is left
to it.
"""

import re
from collections.abc import Iterator

from cleaners.model import EditRule
from cleaners.typos.copy import Copy, Fix

# Languages that open and close with “ and ”. Others open low („), close with “ or use ” twice.
TURNING_LANGUAGES = frozenset({"en", "es", "fr", "it", "nl", "pt", "tr", "id"})
TURNED = EditRule(
    "quotes.turned",
    "a quotation mark that faces away from what it quotes",
    "”We know,” said the mayor.",
    "“We know,” said the mayor.",
)

_MARKS = "“”„»«"
_OPENS = re.compile(r"”(?=\w|[$€£#@…‘’])")
_BEFORE_OPENING = frozenset("\n\t [(—–\xa0")
_CLOSES = re.compile(r"“(?=\s|$)")
_BEFORE_CLOSING = frozenset(".,!?…%)")


def turned_quote(copy: Copy) -> Iterator[Fix]:
    """A quotation mark that faces away from what it quotes (”We know …).

    Marks are left where another reading is possible: a quotation is already open, the text opens
    with low marks, or both marks of a pair face the same way by custom of the language.

    >>> from cleaners.typos.copy import Copy
    >>> [f.after for f in turned_quote(Copy("”We know,” said Rios.", "en", None))]
    ['“']
    """
    text = copy.text
    if copy.language not in TURNING_LANGUAGES or "”" not in text:
        return
    for found in _OPENS.finditer(text):
        place = found.start()
        follows_space = place == 0 or text[place - 1] in _BEFORE_OPENING
        if follows_space and not _is_open(copy.paragraph_before(place)):
            because = "it opens a quotation, and faced backwards"
            yield Fix(place, place + 1, "“", TURNED.name, because)
    # Where no mark closes as usual, “ does so by the custom of the house; such texts have no ”.
    for found in _CLOSES.finditer(text):
        place = found.start()
        before = text[max(0, place - 1) : place]
        follows_word = before.isalnum() or before in _BEFORE_CLOSING
        if follows_word and _is_open(copy.paragraph_before(place), "“"):
            because = "it closes a quotation, and faced forwards"
            yield Fix(place, place + 1, "”", TURNED.name, because)


def _is_open(before: str, by: str = "“„«") -> bool:
    """Whether the last mark before opened a quotation."""
    last = max(_MARKS, key=before.rfind)
    return last in before and last in by
