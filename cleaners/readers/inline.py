"""A line put together from the pieces of text between tags; which tags end a line belongs to
`cleaners.readers.walk`.
"""

import re
from typing import Literal

from cleaners.model import Format

# Soft hyphens and marks of width zero: where a word may break, not what it says.
_WIDTHLESS = re.compile("[\u00ad\u200b\u2060\ufeff]+")
_FORMATS: dict[str, Literal["strong", "emphasis", "code", "link"]] = {
    "a": "link",
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "code": "code",
}
FORMATTED = frozenset(_FORMATS)
# Tags that a seam between two pieces is told by.
_AT_A_SEAM = {"a": "a", "time": "t"}


class Gathering:
    """The pieces of one line; white space is folded as a browser folds it."""

    __slots__ = ("_formats", "_links", "_seam", "length", "link_chars", "pieces", "space")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._formats: list[tuple[int, int, str, str]] = []
        self.length = 0
        self.link_chars = 0
        # Whether white space was met since the last piece.
        self.space = False
        self._links = 0
        self._seam = ""

    def clear(self) -> None:
        """Begin the next line, in the links that this one ends in."""
        self.pieces.clear()
        self._formats.clear()
        self.length = self.link_chars = 0
        self.space = False
        self._seam = ""

    def text(self) -> str:
        """The line so far."""
        return "".join(self.pieces)

    def tag(self, tag: str, mark: str) -> None:
        """An inline element opened (``<``) or closed (``>``)."""
        if tag == "a":
            self._links += 1 if mark == "<" else -1
        if self.pieces:
            self._seam += mark + _AT_A_SEAM.get(tag, "")

    def add(self, text: str) -> None:
        """A piece of text that is not blank."""
        # Not printable are marks of width zero, and all white space but the space.
        if text.isprintable() and "  " not in text:
            piece = text.strip()
        else:
            piece = _WIDTHLESS.sub("", " ".join(text.split()))
            if not piece:
                return
        if self.pieces and (self.space or text[0].isspace() or (self._seam and self._parts(piece))):
            piece = " " + piece
        if self._links > 0:
            self.link_chars += len(piece) if self.link_chars else len(piece.lstrip())
        self.pieces.append(piece)
        self.length += len(piece)
        self.space = text[-1].isspace()
        self._seam = ""

    def _parts(self, piece: str) -> bool:
        """Whether words that meet at a tag are two, which only the page's style sets apart.

        A link or a time right beside another element is a new word, and so is a capital behind a
        small letter where two elements or a link meet: "by<a>Ana Rios</a>", but not
        "i<b>Phone</b>".
        """
        left, right = self.pieces[-1][-1], piece[0]
        if not (left.isalnum() and right.isalnum()):
            return False
        if any(seam in self._seam for seam in (">a<", "><t", ">t<")):
            return True
        return ("a" in self._seam or "><" in self._seam) and left.islower() and right.isupper()

    def close(self, tag: str, start: int, target: str) -> None:
        """The element that had opened at ``start`` closed: what it means for its text."""
        self._formats.append((start, self.length, tag, target))

    def formats(self, text: str) -> tuple[Format, ...]:
        """The formats over the line; a space before an element is not part of it."""
        if not self._formats:
            return ()
        return tuple(
            [
                Format(start + (text[start] == " "), end, _FORMATS[tag], target)
                for start, end, tag, target in self._formats
            ]
        )
