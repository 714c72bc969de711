"""A document on its way through the stages: what stands, and the ledger so far."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from cleaners.article import PARAGRAPH_BREAK, Article, body_of
from cleaners.model import (
    Decision,
    Document,
    Edit,
    Fields,
    Join,
    Page,
    Paragraph,
    Policy,
    Status,
    Verdict,
    edit_lines,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A document between two stages.

    ``read`` are the paragraphs as they were read, ``paragraphs`` those still standing;
    ``verdicts`` are by the number of the paragraph; ``pinned`` are paragraphs that the site's
    profile keeps; ``best_quality`` is what its sentences promised, if it had no lines.
    """

    document: Document
    page: Page
    read: tuple[Paragraph, ...]
    paragraphs: tuple[Paragraph, ...]
    language: str | None
    joins: tuple[Join, ...] = ()
    edits: tuple[Edit, ...] = ()
    verdicts: Mapping[int, Verdict] | None = None
    quality: float = 0.0
    pinned: frozenset[int] = frozenset()
    best_quality: float = 1.0

    def is_marked(self) -> bool:
        """Whether its paragraphs still have their markup; what is read again has none."""
        return bool(self.paragraphs) and self.paragraphs[0].markup is not None

    def decided(self, decision: Decision) -> "Draft":
        """This draft as a decision leaves it; the quality of the first round stands."""
        dropped = {v.line: v for v in decision.verdicts if not v.kept}
        if not dropped and self.verdicts is not None:
            return self.edited(decision.cuts)
        kept = replace(
            self,
            paragraphs=tuple(p for p in self.paragraphs if p.number not in dropped),
            verdicts={**(self.verdicts or {v.line: v for v in decision.verdicts}), **dropped},
            quality=min(decision.quality, self.best_quality)
            if self.verdicts is None
            else self.quality,
        )
        return kept.edited(decision.cuts)

    def edited(self, edits: Iterable[Edit]) -> "Draft":
        """This draft with edits made in its standing paragraphs, in their order."""
        edits = tuple(edits)
        if not edits:
            return self
        texts = {paragraph.number: paragraph.text for paragraph in self.paragraphs}
        edit_lines(texts, edits)
        return replace(
            self,
            edits=self.edits + edits,
            paragraphs=tuple(
                p if p.text is texts[p.number] else p._replace(text=texts[p.number])
                for p in self.paragraphs
            ),
        )

    def reread(self) -> "Draft":
        """This draft as its own body would be read again: no markup, single blank lines."""
        gap = 0
        paragraphs = []
        for paragraph in self.paragraphs:
            if text := paragraph.text.strip():
                alike = text is paragraph.text and gap == paragraph.gap and not paragraph.markup
                paragraphs.append(paragraph if alike else Paragraph(paragraph.number, text, gap))
                gap = 1
        return replace(self, paragraphs=tuple(paragraphs))

    def verdict_of_each(self) -> dict[int, Verdict]:
        """The verdicts by line; lines joined to a paragraph get its verdict."""
        verdicts = dict(self.verdicts or {})
        for join in self.joins:
            verdicts[join.line] = verdicts[join.to]._replace(line=join.line)
        return verdicts

    def article(self, fields: Fields, status: Status, policy: Policy) -> Article:
        """The finished article."""
        verdicts = self.verdict_of_each()
        return Article(
            self._body(policy),
            self.page,
            fields,
            tuple(verdicts[number] for number in sorted(verdicts)),
            self.edits,
            self.joins,
            status,
            self.quality,
            policy,
        )

    def _body(self, policy: Policy) -> str:
        if policy.output == "text":
            texts = (paragraph.text.strip() for paragraph in self.paragraphs)
            return PARAGRAPH_BREAK.join(filter(None, texts))
        kept = frozenset(paragraph.number for paragraph in self.paragraphs)
        return body_of(self.page, kept, self.edits, self.joins, policy.output)
