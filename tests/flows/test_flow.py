"""The flow itself, with a real Prefect server, and on a Dask cluster of two worker processes."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.invented import story
from flows.clean_articles import clean_articles
from flows.runner import Runner
from flows.whole_run import RunFailed
from tests.flows.running import ids, results
from tests.flows.writing import jsonl

pytestmark = pytest.mark.e2e
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "many.jsonl").write_bytes(jsonl(300))
    for number in range(20):
        (folder / f"{number}.txt").write_text(story(1000 + number))
    return folder


@pytest.fixture
def small_shards(monkeypatch):
    monkeypatch.setattr("flows.shards.SMALL_SHARD_SECONDS", 0.02)


def bodies(out: Path) -> dict[str, str]:
    return {row["id"]: row["body"] for row in results(out)}


def test_a_run_cleans_and_a_second_run_skips(prefect_server, source, tmp_path):
    first = clean_articles(str(source), str(tmp_path / "out"))
    assert (first.tally.documents, first.tally.skipped) == (320, 0)
    assert set(ids(tmp_path / "out").values()) == {1}
    second = clean_articles(str(source), str(tmp_path / "out"))
    assert (second.tally.documents, second.tally.skipped, second.shards) == (0, 320, 0)


def test_a_shard_that_is_lost_fails_the_run_after_all_others_are_done(
    prefect_server, source, tmp_path, small_shards
):
    (tmp_path / "out").mkdir()
    (tmp_path / "out/ledger").write_text("in the way of the folder of the ledger")
    with pytest.raises(RunFailed, match="shards failed"):
        clean_articles(str(source), str(tmp_path / "out"), where=Runner("thread"))
    (tmp_path / "out/ledger").unlink()
    assert clean_articles(str(source), str(tmp_path / "out")).tally.documents == 320


def test_dask_gives_the_same_bodies(prefect_server, dask, source, tmp_path, small_shards):
    here, there = tmp_path / "here", tmp_path / "there"
    clean_articles(str(source), str(here), where=Runner("process", workers=1))
    clean_articles(str(source), str(there), where=Runner("dask", workers=2, scheduler=dask))
    assert bodies(there) == bodies(here)
    assert set(ids(there).values()) == {1}


@pytest.fixture(scope="module")
def dask(tmp_path_factory) -> Iterator[str]:
    """The address of a scheduler with two workers, each a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    host, port = address.split(":")
    scratch = tmp_path_factory.mktemp("dask")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    worker = ["worker", f"tcp://{address}", "--nthreads", "1", "--no-dashboard"]
    commands = [
        ["scheduler", "--host", host, "--port", port, "--no-dashboard", "--no-show"],
        *([*worker, "--local-directory", str(scratch / name)] for name in "ab"),
    ]
    processes = []
    for command in commands:
        processes.append(
            subprocess.Popen(
                [sys.executable, "-m", "distributed.cli.dask_" + command[0], *command[1:]],
                env=environment,
                stderr=(scratch / "log").open("ab"),
            )
        )
        time.sleep(1)
    yield f"tcp://{address}"
    for process in reversed(processes):
        process.terminate()
    for process in processes:
        process.wait(30)
