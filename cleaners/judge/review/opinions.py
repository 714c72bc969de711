"""What the model says of the lines of a page, and what a second look makes of it."""

from collections.abc import Sequence

from cleaners.judge.odds import MIN_PROBABILITY
from cleaners.judge.prose import holds_prose
from cleaners.judge.zones import Scene
from cleaners.model import Paragraph, Score

# What a second look says of a line that it drops.
UNLIKELY = 0.4


class Opinions:
    """The scores of the paragraphs of a page, which second looks change one by one.

    ``taught`` says whether the model learnt from pages in the language of this one.
    """

    def __init__(self, scene: Scene, scores: Sequence[Score], *, taught: bool) -> None:
        self.scene, self.taught = scene, taught
        self.scores = list(scores)
        self._sure = {place for place in scene.labels if scene.is_sure(place)}

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs of the page."""
        return self.scene.paragraphs

    def is_kept(self, place: int) -> bool:
        """Whether the line at this place will stand; past the ends of a page nothing does."""
        return (
            0 <= place < len(self.scores)
            and self.scores[place].body >= MIN_PROBABILITY
            and place not in self._sure
        )

    def story(self) -> range:
        """The places from the first paragraph of prose that is kept to the last."""
        places = range(len(self.scores))
        first = next(filter(self._is_prose, places), len(places))
        last = next(filter(self._is_prose, reversed(places[first:])), -1)
        return range(first, last + 1)

    def keep(self, place: int, because: str, body: float = MIN_PROBABILITY) -> None:
        """Keep the line at this place; ``body`` says how surely."""
        self.scores[place] = self.scores[place]._replace(body=body, because=because)

    def drop(self, place: int, because: str) -> None:
        """Drop the line at this place."""
        self.scores[place] = self.scores[place]._replace(body=UNLIKELY, because=because)

    def drop_below(self, least: float, place: int, because: str) -> None:
        """Drop the line at this place, if it is kept with less than this probability."""
        if self.is_kept(place) and self.scores[place].body < least:
            self.drop(place, because)

    def _is_prose(self, place: int) -> bool:
        return self.is_kept(place) and holds_prose(self.paragraphs[place].text)
