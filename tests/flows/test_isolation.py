"""A document that hangs, exhausts memory or crashes the process costs that document only."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.kills import cleaning_children_of
from flows import isolation, plan
from flows.isolation import Child
from flows.ledger_store import Store
from flows.settings import Limits, Settings
from flows.shard_work import Work
from flows.storage import Folder
from flows.summary import Tally
from tests.flows import offenders
from tests.flows.writing import rows

QUICK = Limits(seconds=0.5, memory_mb=512)


@pytest.fixture(autouse=True)
def _no_child_stays():
    yield
    isolation.CHILDREN.close()


def run(tmp_path: Path, offence: str | None, **changes: object) -> Tally:
    """Clean 150 stories in a child, one of them an offender."""
    lines = [dict(row) for row in rows(150)]
    if offence:
        lines[70] = {"id": "offender", "text": offence}
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    settings = Settings(
        "run", str(tmp_path / "out"), limits=QUICK, cleaner="tests.flows.offenders:clean_many"
    )
    settings = replace(settings, **changes)
    with Store(Folder(settings.out)).owned("run"):
        planned = plan.make(str(tmp_path / "in.jsonl"), settings, workers=1)
        return isolation.do(settings, Work(planned.shard(0), 0))


def read(folder: Path) -> list[dict]:
    return [json.loads(line) for file in sorted(folder.glob("*")) for line in file.open()]


@pytest.mark.parametrize(
    ("offence", "problem"),
    [
        (offenders.HANGS, "took more processor time than a document may"),
        (offenders.CRASHES, "segmentation fault"),
        (offenders.ABORTS, "crashed the process (abort)"),
        (offenders.EXITS, "exit code 7"),
        (offenders.HOGS, "MemoryError"),
        (offenders.RAISES, "RuntimeError: no such site"),
    ],
    ids=["hangs", "crashes", "aborts", "exits", "hogs", "raises"],
)
def test_an_offender_costs_itself_only(tmp_path, offence, problem):
    run(tmp_path, offence)
    read_back = read(tmp_path / "out/bodies")
    assert sorted(row["id"] for row in read_back if row["status"] != "failed") == sorted(
        row["id"] for n, row in enumerate(rows(150)) if n != 70
    )
    assert [row["id"] for row in read_back if row["status"] == "failed"] == ["offender"]
    (quarantined,) = read(tmp_path / "out/quarantine")
    assert problem in quarantined["problem"]
    assert quarantined["text"] == offence


def test_a_document_that_waits_for_ever_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setenv("CLEANCOPY_PATIENCE", "8")
    run(tmp_path, offenders.SLEEPS)
    (quarantined,) = read(tmp_path / "out/quarantine")
    assert "took longer than a document may" in quarantined["problem"]


def test_a_child_killed_from_outside_costs_no_document(tmp_path):
    def kill() -> None:
        for _ in range(500):
            child = cleaning_children_of(os.getpid())
            if child:
                time.sleep(0.5)
                os.kill(child[0], signal.SIGKILL)
                return
            time.sleep(0.01)

    killer = threading.Thread(target=kill)
    killer.start()
    tally = run(tmp_path, None)
    killer.join()
    assert tally.statuses.keys() <= {"clean", "unchanged"}
    assert sorted(row["id"] for row in read(tmp_path / "out/bodies")) == sorted(
        row["id"] for row in rows(150)
    )


def test_children_die_with_their_parent_whatever_they_do(tmp_path):
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    time.sleep(1.5)  # the child is in its regular expression by now, which holds every lock
    assert is_running(child)
    parent.kill()
    parent.wait()
    deadline = time.monotonic() + 30  # a crowded machine is slow to end anything
    while is_running(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_running(child)


PARENT = """
import sys, pathlib, threading
from flows.isolation import Child
from flows.settings import Limits, Settings
from tests.flows import test_isolation as t
made = t.Child.__init__
def told(self, settings):
    made(self, settings); print(self.pid, flush=True)
t.Child.__init__ = told
t.run(pathlib.Path(sys.argv[1]), t.offenders.HANGS, limits=Limits(seconds=600))
"""


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_child_serves_shard_after_shard(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        run(tmp_path / name, None)
    child: Child = isolation.CHILDREN.take(Settings("run", str(tmp_path)))
    assert len(cleaning_children_of(os.getpid())) == 1
    child.close()
