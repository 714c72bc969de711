"""Subheads: one stands with the text that it is about, and falls without."""

import re

from cleaners.judge.odds import MIN_PROBABILITY
from cleaners.judge.prose import holds_prose
from cleaners.judge.review.opinions import Opinions
from cleaners.model import Category

# On folds of sites, headings right above a paragraph that is kept were subheads on 21 of 28 sites
# from here on, above other lines that are on 22 of 30, and the title of the page inside the story
# on 12 of 14 whatever the model says. Those with nothing below, and those whose text was dropped,
# were not on 13 of 20 and 16 of 20 up to these.
MIN_PROBABILITY_ABOVE_TEXT = 0.3
SURE_OF_A_LAST = 0.95
SURE_WITHOUT_TEXT = 0.85
# In other languages the subheads of our own pages had this and more; captions and names less.
MIN_PROBABILITY_OF_FEW_WORDS = 0.15
MAX_WORDS_ABROAD = 8
# On folds of sites, lines of no more than such words right above one that stands were subheads on
# 22 of 26, whatever the model or another look said of them.
_NAMES = re.compile(
    r"\W*(?:at\ a\ glance|background|(?:the\ )?bottom\ line|conclusions?|executive\ summary"
    r"|final\ thoughts|(?:the\ )?highlights|in\ (?:brief|short|summary)|introduction|overview"
    r"|key\ (?:facts|findings|highlights|insights|points|takeaways?)|(?:the\ )?short\ answer"
    r"|quick\ (?:answer|facts|overview|summary|take)|summary|the\ basics|tl;?\ ?dr"
    r"|too\ long;?\ didn['’]t\ read|what\ to\ know|wrapping\ up)\W*\Z",
    re.IGNORECASE | re.VERBOSE,
)
MAX_CHARS_OF_A_NAME = 30
_HEADED = frozenset({"item", "heading"})


def kept_with_their_text(opinions: Opinions) -> None:
    """Keep headings right above a line of the story, the title of the page between two of them, and
    in languages that the model was not taught a few words above a paragraph, which it knows as a
    subhead by its words only.
    """
    story = opinions.story()
    for place in story[:-1]:
        score = opinions.scores[place]
        if score.body < MIN_PROBABILITY and _heads(opinions, place):
            if score.category is Category.HEADLINE and opinions.is_kept(place - 1):
                opinions.keep(place, "the headline again, as a subhead")
            least = MIN_PROBABILITY_ABOVE_TEXT if opinions.taught else MIN_PROBABILITY_OF_FEW_WORDS
            if score.body >= least:
                opinions.keep(place, "a subhead of the paragraph below it")


def _heads(opinions: Opinions, place: int) -> bool:
    line, below = opinions.paragraphs[place : place + 2]
    if not opinions.is_kept(place + 1):
        return False
    if line.markup and opinions.block(place) == "heading":
        return 2 * line.markup.link_chars < len(line.text)
    if not holds_prose(below.text):
        return False
    words = line.text.count(" ") + 1
    return not opinions.taught and 1 < words <= MAX_WORDS_ABROAD and line.text[-1:].isalpha()


def called_like_subheads(opinions: Opinions) -> None:
    """Keep lines that are called as subheads are, such as “Key takeaways”, right above a line that
    stands.
    """
    for place, line in enumerate(opinions.paragraphs):
        short = len(line.text) <= MAX_CHARS_OF_A_NAME and not opinions.is_kept(place)
        if short and opinions.is_kept(place + 1) and _NAMES.match(line.text):
            opinions.keep(place, "called as subheads are, above the paragraph below it")


def dropped_with_their_text(opinions: Opinions) -> None:
    """Drop headings with nothing below them, and those above a heading or a list that follows on
    what was dropped.
    """
    below: int | None = None
    for place in reversed(opinions.kept()):
        if opinions.block(place) == "heading":
            if below is None:
                opinions.drop_below(SURE_OF_A_LAST, place, "a heading with no text below it")
            elif below > place + 1 and opinions.block(below) in _HEADED:
                opinions.drop_below(SURE_WITHOUT_TEXT, place, "a heading whose text was dropped")
        if opinions.is_kept(place):
            below = place
