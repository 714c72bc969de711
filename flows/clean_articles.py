"""The flow that cleans: source to shards, one task a shard, results in parts, a summary at the end.

``python -m flows.clean_articles SOURCE OUT`` runs it here, with no server to start.
"""

from collections.abc import Iterator

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import as_completed

from cleaners.model import Engine
from flows import plan, runner, whole_run
from flows.plan import Plan
from flows.records import Columns
from flows.report.artifacts import Progress, publish
from flows.runner import Kind, Runner
from flows.settings import OURS, Limits, Quarantine, Settings, Sink
from flows.shard_work import Work
from flows.summary import RunSummary, Tally
from flows.whole_run import Outcome


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
        source: A file, a folder, a glob, or a URL of these (s3://…).
        out: The folder of the results; the same folder again continues, and skips what is done.
        sink: One row a document in JSONL or Parquet, or a text file each.
        policy: What becomes of each kind of debris, such as caption=keep,byline=drop; it
            can be drop, keep, field. The kinds are headline, byline, caption, source,
            subscribe, related, livefeed, share, comments, promo, legal, furniture,
            unlabelled.
        language: The language of documents that do not say; by default it is recognised.
        engine: "thorough" asks a second opinion on HTML, "fast" never does.
        quarantine: Whether only documents that failed go there, or the doubtful as well.
        sites: The folder of the site profiles, if there is one.
        columns: The names of the fields in JSONL, CSV and Parquet.
        limits: What one document may cost before it is given up.
        where: Processes of this machine, this process, or a Dask cluster.
        cleaner: What cleans, as module:function; a newsroom's own may go around ours.
    """
    wanted = Settings("", out, sink, columns, policy, engine, language, quarantine, limits, cleaner)
    summary, lost = whole_run.run(source, wanted, sites, where, _as_tasks)
    publish(summary)
    whole_run.complain_of(lost, summary)
    return summary


@task(name="clean-shard", task_run_name="shard {number}", cache_policy=NO_CACHE)
def clean_shard(settings: str, plan_url: str, number: int, offset: int, kind: Kind) -> Tally:
    """Clean one shard of a plan; the counts of what was done.

    It is given the place of the shard, not its documents: Prefect walks through all it is given.
    """
    work = Work(plan.shard_at(plan_url, offset), number)
    tally = runner.do(Settings.of_text(settings), work, kind)
    get_run_logger().info("%s", tally)
    return tally


def _as_tasks(planned: Plan, settings: Settings, where: Runner) -> Iterator[Outcome]:
    """Do every shard as a task of Prefect's."""
    shards = len(planned.offsets)
    get_run_logger().info(
        "shards to do: %d; documents done before: %d; version %s",
        shards,
        planned.done,
        settings.version(),
    )
    if not shards:
        return
    text = settings.as_text()
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
        progress = Progress(shards)
        for future in as_completed(waiting):
            result = future.result(raise_on_failure=False)
            progress.advance()
            yield result if isinstance(result, Tally) else str(result)


if __name__ == "__main__":
    from flows.command import app

    app()
