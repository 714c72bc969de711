"""The people behind a story, one a line below it: who photographed, styled, cut and edited it."""

import re
from collections.abc import Iterator
from itertools import groupby

from cleaners.judge.context.rule import PlaceRule
from cleaners.judge.zones import Scene
from cleaners.model import Label

TEAM = PlaceRule(
    "source.team",
    "names one of those who made the story",
    ("…", "> Photographer: Ana Rios", "> Senior Stylist: Bo Lind", "> Tailor Jun Abara"),
)
# All runs of so many on our pages were debris; of two, one may be the caption of a picture.
MIN_LINES = 3
MAX_WORDS_OF_A_LINE = 14
_RANK = (
    "senior|sr|executive|associate|assistant|interim|lead|chief|contributing|first|second|line"
    "|creative|fashion|beauty|prop|set|hair|photo|market|food|wardrobe|sound|art|design|digital"
    "|social|media|production|casting|talent|video|copy|features|culture|entertainment|visuals?"
    "|audience|development"
)
_ROLE = (
    "photographers?|photography|videographers?|cinematographers?|directors?|producers?|stylists?"
    "|styling|hair|hairstylists?|make-?up|artists?|manicurists?|nails|tailors?|retouching"
    "|retouchers?|digitech|gaffers?|colou?rists?|voiceover|editors?(?:-in-chief)?|designers?|assistants?|interns?"
    "|managers?|engineers?|illustrators?|production|design"
)
# "Senior Fashion Editor & Stylist: Ana Rios", "Tailor Ana Rios".
_CREDIT = re.compile(
    rf"(?i:(?:(?:{_RANK})(?:\.? |, | & )){{0,5}}(?:{_ROLE})\b)(?:[^.:]{{0,40}}:| (?=[A-Z@]))"
)


def team(scene: Scene) -> Iterator[Label]:
    """Lines in a row below the story that each name a role and who had it."""
    below = scene.paragraphs[scene.prose.stop :] if scene.prose else ()
    for names, run in groupby(below, key=lambda paragraph: _names_a_role(paragraph.text)):
        lines = list(run) if names else []
        if len(lines) >= MIN_LINES:
            for line in lines:
                yield TEAM.label(line)


def _names_a_role(text: str) -> bool:
    return text.count(" ") < MAX_WORDS_OF_A_LINE and _CREDIT.match(text) is not None
