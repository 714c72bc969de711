"""Paragraphs that the scraper cut (hard wraps, a link on a line of its own) joined again; nothing
is judged here.
"""

from collections.abc import Iterable

from cleaners.article import paragraph_texts
from cleaners.model import Edit, Join, Page, Paragraph


def reflow(page: Page, edits: Iterable[Edit]) -> tuple[tuple[Paragraph, ...], tuple[Join, ...]]:
    """The paragraphs of a page that was restored by these edits, and the joins that made them.

    Lines with a blank line between them are never joined, so that a body stays as it is when read
    again.
    """
    texts = paragraph_texts(page, edits, ())
    paragraphs = []
    gap = 0
    for line in page.lines:
        text = texts[line.number]
        if text:
            paragraphs.append(Paragraph(line.number, text, gap, line.markup))
            gap = 0
        else:
            gap += 1
    return tuple(paragraphs), ()
