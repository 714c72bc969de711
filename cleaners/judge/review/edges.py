"""The edges of a story: a headline, a tag or a link beside it looks much like a line of it, so what
is no sentence above the first paragraph and below the last must be surer than a line inside.
"""

from itertools import chain

from cleaners.judge.prose import ends_sentence, holds_prose
from cleaners.judge.review.opinions import Opinions
from cleaners.judge.review.tags import is_tag

# On folds of sites, of such lines from here on as many were body as not, site by site: with nothing
# kept beside them below the story 50 of 62 sites had debris, and 10 of 12 where so many lines of
# debris stood above a sentence of few words; with up to three words 40 of 55, above it 31 of 42;
# and of the last lines below the story 45 of 68 up to the second.
SURE_BY_ITSELF = 0.95
SURE_OF_A_LAST = 0.7
LINES_OF_DEBRIS = 3
# Below so many lines of debris a last paragraph of up to this was no part of the story in 37 of 44
# texts; a longer one was in half.
SURE_OF_A_TEASER = 0.85
MAX_WORDS_OF_A_TEASER = 25
# Rows of lists and tables: the last one looks like the others. Right above the story a heading is
# its first subhead: on 11 of 17 pages where it had up to three words.
_ROWS_BELOW = frozenset({"item", "cell", "code"})
_ROWS_ABOVE = _ROWS_BELOW | {"heading"}


def edges(opinions: Opinions) -> None:
    """Drop lines at the edges of the story that the model is not sure of, from the outside in."""
    story = opinions.story()
    if not story:
        return
    stood = frozenset(opinions.kept())
    below, above = range(story.stop, len(opinions.scores)), range(story.start)
    for place in chain(reversed(below), above):
        outer, inner = (place - 1, place + 1) if place in above else (place + 1, place - 1)
        if place in stood and not opinions.is_kept(outer):
            line = opinions.paragraphs[place]
            alone = place in below and not opinions.is_kept(inner)
            rows = _ROWS_BELOW if place in below else _ROWS_ABOVE
            may_end = opinions.block(place) not in rows and not _is_sentence(line.text)
            falls = alone and (not _is_sentence(line.text) or _is_far(opinions, place))
            if (may_end and is_tag(line.text)) or falls:
                opinions.drop_below(SURE_BY_ITSELF, place, "short or by itself, beside the story")
            # Of a list below the story no more than its last line falls.
            elif place in below and outer not in stood and may_end:
                opinions.drop_below(SURE_OF_A_LAST, place, "the last line, below the story")


def last_teaser(opinions: Opinions) -> None:
    """Drop a short last paragraph that stands far below the story, unless the model is sure of
    it.
    """
    story = opinions.story()
    if len(story) < 1 + LINES_OF_DEBRIS or not opinions.taught:
        return
    last = story[-1]
    short = opinions.paragraphs[last].text.count(" ") < MAX_WORDS_OF_A_TEASER
    if short and last == opinions.kept()[-1] and not _is_near(opinions, last):
        opinions.drop_below(SURE_OF_A_TEASER, last, "short, far below the story")


def _is_far(opinions: Opinions, place: int) -> bool:
    """Whether a few words, and no paragraph, stand far below the story; one teaser above a short
    last sentence is not far.
    """
    few = not holds_prose(opinions.paragraphs[place].text)
    return opinions.taught and few and not _is_near(opinions, place)


def _is_near(opinions: Opinions, place: int) -> bool:
    return any(map(opinions.is_kept, range(place - LINES_OF_DEBRIS, place)))


def _is_sentence(text: str) -> bool:
    return text.endswith(":") or ends_sentence(text) or holds_prose(text)
