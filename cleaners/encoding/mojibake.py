"""Letters that were read in the wrong code page; the only import of ftfy."""

import re
from collections.abc import Iterable, Iterator

import ftfy
from ftfy.badness import is_bad

from cleaners.encoding.damage import Alphabets, Mend, smallest
from cleaners.model import EditRule

# Curly quotes stay as the newsroom set them; widths, ligatures and controls have rules of their
# own here, so that each change says what it is.
_CONFIG = ftfy.TextFixerConfig(
    unescape_html=False,
    uncurl_quotes=False,
    fix_character_width=False,
    fix_latin_ligatures=False,
    fix_line_breaks=False,
    remove_control_chars=False,
    normalization=None,
)
# The last byte of a closing quote has no character in the Western code page and is often dropped.
_LOST_CLOSING = re.compile(r"â€(?=[\s.,;:!?)\]]|$)")
# A hard space that became two characters; the second is often printed as a plain space.
_LONE_A = re.compile(r"(?:(?<=[\s.!?,;:%\"”’)a-z0-9])|^)Â(?=[\s\xa0]|$)")
MOJIBAKE = EditRule(
    "encoding.mojibake", "letters were read in the wrong code page", "Itâ€™s over.", "It’s over."
)


def mojibake(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """Letters read in the wrong code page ("donâ€™t"), once or several times over."""
    if text.isascii():
        return
    lost = [Mend(found.start(), found.end(), "”") for found in _LOST_CLOSING.finditer(text)]
    if lost:
        yield from lost
        return
    found = list(_decoded(text)) if is_garbled(text) else []
    found += _decoded_pairs(text, alphabets)
    found += (Mend(lone.start(), lone.end(), "") for lone in _LONE_A.finditer(text))
    yield from _apart(found)


def _apart(mends: Iterable[Mend]) -> Iterator[Mend]:
    """The mends in the order of their places; where two meet, the longer or the first stands."""
    place = 0
    for mend in sorted(mends, key=lambda mend: (mend.start, -mend.end)):
        if mend.start >= place:
            yield mend
            place = mend.end


def _decoded(text: str) -> Iterator[Mend]:
    """What ftfy makes of each damaged stretch between spaces."""
    place = 0
    for piece in _PIECE.findall(text):
        if not piece.isascii() and piece not in ("Â", "Â "):
            fixed = ftfy.fix_text(piece, _CONFIG).replace("\n", " ")
            if fixed != piece:
                yield smallest(place, piece, fixed)
        place += len(piece)


# Stretches between spaces. Spaces after "Ã" stay with it: one was the second half of "à".
_PIECE = re.compile(r"(?:[^ Ã]|Ã {0,2})+| +")


# What the Western code page shows for the later bytes of a character.
_LATER = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
# Two bytes of one letter as the Western code page shows them, beside another letter ("Å‚", "Ä™").
_PAIR = re.compile(rf"(?<=[^\W\d_])[ÃÄÅ]{_LATER}|[ÃÄÅ]{_LATER}(?=[a-zß-ž])")
# The few of them that nothing else looks like: "Å" before a small letter, "¥", and signs of three
# bytes ("™", "→") where no word ends in "â".
_PLAIN_PAIR = re.compile(rf"(?<!\w)Ã…(?=[a-zß-ö])|â„¢|Â¥|(?<![^\W\d_])â{_LATER}{_LATER}")


# Letters and figures of three bytes ("⅔") look like marks after a word more than signs do.
BYTES_OF_A_SIGN = 3


def _decoded_pairs(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """Short damage that could be meant where it stands alone, but for a page with plain damage."""
    pairs = [*_PLAIN_PAIR.finditer(text)]
    if _PAIR.search(text) and alphabets().garbled():
        pairs += _PAIR.finditer(text)
    for pair in pairs:
        try:
            after = b"".join(map(_as_byte, pair.group())).decode()
        except UnicodeError:
            continue
        if len(pair.group()) < BYTES_OF_A_SIGN or not after.isalnum():
            yield Mend(pair.start(), pair.end(), after)


def _as_byte(char: str) -> bytes:
    """The byte that the Western code page shows as this character."""
    return bytes([ord(char)]) if ord(char) < 256 else char.encode("cp1252")


def is_garbled(text: str) -> bool:
    """Whether a text was plainly read in the wrong code page."""
    return is_bad(text)
