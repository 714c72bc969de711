"""Paragraphs that the scraper cut (hard wraps, a link on a line of its own) joined again; nothing
is judged here.
"""

import re
from collections.abc import Iterable, Sequence

from cleaners.arrays.net import Net
from cleaners.model import Edit, Join, Page, Paragraph, edit_lines
from cleaners.reflow.seams import A_CUT_WORD, joins

_LETTERS = re.compile(r"[^\W\d_]+")


def reflow(
    page: Page, edits: Iterable[Edit], net: Net | None = None
) -> tuple[tuple[Paragraph, ...], tuple[Join, ...]]:
    """The paragraphs of a page that was restored by these edits, and the joins that made them;
    ``net`` is asked for joins instead of the one that comes with this version.

    Lines with a blank line between them are never joined, so that a body stays as it is when read
    again; nor are lines of HTML, where the blocks are known.
    """
    paragraphs = lines_of(page, edits)
    found = () if page.kind == "html" else tuple(joins(paragraphs, net))
    return _joined(paragraphs, found), found


def cut_words(page: Page, joins: Iterable[Join]) -> frozenset[str]:
    """The words that the end of a line had cut, as they stand in the joined lines: with a hyphen.

    >>> from cleaners.model import Line
    >>> page = Page((Line(0, "The govern-"), Line(1, "ment fell.")))
    >>> cut_words(page, [Join(1, 0, "", A_CUT_WORD)])
    frozenset({'govern-ment'})
    """
    return frozenset(
        page.lines[join.to].text.split()[-1] + _LETTERS.findall(page.lines[join.line].text)[0]
        for join in joins
        if join.because == A_CUT_WORD
    )


def lines_of(page: Page, edits: Iterable[Edit]) -> list[Paragraph]:
    """The lines of a page that was restored by these edits, as they are before any is joined."""
    texts = page.texts()
    edit_lines(texts, edits)
    paragraphs = []
    gap = 0
    for (number, text), markup in zip(texts.items(), page.markups(), strict=False):
        if text := text.strip():
            paragraphs.append(Paragraph(number, text, gap, markup))
            gap = 0
        else:
            gap += 1
    return paragraphs


def _joined(lines: Sequence[Paragraph], joins: Sequence[Join]) -> tuple[Paragraph, ...]:
    if not joins:
        return tuple(lines)
    glue = {join.line: join.glue for join in joins}
    parts: list[list[str]] = []
    heads: list[Paragraph] = []
    for line in lines:
        if line.number in glue:
            parts[-1] += (glue[line.number], line.text)
        else:
            heads.append(line)
            parts.append([line.text])
    return tuple(
        Paragraph(head.number, "".join(part), head.gap, head.markup)
        for head, part in zip(heads, parts, strict=True)
    )
