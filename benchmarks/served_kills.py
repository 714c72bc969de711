"""Kill deployed runs at random moments, and see that each document is there once and as it should
be: a real Prefect server, a real worker, the deployment `clean-archive`.

    python -m benchmarks.served_kills --documents 5000 --kills 50 --folder /tmp/served-kills

Each kill is a SIGKILL to the flow's process, to a process that does shards, to the worker, or to
the worker and the flow together; then the run is left to Prefect: a crashed one is started again,
as a person or the next schedule would. What two processes killed together leave behind is freed by
`automations.yaml`, whose time is measured. Whenever a run completes its results are held against
those of an undisturbed run.
"""

import argparse
import json
import os
import random
import shutil
import signal
import socket
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import Popen
from urllib.error import URLError
from urllib.request import Request, urlopen

from benchmarks.kills import SHARD_SECONDS, bodies, cleaning_children_of, kill, write_corpus
from flows import serve

DEPLOYMENT = "clean-articles/clean-archive"
# A worker that is killed leaves a run that only time frees, a minute and a half later: one in six.
VICTIMS = {"flow": 8, "child": 8, "worker": 2, "worker and flow": 1}
# Most kills fall on a run that is at work.
SHARE_BEFORE_IT_BEGINS = 0.1
DEAD = ("CRASHED", "FAILED", "CANCELLED")
SECONDS_BETWEEN_LOOKS = 0.25
# A worker starts the first, which becomes the second.
FLOW_COMMANDS = (b"prefect.runner._workspace_supervisor", b"prefect.engine")


@dataclass(slots=True)
class Served:
    """A server, and a worker that can be killed and is started again."""

    url: str
    environment: dict[str, str]
    log: Path
    workers: ExitStack = field(default_factory=ExitStack)
    worker: "Popen[bytes] | None" = None

    def hire(self) -> None:
        """Start a worker."""
        running = serve.running(serve.worker(2), self.environment, self.log)
        self.worker = self.workers.enter_context(running)

    def ask(self, path: str, body: object = None) -> dict[str, object]:
        """What the server answers; it is asked again while it is busy."""
        data = None if body is None else json.dumps(body).encode()
        request = Request(f"{self.url}/api{path}", data, {"Content-Type": "application/json"})
        for patience in (1, 2, 4, 8, 16):
            try:
                with urlopen(request, timeout=30) as answer:
                    told: dict[str, object] = json.loads(answer.read() or b"{}")
                    return told
            except (URLError, TimeoutError):
                time.sleep(patience)
        raise TimeoutError(f"{path}: no answer")

    def start(self, source: Path, out: Path) -> str:
        """A run of the deployment; its id."""
        deployment = self.ask(f"/deployments/name/{DEPLOYMENT}")
        where = {"kind": "process", "workers": 2, "shard_seconds": SHARD_SECONDS}
        wanted = {"source": str(source), "out": str(out), "sink": "jsonl", "where": where}
        body = {"parameters": wanted, "state": {"type": "SCHEDULED"}}
        return str(self.ask(f"/deployments/{deployment['id']}/create_flow_run", body)["id"])

    def state(self, run: str) -> str:
        """The state of a run."""
        return str(self.ask(f"/flow_runs/{run}")["state_type"])

    def victims(self) -> tuple[list[int], list[int]]:
        """The processes of the flow, and those that do its shards."""
        flows = flow_processes(self.environment["CLEANCOPY_KILLS"])
        return flows, [child for flow in flows for child in cleaning_children_of(flow)]


def flow_processes(mark: str) -> list[int]:
    """The processes of flows that were started for this trial, whoever is their parent now."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            command = (folder / "cmdline").read_bytes()
            ours = f"CLEANCOPY_KILLS={mark}\0".encode() in (folder / "environ").read_bytes()
            if ours and any(words in command for words in FLOW_COMMANDS):
                found.append(int(folder.name))
    return found


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """A server with all deployments, and a worker."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    os.environ["PREFECT_HOME"] = str(folder / "prefect")
    os.environ["PREFECT_WORKER_QUERY_SECONDS"] = "1"
    # Marks the processes of this trial, so that no other is ever killed.
    os.environ["CLEANCOPY_KILLS"] = f"{os.getpid()}"
    url = f"http://127.0.0.1:{port}"
    environment = serve.settings("127.0.0.1", port)
    server = ("prefect", "server", "start", *serve.at("127.0.0.1", port), "--no-ui")
    with serve.running(server, environment, folder):
        serve.wait_for(f"{url}/api/health")
        serve.set_up(environment)
        known = Served(url, environment, folder)
        # Nothing else is to run meanwhile.
        inbox = known.ask("/deployments/name/clean-articles/clean-inbox")
        known.ask(f"/deployments/{inbox['id']}/pause_deployment", {})
        with known.workers:
            known.hire()
            yield known


