"""How a run looks on a terminal: its progress, and the table at its end; the only import of rich in
the flows.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from flows.summary import RunSummary, Tally

Watch = Callable[[int, Tally], None]


@contextmanager
def progress() -> Iterator[Watch]:
    """A bar on the error stream; call what it gives with the count of shards and what is done."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda shards, tally: None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("shards, {task.fields[documents]:,} documents"),
        TimeElapsedColumn(),
    )
    done = 0
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("starting", total=None, documents=0)

        def watch(shards: int, tally: Tally) -> None:
            nonlocal done
            done += tally.documents
            bar.update(task, description="cleaning", total=shards, documents=done)
            bar.advance(task, 1 if tally.documents or tally.skipped else 0)

        yield watch


def show(summary: RunSummary) -> None:
    """The table at the end of a run."""
    tally, console = summary.tally, Console()
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="bold")
    table.add_column(justify="right")
    table.add_row("cleaned", f"{tally.documents:,} documents")
    if tally.skipped:
        table.add_row("done before", f"{tally.skipped:,}")
    for name, count in tally.statuses.most_common():
        table.add_row(f"  {name}", f"{count:,}")
    table.add_row("removed", f"{tally.categories.total():,} lines")
    for name, count in tally.categories.most_common():
        table.add_row(f"  {name}", f"{count:,}")
    if tally.cuts:
        table.add_row("  parts of lines", f"{tally.cuts.total():,}")
    table.add_row("repaired", f"{tally.edits.total():,} places")
    table.add_row("took", f"{summary.seconds:.1f} s")
    console.print(table)
    if tally.worst:
        console.print("\n[bold]documents to look at[/]")
        for doubt in tally.worst:
            # One line a document and no column for names: cut or broken, they cannot be looked for.
            said = f"{doubt.status:9} {doubt.quality:.2f}  {doubt.id}"
            console.print(said, markup=False, highlight=False, soft_wrap=True)
            if doubt.problem:
                console.print(f"{'':16}{doubt.problem}", style="dim", markup=False, soft_wrap=True)
    if summary.unknown:
        console.print(f"\nleft out: {escape(', '.join(summary.unknown))}", style="yellow")
    console.print(f"\nresults are in [bold]{escape(summary.out)}[/]")


def complain(message: str) -> None:
    """One line on the error stream."""
    print(" ".join(message.split()), file=sys.stderr)
