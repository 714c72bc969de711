"""Kill runs at random moments and see that nothing is lost and nothing is done twice.

    python -m benchmarks.kills --bare --documents 5000 --kills 50 --folder /tmp/kills

With a server, a worker and a deployment: `benchmarks.served_kills`.

Each kill is a SIGKILL to the flow, to one of its children, or to all of them, at a random moment;
the next run continues. Whenever a run ends by itself its results are held against an undisturbed
run, the folder is emptied, and it starts over.
"""

import argparse
import gzip
import json
import os
import random
import shutil
import signal
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

from benchmarks.invented import story

WIDTH = 2
# Short shards, so that a kill falls between some that are done and some that are not.
SHARD_SECONDS = 0.3
# Short documents: what is tried here is the bookkeeping.
PARAGRAPHS = 3
VICTIMS = ("flow", "child", "all")


def main() -> None:
    """Kill as often as was asked, and say what came of it."""
    options = _options()
    random.seed(options.seed)
    folder = Path(options.folder)
    source = write_corpus(folder / "in", options.documents)
    calm = folder / "calm"
    while start(source, calm, options).wait() != 0:
        pass
    wanted = bodies(calm)
    assert len(wanted) == options.documents, len(wanted)
    kills: Counter[str] = Counter()
    rounds = 0
    while kills.total() < options.kills or rounds == 0:
        out = folder / f"round{rounds}"
        shutil.rmtree(out, ignore_errors=True)
        disturb(source, out, options, kills)
        assert bodies(out) == wanted, f"{out} differs from the undisturbed run"
        rounds += 1
        print(f"round {rounds}: exact, after {dict(kills)} kills", flush=True)


def disturb(source: Path, out: Path, options: argparse.Namespace, kills: Counter[str]) -> None:
    """Run until a run ends by itself, killing on the way."""
    while True:
        process = start(source, out, options)
        enough = kills.total() >= options.kills
        if (process.wait() if enough else kill_some(process, kills, options.wait)) == 0:
            return


def kill_some(process: "subprocess.Popen[bytes]", kills: Counter[str], wait: float) -> int:
    """Send kills until the run ends; its exit code."""
    while True:
        with suppress(subprocess.TimeoutExpired):
            return process.wait(random.uniform(0, wait))
        victim = random.choice(VICTIMS)
        children = cleaning_children_of(process.pid)
        if victim != "flow" and not children:
            continue
        kills[victim] += 1
        print(f"kill {kills.total()}: {victim}", flush=True)
        chosen = children if victim == "all" else random.sample(children, min(1, len(children)))
        for pid in chosen if victim != "flow" else ():
            kill(pid)
        if victim != "child":
            kill(process.pid)


def start(source: Path, out: Path, options: argparse.Namespace) -> "subprocess.Popen[bytes]":
    """A run of its own, in a session of its own."""
    command = [sys.executable, "-m", "flows.command", str(source), str(out)]
    command += ["--workers", str(WIDTH), "--shard-seconds", str(SHARD_SECONDS)]
    if options.bare:
        command.append("--bare")
    log = (Path(options.folder) / "log").open("ab")
    return subprocess.Popen([*command, *options.arguments], stdout=log, stderr=log)


def bodies(out: Path) -> dict[str, str]:
    """The body of each document; a document that is there twice is an error."""
    rows = [json.loads(line) for file in (out / "bodies").glob("*") for line in file.open()]
    found = {row["id"]: row["body"] for row in rows}
    assert len(found) == len(rows), f"{len(rows) - len(found)} documents are there twice"
    return found


def write_corpus(folder: Path, documents: int) -> Path:
    """Half of the documents as files, half as lines of two JSONL files, one of them packed."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    half, quarter = documents // 2, documents // 4
    for number in range(half):
        (folder / f"{number:06}.txt").write_text(story(number, PARAGRAPHS))
    lines = [
        json.dumps({"id": str(n), "text": story(n, PARAGRAPHS)}) + "\n"
        for n in range(half, documents)
    ]
    (folder / "lines.jsonl").write_text("".join(lines[:quarter]))
    (folder / "packed.jsonl.gz").write_bytes(gzip.compress("".join(lines[quarter:]).encode()))
    return folder


def cleaning_children_of(pid: int) -> list[int]:
    """The processes that a process started to clean, whatever others it started."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(c) for task in tasks for c in (task / "children").read_text().split()]
    except FileNotFoundError:
        return []
    return [child for child in children if b"flows.child" in _command_of(child)]


def _command_of(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


def kill(pid: int) -> None:
    """SIGKILL, if it is still there."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--wait", type=float, default=40, help="at most so long between kills")
    parser.add_argument("--bare", action="store_true", help="without Prefect's part of the flow")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", default="/tmp/kills")
    parser.add_argument("arguments", nargs="*", help="for the flow, after --")
    return parser.parse_args()


if __name__ == "__main__":
    main()
