"""The ledger as people read it: one entry a removal or a change, in the order of the page.

The facts are the verdicts, edits and joins of an `Article`; nothing is judged here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Literal

from cleaners.article import Article
from cleaners.model import Category, Edit, EditRule, by_line, by_stage, edited, heads

JOINED = EditRule(
    "reflow.join",
    "a line that the scraper had cut from the one above",
    "The ferry sailed / again on Monday.",
    "The ferry sailed again on Monday.",
)
# A printed entry is for finding the line again; the whole of it stands in the page.
MAX_PRINTED = 100
# Of a longer "word" (an address, a script without spaces) as much is shown beside a change.
LONGEST_WORD = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done to the page.

    ``line`` counts from 1, as editors do. ``before`` is what stood there, as whole words;
    ``after`` is what stands there now: nothing, for what was dropped or cut.
    """

    line: int
    what: Literal["dropped", "cut", "restored", "mended", "joined"]
    rule: str
    before: str
    after: str
    because: str
    category: Category | None = None


def entries(article: Article) -> tuple[Entry, ...]:
    """Every removal, change and join of an article, by line; of one line, in the order made."""
    return tuple(sorted((*_dropped(article), *_changed(article)), key=lambda entry: entry.line))


def printed(article: Article) -> str:
    """The status and the fields, then one line an entry, for reading and for comparing."""
    head = [f"status: {article.status}", *_fields(article)]
    notes = [f"note: {note}" for note in article.page.notes]
    return "\n".join([*head, *notes, "", *map(_row, entries(article))]).strip() + "\n"


def _fields(article: Article) -> Iterator[str]:
    for each in fields(article.fields):
        value = getattr(article.fields, each.name)
        values = value if isinstance(value, tuple) else (value,)
        yield from (f"{each.name}: {_visible(text)}" for text in values if text)


def _row(entry: Entry) -> str:
    changed = f"{_visible(entry.before)} → {_visible(entry.after)}"
    text = changed if entry.after else _visible(entry.before)
    return f"{entry.line:>4}  {entry.what:<8}  {entry.rule:<30}  {text}".rstrip()


def _visible(text: str) -> str:
    """A text on one line, clipped, with characters that do not show spelt out."""
    clipped = text if len(text) <= MAX_PRINTED else text[: MAX_PRINTED - 1] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in clipped)


def _dropped(article: Article) -> Iterator[Entry]:
    texts = article.page.texts()
    for verdict in article.verdicts:
        if not verdict.kept:
            yield Entry(
                verdict.line + 1,
                "dropped",
                verdict.rule,
                texts[verdict.line].strip(),
                "",
                verdict.because,
                verdict.category,
            )


def _changed(article: Article) -> Iterator[Entry]:
    texts = article.page.texts()
    of_lines, of_paragraphs = by_stage(article.edits)
    yield from _steps(texts, of_lines)
    texts = {number: text.strip() for number, text in texts.items()}
    head = heads(article.joins)
    for join in article.joins:
        first = head[join.line]
        ends, begins = texts[first].split()[-1:], texts[join.line].split()[:1]
        yield Entry(
            join.line + 1,
            "joined",
            JOINED.name,
            " / ".join((*ends, *begins)),
            join.glue.join((*ends, *begins)),
            join.because,
        )
        texts[first] += join.glue + texts.pop(join.line)
    yield from _steps(texts, of_paragraphs)


def _steps(texts: dict[int, str], edits: Iterable[Edit]) -> Iterator[Entry]:
    """The entries of some edits; ``texts`` is left as they leave it."""
    names: dict[str, Literal["restored", "cut", "mended"]] = {
        "restore": "restored",
        "cut": "cut",
        "mend": "mended",
    }
    for line, made in by_line(edits).items():
        for old, edit in _nearby(texts[line], made):
            start, end = (edit.start, edit.end) if edit.stage == "cut" else _words_around(old, edit)
            new = edit.apply(old)
            yield Entry(
                line + 1,
                names[edit.stage],
                edit.rule,
                old[start:end],
                new[start : len(new) - (len(old) - end)],
                edit.because,
                edit.category,
            )
        texts[line] = edited(texts[line], made)


def _nearby(text: str, edits: Sequence[Edit]) -> Iterator[tuple[str, Edit]]:
    """What stands around each edit of a line, with the edit as one of that.

    A line may have megabytes and thousands of edits, so those that follow each other from left to
    right are looked at in the text as it was before the first of them.
    """
    left, begun, length, done = "", 0, 0, 0
    for place, edit in enumerate(edits):
        if edit.start < length:
            text, begun = edited(text, edits[begun:place]), place
            left, length, done = "", 0, 0
        begin = done + edit.start - length
        end = begin + edit.end - edit.start
        left = (left + text[max(done, begin - LONGEST_WORD) : begin])[-LONGEST_WORD:]
        near = left + text[begin : end + LONGEST_WORD]
        yield near, replace(edit, start=len(left), end=len(left) + end - begin)
        left += edit.after
        length, done = edit.start + len(edit.after), end


def _words_around(text: str, edit: Edit) -> tuple[int, int]:
    """The place where an edit makes a difference, widened to whole words."""
    same = _alike(edit.before, edit.after)
    start = edit.start + same
    end = edit.end - _alike(edit.before[same:][::-1], edit.after[same:][::-1])
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common before they differ."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
