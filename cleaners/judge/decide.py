"""From labels and probabilities to one verdict a paragraph; guards come last. What a line looks
like to the model belongs to `features`, what a phrase means to `cleaners.debris`.
"""

from collections.abc import Sequence
from dataclasses import replace

from cleaners.model import Decision, Label, Paragraph, Policy, Score, Strength, Treatment, Verdict

# The model's probability that a paragraph is body, from which it is kept.
MIN_PROBABILITY = 0.5
STANDS = Verdict(0, True, "body.prose", "nothing speaks against it")


def decide(
    paragraphs: Sequence[Paragraph],
    labels: Sequence[Label],
    policy: Policy,
    scores: Sequence[Score] = (),
) -> Decision:
    """The verdicts of one round over the paragraphs of a document.

    ``scores`` are the model's, one a paragraph; without them rules and zones decide alone.
    """
    sure = {a.number: a for a in labels if a.strength is Strength.SURE and a.span is None}
    model: Sequence[Score | None] = scores or [None] * len(paragraphs)
    verdicts = (
        _ruled(sure[paragraph.number]) if paragraph.number in sure else _scored(paragraph, score)
        for paragraph, score in zip(paragraphs, model, strict=True)
    )
    return Decision(tuple(_as_wished(verdict, policy) for verdict in verdicts), (), 1.0)


def _ruled(label: Label) -> Verdict:
    return Verdict(label.number, False, label.rule, label.because, label.category, probability=0.0)


def _scored(paragraph: Paragraph, score: Score | None) -> Verdict:
    if score is None:
        return replace(STANDS, line=paragraph.number)
    kept = score.body >= MIN_PROBABILITY
    return Verdict(
        paragraph.number,
        kept,
        "body.model" if kept else f"{score.category}.model",
        score.because,
        None if kept else score.category,
        probability=score.body,
    )


def _as_wished(verdict: Verdict, policy: Policy) -> Verdict:
    """A category that the policy keeps stays in the body."""
    if verdict.kept or verdict.category is None:
        return verdict
    return replace(verdict, kept=policy.treatment(verdict.category) is Treatment.KEEP)
