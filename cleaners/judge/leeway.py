"""How far the model is believed: sentences of pages unlike those that it learnt from are spared, a
few words above or below the story are not. What it says comes from `scores`.
"""

from collections.abc import Iterator, Sequence

from cleaners.judge.english import glossaries
from cleaners.judge.odds import MIN_PROBABILITY
from cleaners.judge.prose import ends_sentence, holds_prose, holds_sentence, words_up_to
from cleaners.judge.zones import Scene
from cleaners.model import Category, Paragraph, Score

# The languages of the pages that the model learnt from.
TAUGHT = frozenset({"en", None})
# With the words of our pages made strange but for a hundred of the commonest, F1 of HTML was .956
# from here on, .918 where all sentences were kept, and .958 from a half on, where one more in three
# hundred was lost; that of plain text .941, .919 and .943.
MIN_PROBABILITY_ABROAD = 0.25
# On shorter pages the model lost whole sentences of our own cases.
MIN_WORDS_OF_A_SHORT_PAGE = 150
# On pages up to here, one in twenty of our folds, sentences of short stories: in other languages
# first paragraphs among them.
MIN_WORDS_OF_A_LONG_PAGE = 400
LEAST_ON_A_SHORT_PAGE = 0.4
SPARED = "a sentence, on a short page or in another language than the model was taught"
# In other languages the subheads of our own pages had this and more; captions and names less.
MIN_PROBABILITY_OF_A_SUBHEAD = 0.15
MAX_WORDS_OF_A_SUBHEAD = 8
A_SUBHEAD = "a subhead in another language than the model was taught"
# A tag, a section or a name has up to three words; a subhead or a headline as often more.
MAX_WORDS_OF_A_TAG = 3
SURE_OF_A_TAG = 0.65
# In a language that it did not learn the model tells no tag from a subhead: all it doubts go.
SURE_OF_A_TAG_ABROAD = 1.0
UNLIKELY = 0.4
ABOVE, BELOW = "a few words above the story", "a few words below the story"


def believed(
    scene: Scene, scores: Sequence[Score], language: str | None, *, marked: bool
) -> Sequence[Score]:
    """The scores of a page in a language, as far as they are believed; ``marked`` says that the
    model saw its markup.
    """
    if (least := _least(scene.paragraphs, language, marked=marked)) < MIN_PROBABILITY:
        scores = list(_spared(scene, scores, least))
    if language in TAUGHT:
        return _outside(scene, scores, SURE_OF_A_TAG)
    return list(_subheads_spared(scene, _outside(scene, scores, SURE_OF_A_TAG_ABROAD)))


def _least(paragraphs: Sequence[Paragraph], language: str | None, *, marked: bool) -> float:
    """From which probability on a sentence is kept: on a short page, where so little stands around
    it that only markup could tell what it is, and in another language with less doubt.
    """
    taught = language in TAUGHT
    if not marked:
        words = words_up_to(MIN_WORDS_OF_A_LONG_PAGE, paragraphs)
        if words < MIN_WORDS_OF_A_SHORT_PAGE:
            return 0.0
        if words < MIN_WORDS_OF_A_LONG_PAGE:
            return LEAST_ON_A_SHORT_PAGE if taught else 0.0
    if taught:
        return MIN_PROBABILITY
    return MIN_PROBABILITY_ABROAD if language in glossaries() else 0.0


def _spared(scene: Scene, scores: Sequence[Score], least: float) -> Iterator[Score]:
    """Sentences of a page on which the model may err are dropped with less doubt than others; what
    a rule takes for a note about the author needs more than none.
    """
    notes = {label.number for label in scene.said if label.category is Category.BYLINE}
    for paragraph, said in zip(scene.paragraphs, scores, strict=False):
        bound = max(least, MIN_PROBABILITY_ABROAD) if paragraph.number in notes else least
        if bound <= said.body < MIN_PROBABILITY and holds_sentence(paragraph.text):
            yield said._replace(body=1.0, because=SPARED)
        else:
            yield said


def _subheads_spared(scene: Scene, scores: Sequence[Score]) -> Iterator[Score]:
    """A few words right above a sentence that is kept, below the beginning of the story, are a
    subhead: the model knows one by its words.
    """
    begin = scene.prose.start if scene.prose else len(scores)
    for place, said in enumerate(scores):
        unsure = MIN_PROBABILITY_OF_A_SUBHEAD <= said.body < MIN_PROBABILITY
        if unsure and begin < place < len(scores) - 1 and scores[place + 1].body >= MIN_PROBABILITY:
            line, below = scene.paragraphs[place : place + 2]
            if _is_subhead(line.text) and holds_prose(below.text):
                said = said._replace(body=MIN_PROBABILITY, because=A_SUBHEAD)
        yield said


def _is_subhead(text: str) -> bool:
    return 1 < text.count(" ") + 1 <= MAX_WORDS_OF_A_SUBHEAD and text[-1].isalpha()


def _outside(scene: Scene, scores: Sequence[Score], least: float) -> list[Score]:
    """A word or two above or below the story are a section, a tag or a name, where a rule is sure
    of other lines there, unless they are at least as likely of the story.
    """
    judged = list(scores)
    above, below = range(scene.prose.start), range(scene.prose.stop, len(scene.paragraphs))
    for places, because in ((above, ABOVE), (below, BELOW)) if judged and scene.prose else ():
        few = [place for place in places if MIN_PROBABILITY <= judged[place].body < least]
        few = [place for place in few if _is_tag(scene.paragraphs[place].text)]
        if few and any(map(scene.is_sure, places)):
            for place in few:
                judged[place] = judged[place]._replace(body=UNLIKELY, because=because)
    return judged


def _is_tag(text: str) -> bool:
    return text.count(" ") < MAX_WORDS_OF_A_TAG and not ends_sentence(text)
