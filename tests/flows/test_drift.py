"""The drift report over a folder of finished runs, without a server."""

import json
from datetime import date, timedelta

import pytest

from flows import drift, history, past_days
from flows.ledger_store import Receipt, Store
from flows.storage import Folder

START = date(2026, 10, 1)
DAYS = 12


def put_run(folder: Folder, day: date, site: str, removed: int) -> None:
    """A finished run of some documents of one site, each with so many words removed."""
    run = f"{day:%Y%m%d}T060000-{site[:4]}"
    ids = [f"{site or 'mixed'}/{day}-{n}.txt" for n in range(10)]
    bodies = [
        {"id": id_, "origin": "in", "site": site, "status": "clean", "quality": 0.9,
         "words": 300, "words_read": 300 + removed, "published": None}
        for id_ in ids
    ]  # fmt: skip
    lines = {"line": 1, "text": "word " * removed, "category": "related"}
    ledgers = [{"id": id_, "origin": "in", "removed": [lines]} for id_ in ids]
    files = []
    for name, rows in (("bodies", bodies), ("ledger", ledgers)):
        files.append(f"{name}/{run}.jsonl")
        folder.put_text("".join(json.dumps(row) + "\n" for row in rows), files[-1])
    store = Store(folder)
    folder.put_text(run, "runs/current")
    store.commit(Receipt(f"{run}-00000-00000.json", "v", run, {}, tuple(files)))


@pytest.fixture
def folder(tmp_path):
    found = Folder(str(tmp_path))
    for place in range(DAYS):
        day = START + timedelta(days=place)
        put_run(found, day, "calm.example", 40)
        put_run(found, day, "wild.example", 40 if place < DAYS - 1 else 160)
    return found


def measured(folder, until=START + timedelta(days=DAYS)):
    return drift.measure.fn(folder.url, until, "run")


def test_a_site_that_changed_is_named_on_the_day_it_did(folder):
    days = measured(folder)
    (found,) = history.drifts(days)
    said = drift.report([found], days)
    assert "**1 of 2 sites** are unlike their history" in said
    assert "## wild.example, today" in said
    assert "words removed from a page 160, usually 40" in said


def test_the_event_says_what_moved(folder):
    (found,) = history.drifts(measured(folder))
    told = drift.payload(found)
    assert (told["site"], told["day"]) == ("wild.example", "2026-10-12")
    assert "words removed from a page as related 160, usually 40" in told["what"]


def test_runs_of_later_days_are_not_read(folder):
    days = measured(folder, until=START + timedelta(days=DAYS - 2))
    assert history.drifts(days) == []
    assert max(each.day for each in days) == START + timedelta(days=DAYS - 2)


def test_a_folder_without_runs_gives_a_report_too(tmp_path):
    assert "0 of 0 sites" in drift.report([], measured(Folder(str(tmp_path))))


def test_a_site_that_is_new_is_said_to_be_so(folder):
    put_run(folder, START, "young.example", 40)
    said = drift.report([], measured(folder))
    assert "1 are not judged yet" in said
    assert said.rstrip().endswith("young.example")


def test_documents_of_no_site_are_no_site(folder):
    put_run(folder, START, "", 40)
    assert {each.site for each in measured(folder)} == {"calm.example", "wild.example"}


def test_days_that_are_over_are_read_once_and_outlive_their_documents(folder):
    days = measured(folder)
    for name in folder.names("bodies") | folder.names("ledger") | folder.names("receipts"):
        if "calm" in name and START.strftime("%Y%m%d") in name:
            folder.delete(name)
    assert sorted(map(str, measured(folder))) == sorted(map(str, days))


def test_the_last_day_is_read_again_because_more_may_come(folder):
    last = START + timedelta(days=DAYS - 1)
    measured(folder, until=last)
    put_run(folder, last, "late.example", 40)
    assert "late.example" in {each.site for each in measured(folder, until=last)}


def test_a_kept_day_is_the_day_that_was_measured(folder):
    days = measured(folder)
    kept = past_days.load(folder)
    assert kept[START] == [each for each in days if each.day == START]
