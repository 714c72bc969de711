"""What is put before the judge of one page, and all columns that are made of it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cleaners.arrays.table import Columns
from cleaners.judge.features import features_of
from cleaners.judge.measures import Measures
from cleaners.judge.rule_columns import rule_columns
from cleaners.judge.wording import Wording
from cleaners.model import Label, Paragraph

# Lines judged in one go: what is made of a line takes 5 kB. No page of ours has half so many, and a
# longer one is judged in stretches, each as a page of its own.
MAX_LINES_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class Case:
    """The paragraphs of a page, what the rules say of them, the language they are in, and whether
    some of them stand there twice.
    """

    paragraphs: Sequence[Paragraph]
    labels: Sequence[Label] = ()
    language: str | None = None
    has_copies: bool = False

    def stretches(self) -> list["Case"]:
        """This case, or where it is too long to be judged in one go, its parts."""
        if len(self.paragraphs) <= MAX_LINES_AT_ONCE:
            return [self]
        begins = range(0, len(self.paragraphs), MAX_LINES_AT_ONCE)
        first = [self.paragraphs[begin].number for begin in begins]
        labels: list[list[Label]] = [[] for _ in begins]
        for label in self.labels:
            labels[bisect_right(first, label.number) - 1].append(label)
        return [
            replace(
                self, paragraphs=self.paragraphs[begin : begin + MAX_LINES_AT_ONCE], labels=said
            )
            for begin, said in zip(begins, labels, strict=True)
        ]


def portions(cases: Iterable[Case]) -> Iterator[list[tuple[int, Case]]]:
    """Cases that are judged in one go, each with its place among all."""
    portion: list[tuple[int, Case]] = []
    lines = 0
    for place, case in enumerate(cases):
        for stretch in case.stretches():
            lines += len(stretch.paragraphs)
            if lines > MAX_LINES_AT_ONCE and portion:
                yield portion
                portion, lines = [], len(stretch.paragraphs)
            portion.append((place, stretch))
    if portion:
        yield portion


def examine(cases: Sequence[Case], wording: Wording) -> tuple[Measures, Columns]:
    """The columns of every paragraph of some pages, and what they were made from."""
    documents = [case.paragraphs for case in cases]
    measures, columns = features_of(documents, wording, [case.language for case in cases])
    return measures, columns | rule_columns([case.labels for case in cases], documents, measures)
