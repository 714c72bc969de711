"""Notes on the author at the end of a story, known by the name that stands above it."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from cleaners.debris.names import NAME
from cleaners.judge.context.rule import PlaceRule
from cleaners.judge.prose import is_prose
from cleaners.judge.zones import Scene
from cleaners.model import Label, Paragraph

NAMED_AUTHOR = PlaceRule(
    "byline.named-author",
    "tells about the author whom the byline names",
    ("By Ana Rios", "…", "…", "> Ana Rios is a reporter of the Harbour Post and lives in Varde."),
)
# Of the last paragraphs of our pages that begin so, 34 were notes and two of the story; further up
# people are written about.
PARAGRAPHS_OF_THE_END = 4
# A byline is shorter; longer lines above a story tell of people.
MAX_CHARS_OF_A_BYLINE = 80
_FULL_NAME = re.compile(rf"\W?({NAME}(?:\ {NAME}){{1,2}})")
_ABOVE = re.compile(
    rf"(?i:(?:by|written\ by|about|meet|author:?)\ )?({NAME}(?:\ {NAME}){{1,2}})(?:[,(].*)?\Z"
)
_DOES = re.compile(
    r"(?:['’]s\ |,?\ (?:\([^()]{1,40}\)\ )?(?:is|was|has|covers|writes|works|lives|reports|serves"
    r"|leads|joined|started|spent|holds|specializes|began|teaches|founded|oversees)\b)"
)
_ARTICLES = ("The ", "A ")


def author_notes(scene: Scene) -> Iterator[Label]:
    """Who wrote the story: a sentence of its end that begins with the name in its byline, or one
    below that name on a line of its own.
    """
    for place in islice(_ends(scene), PARAGRAPHS_OF_THE_END):
        named = place > 0 and _is_below_name(scene, place)
        if named or _is_about_author(scene, scene.paragraphs[place].text):
            for line in scene.paragraphs[place - named : place + 1]:
                yield NAMED_AUTHOR.label(line)


def _ends(scene: Scene) -> Iterator[int]:
    """The places of the page's paragraphs, from its end, up to where its story begins."""
    for place in reversed(range(scene.prose.start, len(scene.paragraphs))):
        if is_prose(scene.paragraphs[place].text) and not scene.is_sure(place):
            yield place


def _is_about_author(scene: Scene, text: str) -> bool:
    name = _FULL_NAME.match(text)
    if name is None or not _DOES.match(text, name.end()):
        return False
    bylines = (rule for rule in scene.rules if rule.startswith("byline."))
    return _stands_in(name[1], (scene.paragraphs[p] for p in scene.places(*bylines)))


def _is_below_name(scene: Scene, place: int) -> bool:
    """Whether the line above is a name that also stands above the story, and the one below it
    says what that person is or does.
    """
    text = scene.paragraphs[place].text
    name = _ABOVE.match(scene.paragraphs[place - 1].text)
    if name is None or name[1].startswith(_ARTICLES):
        return False
    called = next((call for call in (name[1], name[1].split()[0]) if text.startswith(call)), "")
    if not called or not _DOES.match(text, len(called)):
        return False
    return _stands_in(name[1], scene.paragraphs[: scene.prose.start])


def _stands_in(name: str, lines: Iterable[Paragraph]) -> bool:
    return any(name in line.text for line in lines if len(line.text) <= MAX_CHARS_OF_A_BYLINE)
