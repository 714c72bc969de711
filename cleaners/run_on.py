"""Pages whose line breaks are lost: one line holds the menu, the story and the forms. Such a line
is taken sentence by sentence; what is to go, the pipeline asks of the sentences as of lines.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from cleaners.debris.listing import SURE_LISTINGS
from cleaners.debris.rule import Span
from cleaners.debris.seams import LabelAlone
from cleaners.model import Edit, Paragraph, Verdict

# Paragraphs of professional text are shorter, nearly all of them; pages that lost their breaks are
# longer, but for notices.
MIN_CHARS = 1000
# Ten times the longest article of our sets; more is no page.
MAX_CHARS = 500_000
MIN_SENTENCES = 8
# The line must be nearly all that the page has.
MIN_SHARE_OF_THE_PAGE = 0.8
MAX_CHARS_OF_A_WORD = 20
# Of one word, a line may be the first of a sentence.
MIN_WORDS_OF_A_LINE = 2
MAX_WORDS_OF_A_LINE = 8
MAX_WORDS_OF_A_MENU = 200
_WORD = re.compile(r"\S+\s*")
# A sentence ends, and what follows begins like one.
_BOUNDARY = re.compile(r"[.!?…][)”\"’']*\s+(?=[“\"‘'(]?[^\W_a-zа-яёß-öø-ÿ])")
# Nothing ends behind an initial ("J.", "U.S.") or one of these.
_ABBREVIATIONS = frozenset(
    "Mr Mrs Ms Dr St No vs Jr Sr Lt Co Sen Gov Rep Gen Col Inc Ltd Prof Corp Jan Feb Mar Apr Aug "
    "Sep Sept Oct Nov Dec a.m p.m".split()
)


def sentences(
    paragraphs: Sequence[Paragraph], label_alone: LabelAlone
) -> tuple[Paragraph, list[Span]] | None:
    """The paragraph that is all of a page, and where its sentences, and the lines of debris before
    them, begin and end; ``None`` for a page that has lines.
    """
    longest = max(paragraphs, key=lambda paragraph: len(paragraph.text), default=None)
    if longest is None or longest.markup or not MIN_CHARS <= len(longest.text) <= MAX_CHARS:
        return None
    chars = sum(len(paragraph.text) for paragraph in paragraphs)
    bounds = [0, *_boundaries(longest.text), len(longest.text)]
    if len(longest.text) < MIN_SHARE_OF_THE_PAGE * chars or len(bounds) <= MIN_SENTENCES:
        return None
    spans = [
        span
        for start, end in pairwise(bounds)
        for span in _parted(longest.text, (start, end), label_alone)
    ]
    return longest, spans


def _parted(text: str, sentence: Span, label_alone: LabelAlone) -> Iterator[Span]:
    """The listed lines that a sentence begins with, then the sentence; the first one of a page
    begins with its menu.
    """
    start, end = sentence
    if start == 0 and (menu := _menu(text, end, label_alone)):
        yield 0, menu
        start = menu
    while found := _line_before(text, (start, end), label_alone):
        yield start, found
        start = found
    yield start, end


def _menu(text: str, end: int, label_alone: LabelAlone) -> int:
    """Where the last of the listed lines ends that stand in the first words of a page; 0 for
    none.
    """
    last = 0
    for word in islice(_WORD.finditer(text, 0, end), MAX_WORDS_OF_A_MENU):
        if word.start() >= last and not word[0][0].islower():
            last = _line_before(text, (word.start(), end), label_alone) or last
    return last


def _line_before(text: str, sentence: Span, label_alone: LabelAlone) -> int:
    """Where the listed line ends that a text begins with, the longest there is; 0 for none."""
    start, end = sentence
    ends = [w.end() for w in islice(_WORD.finditer(text, start, end), MAX_WORDS_OF_A_LINE)]
    for stop in reversed(ends[MIN_WORDS_OF_A_LINE - 1 :]):
        if stop < end and not text[stop].islower():
            label = label_alone(text[start:stop])
            if label and label.rule in SURE_LISTINGS:
                return stop
    return 0


def _boundaries(text: str) -> Iterator[int]:
    """Where sentences end and others begin."""
    for found in _BOUNDARY.finditer(text):
        word = text[max(0, found.start() - MAX_CHARS_OF_A_WORD) : found.start()].rsplit(" ", 1)[-1]
        if word not in _ABBREVIATIONS and not (text[found.start()] == "." and _is_initial(word)):
            yield found.end()


def _is_initial(word: str) -> bool:
    return word[-1:].isupper() and (len(word) == 1 or word[-2] == ".")


def cuts(
    paragraph: Paragraph, spans: Sequence[Span], dropped: Iterable[tuple[int, Verdict]]
) -> Iterator[Edit]:
    """The sentences that were dropped, by their places among the spans, as cuts from the end
    backwards; where the last go, so does the space before them.
    """
    text = paragraph.text
    left = len(text)
    for place, verdict in sorted(dropped, key=lambda each: each[0], reverse=True):
        start, end = spans[place]
        if end >= left:
            end = left
            while start and text[start - 1].isspace():
                start -= 1
            left = start
        yield Edit.cut(paragraph.number, text, (start, end), verdict)
