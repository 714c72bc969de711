"""Headlines of other stories: below a line that announces them, or in capitals like buttons."""

import re
from collections.abc import Iterator

from cleaners.debris.listing import line_key, listed_as
from cleaners.judge.context.rule import PlaceRule
from cleaners.judge.prose import CLOSING, is_headline, is_prose
from cleaners.judge.zones import Scene
from cleaners.model import Category, Label, Paragraph, Strength

BELOW_ITS_HEADING = PlaceRule(
    "related.below-its-heading",
    "below a line that announces other stories",
    ("…", "Read also", "> Nine days without milk", "> Who pays for the ferry", "…"),
)
LIKE_THE_BUTTONS = PlaceRule(
    "related.like-the-buttons",
    "in capitals, like the buttons of its page",
    ("…", "> TWO MORE ROUTES MAY CLOSE BY MAY", "…", "> CLICK HERE FOR MORE ON THE FERRY", "…"),
)
# A headline in a list of links.
MAX_WORDS_OF_A_LINK = 30
# Above the next paragraph of a story stands a handful of links; more are a column of a menu.
MAX_LINKS_BETWEEN = 8
# Printed between paragraphs as a button, with no link below it; what follows is as often a subhead.
_BUTTONS = frozenset(
    map(line_key, ("Read more", "Continue reading", "Keep reading", "Most popular"))
)
# Shorter lines in capitals are subheads.
MIN_SPACES_OF_A_LINK = 5
_NUMBER = re.compile(r"(\d{1,2})[.):]\s")
_LEADING = listed_as(Category.RELATED, Strength.SURE)
_PERHAPS_LEADING = listed_as(Category.RELATED, Strength.HINT)
_ONE_OTHER = ("related.one-article", "related.one-story", "related.one-video")


def one_link(scene: Scene) -> Iterator[Label]:
    """The headline of another story below a line such as “Related article”."""
    for place in scene.places(*_ONE_OTHER):
        for below in scene.paragraphs[place + 1 : place + 2]:
            if is_headline(below) and _may_lead_away(below):
                because = f"below “{scene.paragraphs[place].text}”"
                yield BELOW_ITS_HEADING.label(below, because)


def links_between(scene: Scene) -> Iterator[Label]:
    """Headlines of other stories below a line such as “Also read”, and above the story's next
    paragraph.
    """
    for place in scene.places(_LEADING):
        heading = scene.paragraphs[place].text
        if place not in scene.prose or line_key(heading) in _BUTTONS:
            continue
        below = range(place + 1, min(place + 1 + MAX_LINKS_BETWEEN, scene.prose.stop))
        end = next((p for p in below if _ends_links(scene, p) or _counts_on(scene, p, place)), 0)
        links = scene.paragraphs[place + 1 : end]
        if all(map(_is_link, links)):
            for link in links:
                yield BELOW_ITS_HEADING.label(link, f"below “{heading}”")


def _ends_links(scene: Scene, place: int) -> bool:
    paragraph = scene.paragraphs[place]
    return scene.is_labelled(place) or is_prose(paragraph.text) or not _may_lead_away(paragraph)


def _counts_on(scene: Scene, place: int, heading: int) -> bool:
    """Whether a line has the number after that of a subhead above the links: “3. Soil” below
    “2. Sun”, in a story in numbered parts.
    """
    number = _NUMBER.match(scene.paragraphs[place].text)
    if number is None:
        return False
    before = re.compile(rf"{int(number.group(1)) - 1}[.):]\s")
    above = scene.paragraphs[:heading]
    return any(before.match(line.text) and not is_prose(line.text) for line in above)


def _may_lead_away(paragraph: Paragraph) -> bool:
    """Whether a line may be a link to another story: without one in its markup it is a subhead."""
    return paragraph.markup is None or paragraph.markup.link_chars > 0


def _is_link(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return not text.rstrip(CLOSING).endswith((".", ":", ";", ",")) and not text[0].islower()


def links_in_capitals(scene: Scene) -> Iterator[Label]:
    """Headlines of other stories in capitals, on a page that prints its buttons so."""
    if not any(scene.paragraphs[p].text.isupper() for p in scene.places("related.click-here")):
        return
    for place in scene.prose:
        paragraph = scene.paragraphs[place]
        capitals = paragraph.text.isupper() and paragraph.text.count(" ") >= MIN_SPACES_OF_A_LINK
        if capitals and is_headline(paragraph):
            yield LIKE_THE_BUTTONS.label(paragraph)


def links(scene: Scene) -> Iterator[Label]:
    """Headlines of other stories below a line such as “Keep reading:”, when no story follows."""
    leading = scene.places(_LEADING, _PERHAPS_LEADING)
    if not scene.prose or not leading:
        return
    start = len(scene.paragraphs)
    while start and _may_be_link(scene, start - 1):
        start -= 1
    if start <= scene.prose.start:
        return
    head = next((place for place in leading if place >= start), None)
    if head is None:
        return
    because = f"below “{scene.paragraphs[head].text}”, and no story follows"
    for paragraph in scene.paragraphs[head:]:
        yield BELOW_ITS_HEADING.label(paragraph, because)


def _may_be_link(scene: Scene, place: int) -> bool:
    text = scene.paragraphs[place].text
    return scene.is_labelled(place) or (
        text.count(" ") < MAX_WORDS_OF_A_LINK and not is_prose(text) and not text.endswith(".")
    )
