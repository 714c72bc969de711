"""Plain text to lines: every line break a scraper may have left, and nothing else."""

import re

from cleaners.model import Line, Page

# What str.splitlines breaks at, less the separators 0x1c to 0x1e, which turn up inside damaged
# words.
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


def read(text: str, url: str | None = None) -> Page:
    """The page of a plain text, one line a line."""
    return Page(
        tuple(Line(number, line) for number, line in enumerate(_BREAK.split(text))),
        "text",
        url,
    )
