"""Stories, sentences and lines that stand on a page twice."""

from collections import Counter
from itertools import pairwise

from cleaners.judge.prose import holds_prose
from cleaners.judge.review.opinions import Opinions

BECAUSE = "stands on the page twice"
# On folds of sites, the second of two lines alike in a row was too many on 38 of 44 texts; shorter
# ones, as the cells of a table, on half.
MIN_WORDS_OF_A_LINE = 4
# Teasers and summaries stand twice: of texts, sentences that do so were debris on 102 of 123 up to
# here; in HTML, where the model hears of their places, on half. Other lines were, by themselves, on
# 159 of 184 texts and 20 of 25 pages.
SURE_OF_A_COPY = 0.85


def once(opinions: Opinions) -> None:
    """Drop all but one copy of a story: those that the model likes less; and of lines alike in a
    row all but the first.
    """
    body = [score.body for score in opinions.scores]
    for one, other in opinions.scene.copies:
        for place in min(other, one, key=lambda copy: sum(body[place] for place in copy)):
            opinions.drop(place, BECAUSE)
    for place, (above, line) in enumerate(pairwise(opinions.paragraphs), 1):
        alike = line.text == above.text and line.text.count(" ") + 1 >= MIN_WORDS_OF_A_LINE
        if alike and opinions.is_kept(place) and opinions.is_kept(place - 1):
            opinions.drop(place, BECAUSE)


def twice(opinions: Opinions) -> None:
    """Drop sentences of a plain text that stand in it twice, and lines that do so with nothing kept
    beside them, unless the model is sure of them; a question stands in a list of questions and
    again above its answer.
    """
    lines = opinions.paragraphs
    times = Counter(line.text for line in lines)
    for place in opinions.kept() if len(times) < len(lines) else ():
        text = lines[place].text
        if times[text] == 1:
            continue
        if holds_prose(text):
            falls = opinions.block(place) is None and not text.endswith("?")
        else:
            falls = not (opinions.is_kept(place - 1) or opinions.is_kept(place + 1))
        if falls:
            opinions.drop_below(SURE_OF_A_COPY, place, BECAUSE)
