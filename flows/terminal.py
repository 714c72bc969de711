"""How a run looks on a terminal: its progress, and the table at its end; the only import of rich in
the flows.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from flows.summary import RunSummary, Tally

Watch = Callable[[int, Tally], None]
# So wide is the longest name of a count, "  parts of lines".
WIDTH_OF_A_NAME = 16
WIDTH_OF_A_COUNT = 12


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


def show(summary: RunSummary, page: str | None) -> None:
    """The table at the end of a run, what to look at, and where its results and its page are."""
    tally, console = summary.tally, Console(highlight=False)
    if tally.documents or tally.skipped:
        for line in _counts(summary):
            console.print(line, style="" if line.startswith(" ") else "bold", markup=False)
    if tally.worst:
        console.print("\n[bold]documents to look at[/]")
        for doubt in tally.worst:
            # One line a document and no column for names: cut or broken, they cannot be looked for.
            said = f"{doubt.status:9} {doubt.quality:.2f}  {doubt.id}"
            console.print(said, markup=False, soft_wrap=True)
            if doubt.problem:
                console.print(f"{'':16}{doubt.problem}", style="dim", markup=False, soft_wrap=True)
    if summary.unknown:
        console.print(f"\nleft out: {escape(', '.join(summary.unknown))}", style="yellow")
    if tally.documents or tally.skipped:
        console.print(f"\nresults  {summary.out}", markup=False, soft_wrap=True)
    if page:
        console.print(f"report   {page}", markup=False, soft_wrap=True)


def _counts(summary: RunSummary) -> Iterator[str]:
    """The counts of a run, a line each."""
    tally = summary.tally
    yield _count("cleaned", tally.documents, "documents")
    for name, count in tally.statuses.most_common():
        yield _count(f"  {name}", count)
    if tally.skipped:
        yield _count("done before", tally.skipped, "documents")
    if tally.documents:
        yield _count("removed", tally.categories.total(), "lines")
        for name, count in tally.categories.most_common():
            yield _count(f"  {name}", count)
        if tally.cuts:
            yield _count("  parts of lines", tally.cuts.total())
        yield _count("repaired", tally.edits.total(), "places")
    yield f"{'took':{WIDTH_OF_A_NAME}}{summary.seconds:{WIDTH_OF_A_COUNT},.1f} seconds"


def _count(name: str, count: int, unit: str = "") -> str:
    return f"{name:{WIDTH_OF_A_NAME}}{count:{WIDTH_OF_A_COUNT},} {unit}".rstrip()
