"""Where each paragraph of a page stands: above its prose, in it, or below; and what the rules said
where. What follows from places is for `cleaners.judge.context`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cleaners.debris.listing import EVERY_LISTING
from cleaners.judge.copies import Copies, copies
from cleaners.judge.prose import is_prose
from cleaners.model import Label, Paragraph, Strength, Zone
from cleaners.sites import SITE_LINE

_LISTINGS = EVERY_LISTING | {SITE_LINE}


@dataclass(frozen=True, slots=True)
class Scene:
    """A page as the rules see it: its paragraphs, and by their places what was said of each.

    ``prose`` are the places from its first paragraph of prose to its last; empty without any.
    ``rules`` has the places by the names of the rules that spoke there. ``copies`` are
    the places of what stands on it twice. ``every_label`` is all that was said, in order, of
    paragraphs by their numbers.
    """

    paragraphs: Sequence[Paragraph]
    labels: Mapping[int, Sequence[Label]]
    prose: range
    rules: Mapping[str, set[int]]
    copies: tuple[Copies, ...] = ()
    every_label: tuple[Label, ...] = ()

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph], labels: Iterable[Label]) -> "Scene":
        """The scene of a page, from all its labels; what hangs on a paragraph is not its end."""
        place = {paragraph.number: place for place, paragraph in enumerate(paragraphs)}
        said: dict[int, list[Label]] = {}
        rules: dict[str, set[int]] = {}
        ends: dict[int, int] = {}
        for label in labels:
            if label.span is None:
                said.setdefault(place[label.number], []).append(label)
                rules.setdefault(label.rule, set()).add(place[label.number])
            elif label.strength is Strength.SURE:
                ends[place[label.number]] = label.span[0]

        def tells(place: int) -> bool:
            text = paragraphs[place].text
            return place not in said and is_prose(text[: ends.get(place)].rstrip())

        places = range(len(paragraphs))
        first = next(filter(tells, places), len(places))
        last = next(filter(tells, reversed(places[first:])), -1)
        twice = tuple(copies(paragraphs))
        return cls(paragraphs, said, range(first, last + 1), rules, twice)

    def zones(self) -> list[Zone]:
        """The zone of each paragraph: head above the first prose, tail below the last."""
        size, prose = len(self.paragraphs), self.prose
        if not prose:
            return [Zone.BODY] * size
        head, tail = [Zone.HEAD] * prose.start, [Zone.TAIL] * (size - prose.stop)
        return head + [Zone.BODY] * len(prose) + tail

    def places(self, *rules: str) -> list[int]:
        """The places where any of these rules spoke, in order."""
        if self.rules.keys().isdisjoint(rules):
            return []
        return sorted(set().union(*(self.rules.get(rule, ()) for rule in rules)))

    def is_labelled(self, place: int) -> bool:
        """Whether a rule spoke about the whole paragraph at this place."""
        return place in self.labels

    def is_listed(self, place: int) -> bool:
        """Whether the paragraph at this place is a known line of an interface, or may be one."""
        said = self.labels.get(place, ())
        return any(label.rule in _LISTINGS for label in said)

    def is_sure(self, place: int) -> bool:
        """Whether a rule that is sure spoke about the paragraph at this place."""
        return any(label.strength is Strength.SURE for label in self.labels.get(place, ()))
