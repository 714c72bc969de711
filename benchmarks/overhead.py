"""What a run costs beyond the cleaning itself: time, processors and memory, on invented stories.

    python -m benchmarks.overhead --documents 20000 --folder /tmp/overhead

Cleans the same documents by `clean_many` in one process, by a bare run and by the flow, with one
worker and with two, each in a process of its own. ``seconds`` are the run's own, from its plan to
its summary; ``whole`` is the whole command, with the start of Python, Prefect and its server.
Measure on a machine that does nothing else.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.invented import story

MEGABYTE = 1024
# About as long as news is: 12 paragraphs of three sentences.
PARAGRAPHS = 12


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took; ``megabytes`` are the peak of its largest process."""

    name: str
    seconds: float
    whole: float
    processor: float
    megabytes: float

    def __str__(self) -> str:
        """A row of the table."""
        return (
            f"{self.name:28}{self.seconds:9.1f}{self.whole:9.1f}{self.processor:11.1f}"
            f"{self.megabytes:8.0f}"
        )


def main() -> None:
    """Print a table of what was measured, and the ratios that matter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--folder", type=Path, default=Path("/tmp/overhead"))
    parser.add_argument("--only", nargs="*", help="some of the rows")
    parser.add_argument("--clean", type=Path, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.clean:
        print(json.dumps(clean_all(wanted.clean)))
        return
    source = write(wanted.folder, wanted.documents)
    print(f"{wanted.documents:,} documents, {source.stat().st_size / 2**20:,.0f} MB")
    print(f"{'':28}{'seconds':>9}{'whole':>9}{'processor':>11}{'MB':>8}")
    known: dict[str, Cost] = {}
    for cost in costs(source, wanted.folder, wanted.only):
        known[cost.name] = cost
        print(cost, flush=True)
    compare(known)


def costs(source: Path, folder: Path, only: Sequence[str] | None) -> Iterator[Cost]:
    """What each way of cleaning the documents took."""
    module = [sys.executable, "-m", "benchmarks.overhead", "--clean", str(source)]
    if not only or "clean_many" in only:
        yield measured("clean_many", module, folder)
    for kind, more in (("bare", ["--bare"]), ("flow", [])):
        for workers in (1, 2):
            name = f"{kind}, {workers} worker{'s' if workers > 1 else ''}"
            if only and name not in only:
                continue
            out = folder / "out"
            shutil.rmtree(out, ignore_errors=True)
            run = [sys.executable, "-m", "flows.command", str(source), str(out), *more]
            yield measured(name, [*run, "--workers", str(workers), "--sites", ""], folder)


def measured(name: str, command: Sequence[str], folder: Path) -> Cost:
    """What a command took."""
    begun = time.monotonic()
    with (folder / "printed").open("w+") as printed:
        process = subprocess.Popen(command, stdout=printed)
        _, status, usage = os.wait4(process.pid, 0)
        whole = time.monotonic() - begun
        assert status == 0, name
        printed.seek(0)
        summaries = sorted((folder / "out").glob("runs/*/summary.json"))
        text = printed.read() if name == "clean_many" else summaries[-1].read_text("utf-8")
    seconds = json.loads(text)["seconds"]
    processor = usage.ru_utime + usage.ru_stime
    return Cost(name, seconds, whole, processor, usage.ru_maxrss / MEGABYTE)


def clean_all(source: Path) -> dict[str, float]:
    """Clean every line of a JSONL file and keep nothing."""
    from cleaners import clean, clean_many

    clean(story(0))
    begun = time.monotonic()
    with source.open(encoding="utf-8") as lines:
        for _ in clean_many(json.loads(line)["text"] for line in lines):
            pass
    return {"seconds": time.monotonic() - begun}


def compare(known: dict[str, Cost]) -> None:
    """Print the ratios that matter, as far as their rows were measured."""
    for name, over, under in (
        ("the flow over clean_many", "flow, 1 worker", "clean_many"),
        ("a bare run over clean_many", "bare, 1 worker", "clean_many"),
        ("the flow, one worker to two", "flow, 1 worker", "flow, 2 workers"),
        ("a bare run, one worker to two", "bare, 1 worker", "bare, 2 workers"),
    ):
        if over in known and under in known:
            print(f"{name:32}{known[over].seconds / known[under].seconds:6.2f}")


def write(folder: Path, documents: int) -> Path:
    """The documents as lines of JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{documents}.jsonl"
    if not file.exists():
        with file.open("w", encoding="utf-8") as lines:
            for number in range(documents):
                row = {"id": str(number), "text": story(number, PARAGRAPHS)}
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    return file


if __name__ == "__main__":
    main()
