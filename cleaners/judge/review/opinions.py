"""What the model says of the lines of a page, and what a second look makes of it."""

from collections.abc import Sequence
from itertools import compress

from cleaners.judge.odds import MIN_PROBABILITY
from cleaners.judge.prose import holds_prose
from cleaners.judge.zones import Scene
from cleaners.model import Block, Paragraph, Score

# What a second look says of a line that it drops; no model says that it is certain.
UNLIKELY = 0.4
CERTAIN = 1.0


class Opinions:
    """The scores of the paragraphs of a page, which second looks change one by one.

    ``taught`` says whether the model learnt from pages in the language of this one.
    """

    def __init__(self, scene: Scene, scores: Sequence[Score], *, taught: bool) -> None:
        self.scene, self.taught = scene, taught
        self.scores = list(scores)
        self._kept = [score.body >= MIN_PROBABILITY for score in scores]
        for place in filter(scene.is_sure, scene.labels):
            self._kept[place] = False

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs of the page."""
        return self.scene.paragraphs

    def block(self, place: int) -> Block | None:
        """What the HTML said the line at this place is; nothing of a plain text."""
        markup = self.paragraphs[place].markup
        return markup.block if markup else None

    def is_kept(self, place: int) -> bool:
        """Whether the line at this place will stand; past the ends of a page nothing does."""
        return 0 <= place < len(self._kept) and self._kept[place]

    def kept(self) -> list[int]:
        """The places of the lines that will stand, in order."""
        return list(compress(range(len(self._kept)), self._kept))

    def story(self) -> range:
        """The places from the first paragraph of prose that is kept to the last."""
        kept = self.kept()
        first = next(filter(self._is_prose, kept), len(self._kept))
        last = next(filter(self._is_prose, reversed(kept)), -1)
        return range(first, last + 1)

    def keep(self, place: int, because: str, body: float = MIN_PROBABILITY) -> None:
        """Keep the line at this place, where no rule is sure of it; ``body`` says how surely."""
        self.scores[place] = self.scores[place]._replace(body=body, because=because)
        self._kept[place] = not self.scene.is_sure(place)

    def drop(self, place: int, because: str) -> None:
        """Drop the line at this place."""
        self.scores[place] = self.scores[place]._replace(body=UNLIKELY, because=because)
        self._kept[place] = False

    def drop_below(self, least: float, place: int, because: str) -> None:
        """Drop the line at this place, if it is kept with less than this probability."""
        if self.is_kept(place) and self.scores[place].body < least:
            self.drop(place, because)

    def _is_prose(self, place: int) -> bool:
        return holds_prose(self.paragraphs[place].text)
