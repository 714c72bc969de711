"""The numbers that a browser prints before the items of an ordered list; no text holds them.

See https://html.spec.whatwg.org/multipage/grouping-content.html#the-ol-element
"""

import re
from collections.abc import Mapping
from string import ascii_lowercase

_Attributes = Mapping[str, str | None]
_INTEGER = re.compile(r"\s*([+-]?\d{1,9})")
# Lists whose style sheet prints nothing, or numbers of its own, by inline style and by the class
# names of the common frameworks.
_UNMARKED_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
_UNMARKED_CLASS = re.compile(
    r"(?<![\w-])(?:list-none|list-unstyled|unstyled|no-?bullets?|list-inline|hide-ordinal|"
    r"(?:[\w-]*[-_])?(?:toc|breadcrumbs?|nav|menu|commentlist|comment-list|carousel|slider)"
    r"(?:[-_][\w-]*)?)(?![\w-])",
    re.IGNORECASE,
)
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MAX_ROMAN = 3999


class Numbering:
    """The numbers of one list of so many items, handed out item by item; ``size`` matters only
    where a list counts down.
    """

    __slots__ = ("_next", "_step", "_style")

    def __init__(self, attributes: _Attributes, size: int) -> None:
        self._step = -1 if "reversed" in attributes else 1
        start = _integer(attributes.get("start"))
        self._next = start if start is not None else 1 if self._step > 0 else size
        self._style = "" if _is_unmarked(attributes) else attributes.get("type") or "1"

    def mark(self, item: _Attributes) -> str:
        """What stands before the next item, such as "3."; "" if nothing does."""
        own = _integer(item.get("value"))
        number = self._next if own is None else own
        self._next = number + self._step
        if not self._style or _is_unmarked(item):
            return ""
        return f"{_written(number, item.get('type') or self._style)}."


def _is_unmarked(attributes: _Attributes) -> bool:
    return bool(
        _UNMARKED_STYLE.search(attributes.get("style") or "")
        or _UNMARKED_CLASS.search(attributes.get("class") or "")
    )


def _integer(text: str | None) -> int | None:
    found = _INTEGER.match(text or "")
    return int(found.group(1)) if found else None


def _written(number: int, style: str) -> str:
    """A number in figures, letters or Roman numerals."""
    if style in ("a", "A") and number > 0:
        written = _letters(number)
    elif style in ("i", "I") and 0 < number <= _MAX_ROMAN:
        written = _roman(number)
    else:
        return str(number)
    return written.upper() if style.isupper() else written


def _letters(number: int) -> str:
    """a to z, then aa, ab and so on."""
    letters = ""
    while number:
        number, place = divmod(number - 1, len(ascii_lowercase))
        letters = ascii_lowercase[place] + letters
    return letters


def _roman(number: int) -> str:
    numeral = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral
