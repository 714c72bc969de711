"""The story that the tests of the judge put debris around."""

from cleaners.model import Paragraph

STORY = (
    "The ferry to Sant Pol sailed again on Monday after nine days without a boat, its office said.",
    "Some forty people stood on the quay in the rain when at last it came round the western point.",
    "A second boat, smaller and thirty years older, will stand by in the harbour all winter.",
)
LONGER_STORY = (
    *STORY,
    "Its captain, who is smaller and thirty years older too, said that he had nothing else to do.",
)


def paragraphs(*texts: str) -> list[Paragraph]:
    """A page of these lines."""
    return [Paragraph(number, text) for number, text in enumerate(texts)]
