"""Comments, and whole stories stacked below the story: each under its date and clock time."""

from collections.abc import Iterator

from cleaners.dates import CENTURY, start_of_stamp
from cleaners.judge.context.rule import PlaceRule
from cleaners.judge.prose import ends_sentence, is_prose
from cleaners.judge.zones import Scene
from cleaners.model import Label

STAMPED = PlaceRule(
    "livefeed.stamped",
    "a comment or another story, below its date and time",
    (
        *("…", "…", "…"),
        *("> Ana", "> March 3, 2025 at 9:14 pm", "> That was no boat."),
        *("> Bo", "> March 4, 2025 at 7:30 am", "> It was a cloud."),
        *("> Ana", "> March 4, 2025 at 8:02 am", "> A big one."),
        *("> Jun", "> March 5, 2025 at 6:45 pm", "> With a flag?"),
    ),
)
# On 59 of our texts stood four times or more below the first paragraph; below all but the story's
# own nothing was of the story, except between the heads of letters.
MIN_STAMPS = 4
MAX_WORDS_OF_A_STAMP = 14
# The story's own date stands at most below its lead and a caption.
MAX_PARAGRAPHS_ABOVE_ITS_OWN = 2
# Below the last the story may go on.
PARAGRAPHS_OF_THE_LAST = 1
MAX_WORDS_OF_A_NAME = 4


def stamped(scene: Scene) -> Iterator[Label]:
    """What stands from the second date with a clock time to the last, and what that one is of."""
    paragraphs = scene.paragraphs
    below = range(scene.prose.start, len(paragraphs))
    # One look for the century spares most lines the rest.
    dated = [place for place in below if CENTURY in paragraphs[place].text]
    stamps = [place for place in dated if _is_stamp(paragraphs[place].text)]
    if len(stamps) < MIN_STAMPS:
        return
    above = paragraphs[scene.prose.start : stamps[0]]
    first = sum(is_prose(line.text) for line in above) <= MAX_PARAGRAPHS_ABOVE_ITS_OWN
    start = stamps[first]
    if start_of_stamp(paragraphs[start].text) == 0 and _is_name(paragraphs[start - 1].text):
        start -= 1
    for line in paragraphs[start : stamps[-1] + 1 + PARAGRAPHS_OF_THE_LAST]:
        yield STAMPED.label(line)


def _is_stamp(text: str) -> bool:
    return (
        ":" in text
        and text.count(" ") < MAX_WORDS_OF_A_STAMP
        and not text.startswith("Date:")
        and start_of_stamp(text) is not None
    )


def _is_name(text: str) -> bool:
    return text.count(" ") < MAX_WORDS_OF_A_NAME and not ends_sentence(text)
