"""A child process that does shards: `python -m flows.child`; who watches it is `flows.isolation`.

It must not import Prefect: it starts in a fraction of a second.
"""

import fcntl
import gc
import json
import os
import resource
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from cleaners import clean
from flows.settings import Limits, Settings
from flows.shard_work import Doing, ShardWork, Work

# Processor seconds allowed for each megabyte beyond the first, and how many times as long as its
# processor time a document may take on a busy machine.
SECONDS_A_MEGABYTE = 2.0
PATIENCE = float(os.environ.get("CLEANCOPY_PATIENCE", "10"))
MEGABYTE = 2**20
WARM_UP = "Rain fell on Monday, and the river rose.\n\nIt was gone by noon, the council said."


def main() -> None:
    """Do the shards that come in on standard input until the parent is gone."""
    lifeline = int(sys.argv[1])
    _die_with_parent(lifeline)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Whatever a library prints must not look like an answer.
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    # Word lists and models are loaded before the first document is timed.
    clean(WARM_UP)
    # They stay for good; looking them through for garbage again was a fiftieth of the time.
    gc.freeze()
    orders = sys.stdin
    for line in orders:
        settings, work = Settings.of_text(line), Work.of_text(orders.readline())
        _limit_memory(settings.limits)
        _answer(answers, *_done(settings, work, answers))


def _done(settings: Settings, work: Work, answers: TextIO) -> tuple[str, object]:
    def tell(told: Doing | str) -> None:
        _answer(answers, *(("doing", *told) if isinstance(told, Doing) else ("part", told)))

    @contextmanager
    def guard(size: int) -> Iterator[None]:
        seconds = settings.limits.seconds + SECONDS_A_MEGABYTE * size / MEGABYTE
        # Both signals end the process where it stands, even inside a library.
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, seconds * PATIENCE)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.setitimer(signal.ITIMER_REAL, 0)

    try:
        return "done", ShardWork(settings, work, tell, guard).run().as_json()
    except Exception as problem:
        # Nothing a document did (those are caught where they are cleaned): the parent must know.
        traceback.print_exc()
        return "error", f"{type(problem).__name__}: {problem}"


def _answer(answers: TextIO, *words: object) -> None:
    answers.write(json.dumps(words) + "\n")


def _die_with_parent(lifeline: int) -> None:
    """Have the kernel end this process when the parent's end of a pipe is closed, whatever it is
    doing then.
    """
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    os.set_blocking(lifeline, False)
    if _closed(lifeline):
        os._exit(1)


def _closed(lifeline: int) -> bool:
    try:
        return os.read(lifeline, 1) == b""
    except BlockingIOError:
        return False


def _limit_memory(limits: Limits) -> None:
    pages = Path("/proc/self/statm")
    if not pages.exists():  # no such limit outside Linux
        return
    used = int(pages.read_text().split()[0]) * resource.getpagesize()
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (used + limits.memory_mb * MEGABYTE, hard))


if __name__ == "__main__":
    main()
