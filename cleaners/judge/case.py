"""What is put before the judge of one page, and all columns that are made of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from cleaners.judge.features import Columns, Glance, Lines, read, see
from cleaners.judge.said import listen
from cleaners.judge.wording import Wording
from cleaners.model import Label, Paragraph


@dataclass(frozen=True, slots=True)
class Case:
    """The paragraphs of a page, and what the rules say of them."""

    paragraphs: Sequence[Paragraph]
    said: Sequence[Label] = ()


def examine(
    cases: Sequence[Case], wording: Wording, lines: Lines | None = None
) -> tuple[Glance, Columns]:
    """The columns of every paragraph of some pages, and what they were made from.

    ``lines`` are what the paragraphs say by themselves, where that was measured before.
    """
    documents = [case.paragraphs for case in cases]
    texts = [paragraph.text for document in documents for paragraph in document]
    glance, columns = see(documents, lines or read(texts, wording), wording)
    return glance, columns | listen([case.said for case in cases], documents, glance)