def finish(known: Served, source: Path, out: Path) -> None:
    """Run until one completes."""
    while True:
        run = known.start(source, out)
        while (state := known.state(run)) not in (*DEAD, "COMPLETED"):
            time.sleep(SECONDS_BETWEEN_LOOKS)
        if state == "COMPLETED":
            return


def disturb(known: Served, source: Path, out: Path, kills: Counter[str], trial: "Trial") -> None:
    """Run until one completes, killing on the way."""
    run, due = known.start(source, out), trial.due()
    early = random.random() < SHARE_BEFORE_IT_BEGINS
    while (state := known.state(run)) != "COMPLETED":
        time.sleep(SECONDS_BETWEEN_LOOKS)
        if state in DEAD:
            run, due = known.start(source, out), trial.due()
            early = random.random() < SHARE_BEFORE_IT_BEGINS
        elif state != "RUNNING" and not early:
            due = trial.due()
        elif time.monotonic() > due and kills.total() < trial.kills:
            strike(known, run, kills, trial)
            due = trial.due()


@dataclass(slots=True)
class Trial:
    """How much is killed, and how long runs whose worker died with them held their place."""

    kills: int
    wait: float
    freed: list[float] = field(default_factory=list)

    def due(self) -> float:
        """When something is killed next."""
        return time.monotonic() + random.uniform(0, self.wait)


def strike(known: Served, run: str, kills: Counter[str], trial: Trial) -> None:
    """Kill something of a run, if there is anything."""
    flows, children = known.victims()
    (victim,) = random.choices(list(VICTIMS), list(VICTIMS.values()))
    if not flows or (victim == "child" and not children):
        return
    kills[victim] += 1
    print(f"kill {kills.total()}: {victim}, of a run that was {known.state(run)}", flush=True)
    assert known.worker is not None
    if "worker" in victim:
        kill(known.worker.pid)
    for pid in [random.choice(children)] if victim == "child" else []:
        kill(pid)
    for pid in flows if "flow" in victim else []:
        kill(pid)
    if "worker" in victim:
        known.hire()
        trial.freed.append(seconds_until_freed(known, run))
        print(f"  {known.state(run)} after {trial.freed[-1]:.0f} s", flush=True)


def seconds_until_freed(known: Served, run: str) -> float:
    """How long a run whose worker died with it holds its place."""
    started = time.monotonic()
    while known.state(run) not in (*DEAD, "COMPLETED"):
        time.sleep(1)
    return time.monotonic() - started


def main() -> None:
    """Kill as often as was asked, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--wait", type=float, default=12, help="at most so long between kills")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=Path("/tmp/served-kills"))
    wanted = parser.parse_args()
    random.seed(wanted.seed)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    source = write_corpus(wanted.folder / "in", wanted.documents)
    trial, kills, rounds = Trial(wanted.kills, wanted.wait), Counter[str](), 0
    with served(wanted.folder) as known:
        finish(known, source, fresh(wanted.folder / "calm"))
        calm = bodies(wanted.folder / "calm")
        assert len(calm) == wanted.documents, len(calm)
        while kills.total() < wanted.kills or not rounds:
            out = fresh(wanted.folder / f"round{rounds}")
            disturb(known, source, out, kills, trial)
            assert bodies(out) == calm, f"{out} differs from the undisturbed run"
            rounds += 1
            print(f"round {rounds}: exact, after {dict(kills)} kills", flush=True)
    print(f"{kills.total()} kills in {rounds} rounds, each exact: {dict(kills)}")
    if trial.freed:
        fast, slow = min(trial.freed), max(trial.freed)
        print(f"places freed by the automations after {fast:.0f} to {slow:.0f} s")


def fresh(folder: Path) -> Path:
    """A folder that is not there yet."""
    shutil.rmtree(folder, ignore_errors=True)
    return folder


if __name__ == "__main__":
    main()
