"""The paper that a story is about, named in full below it."""

from collections.abc import Iterator

from cleaners.judge.context.rule import PlaceRule
from cleaners.judge.zones import Scene
from cleaners.model import Label

PAPER = PlaceRule(
    "source.the-paper",
    "names the paper that the story is about",
    ("…", "…", "> Rios A. et al. 2026. On the birds of Varde. Sea & Shore; doi: 10.1000/sea.12"),
)
# More than these are the references of a paper, which stand or fall with it.
MAX_PAPERS_OF_A_STORY = 3


def papers(scene: Scene) -> Iterator[Label]:
    """A paper or two, by their numbers or their pages."""
    places = scene.places("source.of-a-paper", "source.pages-of-a-journal")
    if len(places) <= MAX_PAPERS_OF_A_STORY:
        for place in places:
            yield PAPER.label(scene.paragraphs[place])
