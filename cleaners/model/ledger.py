"""What is said of lines and what is done to them: labels, scores, verdicts, edits and joins."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from cleaners.model.kinds import Category, Strength, Zone
from cleaners.model.page import Paragraph


class Label(NamedTuple):
    """What one rule says about the paragraph ``number``, without context.

    ``span`` is the part of its text that is debris; ``None`` means all of it.
    """

    number: int
    rule: str
    category: Category
    strength: Strength
    because: str
    span: tuple[int, int] | None = None

    def about(self, paragraph: Paragraph) -> "Label":
        """The same said of another paragraph."""
        return Label(
            paragraph.number, self.rule, self.category, self.strength, self.because, self.span
        )


class Verdict(NamedTuple):
    """What becomes of a line with text, and why; lines joined to one paragraph share its verdict.

    ``probability`` is the judge's estimate that the line is body (0..1).
    """

    line: int
    kept: bool
    rule: str
    because: str
    category: Category | None = None
    zone: Zone = Zone.BODY
    probability: float = 1.0


class Score(NamedTuple):
    """The model's estimate that a paragraph is body (0..1), what moved it in a reader's words, and
    the likeliest category should it be debris.
    """

    body: float
    because: str
    category: Category = Category.UNLABELLED


@dataclass(frozen=True, slots=True)
class Edit:
    """One change inside a line, with its place and reason.

    Edits are a sequence: ``start`` and ``end`` are offsets in the text as the edits before it left
    it. Edits of the stage ``restore`` change lines as read; then lines are joined; ``cut`` (debris
    that hung on a good paragraph) and ``mend`` (typos) change paragraphs, and ``line`` is the
    number of the paragraph's first line.
    """

    line: int
    start: int
    end: int
    before: str
    after: str
    rule: str
    because: str
    stage: Literal["restore", "cut", "mend"] = "mend"
    category: Category | None = None

    @classmethod
    def cut(cls, line: int, text: str, span: tuple[int, int], why: "Label | Verdict") -> "Edit":
        """What takes a span out of the text of a paragraph, for the reason of what was said."""
        start, end = span
        before = text[start:end]
        return cls(line, start, end, before, "", why.rule, why.because, "cut", why.category)

    def apply(self, text: str) -> str:
        """The text with this change made."""
        return text[: self.start] + self.after + text[self.end :]


class EditRule(NamedTuple):
    """What edits of one kind are called in the ledger and what they mend, with a text ``before``
    and ``after`` as their proof.
    """

    name: str
    about: str
    before: str
    after: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text of a line with its edits made, in their order.

    Those that follow each other from left to right are made in one go: one by one, each would copy
    the line, and a line of megabytes may have thousands.
    """
    parts: list[str] = []
    length = done = 0
    for edit in edits:
        if edit.start < length:
            text, parts, length, done = "".join([*parts, text[done:]]), [], 0, 0
        begin = done + edit.start - length
        parts += (text[done:begin], edit.after)
        done = begin + edit.end - edit.start
        length = edit.start + len(edit.after)
    return "".join([*parts, text[done:]]) if parts else text


def edit_lines(texts: dict[int, str], edits: Iterable[Edit]) -> None:
    """Make edits in the texts of some lines, which are known by their numbers."""
    for line, made in by_line(edits).items():
        texts[line] = edited(texts[line], made)


def by_line(edits: Iterable[Edit]) -> dict[int, list[Edit]]:
    """The edits of each line, in their order."""
    of_line: dict[int, list[Edit]] = {}
    for edit in edits:
        of_line.setdefault(edit.line, []).append(edit)
    return of_line


def by_stage(edits: Iterable[Edit]) -> tuple[list[Edit], list[Edit]]:
    """The edits of lines as they were read, and those of the paragraphs that were made of them."""
    of_lines: list[Edit] = []
    of_paragraphs: list[Edit] = []
    for edit in edits:
        (of_lines if edit.stage == "restore" else of_paragraphs).append(edit)
    return of_lines, of_paragraphs


@dataclass(frozen=True, slots=True)
class Join:
    """Line ``line`` continues the line ``to``; ``glue`` (a space or nothing) goes between."""

    line: int
    to: int
    glue: str
    because: str


def heads(joins: Iterable[Join]) -> dict[int, int]:
    """The number of the paragraph that each joined line became part of: that of its first line."""
    found: dict[int, int] = {}
    for join in joins:
        found[join.line] = found.get(join.to, join.to)
    return found


@dataclass(frozen=True, slots=True)
class Decision:
    """One verdict a paragraph, the cuts inside kept ones, and an estimate of how right it all is
    (0..1).
    """

    verdicts: tuple[Verdict, ...]
    cuts: tuple[Edit, ...] = ()
    quality: float = 1.0
