"""What is known of one site: what people say of it, and what was learned from its pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cleaners.model.kinds import Category, Where, Zone


@dataclass(frozen=True, slots=True)
class SiteLine:
    """A line that a site prints on many of its pages; ``{n}`` in its text stands for any number.

    ``seen`` counts the stories it stood on. ``place`` is the edge of the page it belongs to;
    between it and that edge stand at most ``words_beyond`` words of prose that are not the site's.
    """

    text: str
    seen: int
    place: Zone
    words_beyond: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class SitePhrase:
    """Words that a person knows to be debris on one site."""

    text: str
    where: Where = Where.WHOLE
    category: Category = Category.FURNITURE


@dataclass(frozen=True, slots=True)
class SiteProfile:
    """What is known of one site: what people say of it, and what was learned from its pages.

    ``pinned`` lines stay and ``forbidden`` lines go, whatever else speaks. ``drop`` and ``keep``
    are CSS selectors, ``fields`` pairs the name of a field with the selector of its text. What was
    learned from ``stories`` stories holds until ``expires``.
    """

    site: str
    version: int = 1
    expires: date | None = None
    stories: int = 0
    pinned: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    phrases: tuple[SitePhrase, ...] = ()
    drop: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    learned: tuple[SiteLine, ...] = ()
    learned_by_text: Mapping[str, SiteLine] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        """Index the learned lines, once a profile and not once a document."""
        object.__setattr__(self, "learned_by_text", {line.text: line for line in self.learned})
