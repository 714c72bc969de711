"""The result of cleaning: the body, the page it came from, and the ledger that leads to it.

How a kept paragraph is printed lives here too, so that a body can be made anew from the ledger.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cleaners import markdown
from cleaners.model import (
    Edit,
    Fields,
    Join,
    Output,
    Page,
    Policy,
    Status,
    Verdict,
    by_line,
    by_stage,
    edit_lines,
    heads,
)

PARAGRAPH_BREAK = "\n\n"
# As many as a line of a notebook holds beside a title.
WORDS_SHOWN = 8


@dataclass(frozen=True, slots=True, repr=False)
class Article:
    """A cleaned document.

    ``verdicts`` has exactly one entry for each line with text; ``edits`` are in the order in which
    they were made. ``quality`` estimates how much of the body is right (0..1).
    """

    body: str
    page: Page
    fields: Fields
    verdicts: tuple[Verdict, ...]
    edits: tuple[Edit, ...]
    joins: tuple[Join, ...]
    status: Status
    quality: float
    policy: Policy = field(default_factory=Policy)

    def __repr__(self) -> str:
        """What became of it and how it begins; the whole of a page helps nobody in a notebook."""
        words = self.body.split(maxsplit=WORDS_SHOWN)
        begins = " ".join(words[:WORDS_SHOWN]) + " …" * (len(words) > WORDS_SHOWN)
        return (
            f"Article({self.status}, quality {self.quality:.2f}, title {self.title!r}, "
            f"body {begins!r})"
        )

    @property
    def title(self) -> str | None:
        """The headline."""
        return self.fields.title

    @property
    def byline(self) -> str | None:
        """Who wrote it, without "By"."""
        return self.fields.byline

    @property
    def published(self) -> str | None:
        """When it was published, as an ISO 8601 date or date and time."""
        return self.fields.published

    @property
    def language(self) -> str | None:
        """The ISO 639-1 code of its language."""
        return self.fields.language

    @property
    def site(self) -> str | None:
        """The name of the site, or its domain."""
        return self.fields.site

    def replay(self) -> str:
        """The body, made anew from the page as read and the ledger alone."""
        kept = frozenset(verdict.line for verdict in self.verdicts if verdict.kept)
        return body_of(self.page, kept, self.edits, self.joins, self.policy.output)


def body_of(
    page: Page,
    kept: frozenset[int],
    edits: Iterable[Edit],
    joins: Iterable[Join],
    output: Output,
) -> str:
    """The kept paragraphs as they are printed, with every edit made."""
    edits = tuple(edits)
    texts = paragraph_texts(page, edits, joins)
    shown = {n: text for n, text in texts.items() if n in kept and text.strip()}
    if output == "text":
        return PARAGRAPH_BREAK.join(text.strip() for text in shown.values())
    markups = {line.number: line.markup for line in page.lines if line.number in shown}
    made = by_line(edits)
    return markdown.render(
        (text.strip(), markdown.after(markups[n], page.lines[n].text, made.get(n, ()), text))
        for n, text in shown.items()
    )


def paragraph_texts(page: Page, edits: Iterable[Edit], joins: Iterable[Join]) -> dict[int, str]:
    """The text of each paragraph by the number of its first line, with every edit and join made."""
    of_lines, of_paragraphs = by_stage(edits)
    texts = page.texts()
    edit_lines(texts, of_lines)
    texts = {number: text.strip() for number, text in texts.items()}
    joins = tuple(joins)
    head = heads(joins)
    for join in joins:
        texts[head[join.line]] += join.glue + texts.pop(join.line)
    edit_lines(texts, of_paragraphs)
    return texts
