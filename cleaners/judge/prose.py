"""What a sentence of a story looks like, and what a headline does; places play no part here."""

import re
from collections.abc import Iterable

from cleaners.model import Paragraph

# A sentence of a story has at least so many words; shorter ones are as often a teaser.
MIN_WORDS_OF_PROSE = 12
# "Storm closes harbour" has three words; longer than the maximum is a sentence without its stop.
MIN_WORDS_OF_A_HEADLINE = 4
MAX_WORDS_OF_A_HEADLINE = 26
INNER_STOP = re.compile(r"\w[.!?…][”’\"')»]*\s")
_STOPS = (".", "!", "?", "…")
CLOSING = "”’\"')]»"


def words_up_to(most: int, paragraphs: Iterable[Paragraph]) -> int:
    """How many words there are; a count beyond the most stops there."""
    words = 0
    for paragraph in paragraphs:
        words += paragraph.text.count(" ") + 1
        if words >= most:
            break
    return words


def is_prose(text: str) -> bool:
    """Whether a text is a sentence of a story by its length and its end; it may end in a colon."""
    return words_of_prose(text) > 0


def words_of_prose(text: str) -> int:
    """How many words a sentence of a story has; none in what is no sentence of a story."""
    words = text.count(" ") + 1
    if words < MIN_WORDS_OF_PROSE:
        return 0
    return words if ends_sentence(text) or text.endswith(":") else 0


def ends_sentence(text: str) -> bool:
    """Whether a text ends in a stop, closing quotes and brackets aside."""
    return text.endswith(_STOPS) or text.rstrip(CLOSING).endswith(_STOPS)


def holds_sentence(text: str) -> bool:
    """Whether a text ends in a stop, or is long and has one inside, before what hangs on it."""
    return ends_sentence(text) or _holds_stop(text)


def holds_prose(text: str) -> bool:
    """Whether a text is a sentence of a story, or has one before what hangs on it."""
    return is_prose(text) or _holds_stop(text)


def _holds_stop(text: str) -> bool:
    return text.count(" ") + 1 >= MIN_WORDS_OF_PROSE and bool(INNER_STOP.search(text))


def is_headline(paragraph: Paragraph) -> bool:
    """Whether a paragraph reads like a headline: some words, a capital first, and no stop."""
    text = paragraph.text
    words = text.count(" ") + 1
    return (
        MIN_WORDS_OF_A_HEADLINE <= words <= MAX_WORDS_OF_A_HEADLINE
        and not text.rstrip(CLOSING).endswith((".", ":", ";", ",", "…"))
        and not text[0].islower()
    )
