"""The one line without a stop in a story of sentences: the headline of another story or a caption
more often than a subhead, of which there are several.
"""

from itertools import islice

from cleaners.judge.prose import MAX_WORDS_OF_A_HEADLINE, ends_sentence
from cleaners.judge.review.opinions import Opinions

# On folds of sites, such lines of plain texts up to here were debris on 22 pages of 30; two of them
# on half, and so was one of up to six words, as a subhead has.
SURE_OF_A_HEADLINE = 0.9
MIN_WORDS_OF_A_LONE_LINE = 7
_GO_ON = (":", ";", ",")


def lone(opinions: Opinions) -> None:
    """Drop the one line of a plain text that is no sentence, inside the story, unless the model is
    sure of it.
    """
    inside = opinions.story()[1:-1]
    places = (place for place in opinions.kept() if place in inside)
    unlike = list(islice((place for place in places if _is_unlike(opinions, place)), 2))
    if len(unlike) != 1 or not opinions.taught or opinions.block(unlike[0]) is not None:
        return
    line, below = opinions.paragraphs[unlike[0] : unlike[0] + 2]
    words = line.text.count(" ") + 1
    torn = below.text[0].islower()
    if not torn and MIN_WORDS_OF_A_LONE_LINE <= words <= MAX_WORDS_OF_A_HEADLINE:
        because = "the only line without a stop, in a story of sentences"
        opinions.drop_below(SURE_OF_A_HEADLINE, unlike[0], because)


def _is_unlike(opinions: Opinions, place: int) -> bool:
    text = opinions.paragraphs[place].text
    return not (ends_sentence(text) or text.endswith(_GO_ON))
