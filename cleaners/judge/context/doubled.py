"""Lines that hold their words twice: a link around a picture prints its text for the eye and again
for the picture.
"""

from collections.abc import Iterator

from cleaners.judge.context.rule import PlaceRule
from cleaners.judge.zones import Scene
from cleaners.model import Label

DOUBLED = PlaceRule(
    "related.printed-twice",
    "holds its words twice, as a link around a picture does",
    ("…", "> Ten walks on the coastTen walks on the coast", "…"),
)
# "Bora Bora" is a name; longer than a headline and its deck is a text of its own.
MIN_CHARS_PRINTED_TWICE, MAX_CHARS_PRINTED_TWICE = 15, 600
# Rows of figures may hold the same ones twice.
MIN_SHARE_OF_LETTERS = 0.6


def doubled(scene: Scene) -> Iterator[Label]:
    """A line whose second half is its first again, with a space between or none."""
    for paragraph in scene.paragraphs:
        text = paragraph.text
        half = len(text) // 2
        if (
            MIN_CHARS_PRINTED_TWICE <= len(text) <= MAX_CHARS_PRINTED_TWICE
            and text[0] == text[-half]
            and text[:half] == text[-half:]
            and sum(map(str.isalpha, text)) > MIN_SHARE_OF_LETTERS * len(text)
            and _is_a_title(text[:half])
        ):
            yield DOUBLED.label(paragraph)


def _is_a_title(half: str) -> bool:
    """Whether a half begins with a capital and is no word again and again, as the cells of a row
    may be, and no command or address.
    """
    return half[0].isupper() and "/" not in half and len(set(half.split())) > 1
