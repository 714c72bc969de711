"""Mojibake, stray controls and homoglyphs, line by line; the only import of ftfy."""

from collections.abc import Iterator

import ftfy

from cleaners.model import Edit, Page

# Names and quotes are left as they are typed: only what no person typed is changed.
_CONFIG = ftfy.TextFixerConfig(
    uncurl_quotes=False,
    fix_character_width=False,
    fix_latin_ligatures=False,
    normalization=None,
)


def restore(page: Page) -> tuple[Edit, ...]:
    """The edits that undo damage of encoding."""
    return tuple(edit for line in page.lines for edit in _restored(line.number, line.text))


def _restored(number: int, text: str) -> Iterator[Edit]:
    if text.isascii() and text.isprintable():
        return
    fixed = ftfy.fix_text(text, _CONFIG)
    if fixed != text:
        yield Edit(
            number,
            0,
            len(text),
            text,
            fixed,
            "encoding.mojibake",
            "broken encoding",
            "restore",
        )
