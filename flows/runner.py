"""Where shards are done: in child processes of this one, in this process, or on a Dask cluster."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows import isolation
from flows.settings import Settings
from flows.shard_work import ShardWork, Work
from flows.summary import Tally

Kind = Literal["process", "thread", "dask"]


@dataclass(frozen=True, slots=True)
class Runner:
    """Where and how widely shards are done.

    Args:
        kind: "process" cleans in child processes of this machine; "thread" in this process, where a
            document that hangs or crashes takes the run with it; "dask" on a cluster.
        workers: how many at a time; by default one a core. On Dask the cluster decides.
        scheduler: the address of a Dask scheduler (tcp://…:8786); without one, a cluster of
            processes of this machine is started.
    """

    kind: Kind = "process"
    workers: int | None = None
    scheduler: str | None = None

    @property
    def width(self) -> int:
        """How many shards are done at a time, as far as is known."""
        return self.workers or len(os.sched_getaffinity(0))


@contextmanager
def opened(runner: Runner, shards: int) -> Iterator[TaskRunner[Any]]:
    """A Prefect task runner for so many shards.

    A task of the local runners is a thread that waits for its child, which costs Prefect's own
    work once instead of in every process.
    """
    if runner.kind == "dask":
        with _dask(runner) as tasks:
            yield tasks
        return
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


def _dask(runner: Runner) -> TaskRunner[Any]:
    from prefect_dask.task_runners import DaskTaskRunner

    if runner.scheduler:
        return DaskTaskRunner(address=runner.scheduler)
    local = {"n_workers": runner.width, "threads_per_worker": 1}
    return DaskTaskRunner(cluster_kwargs=local)
