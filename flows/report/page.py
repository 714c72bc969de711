"""A page of HTML, complete in one file, that shows documents with what was removed and changed in
colour and the reason beside it. Every text is escaped; nothing is loaded from elsewhere.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from cleaners import Article
from cleaners.explain import Part, Passage, explain

_STYLE = (Path(__file__).parent / "page.css").read_text("utf-8")
_SCRIPT = (Path(__file__).parent / "page.js").read_text("utf-8")
# A browser shows this much of one document without pain; a 50 MB line is nobody's reading.
MAX_PASSAGES = 400
MAX_CHARACTERS = 4000
_NUMBER = re.compile(r"[\d.,]+%?")


@dataclass(frozen=True, slots=True)
class Shown:
    """A document as the page shows it."""

    id: str
    status: str
    quality: float
    passages: tuple[Passage, ...] = ()
    site: str | None = None
    title: str | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a heading; numbers are set to the right, a wide one stands by itself."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
    wide: bool = False


def shown(name: str, article: Article) -> Shown:
    """An article as the page shows it."""
    told = explain(article)
    problem = "; ".join(article.page.notes) or None
    return Shown(
        name, article.status, article.quality, told.passages, article.site, article.title, problem
    )


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the documents: what the page is of, when and where that was, figures in
    large type, tables, and which documents follow.
    """

    title: str
    about: str = ""
    chosen: str = "Documents"
    facts: tuple[tuple[str, str], ...] = ()
    tables: tuple[Table, ...] = ()


def page(head: Head, documents: Sequence[Shown]) -> str:
    """The whole page, with a search over its documents."""
    return "".join(
        (
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(head.title)}</title><style>{_STYLE}</style></head><body>",
            f"<header><h1>{escape(head.title)}</h1><p>{escape(head.about)}</p>",
            f"{_facts(head.facts)}</header><main>",
            f'<div class="tables">{"".join(map(_table, filter(_has_rows, head.tables)))}</div>',
            f"<h2>{escape(head.chosen)}</h2>{_search(documents)}" if documents else "",
            *(_document(place, each) for place, each in enumerate(documents)),
            f"</main><script>{_SCRIPT}</script></body></html>\n",
        )
    )


def anchor(place: int) -> str:
    """The name by which the page is entered at its document number ``place``."""
    return f"document-{place}"


def _facts(facts: Iterable[tuple[str, str]]) -> str:
    told = (
        f"<div><b>{escape(value)}</b><span>{escape(name)}</span></div>" for name, value in facts
    )
    return f'<div class="facts">{"".join(told)}</div>'


def _table(table: Table) -> str:
    first = table.rows[0]
    head = "".join(
        f'<th scope="col"{" class=number" if _is_number(cell) else ""}>{escape(column)}</th>'
        for column, cell in zip(table.columns, first, strict=True)
    )
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in table.rows)
    return (
        f"<section{' class=wide' if table.wide else ''}><h2>{escape(table.heading)}</h2>"
        f"<table><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table></section>"
    )


def _cell(value: str | int) -> str:
    text = f"{value:,}" if isinstance(value, int) else escape(value)
    return f'<td class="number">{text}</td>' if _is_number(value) else f"<td>{text}</td>"


def _is_number(value: str | int) -> bool:
    return isinstance(value, int) or _NUMBER.fullmatch(value) is not None


def _has_rows(table: Table) -> bool:
    return bool(table.rows)


def _search(documents: Sequence[Shown]) -> str:
    statuses = sorted({each.status for each in documents})
    options = "".join(f"<option>{escape(status)}</option>" for status in statuses)
    return (
        f'<div class="search"><span role="status">{len(documents):,} documents</span>'
        '<input type="search" placeholder="words of a line, a reason, a name" aria-label="Search">'
        f'<select aria-label="Status"><option value="">any status</option>{options}</select>'
        '<label><input type="checkbox"> only what changed</label></div>'
    )


def _document(place: int, document: Shown) -> str:
    about = " · ".join(filter(None, (document.problem, document.site, document.title)))
    problem = f'<p class="problem">{escape(document.problem)}</p>' if document.problem else ""
    more = len(document.passages) - MAX_PASSAGES
    rest = f'<p class="problem">{more:,} more lines are not shown</p>' if more > 0 else ""
    lines = "".join(map(_passage, document.passages[:MAX_PASSAGES]))
    return (
        f'<details id="{anchor(place)}" data-status="{escape(document.status)}"'
        f"{' open' if place == 0 else ''}>"
        f'<summary><span class="status {escape(document.status)}">{escape(document.status)}</span>'
        f'<span class="quality">{document.quality:.2f}</span><b>{escape(document.id)}</b>'
        f'<span class="about">{escape(about)}</span></summary>'
        f"{problem}<ol>{lines}</ol>{rest}</details>"
    )


def _passage(passage: Passage) -> str:
    changed = passage.reasons or any(part.mark != "same" for part in passage.parts)
    kind = ("changed" if changed else "same") if passage.kept else "dropped"
    reasons = "".join(f"<li>{escape(reason)}</li>" for reason in passage.reasons)
    return (
        f'<li value="{passage.line}" class="{kind}"><p>{"".join(_parts(passage.parts))}</p>'
        + (f"<ul>{reasons}</ul>" if reasons else "")
        + "</li>"
    )


def _parts(parts: Iterable[Part]) -> Iterable[str]:
    room = MAX_CHARACTERS
    for part in parts:
        tag = {"same": "", "removed": "del", "added": "ins"}[part.mark]
        text = escape(part.text[:room])
        yield f"<{tag}>{text}</{tag}>" if tag else text
        room -= len(part.text)
        if room <= 0:
            yield "…"
            return
