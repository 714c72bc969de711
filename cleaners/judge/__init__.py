"""The judge: rules, model and guards together decide what is body."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import compress

from cleaners.draft import Draft
from cleaners.judge import quality
from cleaners.judge.case import Case
from cleaners.judge.context import label_in_context
from cleaners.judge.decide import cuts, decide
from cleaners.judge.english import TAUGHT
from cleaners.judge.models import page_model, text_model
from cleaners.judge.outcome import status
from cleaners.judge.review import review
from cleaners.judge.scores import score, score_pages
from cleaners.judge.zones import Scene
from cleaners.model import Decision, Label, Policy, Score

__all__ = ["TAUGHT", "Judge", "cuts", "status"]


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
        paragraphs = (draft.paragraphs for draft in drafts)
        scenes = list(map(label_in_context, paragraphs, labels))
        return list(map(self._decided, drafts, scenes, self._scores(drafts, scenes)))

    def _decided(self, draft: Draft, scene: Scene, scores: Sequence[Score]) -> Decision:
        scores = review(draft, scene, scores)
        if draft.verdicts is not None and draft.document.profile is None:
            return decide(scene, self._policy, scores, again=True)
        decision = decide(scene, self._policy, scores)
        estimate = quality.of(draft.paragraphs, decision.verdicts, self._model.calibration)
        return replace(decision, quality=estimate)

    def _scores(self, drafts: Sequence[Draft], scenes: Sequence[Scene]) -> list[tuple[Score, ...]]:
        """What the models say: that of markup where there is any, else that of plain text."""
        marked = [draft.is_marked() for draft in drafts]
        plain = [not page for page in marked]
        cases = [
            Case(scene.paragraphs, scene.every_label, draft.language, bool(scene.copies))
            for scene, draft in zip(scenes, drafts, strict=True)
        ]
        pages = [draft.page for draft in compress(drafts, marked)]
        of_pages = iter(
            score_pages(pages, list(compress(cases, marked)), page_model()) if pages else ()
        )
        of_texts = iter(score(list(compress(cases, plain)), self._model))
        return [next(of_pages if page else of_texts) for page in marked]
