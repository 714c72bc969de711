"""Newsletters: the lines inside their boxes, the button that shares a letter."""

from collections.abc import Iterator
from itertools import pairwise

from cleaners.judge.context.rule import PlaceRule
from cleaners.judge.prose import ends_sentence
from cleaners.judge.zones import Scene
from cleaners.model import Label

IN_A_BOX = PlaceRule(
    "subscribe.in-a-box",
    "in the box of a newsletter",
    ("…", "Sign up for our newsletter", "> Harbour Weekly", "Subscribe now", "…"),
)
LETTER = PlaceRule(
    "share.letter",
    "shares the letter that thanks its readers",
    ("…", "Thanks for reading Harbour Letter! Subscribe for free.", "> Share Harbour Letter"),
)
# The name of a newsletter, how often it comes, what it is about.
MAX_LINES_OF_A_BOX = 3


def newsletter_boxes(scene: Scene) -> Iterator[Label]:
    """The name of a newsletter and what it is about, between two lines of its box."""
    lines = [
        place
        for rule in scene.rules
        if rule.startswith("subscribe.")
        for place in scene.rules[rule]
        if scene.is_sure(place)
    ]
    for first, last in pairwise(sorted(set(lines))):
        inside = scene.paragraphs[first + 1 : last]
        if len(inside) <= MAX_LINES_OF_A_BOX and not any(ends_sentence(p.text) for p in inside):
            for paragraph in inside:
                yield IN_A_BOX.label(paragraph)


def shared(scene: Scene) -> Iterator[Label]:
    """A button that shares the letter for which another line thanks its readers."""
    letters = [scene.paragraphs[place].text for place in scene.places("subscribe.thanks")]
    for paragraph in scene.paragraphs if letters else ():
        verb, _, name = paragraph.text.partition(" ")
        if verb == "Share" and name and any(name in text for text in letters):
            yield LETTER.label(paragraph)
