"""Kept paragraphs as Markdown: headings, lists, quotes, code, emphasis and links as the page had
them. What is kept is decided elsewhere.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from cleaners.model import Edit, Format, Markup, by_stage

_MARKS = {"strong": "**", "emphasis": "*", "code": "`"}
# Characters that would be read as a format, a link or, at the start of a line, as a block.
_SPECIAL = re.compile(r"[\\`*_\[\]<]")
_BLOCK_START = re.compile(r"(?=[#>+-]|~~~)|\d+(?=[.)] )")
# A list item that is numbered; inside it, an item stands under its text.
_NUMBERED = re.compile(r"\d+[.)] ")
_INDENT = "   "
_PLAIN = Markup()
_SAFE_TARGET = re.compile(r"(?i)(?:https?://|mailto:|[/?#.]|[\w-]+(?:[/.?#]|$))[^\s<>]*\Z")


def render(paragraphs: Iterable[tuple[str, Markup | None]]) -> str:
    """The text of some paragraphs; the lines of one list, quote or piece of code stand together."""
    groups = []
    for block, members in groupby(
        ((text, markup or _PLAIN) for text, markup in paragraphs), lambda member: member[1].block
    ):
        lines = [_line(text, markup) for text, markup in members]
        if block == "code":
            groups.append("\n".join(["```", *lines, "```"]))
        elif block == "quote":
            groups.append("\n>\n".join(lines))
        else:
            groups.append(("\n" if block in ("item", "cell") else "\n\n").join(lines))
    return "\n\n".join(groups)


def _line(text: str, markup: Markup) -> str:
    if markup.block == "code":
        return " " * markup.level + text
    inline = _formatted(text, markup.formats)
    if markup.block == "heading":
        # The headline is the only heading of the first level, and it is a field.
        return f"{'#' * max(markup.level, 2)} {inline}"
    if markup.block == "item":
        mark = "" if _NUMBERED.match(text) else "- "
        return f"{_INDENT * max(markup.level - 1, 0)}{mark}{inline}"
    if markup.block == "quote":
        return f"> {inline}"
    start = _BLOCK_START.match(inline)
    return f"{inline[: start.end()]}\\{inline[start.end() :]}" if start else inline


def _formatted(text: str, formats: Sequence[Format]) -> str:
    """A text with its formats; of two that overlap without one holding the other, the first."""
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    held: list[Format] = []
    for each in sorted(formats, key=lambda f: (f.start, -f.end)):
        marks = _marks(each)
        crossing = any(other.start < each.start < other.end < each.end for other in held)
        alike = any(other.name == each.name and each.start < other.end for other in held)
        if marks and not crossing and not alike and text[each.start : each.end].strip():
            held.append(each)
            opens.setdefault(each.start, []).append(marks[0])
            closes.setdefault(each.end, []).insert(0, marks[1])
    places = sorted({0, len(text), *opens, *closes})
    parts = []
    for place, following in zip(places, [*places[1:], len(text)], strict=True):
        parts += closes.get(place, [])
        parts += opens.get(place, [])
        parts.append(_SPECIAL.sub(r"\\\g<0>", text[place:following]))
    return "".join(parts)


def _marks(each: Format) -> tuple[str, str] | None:
    if each.name == "link":
        safe = _SAFE_TARGET.match(each.target)
        return ("[", f"]({each.target.replace('(', '%28').replace(')', '%29')})") if safe else None
    return _MARKS[each.name], _MARKS[each.name]


def after(markup: Markup | None, read: str, edits: Sequence[Edit], printed: str) -> Markup | None:
    """The markup of a line once its edits are made; what an edit took away, no format covers.

    ``read`` is its text before them, ``printed`` after all of them, before white space is trimmed.
    """
    if markup is None or not markup.formats:
        return markup
    formats, text = markup.formats, read
    of_lines, of_paragraphs = by_stage(edits)
    for edit in of_lines:
        formats, text = _moved(formats, edit), edit.apply(text)
    formats = _trimmed(formats, text)
    for edit in of_paragraphs:
        formats = _moved(formats, edit)
    return markup._replace(formats=_trimmed(formats, printed))


def _moved(formats: Sequence[Format], edit: Edit) -> tuple[Format, ...]:
    return tuple(
        now
        for each in formats
        if (now := each._replace(start=_place(each.start, edit), end=_place(each.end, edit)))
        and now.start < now.end
    )


def _place(offset: int, edit: Edit) -> int:
    if offset <= edit.start:
        return offset
    if offset >= edit.end:
        return offset + len(edit.after) - (edit.end - edit.start)
    return min(offset, edit.start + len(edit.after))


def _trimmed(formats: Sequence[Format], text: str) -> tuple[Format, ...]:
    lead, length = len(text) - len(text.lstrip()), len(text.strip())
    within = (
        f._replace(start=max(f.start - lead, 0), end=min(f.end - lead, length)) for f in formats
    )
    return tuple(f for f in within if f.start < f.end)
