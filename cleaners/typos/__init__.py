"""Typos in kept paragraphs, repaired only on evidence; encoding belongs to `cleaners.encoding`."""

from collections.abc import Sequence

from cleaners.model import Edit, Paragraph

__all__ = ["mend"]


def mend(paragraphs: Sequence[Paragraph], language: str | None = "en") -> tuple[Edit, ...]:
    """The edits that repair the typos of a document's paragraphs; each carries its evidence."""
    return ()
