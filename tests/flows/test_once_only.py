"""Runs over the same folder of results."""

import json
import os

import pytest

from benchmarks.invented import story
from cleaners import clean
from flows import plan
from flows.ledger_store import Busy, Replaced, Store
from flows.settings import Settings
from flows.shard_work import ShardWork, Work
from flows.storage import Folder
from tests.flows.running import ids, results, run
from tests.flows.writing import jsonl, rows


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "many.jsonl").write_bytes(jsonl(40))
    for number in range(5):
        (folder / f"{number}.txt").write_text(story(100 + number))
    return folder


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


@pytest.mark.parametrize("sink", ["jsonl", "parquet"])
def test_every_document_is_there_once_with_its_body(source, out, sink):
    run(source, out, sink=sink)
    assert set(ids(out).values()) == {1}
    bodies = {row["id"]: row["body"] for row in results(out)}
    assert len(bodies) == 45
    assert bodies["s7"] == clean(story(7, 4)).body


def test_texts_are_files_named_by_their_ids(source, out):
    run(source, out, sink="text")
    (text,) = (out / "texts").glob("*/3.txt")
    assert text.read_text() == clean(story(103)).body + "\n"
    assert len(list((out / "texts").rglob("*.txt"))) == 45


def test_texts_of_the_same_name_from_two_sources_stay_two(tmp_path, out):
    for number, name in enumerate(("morning", "evening")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "lead.txt").write_text(story(number))
        run(tmp_path / name, out, sink="text")
    texts = {path.read_text() for path in (out / "texts").rglob("lead.txt")}
    assert texts == {clean(story(0)).body + "\n", clean(story(1)).body + "\n"}


def test_texts_of_rows_of_the_same_id_in_two_files_stay_two(tmp_path, out):
    (tmp_path / "in").mkdir()
    for number in range(2):
        (tmp_path / "in" / f"{number}.jsonl").write_bytes(jsonl(1))
    run(tmp_path / "in", out, sink="text")
    assert len(list((out / "texts").rglob("*.txt"))) == 2


def test_a_second_run_does_nothing(source, out):
    run(source, out)
    before = sorted(out.rglob("*.jsonl"))
    again = run(source, out)
    assert (again.documents, again.skipped) == (0, 45)
    assert [p for p in before if "runs" not in p.parts] == [
        p for p in sorted(out.rglob("*.jsonl")) if "runs" not in p.parts
    ]


def test_a_file_that_was_only_touched_is_read_and_not_done_again(source, out):
    run(source, out)
    os.utime(source / "many.jsonl", (1, 1))
    again = run(source, out)
    assert (again.documents, again.skipped, again.replaced) == (0, 45, 0)
    assert run(source, out).skipped == 45


def test_a_changed_document_is_done_again_and_takes_the_place_of_the_old(source, out):
    run(source, out)
    changed = [dict(row) for row in rows(41)]
    changed[7]["text"] = "The vote was called off on Friday."
    (source / "many.jsonl").write_text("".join(json.dumps(row) + "\n" for row in changed))
    again = run(source, out)
    assert (again.documents, again.skipped, again.replaced) == (2, 44, 1)
    bodies = {row["id"]: row["body"] for row in results(out)}
    assert bodies["s7"] == "The vote was called off on Friday."
    assert set(ids(out).values()) == {1}
    assert len(bodies) == 46


@pytest.mark.parametrize("sink", ["jsonl", "parquet", "text"])
def test_another_policy_does_all_again(source, out, sink):
    run(source, out, sink=sink)
    again = run(source, out, sink=sink, policy="caption=keep")
    assert (again.documents, again.replaced) == (45, 45)
    assert set(ids(out).values()) == {1}
    assert len(ids(out)) == 45


def test_what_vanished_from_the_source_stays(source, out):
    run(source, out)
    (source / "1.txt").unlink()
    (source / "many.jsonl").write_bytes(jsonl(3))
    run(source, out)
    assert len(ids(out)) == 45


def test_the_same_row_twice_is_one_document_and_the_same_id_twice_is_two(source, out):
    lines = jsonl(2) + jsonl(1) + b'{"id": "s1", "text": "Another story of that id."}\n'
    (source / "many.jsonl").write_bytes(lines)
    run(source, out)
    assert ids(out)["s0"] == 1
    assert ids(out)["s1"] == 2
    assert run(source, out).documents == 0


def test_an_unfinished_part_is_swept_away(source, out):
    run(source, out)
    (out / "bodies/half.jsonl").write_text("{}\n")
    (out / "bodies/more.jsonl.unfinished").write_text("{")
    run(source, out)
    assert not list((out / "bodies").glob("half*")) + list((out / "bodies").glob("more*"))
    assert len(ids(out)) == 45


def test_a_receipt_without_its_part_does_not_count(source, out):
    run(source, out)
    for file in (out / "bodies").glob("*"):
        file.unlink()
    assert run(source, out).documents == 45


def test_a_run_that_stopped_in_the_middle_is_continued(source, out, monkeypatch):
    monkeypatch.setattr("flows.shards.SMALL_SHARD_SECONDS", 0.001)
    first = run(source, out, only=2)
    assert 0 < first.documents < 45
    second = run(source, out)
    assert first.documents + second.documents == 45
    assert set(ids(out).values()) == {1}


def test_two_runs_cannot_write_at_once(source, out):
    store = Store(Folder(str(out)))
    with store.owned("one"), pytest.raises(Busy, match="another run"), store.owned("two"):
        pass


def test_a_run_that_was_replaced_commits_nothing(source, out):
    settings = Settings("old", str(out))
    store = Store(Folder(str(out)))
    with store.owned("old"):
        planned = plan.make(str(source), settings, workers=1)
    store.take_over("new")
    with pytest.raises(Replaced):
        ShardWork(settings, Work(planned.shard(0), 0)).run()
    assert store.names() == ()


def test_bad_documents_are_in_quarantine_with_their_raw_text(source, out):
    (source / "picture.txt").write_bytes(bytes(range(32)) * 10)
    tally = run(source, out)
    assert tally.statuses["failed"] == 1
    (line,) = [line for file in (out / "quarantine").glob("*") for line in file.open()]
    row = json.loads(line)
    assert row["id"] == "picture.txt"
    assert "not text" in row["problem"]
    assert row["text"].startswith("\x00\x01")
