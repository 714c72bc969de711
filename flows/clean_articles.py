"""The flow that cleans: source to shards, one task a shard, results in parts, a summary at the end.

``python -m flows.clean_articles SOURCE OUT`` runs it here, with no server to start.
"""

import json
import logging
import os
import sys
import time
from contextvars import ContextVar
from datetime import UTC, datetime
from secrets import token_hex
from typing import Annotated

import typer
from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import as_completed

from cleaners import CleaningError
from cleaners.model import Engine
from flows import piped, plan, runner, storage, terminal
from flows.ledger_store import Busy, Store
from flows.plan import Plan
from flows.profiles import SNAPSHOT, Profiles
from flows.records import Columns
from flows.report.artifacts import publish
from flows.runner import Kind, Runner
from flows.settings import OURS, Limits, Quarantine, Settings, Sink
from flows.settling import settle
from flows.shard_work import Work
from flows.summary import RunSummary, Tally

STDIN = "-"
LOG_LEVEL = "PREFECT_LOGGING_LEVEL"
# Who watches the progress of a run in this process: the command line does, a deployment does not.
_watch: ContextVar[terminal.Watch] = ContextVar("watch", default=lambda shards, tally: None)


class RunFailed(Exception):
    """Some shards could not be done; all others are."""


@flow(name="clean-articles", flow_run_name="clean {source}", validate_parameters=True)
def clean_articles(
    source: str,
    out: str,
    sink: Sink = "jsonl",
    policy: str = "",
    language: str | None = None,
    engine: Engine = "thorough",
    quarantine: Quarantine = "failed",
    sites: str = "sites",
    columns: Columns = Columns(),  # noqa: B008 - frozen
    limits: Limits = Limits(),  # noqa: B008 - frozen
    where: Runner = Runner(),  # noqa: B008 - frozen
    cleaner: str = OURS,
) -> RunSummary:
    """Clean every article of a source that is not cleaned yet.

    Args:
        source: A file, a folder, a glob, a URL of these (s3://…), or - for standard input.
        out: The folder of the results; the same folder again continues, and skips what is done.
        sink: One row a document in JSONL or Parquet, or a text file each.
        policy: What becomes of a category of debris, such as caption=keep,byline=drop.
        language: The language of documents that do not say; by default it is recognised.
        engine: "thorough" asks a second opinion on HTML, "fast" never does.
        quarantine: Whether only documents that failed go there, or the doubtful as well.
        sites: The folder of the site profiles, if there is one.
        columns: The names of the fields in JSONL, CSV and Parquet.
        limits: What one document may cost before it is given up.
        where: Processes of this machine, this process, or a Dask cluster.
        cleaner: What cleans, as module:function; a newsroom's own may go around ours.
    """
    begun, started = time.monotonic(), datetime.now(UTC)
    folder = storage.Folder(out)
    run = f"{started:%Y%m%dT%H%M%S.%f}-{token_hex(2)}"
    known = Profiles.of_folder(sites, started.date())
    settings = Settings(
        run,
        folder.url,
        sink,
        columns,
        policy,
        engine,
        language,
        quarantine,
        limits,
        cleaner,
        known.freeze(folder, f"runs/{run}/{SNAPSHOT}"),
        known.digest(),
    )
    store = Store(folder)
    with store.owned(settings.run):
        found = piped.keep(sys.stdin.buffer, folder) if source == STDIN else source
        planned = plan.make(found, settings, where.width)
        tally, lost = _do_all(planned, settings, where)
        if tally.documents and not lost:
            tally.replaced = settle(store)
    summary = RunSummary(
        settings.run,
        source,
        folder.url,
        settings.version(),
        started.isoformat(timespec="seconds"),
        time.monotonic() - begun,
        where.width,
        len(planned.offsets),
        tally,
        tuple(f"{count:,} {suffix} files" for suffix, count in planned.unknown.most_common()),
    )
    folder.put_text(json.dumps(summary.as_json()), f"runs/{settings.run}/summary.json")
    publish(summary)
    if lost:
        raise RunFailed(f"{len(lost)} of {len(planned.offsets)} shards failed; first: {lost[0]}")
    return summary


@task(name="clean-shard", task_run_name="shard {number}", cache_policy=NO_CACHE)
def clean_shard(settings: str, plan_url: str, number: int, offset: int, kind: Kind) -> Tally:
    """Clean one shard of a plan; the counts of what was done.

    It is given the place of the shard, not its documents: Prefect walks through all it is given.
    """
    work = Work(plan.shard_at(plan_url, offset), number)
    return runner.do(Settings.of_text(settings), work, kind)


def _do_all(planned: Plan, settings: Settings, where: Runner) -> tuple[Tally, list[str]]:
    """Every shard of a plan; the counts of all, and what went wrong with those that are lost."""
    total = Tally(skipped=planned.done)
    lost: list[str] = []
    shards = len(planned.offsets)
    if not shards:
        return total, lost
    watch, text = _watch.get(), settings.as_text()
    watch(shards, Tally())
    with runner.opened(where, shards) as tasks:
        # The last shards are the longest: they go first.
        waiting = [
            tasks.submit(
                clean_shard,
                {
                    "settings": text,
                    "plan_url": planned.url,
                    "number": number,
                    "offset": planned.offsets[number],
                    "kind": where.kind,
                },
            )
            for number in reversed(range(shards))
        ]
        for future in as_completed(waiting):
            result = future.result(raise_on_failure=False)
            if isinstance(result, Tally):
                total.add(result)
                watch(shards, result)
            else:
                lost.append(str(result))
    return total, lost


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
) -> None:
    """Clean every article of SOURCE that is not cleaned yet."""
    if LOG_LEVEL not in os.environ:
        # Prefect's own account of a run is for its server; here the table and one line are enough.
        logging.getLogger("prefect").setLevel(logging.CRITICAL)
    try:
        with terminal.progress() as watch:
            _watch.set(watch)
            summary = clean_articles(
                source,
                out,
                sink,
                policy,
                language,
                engine,
                quarantine,
                sites,
                Columns(id, text, html, url),
                where=Runner(runner, workers, scheduler),
            )
    # Prefect has no error of its own for a server that does not answer.
    except (RunFailed, Busy, OSError, CleaningError, RuntimeError) as problem:
        terminal.complain(str(problem))
        raise typer.Exit(1) from None
    terminal.show(summary)


if __name__ == "__main__":
    app()
