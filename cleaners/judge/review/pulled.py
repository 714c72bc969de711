"""Pull quotes: sentences of the story that a page prints again, in large letters, beside it."""

from collections import defaultdict
from collections.abc import Iterator

from cleaners.judge.prose import CLOSING, ends_sentence
from cleaners.judge.review.opinions import Opinions
from cleaners.judge.stated import plain_words

# On folds of sites, sentences that stood word for word in a longer paragraph were pulled from it on
# 12 of 13 sites where it stood so near; further off and in fewer words steps and advice come again.
MIN_WORDS_OF_A_QUOTE, MAX_WORDS_OF_A_QUOTE = 9, 45
LINES_ABOVE, LINES_BELOW = 5, 30
MIN_WORDS_AROUND_A_QUOTE = 3
# "Post-event assets: …": an item of a list that comes again.
CHARS_OF_A_LABEL = 40
CHARS_OF_AN_OPENING = 20
# What a page asks of its readers, it asks again.
_ADVICE = "Please "
_OPENING_MARKS = "“\"‘'"


def pull_quotes(opinions: Opinions) -> None:
    """Drop a sentence that stands in a longer paragraph near by; a paragraph that holds several is
    a summary, or a copy of the story.
    """
    pulled: dict[int, list[int]] = defaultdict(list)
    for quote, paragraph in _begun_alike(opinions):
        if _is_pulled(opinions.paragraphs[quote].text, opinions.paragraphs[paragraph].text):
            pulled[paragraph].append(quote)
    for quotes in pulled.values():
        if len(quotes) == 1:
            opinions.drop(quotes[0], "repeats a sentence of the story, as pull quotes do")


def _begun_alike(opinions: Opinions) -> Iterator[tuple[int, int]]:
    """The places of a line and of a longer one near by with a sentence that begins as it does."""
    first: dict[str, int] = {}
    lines = opinions.paragraphs
    for place in opinions.kept():
        for sentence in lines[place].text.replace(" “", ". “").split(". "):
            opening = sentence.lstrip(_OPENING_MARKS)[:CHARS_OF_AN_OPENING]
            above = first.setdefault(opening, place)
            if above == place:
                continue
            first[opening] = place
            if place - above <= LINES_BELOW and len(lines[above].text) < len(lines[place].text):
                yield above, place
            elif place - above <= LINES_ABOVE:
                yield place, above


def _is_pulled(quote: str, paragraph: str) -> bool:
    words = quote.count(" ") + 1
    if not MIN_WORDS_OF_A_QUOTE <= words <= MAX_WORDS_OF_A_QUOTE or not ends_sentence(quote):
        return False
    if quote.rstrip(CLOSING).endswith("?") or ":" in quote[:CHARS_OF_A_LABEL]:
        return False
    if quote.startswith(_ADVICE):
        return False
    if paragraph.count(" ") - words < MIN_WORDS_AROUND_A_QUOTE:
        return False
    return f" {plain_words(quote)} " in f" {plain_words(paragraph)} "
