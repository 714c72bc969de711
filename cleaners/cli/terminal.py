"""How explanations, catalogues and progress look on a terminal; the only import of rich."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from cleaners.explain import Explanation, Passage

Item = TypeVar("Item")

STYLES = {"same": "", "removed": "red strike", "added": "bold green"}
DROPPED = "red"
# A bar for less work than this is gone before it is read.
MIN_ITEMS_FOR_A_BAR = 20
# A third of it holds the longest name of a rule unbroken; in a narrower window the reasons go under
# the text.
MIN_WIDTH_OF_A_MARGIN = 120


def show(explanation: Explanation, name: str) -> None:
    """Print an explanation: in colour with a margin on a terminal, as plain text elsewhere."""
    console = Console(highlight=False)
    if not console.is_terminal:
        print(explanation)
        return
    console.print(Rule(f"{escape(name)}: {explanation.status}, quality {explanation.quality:.2f}"))
    narrow = console.width < MIN_WIDTH_OF_A_MARGIN
    page = Table.grid(padding=(0, 2, 1, 0), expand=True)
    page.add_column(justify="right", style="dim", width=5)
    page.add_column(ratio=2, overflow="fold")
    if not narrow:
        page.add_column(ratio=1, overflow="fold")
    for passage in explanation.passages:
        text, reasons = _coloured(passage), Text("\n".join(passage.reasons), style="dim")
        cells = [Text("\n").join(filter(None, (text, reasons)))] if narrow else [text, reasons]
        page.add_row(str(passage.line), *cells)
    console.print(page)
    if explanation.named:
        console.print(_table(("field", "taken from the page"), explanation.named), "")
    if explanation.counts:
        console.print(_table(("times", "rule"), [(str(n), rule) for rule, n in explanation.counts]))


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table; elsewhere than on a terminal, its cells with tabs between."""
    console = Console(highlight=False)
    if console.is_terminal:
        console.print(_table(columns, rows))
        return
    for row in rows:
        print("\t".join(" ".join(cell.split()) for cell in row))


def progress(items: Sequence[Item], doing: str) -> Iterator[Item]:
    """The items, with a bar on the error stream while they are worked on, when they are many."""
    console = Console(stderr=True)
    if len(items) < MIN_ITEMS_FOR_A_BAR or not console.is_terminal:
        yield from items
        return
    look = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*look, TimeRemainingColumn(), console=console, transient=True) as bar:
        yield from bar.track(items, description=doing)


def _coloured(passage: Passage) -> Text:
    text = Text(style="" if passage.kept else DROPPED)
    for part in passage.parts:
        text.append(part.text, STYLES[part.mark])
    if not passage.kept:
        text.stylize("strike")
    return text


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    table = Table(*columns, box=None, header_style="bold", pad_edge=False)
    for row in rows:
        table.add_row(*map(escape, row))
    return table
