"""Sentences where the model may err: on short pages, and in other languages than it was taught."""

from cleaners.draft import Draft
from cleaners.judge.english import TAUGHT, glossaries
from cleaners.judge.odds import MIN_PROBABILITY
from cleaners.judge.prose import holds_sentence, words_up_to
from cleaners.judge.review.opinions import CERTAIN, Opinions
from cleaners.model import Category

# With the words of our pages made strange but for a hundred of the commonest, F1 of HTML was .956
# from here on, .918 where all sentences were kept, and .958 from a half on, where one more in three
# hundred was lost; that of plain text .941, .919 and .943.
MIN_PROBABILITY_ABROAD = 0.25
# On shorter pages the model lost whole sentences of our own cases.
MIN_WORDS_OF_A_SHORT_PAGE = 150
# On pages up to here, one in twenty of our folds, sentences of short stories: in other languages
# first paragraphs among them. F1 was the same from .15 and from .4 on, recall .0002 higher.
MIN_WORDS_OF_A_LONG_PAGE = 400
LEAST_ON_A_SHORT_PAGE = 0.15
BECAUSE = "a sentence, on a short page or in another language than the model was taught"


def spare(opinions: Opinions, draft: Draft) -> None:
    """Keep sentences of a page on which the model may err, but for the unlikeliest; what a rule
    takes for a note about the author needs more than none.
    """
    least = _least(draft)
    if least >= MIN_PROBABILITY:
        return
    notes = {said.number for said in opinions.scene.every_label if said.category is Category.BYLINE}
    for place, (line, score) in enumerate(zip(opinions.paragraphs, opinions.scores, strict=True)):
        bound = max(least, MIN_PROBABILITY_ABROAD) if line.number in notes else least
        if bound <= score.body < MIN_PROBABILITY and holds_sentence(line.text):
            opinions.keep(place, BECAUSE, body=CERTAIN)


def _least(draft: Draft) -> float:
    """From which probability on a sentence is kept: on a short page, where so little stands around
    it that only markup could tell what it is, and in another language with less doubt.
    """
    taught = draft.language in TAUGHT
    if not draft.is_marked():
        words = words_up_to(MIN_WORDS_OF_A_LONG_PAGE, draft.paragraphs)
        if words < MIN_WORDS_OF_A_SHORT_PAGE:
            return 0.0
        if words < MIN_WORDS_OF_A_LONG_PAGE:
            return LEAST_ON_A_SHORT_PAGE if taught else 0.0
    if taught:
        return MIN_PROBABILITY
    return MIN_PROBABILITY_ABROAD if draft.language in glossaries() else 0.0
