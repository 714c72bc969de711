"""What a user wants of each category of debris."""

from collections.abc import Mapping
from dataclasses import dataclass

from cleaners.errors import BadPolicy
from cleaners.model.kinds import Category, Output, Treatment


@dataclass(frozen=True, slots=True)
class Policy:
    """What a user wants of the categories, of the output, and how much may be removed before a
    doubt.

    ``treatments`` holds only what differs from the defaults (see `treatment`). ``min_kept`` is the
    share of the words of prose that must stay; below it the document is marked ``doubtful``.
    """

    treatments: tuple[tuple[Category, Treatment], ...] = ()
    output: Output = "text"
    min_kept: float = 0.25

    @classmethod
    def of(cls, treatments: Mapping[str, object], output: Output = "text") -> "Policy":
        """A policy from plain words: ``Policy.of({"caption": "keep"})``.

        Raises:
            BadPolicy: a category or a treatment that does not exist.
        """
        return cls(tuple(sorted(_treated(name, what) for name, what in treatments.items())), output)

    def treatment(self, category: Category) -> Treatment:
        """What to do with a category."""
        for other, treatment in reversed(self.treatments):
            if other == category:
                return treatment
        return DEFAULT_TREATMENTS.get(category, Treatment.DROP)


def _treated(name: str, what: object) -> tuple[Category, Treatment]:
    if name not in set(Category):
        raise BadPolicy(f"no category {name!r}; there are {', '.join(Category)}")
    if what not in set(Treatment):
        raise BadPolicy(f"{name} = {what!r}; it can be {', '.join(Treatment)}")
    return Category(name), Treatment(str(what))


DEFAULT_TREATMENTS = {
    Category.HEADLINE: Treatment.FIELD,
    Category.BYLINE: Treatment.FIELD,
    Category.CAPTION: Treatment.FIELD,
    Category.SOURCE: Treatment.FIELD,
}
