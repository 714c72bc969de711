"""The headline above a story, and whatever repeats it."""

import re
from collections.abc import Iterable, Iterator, Set

from cleaners.judge.context.rule import PlaceRule
from cleaners.judge.prose import ends_sentence, is_headline, is_prose
from cleaners.judge.zones import Scene
from cleaners.model import Label, Paragraph, Strength

ABOVE_THE_STORY = PlaceRule(
    "headline.above-the-story",
    "the headline",
    ("> Ferry sails again after nine days", "By Ana Rios", "…"),
)
REPEATED = PlaceRule(
    "headline.repeated",
    "repeats the headline, or a part of it",
    ("Ferry sails again after nine days", "By Ana Rios", "> Ferry sails again", "…"),
)
# A headline speaks of what the story begins with; the name of a site and its sections do not.
MIN_TITLES_TO_COMPARE = 2
PARAGRAPHS_READ_FOR_A_TITLE = 12
MIN_SHARE_TOLD = 0.3
CHARS_OF_A_STEM = 5
# "Submitted by Ana Rios on 3 March - 3:03pm": no subhead is like it.
_STAMPED = re.compile(
    r"\d:\d\d\b|\A(?:by|(?:written|posted|submitted|published)\ (?:by|on))\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{4,}")


def headline(scene: Scene) -> Iterator[Label]:
    """The first line above the story that reads like a headline, and whatever repeats it.

    A line alone above the story may be its first subhead; beside a byline, a caption or a menu it
    is the headline for sure. Above clean copy it is taken for a subhead: a body that begins with
    one must stay as it is, and of the lines there as many were subheads as headlines.
    """
    if not scene.prose:
        return
    head = range(scene.prose.start)
    free = [place for place in head if not scene.is_sure(place)]
    title = _title(scene, (place for place in free if not scene.is_listed(place)))
    if title is None:
        return
    strength = Strength.SURE if any(map(scene.is_sure, head)) else Strength.HINT
    text = scene.paragraphs[title].text
    repeats = [p for p in free if p != title and _repeats(scene.paragraphs[p].text, text)]
    if not (repeats or _STAMPED.search(text)) and _is_clean_copy(scene):
        return
    for place in free:
        if place == title:
            yield ABOVE_THE_STORY.label(scene.paragraphs[place], strength=strength)
        elif place in repeats:
            yield REPEATED.label(scene.paragraphs[place], strength=strength)


def _is_clean_copy(scene: Scene) -> bool:
    """Whether a page looks like a body: a blank line between its paragraphs, and no rule has
    anything to say of what stands around its prose.
    """
    spaced = all(paragraph.gap == 1 for paragraph in scene.paragraphs[1:])
    return spaced and all(place in scene.prose for place in scene.labels)


def _title(scene: Scene, places: Iterable[int]) -> int | None:
    """Of these lines, up to the first sentence, the first that reads like a headline; rather one
    that the page's markup calls so, and one that shares its words with the story.
    """
    titles = list(_headlines(scene, places))
    titles = [p for p in titles if _is_first_heading(scene.paragraphs[p])] or titles
    if len(titles) < MIN_TITLES_TO_COMPARE:
        return next(iter(titles), None)
    beginning = scene.paragraphs[scene.prose.start :][:PARAGRAPHS_READ_FOR_A_TITLE]
    prose = (paragraph.text for paragraph in beginning if is_prose(paragraph.text))
    story = {word for text in prose for word in _telling_words(text)}
    told = (place for place in titles if _is_told(scene.paragraphs[place].text, story))
    return next(told, titles[0])


def _headlines(scene: Scene, places: Iterable[int]) -> Iterator[int]:
    for place in places:
        if is_headline(scene.paragraphs[place]):
            yield place
        elif ends_sentence(scene.paragraphs[place].text):
            return


def _is_told(title: str, story: Set[str]) -> bool:
    words = _telling_words(title)
    return sum(word in story for word in words) >= max(1, MIN_SHARE_TOLD * len(words))


def _telling_words(text: str) -> list[str]:
    """The longer words of a text, without their endings: a headline is in another tense."""
    return [word[:CHARS_OF_A_STEM] for word in _WORD.findall(text.lower())]


def _is_first_heading(paragraph: Paragraph) -> bool:
    mark = paragraph.markup
    return mark is not None and mark.block == "heading" and mark.level == 1


def _repeats(text: str, title: str) -> bool:
    return text in title or title in text or text.casefold() == title.casefold()
