"""Alt texts above captions, captions above credits, the counters of a gallery."""

import re
from collections.abc import Iterator

from cleaners.judge.context.rule import PlaceRule
from cleaners.judge.prose import (
    INNER_STOP,
    MAX_WORDS_OF_A_HEADLINE,
    MIN_WORDS_OF_A_HEADLINE,
    ends_sentence,
    is_headline,
)
from cleaners.judge.zones import Scene
from cleaners.model import Label, Paragraph

ALT_TEXT = PlaceRule(
    "caption.alt-text",
    "echoed by the caption below it",
    ("…", "> A woman waits on the quay in rain", "A woman waits on the quay in rain. (Reuters)"),
)
ABOVE_ITS_CREDIT = PlaceRule(
    "caption.above-its-credit",
    "the credit of a picture follows",
    ("…", "> People wait for the ferry on the quay.", "Piet Vries/AFP/Getty Images", "…"),
)
COUNTER = PlaceRule(
    "caption.counter", "counts the pictures of a gallery", ("> 1/3", "…", "> 2/3", "…", "> 3/3")
)
STUCK_CREDIT = PlaceRule(
    "caption.credit-stuck",
    "ends in the credit of a picture, with no space before it",
    ("…", "> Rowers cross the bay of Sant Pol in a storm of March.Ana Rios/Harbour Post", "…"),
)
# Of the words of an alt text, the share that its caption repeats.
MIN_SHARE_ECHOED = 0.6
MIN_WORDS_OF_AN_ALT_TEXT = 5
# In Title Case, longer words are capitalised; an alt text has capitals at names only.
MIN_CHARS_OF_A_TITLE_WORD = 4
MAX_SHARE_OF_CAPITALS = 0.6
_CREDITS = (
    "caption.credit-first",
    "caption.note-in-brackets",
    "caption.agency-ends",
    "caption.agency-with-slash",
    "caption.credit-abroad",
)
# "(Image: …)", "Credit: …", "Ana Rios/AFP/Getty Images".
_BARE_CREDIT = re.compile(
    r"\((?:Image|Photo|Pic)|Credit|(?:Picture|Pic|Image|Foto|Фото):|[Ff]ot[.o]\s|[A-Z][^.!?,:]{1,60}/[A-Z][^.!?,:]{1,60}\Z"
)
# "… in a storm.Ana Rios/Harbour Post": the scraper lost the space between two boxes. Addresses and
# names of things have several stops, or stand in few words or behind a bar; behind longer texts
# stands who says so.
_STUCK = re.compile(
    r"\s[^\s.]*(?:[^\W\d_]{2}|\d|[)”’\"'])[.!?](?:[A-Z]\.|[A-Z][\w'’&@-]{1,30})"
    r"(?:[ ;/]{1,3}(?:for |the |of |and )?(?:[A-Z]\.?|[A-Z][\w'’&@-]{1,30})){0,7}\Z"
)
MIN_WORDS_OF_A_STUCK_SCENE, MAX_WORDS_OF_A_STUCK_SCENE = 7, 40
CHARS_OF_A_STUCK_CREDIT = 120
_SEEN = re.compile(r"(?:An?|Two|Three|Four|Several|People|Men|Women|Aerial|Close-up)\s[a-z]")
_OF_THE_PAST = re.compile(r"\b(?:\w{2,}ed|was|were|had|did|said|told|says|will|would|but)\b|[“\"]")
MAX_WORDS_OF_A_CREDIT = 10


def echoes(scene: Scene) -> Iterator[Label]:
    """The alt text of a picture, printed above its caption in nearly the same words."""
    for place in scene.places(*(rule for rule in scene.rules if rule.startswith("caption."))):
        if not place:
            continue
        above, caption = scene.paragraphs[place - 1], scene.paragraphs[place]
        if _may_be_alt_text(above, caption) and _is_echoed(above.text, caption.text):
            yield ALT_TEXT.label(above)
        elif caption.gap == 0 and _says_what_is_seen(above) and scene.is_sure(place):
            yield ALT_TEXT.label(above, "says what is seen, above a caption")


