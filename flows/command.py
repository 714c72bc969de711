"""The command that cleans a whole source: `cleancopy run`, or ``python -m flows.command``.

Prefect is loaded only when it is asked for; a run without it is up in a second.
"""

import logging
import os
from typing import Annotated

import typer

from cleaners import CleaningError
from cleaners.errors import BadPolicy
from cleaners.model import Engine
from flows import terminal, whole_run
from flows.answers import Exit, complain, told
from flows.ledger_store import Busy
from flows.records import Columns
from flows.report import written
from flows.runner import Kind, Runner
from flows.settings import Quarantine, Settings, Sink, policy_in
from flows.shards import SHARD_SECONDS
from flows.sources import NOTHING_KNOWN, NOTHING_THERE
from flows.summary import RunSummary
from flows.whole_run import WATCH, RunFailed

LOG_LEVEL = "PREFECT_LOGGING_LEVEL"

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def main(
    source: Annotated[
        str,
        typer.Argument(metavar="SOURCE", help="a file, a folder, a glob, a URL (s3://…), or -"),
    ],
    out: Annotated[str, typer.Argument(metavar="OUT", help="the folder of the results")] = "out",
    sink: Annotated[Sink, typer.Option(help="rows, or a text file a document")] = "jsonl",
    policy: Annotated[str, typer.Option(help="caption=keep,byline=drop or a TOML file")] = "",
    language: Annotated[str | None, typer.Option(help="of documents that do not say")] = None,
    engine: Annotated[Engine, typer.Option(help="a second opinion on HTML, or none")] = "thorough",
    quarantine: Annotated[Quarantine, typer.Option(help="doubtful: these as well")] = "failed",
    sites: Annotated[str, typer.Option(help="the folder of the site profiles")] = "sites",
    text: Annotated[str, typer.Option(help="the field of the text")] = "text",
    html: Annotated[str, typer.Option(help="the field of the HTML")] = "html",
    id: Annotated[str, typer.Option(help="the field of the id")] = "id",
    url: Annotated[str, typer.Option(help="the field of the address")] = "url",
    runner: Annotated[Kind, typer.Option(help="where documents are cleaned")] = "process",
    workers: Annotated[int | None, typer.Option(help="how many; by default one a core")] = None,
    scheduler: Annotated[str | None, typer.Option(help="of Dask: tcp://…:8786")] = None,
    shard_seconds: Annotated[
        float, typer.Option(help="about how long one task works; a kill costs at most as much")
    ] = SHARD_SECONDS,
    bare: Annotated[
        bool, typer.Option("--bare", help="without Prefect: up in a second, not in its history")
    ] = False,
) -> None:
    """Clean every article of SOURCE that is not cleaned yet."""
    columns = Columns(id, text, html, url)
    where = Runner(runner, workers, scheduler, shard_seconds)
    if bare and runner == "dask":
        raise typer.BadParameter("Dask is reached through Prefect: leave --bare out")
    try:
        asked = policy_in(policy)
        wanted = Settings("", out, sink, columns, asked, engine, language, quarantine)
        with terminal.progress() as watch:
            WATCH.set(watch)
            summary = (_bare if bare else _flow)(source, wanted, sites, where)
    # Prefect has no error of its own for a server that does not answer.
    except (RunFailed, Busy, OSError, CleaningError, RuntimeError) as problem:
        complain(told(problem))
        raise typer.Exit(_answer(problem)) from None
    terminal.show(summary, written.where(summary))
    if not summary.files:
        complain(f"{source}: {NOTHING_KNOWN if summary.unknown else NOTHING_THERE}")
        raise typer.Exit(Exit.NOTHING)


def _answer(problem: Exception) -> Exit:
    match problem:
        case BadPolicy():
            return Exit.USAGE
        case FileNotFoundError():
            return Exit.NOTHING
    return Exit.INCOMPLETE


def _flow(source: str, wanted: Settings, sites: str, where: Runner) -> RunSummary:
    """Run the flow; without a server it starts one for itself."""
    from flows.clean_articles import clean_articles

    if LOG_LEVEL not in os.environ:
        # Prefect's own account of a run is for its server; here the table and one line are enough.
        logging.getLogger("prefect").setLevel(logging.CRITICAL)
    return clean_articles(
        source,
        wanted.out,
        wanted.sink,
        wanted.policy,
        wanted.language,
        wanted.engine,
        wanted.quarantine,
        sites,
        wanted.columns,
        where=where,
    )


def _bare(source: str, wanted: Settings, sites: str, where: Runner) -> RunSummary:
    """Do what the flow does, without Prefect's part in it."""
    summary, lost = whole_run.run(source, wanted, sites, where, whole_run.here)
    written.write(summary)
    whole_run.complain_of(lost, summary)
    return summary


if __name__ == "__main__":
    app()
