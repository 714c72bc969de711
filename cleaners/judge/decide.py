"""From labels and probabilities to one verdict a paragraph; guards come last. What a line looks
like to the model belongs to `features`, what a phrase means to `cleaners.debris`.
"""

from cleaners.model import Decision, Label, Paragraph, Policy, Strength, Verdict


def decide(
    paragraphs: tuple[Paragraph, ...], labels: tuple[Label, ...], policy: Policy
) -> Decision:
    """The verdicts of one round over the paragraphs of a document."""
    sure = {label.number: label for label in labels if label.strength is Strength.SURE}
    verdicts = tuple(
        Verdict(
            p.number,
            False,
            sure[p.number].rule,
            sure[p.number].because,
            sure[p.number].category,
        )
        if p.number in sure
        else Verdict(p.number, True, "body.prose", "nothing speaks against it")
        for p in paragraphs
    )
    return Decision(verdicts, (), 1.0)
