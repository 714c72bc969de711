"""Sources below a story: the paper that it is about, and the list of where it took what it says."""

import re
from collections.abc import Iterator

from cleaners.debris.listing import listed_as
from cleaners.judge.context.rule import PlaceRule
from cleaners.judge.prose import is_prose
from cleaners.judge.zones import Scene
from cleaners.model import Category, Label, Paragraph, Strength

PAPER = PlaceRule(
    "source.the-paper",
    "names the paper that the story is about",
    ("…", "…", "> Rios A. et al. 2026. On the birds of Varde. Sea & Shore; doi: 10.1000/sea.12"),
)
LISTED = PlaceRule(
    "source.list",
    "lists the sources below the story",
    ("…", "…", "> Article Sources", "> Port of Varde, Fares and Fees", "> https://varde.example/"),
)
# More than these are the references of a paper, which stand or fall with it.
MAX_PAPERS_OF_A_STORY = 3


def papers(scene: Scene) -> Iterator[Label]:
    """A paper or two, by their numbers or their pages."""
    places = scene.places("source.of-a-paper", "source.pages-of-a-journal")
    if len(places) <= MAX_PAPERS_OF_A_STORY:
        for place in places:
            yield PAPER.label(scene.paragraphs[place])


_SOURCES = listed_as(Category.SOURCE, Strength.HINT)
_HEADING = re.compile(
    r"\W*(?:(?:article|our) sources|sources(?: cited)?|citations|works cited)\W*", re.I
)
# A source may end like a sentence; it has an address, a year or the number of a page.
_CITED = re.compile(r"https?://|www\.|\b(?:19|20)\d\d\b|\bet al\b|\bpp?\. ?\d")


def sources(scene: Scene) -> Iterator[Label]:
    """The list of sources below a story, with its heading. “References” are of the text as often as
    not.
    """
    lines = scene.paragraphs
    for heading in scene.places(_SOURCES):
        if _HEADING.fullmatch(lines[heading].text):
            listed = tuple(_listed(scene, heading + 1))
            for line in (lines[heading], *listed) if listed else ():
                yield LISTED.label(line)


def _listed(scene: Scene, start: int) -> Iterator[Paragraph]:
    """The sources from a place on: what cites, and where no paragraph follows on the page all of
    it, up to where the interface begins.
    """
    below = scene.paragraphs[start:]
    ends_page = not any(is_prose(line.text) and not _CITED.search(line.text) for line in below)
    for place, line in enumerate(below, start):
        if scene.is_listed(place) or not (ends_page or _CITED.search(line.text)):
            return
        yield line
