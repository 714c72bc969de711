"""What a rule by place is called and says; where it applies is for the function that says it."""

from dataclasses import dataclass

from cleaners.debris.rule import category_of
from cleaners.model import Category, Label, Paragraph, Strength

# In the page of a rule: before the lines that it drops, and instead of a paragraph of the story.
GOES, A_PARAGRAPH = "> ", "…"


@dataclass(frozen=True, slots=True)
class PlaceRule:
    """What may be said of a paragraph because of what stands around it.

    ``name`` is ``category.what-it-is``; ``about`` completes "dropped: …". ``page`` is its proof,
    line by line, with `GOES` before those that it drops.
    """

    name: str
    about: str
    page: tuple[str, ...]

    @property
    def category(self) -> Category:
        """The category that its name begins with."""
        return category_of(self.name)

    @property
    def example(self) -> str:
        """The first line of its page that goes."""
        return next(line for line in self.page if line.startswith(GOES)).removeprefix(GOES)

    def label(
        self, paragraph: Paragraph, because: str = "", strength: Strength = Strength.SURE
    ) -> Label:
        """The same said of a paragraph, with what is there to be seen for a reason if need be."""
        because = because or self.about
        return Label(paragraph.number, self.name, self.category, strength, because)
