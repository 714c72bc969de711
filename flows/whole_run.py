"""A whole run: plan, do every shard, settle, sum up. Who does the shards is the caller's: Prefect's
tasks (`flows.clean_articles`), or the threads of this process, which are up in a second.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from dataclasses import replace
from datetime import UTC, datetime
from secrets import token_hex

from flows import isolation, piped, plan, runner, storage
from flows.ledger_store import Store
from flows.plan import Plan
from flows.profiles import SNAPSHOT, Profiles
from flows.runner import Runner
from flows.settings import Settings
from flows.settling import settle
from flows.shard_work import Work
from flows.summary import SUMMARY, RunSummary, Tally

STDIN = "-"
# What became of a shard: its counts, or what went wrong with it.
Outcome = Tally | str
# Does every shard of a plan, in any order.
DoAll = Callable[[Plan, Settings, Runner], Iterable[Outcome]]
# Who watches the progress of a run in this process, told the count of shards and what is done: the
# command line does, a deployment does not.
WATCH: ContextVar[Callable[[int, Tally], None]] = ContextVar(
    "watch", default=lambda shards, tally: None
)


class RunFailed(Exception):
    """Some shards could not be done; all others are."""


def run(
    source: str, wanted: Settings, sites: str, where: Runner, do_all: DoAll
) -> tuple[RunSummary, list[str]]:
    """Clean a source with these settings, whose run and sites are given here; the summary, and what
    went wrong with shards that are lost.
    """
    begun, started = time.monotonic(), datetime.now(UTC)
    settings = _begun(wanted, sites, started)
    folder = storage.Folder(settings.out)
    store = Store(folder)
    with store.owned(settings.run):
        found = piped.keep(sys.stdin.buffer, folder) if source == STDIN else source
        planned = plan.make(found, settings, where.width, where.shard_seconds)
        tally, lost = _added_up(planned, do_all(planned, settings, where))
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
        tuple(
            f"{count:,} {suffix} file{'s' * (count > 1)}"
            for suffix, count in planned.unknown.most_common()
        ),
        planned.files,
    )
    folder.put_text(json.dumps(summary.as_json()), f"runs/{settings.run}/{SUMMARY}")
    return summary, lost


def complain_of(lost: list[str], summary: RunSummary) -> None:
    """Say that shards are lost.

    Raises:
        RunFailed: some are.
    """
    if lost:
        raise RunFailed(f"{len(lost)} of {summary.shards} shards failed; first: {lost[0]}")


def here(planned: Plan, settings: Settings, where: Runner) -> Iterator[Outcome]:
    """Do every shard without Prefect, each in a thread that waits for its child process."""

    def do(number: int) -> Outcome:
        work = Work(planned.shard(number), number)
        try:
            return runner.do(settings, work, where.kind)
        except isolation.ShardLost as problem:
            return str(problem)

    # The last shards are the longest: they go first.
    with ThreadPoolExecutor(where.width) as threads:
        try:
            yield from threads.map(do, reversed(range(len(planned.offsets))))
        finally:
            isolation.CHILDREN.close()


def _begun(wanted: Settings, sites: str, started: datetime) -> Settings:
    folder = storage.Folder(wanted.out)
    name = f"{started:%Y%m%dT%H%M%S.%f}-{token_hex(2)}"
    known = Profiles.of_folder(sites, started.date())
    snapshot = known.freeze(folder, f"runs/{name}/{SNAPSHOT}")
    return replace(wanted, run=name, out=folder.url, sites=snapshot, sites_digest=known.digest())


def _added_up(planned: Plan, outcomes: Iterable[Outcome]) -> tuple[Tally, list[str]]:
    total, lost, watch = Tally(skipped=planned.done), list[str](), WATCH.get()
    watch(len(planned.offsets), Tally())
    for outcome in outcomes:
        if isinstance(outcome, Tally):
            total.add(outcome)
            watch(len(planned.offsets), outcome)
        else:
            lost.append(outcome)
    return total, lost
