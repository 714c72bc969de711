"""Damage of encoding undone: mojibake, stray controls, left-over entities, letters of two scripts.

Each line is mended by itself, in spans as small as the damage, and no line break is ever added.
Words that are spelt wrong belong to `cleaners.typos`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from cleaners.encoding.characters import (
    CONTROL,
    DECOMPOSED,
    FULL_WIDTH,
    INVISIBLE,
    LIGATURE,
    LOST_APOSTROPHE,
    decomposed,
    full_width,
    invisible,
    ligature,
    lost_apostrophe,
    stray_control,
)
from cleaners.encoding.damage import Alphabets, Finder, Scripts
from cleaners.encoding.entities import ENTITY, left_over_entity
from cleaners.encoding.mojibake import MOJIBAKE, mojibake
from cleaners.encoding.scripts import HOMOGLYPH, homoglyph, scripts_of
from cleaners.model import Edit, EditRule, edited

__all__ = ["RULES", "restore"]

RULES: tuple[tuple[EditRule, Finder], ...] = (
    (ENTITY, left_over_entity),
    (MOJIBAKE, mojibake),
    (CONTROL, stray_control),
    (INVISIBLE, invisible),
    (FULL_WIDTH, full_width),
    (LIGATURE, ligature),
    (DECOMPOSED, decomposed),
    (LOST_APOSTROPHE, lost_apostrophe),
    (HOMOGLYPH, homoglyph),
)

# What a sound page of any Latin script is made of. "Â", "Ã", "â" and "Ð" are left out because
# damage begins with them.
_UNUSUAL = re.compile(
    r"[^\t\n !-~\xa0\xa1-\xac\xae-\xc1\xc4-\xcf\xd1-\xe1\xe3-\xff"
    r"\u0100-\u017e‐-―‘’“”„‚‹›•…€™−]|[\xa0-\xff\u0152-\u0192][\x80-\xbf€-™\u0152-\u02dc]"
)
_PERHAPS_ENTITY = re.compile(r"&[A-Za-z#][A-Za-z0-9]{1,30};")
# Every character of one byte as space, but for controls; those that would be split at as another.
_BLANKED = bytes(
    32 if code in b"\t\n" or 32 <= code < 127 else 0 if code in b"\r\v\f" else code
    for code in range(256)
)
# A page is looked at two or three times, and most lines that look hurt (a star, an arrow, a word in
# another script) are not: so many are remembered as such, of at most so many characters.
MAX_LINES_REMEMBERED = 1_000
MAX_CHARS_REMEMBERED = 2_000
# A change is looked for again on what the changes before it left; damage three layers deep has
# been seen, ten ends any ring.
MAX_PASSES = 10


def restore(texts: Mapping[int, str]) -> tuple[Edit, ...]:
    """The edits that undo damage of encoding in the lines of a page, which are known by their
    numbers.
    """
    if _is_sound("\n".join(texts.values())):
        return ()
    alphabets = cache(lambda: scripts_of(texts.values()))
    return tuple(
        edit
        for number, text in texts.items()
        if _is_hurt(text) and not _is_spared(text)
        for edit in _restored(number, text, alphabets)
    )


def _is_sound(text: str) -> bool:
    """Whether a text shows nothing that a rule could want: one look spares nearly all pages the
    rules.

    Only what is left beside plain letters is looked at, neighbours still side by side.
    """
    beside = b" ".join(text.encode("utf-8", "surrogatepass").translate(_BLANKED).split())
    return not (
        _UNUSUAL.search(beside.decode("utf-8", "surrogatepass"))
        or ("&" in text and _PERHAPS_ENTITY.search(text))
    )


def _is_hurt(line: str) -> bool:
    plain = line.isascii() and line.isprintable()
    unusual = not plain and _UNUSUAL.search(line)
    return bool(unusual or ("&" in line and _PERHAPS_ENTITY.search(line)))


def _is_spared(text: str) -> bool:
    return len(text) <= MAX_CHARS_REMEMBERED and _is_left_alone(text)


@lru_cache(MAX_LINES_REMEMBERED)
def _is_left_alone(text: str) -> bool:
    """Whether no rule wants anything of a line, on whatever page it stands."""
    asked: list[bool] = []

    def alphabets() -> Scripts:
        asked.append(True)
        return Scripts("latin", foreign=False, ligatures=False, garbled=bool)

    return not any(any(find(text, alphabets)) for _, find in RULES) and not asked


def _restored(number: int, text: str, alphabets: Alphabets) -> Iterator[Edit]:
    for _ in range(MAX_PASSES):
        before = text
        for rule, find in RULES:
            edits: list[Edit] = []
            shift = last = 0
            for mend in find(text, alphabets):
                start, end = mend.start + shift, mend.end + shift
                apart = mend.start >= last
                now = text[mend.start : mend.end] if apart else edited(text, edits)[start:end]
                edits.append(
                    Edit(number, start, end, now, mend.after, rule.name, rule.about, "restore")
                )
                shift += len(mend.after) - (end - start)
                last = mend.end
            text = edited(text, edits)
            yield from edits
        if text == before:
            return
