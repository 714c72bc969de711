"""Why each line of a page stayed, went or changed, in an order a person can read; how it looks on a
terminal belongs to `cleaners.cli.terminal`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from cleaners.article import Article
from cleaners.model import Edit, Fields, Status, Verdict, by_line, by_stage, heads

Mark = Literal["same", "removed", "added"]
WORDS = re.compile(r"\s+|\S+")
# Comparing two texts word by word takes the square of their length: a paragraph is worth it.
MAX_WORDS_TO_COMPARE = 1000


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a passage that stayed, was taken out or was put in."""

    text: str
    mark: Mark = "same"


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of the page, or several joined to one paragraph, with what was done to it and why.

    ``line`` counts from 1, as editors do.
    """

    line: int
    kept: bool
    parts: tuple[Part, ...]
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        """The passage with its changes as ``[-out-]`` and ``{+in+}``, then its reasons."""
        sign = " " if self.kept else "-"
        reasons = "".join(f"\n         ^ {reason}" for reason in self.reasons)
        return f"{self.line:>5} {sign} {''.join(map(_bracketed, self.parts))}{reasons}"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was done to a page; printed, it is the page with a reason under all that went."""

    passages: tuple[Passage, ...]
    fields: Fields
    status: Status
    quality: float
    counts: tuple[tuple[str, int], ...]

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """The fields that were found, each with its name; of several captions each."""
        found = ((name, getattr(self.fields, name)) for name in Fields.__slots__)
        return tuple(
            (name, text)
            for name, value in found
            for text in (value if isinstance(value, tuple) else (value,))
            if text
        )

    def __str__(self) -> str:
        """The whole explanation as plain text."""
        kept = "\n".join(f"{name:>9}   {text}" for name, text in self.named)
        counts = "\n".join(f"{count:>5}   {rule}" for rule, count in self.counts)
        parts = ("\n".join(map(str, self.passages)), kept, counts)
        return "\n\n".join(filter(None, parts))


def explain(article: Article) -> Explanation:
    """Why each line of an article's page stayed, went or changed.

    >>> from cleaners import clean
    >>> print(explain(clean("The bridge opened on Monday.")))
        1   The bridge opened on Monday.
    <BLANKLINE>
     language   en
    """
    rules = [v.rule for v in article.verdicts if not v.kept] + [e.rule for e in article.edits]
    return Explanation(
        tuple(_passages(article)),
        article.fields,
        article.status,
        article.quality,
        tuple(Counter(rules).most_common()),
    )


def _bracketed(part: Part) -> str:
    return {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}[part.mark].format(part.text)


def _passages(article: Article) -> Iterator[Passage]:
    verdicts = {verdict.line: verdict for verdict in article.verdicts}
    reasons = _reasons(article)
    for number, parts in _parts(article).items():
        if any(part.text.strip() for part in parts):
            verdict = verdicts.get(number)
            yield Passage(
                number + 1,
                verdict is not None and verdict.kept,
                tuple(parts),
                (*_why_dropped(verdict), *reasons.get(number, ())),
            )


def _why_dropped(verdict: Verdict | None) -> Iterator[str]:
    if verdict and not verdict.kept:
        yield f"dropped as {verdict.rule}: {verdict.because}"


def _reasons(article: Article) -> dict[int, list[str]]:
    """The reasons of the changes in each paragraph, each named once."""
    reasons: dict[int, dict[str, None]] = {}
    head = heads(article.joins)
    for edit in article.edits:
        named = reasons.setdefault(head.get(edit.line, edit.line), {})
        named[f"{edit.stage}, {edit.rule}: {edit.because}"] = None
    for join in article.joins:
        reasons.setdefault(head[join.line], {})[f"joined: {join.because}"] = None
    return {number: list(named) for number, named in reasons.items()}


def _parts(article: Article) -> dict[int, list[Part]]:
    """The parts of each paragraph by number, with every edit and join made."""
    of_lines, of_paragraphs = by_stage(article.edits)
    parts = {number: [Part(text)] for number, text in article.page.texts().items()}
    _make(parts, of_lines)
    for stretch in parts.values():
        _strip(stretch)
    head = heads(article.joins)
    for join in article.joins:
        glue = [Part(join.glue, "added")] if join.glue else []
        parts[head[join.line]] += [*glue, *parts.pop(join.line)]
    _make(parts, of_paragraphs)
    return parts


def _make(parts: dict[int, list[Part]], edits: Iterable[Edit]) -> None:
    for line, made in by_line(edits).items():
        stretch = _Stretch(parts[line])
        for edit in made:
            stretch.edit(edit)
        parts[line] = stretch.parts()


class _Stretch:
    """The parts of a line while it is edited; offsets count what stands, not what was removed.

    Edits mostly follow each other from left to right, so what is ``passed`` is not looked at again
    until one goes back. Of the next part, the last of those ``ahead``, so much was passed too.
    """

    def __init__(self, parts: Iterable[Part]) -> None:
        self._passed: list[Part] = []
        self._ahead = [*parts][::-1]
        self._place = self._of_next = 0

    def edit(self, edit: Edit) -> None:
        """Make one edit."""
        if edit.start < self._place:
            self._ahead, self._passed = self.parts()[::-1], []
            self._place = self._of_next = 0
        self._passed += self._taken(edit.start - self._place)
        changed = self._taken(edit.end - edit.start)
        if all(part.mark == "same" for part in changed):
            self._passed += _difference(edit.before, edit.after)
        else:
            # What was added before and goes again was never there.
            self._passed += [Part(p.text, "removed") for p in changed if p.mark != "added"]
            self._passed += _if_any(edit.after, "added")
        self._place = edit.start + len(edit.after)

    def parts(self) -> list[Part]:
        """All parts in their order."""
        *later, following = self._ahead or [Part("")]
        rest = _if_any(following.text[self._of_next :], following.mark)
        return [*self._passed, *rest, *reversed(later)]

    def _taken(self, chars: int) -> list[Part]:
        """The next parts that hold so many characters, with what was removed between them."""
        taken = []
        while chars and self._ahead:
            text, mark = self._ahead[-1].text, self._ahead[-1].mark
            begin, end = self._of_next, len(text)
            if mark != "removed":
                end = min(end, begin + chars)
                chars -= end - begin
            taken.append(Part(text[begin:end], mark))
            self._of_next = end
            if end == len(text):
                self._ahead.pop()
                self._of_next = 0
        return taken


def _difference(before: str, after: str) -> Iterator[Part]:
    """The parts that lead from one text to another, word by word where that is affordable."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    if max(len(old), len(new)) > MAX_WORDS_TO_COMPARE:
        old, new = [before], [after]
    for what, i, j, k, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield Part("".join(old[i:j]))
        else:
            yield from _if_any("".join(old[i:j]), "removed")
            yield from _if_any("".join(new[k:end]), "added")


def _if_any(text: str, mark: Mark) -> Iterator[Part]:
    if text:
        yield Part(text, mark)


def _strip(parts: list[Part]) -> None:
    """Take the white space from both ends of what stands."""
    for places, strip in ((range(len(parts)), str.lstrip), (range(len(parts))[::-1], str.rstrip)):
        for place in places:
            part = parts[place]
            if part.mark != "removed":
                parts[place] = Part(strip(part.text), part.mark)
                if parts[place].text:
                    break
