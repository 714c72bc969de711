"""A rule looks at one paragraph alone and says which part of it is debris of which category."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cleaners.model import Category, Label, Paragraph, Strength

Span = tuple[int, int]
# Finds the debris in a text: spans, or the whole text.
Finder = Callable[[str], Iterable[Span]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named finder with its proof.

    ``name`` is ``category.what-it-is``. ``drop`` and ``keep`` are examples that a test holds the
    rule to.
    """

    name: str
    category: Category
    strength: Strength
    about: str
    find: Finder
    drop: tuple[str, ...]
    keep: tuple[str, ...]

    def labels(self, paragraph: Paragraph) -> Iterable[Label]:
        """What this rule says of a paragraph."""
        whole = (0, len(paragraph.text))
        for span in self.find(paragraph.text):
            yield Label(
                paragraph.number,
                self.name,
                self.category,
                self.strength,
                self.about,
                None if span == whole else span,
            )
