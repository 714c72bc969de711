"""What to tell the user of a cleaned page as a whole."""

from cleaners.draft import Draft
from cleaners.judge.prose import words_of_prose
from cleaners.model import Policy, Status, heads

# Pages of our folds below this had a mean word F1 of .6; those above .85 had .88 and more.
MIN_QUALITY = 0.75


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
    kept |= {line for line, head in heads(draft.joins).items() if head in kept}
    whole = left = 0
    for number, text in draft.page.texts().items():
        if text and (words := words_of_prose(text)):
            whole += words
            left += words if number in kept else 0
    return (left - lost) / whole if whole else 1.0
