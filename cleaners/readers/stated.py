"""What a page says of itself in its head and its linked data, understood as fields."""

from collections.abc import Mapping
from dataclasses import dataclass

from cleaners.model import Fields


@dataclass(frozen=True, slots=True)
class Said:
    """``metas`` are the meta elements by name, ``linked`` the linked data (JSON) as written."""

    metas: Mapping[str, str]
    title: str
    language: str
    linked: tuple[str, ...]


def fields(said: Said, url: str | None) -> Fields:
    """The fields that a page states."""
    return Fields(title=said.metas.get("og:title") or said.title or None)
