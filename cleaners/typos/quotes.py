"""Quotation marks that are plainly turned the wrong way; which style of marks a text uses is left
to it.
"""

import re
from collections.abc import Iterator

from cleaners.typos.copy import Copy, Fix

# Languages that open and close with “ and ”. Others open low („), close with “ or use ” twice.
TURNING_LANGUAGES = frozenset({"en", "es", "fr", "it", "nl", "pt", "tr", "id"})

_MARK = re.compile(r"[“”„»«]")
_OPENS = re.compile(r"(?:(?<=[\s(\[—–])|^)”(?=\w|[$€£#@…‘’])", re.MULTILINE)
_CLOSES = re.compile(r"(?<=[\w.,!?…%)])“(?=\s|$)", re.MULTILINE)


def turned_quote(copy: Copy) -> Iterator[Fix]:
    """A quotation mark that faces away from what it quotes (”We know …).

    Marks are left where another reading is possible: a quotation is already open, the text opens
    with low marks, or both marks of a pair face the same way by custom of the language.

    >>> from cleaners.typos.copy import Copy
    >>> [f.after for f in turned_quote(Copy("”We know,” said Rios.", "en", None))]
    ['“']
    """
    text = copy.text
    if copy.language not in TURNING_LANGUAGES or ("”" not in text and "“" not in text):
        return
    for found in _OPENS.finditer(text):
        if not _is_open(copy.paragraph_before(found.start())):
            yield Fix(found.start(), found.end(), "“", "it opens a quotation, and faced backwards")
    # Where no mark closes as usual, “ does so by the custom of the house.
    for found in _CLOSES.finditer(text) if "”" in text else ():
        if _is_open(copy.paragraph_before(found.start()), "“"):
            yield Fix(found.start(), found.end(), "”", "it closes a quotation, and faced forwards")


def _is_open(before: str, by: str = "“„«") -> bool:
    """Whether the last mark before opened a quotation."""
    marks = _MARK.findall(before)
    return bool(marks) and marks[-1] in by
