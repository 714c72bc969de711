"""A document before it is read."""

from dataclasses import dataclass
from typing import get_args

from cleaners.errors import BadInput
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

    def __post_init__(self) -> None:
        """Refuse a kind that does not exist."""
        if self.kind not in (None, *get_args(Kind)):
            raise BadInput(f"kind is {self.kind!r}; it can be {' or '.join(get_args(Kind))}")
