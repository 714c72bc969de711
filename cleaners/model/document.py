"""A document before it is read."""

from dataclasses import dataclass

from cleaners.model.kinds import Kind
from cleaners.model.profile import SiteProfile


@dataclass(frozen=True, slots=True)
class Document:
    """What a scraper left, with what is known of it and of its site; ``kind`` and ``language`` are
    sniffed where not stated.
    """

    raw: str | bytes
    id: str | None = None
    kind: Kind | None = None
    url: str | None = None
    language: str | None = None
    profile: SiteProfile | None = None