def _may_be_alt_text(paragraph: Paragraph, caption: Paragraph) -> bool:
    """Whether a line touches the caption and reads neither like a sentence nor like a subhead."""
    return (
        caption.gap == 0
        and not ends_sentence(paragraph.text)
        and not paragraph.text[0].isdigit()
        and not _is_title(paragraph.text)
    )


def _is_title(text: str) -> bool:
    """Whether most words have capitals, as in subheads and the names of things."""
    words = [word for word in text.split() if len(word) >= MIN_CHARS_OF_A_TITLE_WORD]
    return sum(word[0].isupper() for word in words) > MAX_SHARE_OF_CAPITALS * len(words)


def _is_echoed(text: str, by: str) -> bool:
    words = text.lower().split()
    if len(words) < MIN_WORDS_OF_AN_ALT_TEXT:
        return False
    echo = set(by.lower().split())
    return sum(word in echo for word in words) >= MIN_SHARE_ECHOED * len(words)


def credited(scene: Scene) -> Iterator[Label]:
    """A caption that the credit of its picture follows on a line of its own."""
    for place in scene.places(*_CREDITS):
        if not place or scene.is_labelled(place - 1):
            continue
        above, credit = scene.paragraphs[place - 1], scene.paragraphs[place]
        # Above the story a credit stands below the headline as well.
        if place - 1 not in scene.prose and not ends_sentence(above.text):
            continue
        if credit.gap == 0 and _is_captioned(above) and _is_bare_credit(credit.text):
            yield ABOVE_ITS_CREDIT.label(above)


def _is_captioned(paragraph: Paragraph) -> bool:
    """Whether a line says what is seen: no sentence, or a short one of the present."""
    text = paragraph.text
    if paragraph.markup and paragraph.markup.block == "heading":
        return False
    if is_headline(paragraph):
        return not _is_title(text)
    return (
        MIN_WORDS_OF_A_HEADLINE <= text.count(" ") + 1 <= MAX_WORDS_OF_A_HEADLINE
        and text.endswith(".")
        and not INNER_STOP.search(text)
        and not _OF_THE_PAST.search(text)
    )


def _says_what_is_seen(paragraph: Paragraph) -> bool:
    return bool(_SEEN.match(paragraph.text)) and _is_captioned(paragraph)


def _is_bare_credit(text: str) -> bool:
    return text.count(" ") < MAX_WORDS_OF_A_CREDIT and bool(_BARE_CREDIT.match(text))


def stuck_credits(scene: Scene) -> Iterator[Label]:
    """A caption that ran together with its credit; a sentence with a lost space ends in a stop."""
    for paragraph in scene.paragraphs:
        text = paragraph.text
        if (
            text[-1:].isalpha()
            and "." in text
            and "|" not in text
            and _STUCK.search(text, max(0, len(text) - CHARS_OF_A_STUCK_CREDIT))
            and MIN_WORDS_OF_A_STUCK_SCENE <= text.count(" ") < MAX_WORDS_OF_A_STUCK_SCENE
        ):
            yield STUCK_CREDIT.label(paragraph)


def counters(scene: Scene) -> Iterator[Label]:
    """The numbers of the pictures of a gallery: 1/9, 2/9, 3/9."""
    counted: dict[str, list[Paragraph]] = {}
    for place in scene.places("caption.perhaps-counter"):
        paragraph = scene.paragraphs[place]
        counted.setdefault(paragraph.text.partition("/")[2].strip(), []).append(paragraph)
    for pictures in counted.values():
        # Marks out of five are of one size too, and come twice.
        if len({picture.text for picture in pictures}) < max(len(pictures), 2):
            continue
        for picture in pictures:
            yield COUNTER.label(picture)
