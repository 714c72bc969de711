"""Characters that no one typed: controls, those without width, letters in unusual forms."""

import re
import unicodedata
from collections.abc import Iterator

from cleaners.encoding.damage import Alphabets, Mend
from cleaners.model import EditRule

_CONTROL = re.compile(
    r"(?P<escape>\x1b\[[0-9;]{0,20}[A-Za-z])"
    r"|(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufff9-\ufffb]+)"
    r"|(?P<break>[\x85\u2028\u2029]+)"
    r"|(?P<c1>[\x80-\x9f])"
    r"|(?P<pair>[\ud800-\udbff][\udc00-\udfff])|(?P<half>[\ud800-\udfff])"
)
CONTROL = EditRule(
    "encoding.control", "a control character stood in the text", "the bri\x07dge", "the bridge"
)


def stray_control(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """A control character, a terminal's colour code or half a surrogate in the middle of a line."""
    for found in _CONTROL.finditer(text):
        yield Mend(found.start(), found.end(), _instead_of_control(found))


def _instead_of_control(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "break":
            return " "
        case "c1":
            return bytes([ord(found.group())]).decode("cp1252", "ignore")
        case "pair":
            return found.group().encode("utf-16", "surrogatepass").decode("utf-16")
        case "half":
            return "\ufffd"
        case _:
            return ""


_INVISIBLE = re.compile(
    r"[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+"
)
_DIRECTION = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Joiners shape letters in these scripts, and emoji are made of several with joiners between.
_JOINS = re.compile(
    r"[\u0600-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u18ff\u2190-\u2bff\ufe0f\U0001f000-\U0001ffff\U000e0020-\U000e007f]"
)
INVISIBLE = EditRule(
    "encoding.invisible",
    "a character without width stood in the text",
    "the bri\u200bdge",
    "the bridge",
)


def invisible(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """A character without width (soft hyphen, zero-width space, byte order mark) inside a text.

    Joiners in Persian, Indic scripts and emoji, and marks of direction in Hebrew and Arabic, are
    part of the writing.
    """
    for found in _INVISIBLE.finditer(text):
        around = (
            text[max(0, found.start() - 1) : found.start()] + text[found.end() : found.end() + 1]
        )
        kept = "".join(
            char
            for char in found.group()
            if (char in "\u200c\u200d" and _JOINS.search(around))
            or (_DIRECTION.match(char) and _RIGHT_TO_LEFT.search(text))
        )
        if kept != found.group():
            yield Mend(found.start(), found.end(), kept)


_WIDE = re.compile(r"[\uff01-\uff5e\u3000]+")
_EAST_ASIAN = re.compile(r"[\u3001-\u30ff\u3400-\u9fff\uac00-\ud7af]")
FULL_WIDTH = EditRule(
    "encoding.full-width",
    "letters of double width in a text of single width",
    "the ＡＢＣ",
    "the ABC",
)


def full_width(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """Letters and digits of double width in a text that is not Chinese, Japanese or Korean."""
    if _EAST_ASIAN.search(text):
        return
    for found in _WIDE.finditer(text):
        yield Mend(found.start(), found.end(), unicodedata.normalize("NFKC", found.group()))


_LIGATURE = re.compile(r"[\ufb00-\ufb06]")
LIGATURE_BY_ITSELF = re.compile(r"(?<!\w)[\ufb00-\ufb06](?!\w)")
LIGATURE = EditRule("encoding.ligature", "two letters were one character", "the oﬃce", "the office")


def ligature(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """Two letters in one character ("ﬁ"), left by a printed page.

    A text that shows one by itself is about them.
    """
    if not _LIGATURE.search(text) or alphabets().ligatures:
        return
    for found in _LIGATURE.finditer(text):
        yield Mend(found.start(), found.end(), unicodedata.normalize("NFKC", found.group()))


_DECOMPOSED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
DECOMPOSED = EditRule(
    "encoding.decomposed", "a letter and its accent were two characters", "a cafe\u0301", "a café"
)


def decomposed(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """A letter and its accent in two characters, where one is usual."""
    for found in _DECOMPOSED.finditer(text):
        composed = unicodedata.normalize("NFC", found.group())
        if composed != found.group():
            yield Mend(found.start(), found.end(), composed)


# An apostrophe is the one lost character that its neighbours prove.
_LOST_APOSTROPHE = re.compile(r"(?<=[A-Za-z])\ufffd{1,3}(?=(?:s|t|d|m|re|ve|ll)\b)")
LOST_APOSTROPHE = EditRule(
    "encoding.lost-apostrophe",
    "only an apostrophe can have stood here",
    "they don\ufffdt",
    "they don’t",
)


def lost_apostrophe(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """A replacement character where only an apostrophe can have stood ("don�t")."""
    for found in _LOST_APOSTROPHE.finditer(text):
        yield Mend(found.start(), found.end(), "’")
