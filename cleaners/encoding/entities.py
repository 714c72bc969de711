"""HTML entities that were printed as they were written."""

import html
import re
from collections.abc import Iterator

from cleaners.encoding.damage import Alphabets, Mend
from cleaners.model import EditRule

_ENTITY = re.compile(
    r"&(?:amp;){0,9}(?P<name>[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});"
)
ENTITY = EditRule(
    "encoding.entity",
    "an HTML entity was printed as it was written",
    "Rios &amp; Sons",
    "Rios & Sons",
)


def left_over_entity(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """An HTML entity printed as it was written ("&amp;", "&#8217;"), where the text was escaped
    twice.

    Escaped tags ("&lt;b&gt;") are left: an article about HTML means them.
    """
    if "&" not in text:
        return
    for found in _ENTITY.finditer(text):
        after = _unescaped(found.group("name"))
        if after is None or (after in "<>" and not _stands_free(text, found.start(), found.end())):
            continue
        yield Mend(found.start(), found.end(), after)


def _unescaped(name: str) -> str | None:
    entity = f"&{name};"
    text = html.unescape(entity)
    if text == entity:
        return None
    if text.isspace():
        return " "
    return text if text.isprintable() else ""


def _stands_free(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in ("", " ") and text[end : end + 1] in ("", " ")
