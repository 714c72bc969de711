"""The command that cleans a whole source: `cleancopy run`, or ``python -m flows.command``.

Prefect is loaded only when it is asked for; a run without it is up in a second.
"""

import logging
import os
from typing import Annotated

import typer

from cleaners import CleaningError
from cleaners.model import Engine
from flows import terminal, whole_run
from flows.ledger_store import Busy
from flows.records import Columns
from flows.report.written import write
from flows.runner import Kind, Runner
from flows.settings import Quarantine, Settings, Sink
from flows.shards import SHARD_SECONDS
from flows.summary import RunSummary
from flows.whole_run import WATCH, RunFailed

LOG_LEVEL = "PREFECT_LOGGING_LEVEL"

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def main(
    source: Annotated[str, typer.Argument(help="a file, a folder, a glob, an URL (s3://…), or -")],
    out: Annotated[str, typer.Argument(help="the folder of the results")] = "out",
    sink: Annotated[Sink, typer.Option(help="jsonl, parquet or text")] = "jsonl",
    policy: Annotated[str, typer.Option(help="such as caption=keep,byline=drop")] = "",
    language: Annotated[str | None, typer.Option(help="of documents that do not say")] = None,
    engine: Annotated[Engine, typer.Option(help="thorough or fast")] = "thorough",
    quarantine: Annotated[Quarantine, typer.Option(help="failed, or doubtful as well")] = "failed",
    sites: Annotated[str, typer.Option(help="the folder of the site profiles")] = "sites",
    text: Annotated[str, typer.Option(help="the field of the text")] = "text",
    html: Annotated[str, typer.Option(help="the field of the HTML")] = "html",
    id: Annotated[str, typer.Option(help="the field of the id")] = "id",
    url: Annotated[str, typer.Option(help="the field of the address")] = "url",
    runner: Annotated[Kind, typer.Option(help="process, thread or dask")] = "process",
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
    wanted = Settings(
        "", out, sink, Columns(id, text, html, url), policy, engine, language, quarantine
    )
    where = Runner(runner, workers, scheduler, shard_seconds)
    if bare and runner == "dask":
        raise typer.BadParameter("Dask is reached through Prefect: leave --bare out")
    try:
        with terminal.progress() as watch:
            WATCH.set(watch)
            summary = (_bare if bare else _flow)(source, wanted, sites, where)
    # Prefect has no error of its own for a server that does not answer.
    except (RunFailed, Busy, OSError, CleaningError, RuntimeError) as problem:
        terminal.complain(str(problem))
        raise typer.Exit(1) from None
    terminal.show(summary)


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
    write(summary)
    whole_run.complain_of(lost, summary)
    return summary


if __name__ == "__main__":
    app()
