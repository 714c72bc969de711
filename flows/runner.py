"""Where shards are done: in child processes of this one, in this process, or on a Dask cluster."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from flows import isolation
from flows.form import explained
from flows.settings import Settings
from flows.shard_work import ShardWork, Work
from flows.shards import SHARD_SECONDS
from flows.summary import Tally

if TYPE_CHECKING:
    from prefect.task_runners import TaskRunner

Kind = Literal["process", "thread", "dask"]


@dataclass(frozen=True, slots=True)
class Runner:
    """Where and how widely shards are done."""

    kind: Kind = explained(
        "process",
        "process: child processes of this machine. thread: this process, where a document that "
        "hangs or crashes takes the run with it. dask: a cluster.",
    )
    workers: int | None = explained(
        None, "How many at a time; by default one a core. On Dask the cluster decides."
    )
    scheduler: str | None = explained(
        None,
        "The address of a Dask scheduler (tcp://…:8786); without one, dask starts a cluster of "
        "processes of this machine.",
    )
    shard_seconds: float = explained(
        SHARD_SECONDS,
        "About how long one task works. Short tasks lose little when they are killed, and cost "
        "Prefect more.",
    )

    @property
    def width(self) -> int:
        """How many shards are done at a time, as far as is known."""
        return self.workers or len(os.sched_getaffinity(0))


@contextmanager
def opened(runner: Runner, shards: int) -> "Iterator[TaskRunner[Any]]":
    """A Prefect task runner for so many shards.

    A task of the local runners is a thread that waits for its child, which costs Prefect's own
    work once instead of in every process.
    """
    if runner.kind == "dask":
        with _dask(runner) as tasks:
            yield tasks
        return
    from prefect.task_runners import ThreadPoolTaskRunner

    threads: TaskRunner[Any] = ThreadPoolTaskRunner(max_workers=min(runner.width, shards))
    with threads as tasks:
        try:
            yield tasks
        finally:
            isolation.CHILDREN.close()


def do(settings: Settings, work: Work, kind: Kind) -> Tally:
    """A shard, done as its runner wants it done."""
    if kind == "thread":
        return ShardWork(settings, work).run()
    return isolation.do(settings, work)


def _dask(runner: Runner) -> "TaskRunner[Any]":
    from prefect_dask.task_runners import DaskTaskRunner

    if runner.scheduler:
        return DaskTaskRunner(address=runner.scheduler)
    local = {"n_workers": runner.width, "threads_per_worker": 1}
    return DaskTaskRunner(cluster_kwargs=local)
