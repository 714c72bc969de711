"""Plain text to lines: every line break a scraper may have left, and nothing else."""

from cleaners.model import Page, PlainLines

# What str.splitlines breaks at, less the separators 0x1c to 0x1e, which turn up inside damaged
# words.
_OTHER_BREAKS = ("\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")


def read(text: str, url: str | None = None) -> Page:
    """The page of a plain text, one line a line."""
    for mark in _OTHER_BREAKS:
        text = text.replace(mark, "\n")
    return Page(PlainLines(tuple(text.split("\n"))), "text", url)
