"""The judge: rules, model and guards together decide what is body."""

from collections.abc import Sequence

from cleaners.draft import Draft
from cleaners.judge.decide import decide
from cleaners.judge.scores import score, text_model
from cleaners.model import Decision, Label, Policy, Status

__all__ = ["decide_all", "status"]


def decide_all(
    drafts: Sequence[Draft], labels: Sequence[tuple[Label, ...]], policy: Policy
) -> list[Decision]:
    """One decision a draft; scored together because that is faster, judged each on its own."""
    scores = score([draft.paragraphs for draft in drafts], text_model())
    return [
        decide(draft.paragraphs, said, policy, scored)
        for draft, said, scored in zip(drafts, labels, scores, strict=True)
    ]


def status(draft: Draft, policy: Policy) -> Status:
    """What to tell the user of a settled draft."""
    verdicts = (draft.verdicts or {}).values()
    if not draft.paragraphs:
        return "empty"
    if not draft.edits and all(verdict.kept for verdict in verdicts):
        return "unchanged"
    return "clean"
