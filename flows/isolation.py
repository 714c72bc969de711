"""A document that hangs, exhausts memory or crashes the process costs that document only.

Shards are done in child processes that stay from shard to shard. A child is stopped by the kernel
when a document costs too much, and by the death of its parent; whoever watches it starts another,
has the documents it was at tried one at a time, and condemns the one that does it again.
"""

import json
import os
import queue
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import flows
from flows.settings import Settings
from flows.shard_work import Doing, Work
from flows.summary import Tally

# A child that is killed from outside (SIGKILL: the kernel short of memory, or an operator) may be
# innocent; it is given one more trial than one that did it to itself.
TRIALS = 2
OUTSIDE = signal.SIGKILL
# Deaths of one shard after which something else is wrong than a document.
MAX_DEATHS = 200
REASONS = {
    signal.SIGPROF: "took more processor time than a document may",
    signal.SIGALRM: "took longer than a document may",
    signal.SIGKILL: "was killed, twice; most likely the machine ran out of memory",
    signal.SIGSEGV: "crashed the process (segmentation fault)",
    signal.SIGABRT: "crashed the process (abort)",
}


@dataclass(frozen=True, slots=True)
class Death:
    """How a child ended before its work, and what it was at."""

    code: int
    at: Doing
    parts: tuple[str, ...] = ()
    on_trial: bool = False

    @property
    def reason(self) -> str:
        """Why, in words for the record of a document."""
        if self.code < 0:
            number = signal.Signals(-self.code)
            return REASONS.get(number, f"crashed the process ({number.name})")
        return f"ended the process (exit code {self.code})"


class ShardLost(Exception):
    """A shard that cannot be done for reasons beyond its documents."""


class Child:
    """A process that does shards, one after another."""

    def __init__(self, settings: Settings) -> None:
        lifeline, self._lifeline = os.pipe()
        root = str(Path(flows.__file__).parent.parent)
        paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "flows.child", str(lifeline), str(settings.limits.memory_mb)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=[lifeline],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )
        os.close(lifeline)

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def do(self, settings: Settings, work: Work) -> Tally | Death:
        """A shard done; or how the child died of it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        at, parts = Doing("read", 0, 0), []
        with suppress(BrokenPipeError, ValueError):  # it died while it was told, or told something
            self._process.stdin.write(f"{settings.as_text()}\n{work.as_text()}\n".encode())
            self._process.stdin.flush()
            for line in self._process.stdout:
                match json.loads(line):
                    case ["doing", what, first, last]:
                        at = Doing(what, first, last)
                    case ["part", name]:
                        parts.append(name)
                    case ["done", counts]:
                        return Tally.of_json(counts)
                    case ["error", problem]:
                        raise ShardLost(problem)
        on_trial = work.suspects is not None and work.suspects[0] <= at.first <= work.suspects[1]
        return Death(self._process.wait(), at, tuple(parts), on_trial)

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        os.close(self._lifeline)


class Children:
    """The children of this process that are free; there are never more than shards at a time."""

    def __init__(self) -> None:
        self._free: queue.LifoQueue[Child] = queue.LifoQueue()

    def take(self, settings: Settings) -> Child:
        """A free child, or a new one."""
        try:
            return self._free.get_nowait()
        except queue.Empty:
            return Child(settings)

    def give_back(self, child: Child) -> None:
        """Let the next shard have this child."""
        self._free.put(child)

    def close(self) -> None:
        """End all that are free."""
        while not self._free.empty():
            self._free.get_nowait().close()


CHILDREN = Children()


def do(settings: Settings, work: Work) -> Tally:
    """A shard done in a child, whatever its documents do to it.

    Raises:
        ShardLost: children die of something that no document explains.
    """
    deaths: list[Death] = []
    while len(deaths) < MAX_DEATHS:
        child = CHILDREN.take(settings)
        try:
            outcome = child.do(settings, work)
        except BaseException:
            child.close()
            raise
        if isinstance(outcome, Tally):
            CHILDREN.give_back(child)
            outcome.crashes = len(deaths)
            return outcome
        child.close()
        deaths.append(outcome)
        work = _after(work, deaths)
    raise ShardLost(f"shard {work.number}: {len(deaths)} processes died of it, last: {deaths[-1]}")


def _after(work: Work, deaths: list[Death]) -> Work:
    """The work as it is tried again after the last of these deaths."""
    death = deaths[-1]
    again = replace(
        work,
        shard=replace(work.shard, receipts=(*work.shard.receipts, *death.parts)),
        attempt=work.attempt + 1,
    )
    before = sum(other.at == death.at and other.on_trial == death.on_trial for other in deaths)
    what, first, last = death.at
    if what == "read":
        given_up = ((first, death.reason),) if before > TRIALS else ()
        return replace(again, unreadable=(*work.unreadable, *given_up))
    if not death.on_trial:
        return replace(again, suspects=(first, last))
    trials = TRIALS if -death.code == OUTSIDE else 1
    given_up = ((first, death.reason),) if before >= trials else ()
    return replace(again, condemned=(*work.condemned, *given_up))
