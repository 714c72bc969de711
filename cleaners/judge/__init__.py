"""The judge: rules, model and guards together decide what is body."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import compress

from cleaners.draft import Draft
from cleaners.judge import quality
from cleaners.judge.case import Case
from cleaners.judge.context import hear
from cleaners.judge.copies import once
from cleaners.judge.decide import MIN_PROBABILITY, cuts, decide
from cleaners.judge.english import glossaries
from cleaners.judge.prose import (
    ends_sentence,
    holds_prose,
    holds_sentence,
    words_of_prose,
    words_up_to,
)
from cleaners.judge.scores import page_model, score, score_pages, text_model
from cleaners.judge.zones import Scene
from cleaners.model import Decision, Label, Policy, Score, Status

__all__ = ["TAUGHT", "Judge", "cuts", "status"]

# Pages of our folds below this had a mean word F1 of .6; those above .85 had .88 and more.
MIN_QUALITY = 0.75
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
ALWAYS = 1.1
UNLIKELY = 0.4
ABOVE, BELOW = "a few words above the story", "a few words below the story"


class Judge:
    """Decides what is body in some documents, round after round.

    The documents are scored together because that is faster, and judged each on its own.
    """

    def __init__(self, policy: Policy) -> None:
        self._policy, self._model = policy, text_model()

    def decide_all(
        self, drafts: Sequence[Draft], labels: Sequence[tuple[Label, ...]]
    ) -> list[Decision]:
        """One decision a draft; all of them are new, or all were judged before."""
        scenes = [hear(draft.paragraphs, said) for draft, said in zip(drafts, labels, strict=True)]
        return list(map(self._decided, drafts, scenes, self._scores(drafts, scenes)))

    def _decided(self, draft: Draft, scene: Scene, scores: Sequence[Score]) -> Decision:
        taught = draft.language in TAUGHT
        scores = once(scene.paragraphs, scores)
        if (least := _least(draft)) < MIN_PROBABILITY:
            scores = list(_spared(scene, scores, least))
        scores = _outside(scene, scores, SURE_OF_A_TAG if taught else 1.0)
        if not taught:
            scores = list(_subheads_spared(scene, scores))
        if draft.verdicts is not None and draft.document.profile is None:
            return decide(scene, self._policy, scores, again=True)
        decision = decide(scene, self._policy, scores)
        estimate = quality.of(draft.paragraphs, decision.verdicts, self._model.calibration)
        return replace(decision, quality=estimate)

    def _scores(self, drafts: Sequence[Draft], scenes: Sequence[Scene]) -> list[tuple[Score, ...]]:
        """What the models say: that of markup where there is any, else that of plain text."""
        marked = [_is_marked(draft) for draft in drafts]
        plain = [not page for page in marked]
        cases = [
            Case(scene.paragraphs, scene.said, draft.language)
            for scene, draft in zip(scenes, drafts, strict=True)
        ]
        pages = [draft.page for draft in compress(drafts, marked)]
        of_pages = iter(
            score_pages(pages, list(compress(cases, marked)), page_model()) if pages else ()
        )
        of_texts = iter(score(list(compress(cases, plain)), self._model))
        return [next(of_pages if page else of_texts) for page in marked]


def _is_marked(draft: Draft) -> bool:
    """Whether its paragraphs still have their markup; what is read again has none."""
    return bool(draft.paragraphs) and draft.paragraphs[0].markup is not None


def _least(draft: Draft) -> float:
    """From which probability on a sentence is kept: on a short page, where so little stands around
    it that only markup could tell what it is, and in another language with less doubt.
    """
    taught = draft.language in TAUGHT
    if not _is_marked(draft):
        words = words_up_to(MIN_WORDS_OF_A_LONG_PAGE, draft.paragraphs)
        if words < MIN_WORDS_OF_A_SHORT_PAGE:
            return 0.0
        if words < MIN_WORDS_OF_A_LONG_PAGE:
            return LEAST_ON_A_SHORT_PAGE if taught else 0.0
    if taught:
        return MIN_PROBABILITY
    return MIN_PROBABILITY_ABROAD if draft.language in glossaries() else 0.0


def _spared(scene: Scene, scores: Sequence[Score], least: float) -> Iterator[Score]:
    """Sentences of a page on which the model may err are dropped with less doubt than others."""
    for paragraph, said in zip(scene.paragraphs, scores, strict=False):
        if least <= said.body < MIN_PROBABILITY and holds_sentence(paragraph.text):
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


def status(draft: Draft, policy: Policy) -> Status:
    """What to tell the user of a settled draft."""
    verdicts = (draft.verdicts or {}).values()
    if _share_kept(draft) < policy.min_kept:
        return "doubtful"
    if not draft.paragraphs:
        return "empty"
    if draft.quality < MIN_QUALITY:
        return "doubtful"
    if not draft.edits and all(verdict.kept for verdict in verdicts):
        return "unchanged"
    return "clean"


def _share_kept(draft: Draft) -> float:
    """The share of the words of prose, as read, that stays in the body; sentences cut out of a
    page that is one line are lost as whole lines are.
    """
    kept = {paragraph.number for paragraph in draft.paragraphs}
    lost = sum(
        words_of_prose(edit.before.strip())
        for edit in draft.edits
        if edit.stage == "cut" and edit.line in kept
    )
    for join in draft.joins:
        if join.to in kept:
            kept.add(join.line)
    whole = left = 0
    for number, text in draft.page.texts().items():
        if text and (words := words_of_prose(text)):
            whole += words
            left += words if number in kept else 0
    return (left - lost) / whole if whole else 1.0
