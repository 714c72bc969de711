"""The summary of a run, and the page beside its results."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from cleaners import Document, clean
from flows import addresses, finished, results, terminal
from flows.ledger_store import Receipt, Store
from flows.records import Record
from flows.report import summary, written
from flows.storage import Folder
from flows.summary import Doubt, RunSummary, Tally

RUN = "20261101T060000-aaaa"
PART = f"{RUN}-00000-00000"
STORY = "Itâ€™s over, the mayor of Saltby told the council on the night of the long vote."


def tally(**known):
    """Counts of three documents of one site."""
    counts = {"documents": 3, "words_read": 300, "words": 210, "clean": 2, "failed": 1}
    told = Tally(
        documents=3,
        statuses=Counter(clean=2, failed=1),
        categories=Counter(related=12),
        quality=Counter({9: 2, 0: 1}),
        sites={"a.example": Counter(counts)},
        words_read=300,
        words=210,
        cpu_seconds=0.5,
        worst=[Doubt(0.0, "in/[b]|*.txt", "failed", PART, "not text")],
    )
    return replace(told, **known)


def run(out="out", **known):
    told = RunSummary(RUN, "in", out, "v1", "2026-11-01T06:00:00", 2.0, 2, 1, tally(), files=3)
    return replace(told, **known)


def looked_at(status, quality):
    row = {"id": "a", "status": status, "quality": quality, "problem": None}
    told = Tally()
    told.count({**row, "site": None, "words_read": 9, "words": 9}, None, PART)
    return bool(told.worst)


def test_a_document_that_is_likely_right_need_not_be_looked_at():
    assert not looked_at("clean", 0.94)
    assert not looked_at("unchanged", 1.0)


@pytest.mark.parametrize(
    ("status", "quality"), [("failed", 0.0), ("empty", 0.0), ("doubtful", 0.95), ("clean", 0.85)]
)
def test_a_document_that_gave_nothing_or_is_likely_wrong_is_to_be_looked_at(status, quality):
    assert looked_at(status, quality)


def test_names_of_files_are_printed_whole(capsys):
    long = "news/[i]of-the-island[/i]/" + "ferry-" * 9 + "sails.txt"
    terminal.show(run(tally=tally(worst=[Doubt(0.1, long, "doubtful", PART)])), None)
    printed = capsys.readouterr().out.replace("\n", "")
    assert long in printed


def test_the_opening_says_what_was_done_and_how_fast():
    said = summary.markdown(run(), None, None)
    assert "**3 documents** cleaned in 2.0 s: 2 a second with 2 workers, 6 a second" in said
    assert "300 words read, **30.0% removed**" in said


def test_the_page_says_when_the_run_was_and_how_many_documents_it_shows():
    head = summary.head(run(), None, "1 to look at, 2 usual ones")
    assert head.about == "1 November 2026, 06:00 UTC · results in out · version v1"
    assert head.chosen == "Documents: 1 to look at, 2 usual ones, of 3"


def test_one_line_says_what_became_of_the_documents():
    assert summary.in_one_line(run()) == "3 documents: 2 clean, 1 failed"
    assert summary.in_one_line(run(tally=Tally())) == "0 documents: nothing new"


def test_a_run_that_found_no_file_says_so():
    assert "Nothing to read" in summary.markdown(run(tally=Tally(), files=0), None, None)


def test_a_run_with_nothing_new_says_so_in_one_line():
    said = summary.markdown(run(tally=Tally(skipped=40)), None, None)
    assert said == "# in\n\nNothing new, 40 were done before. Results: `out`\n"


def test_names_of_files_cannot_break_the_tables_or_become_markup():
    said = summary.markdown(run(), None, None)
    assert "| in/\\[b\\]\\|\\*.txt | failed | 0.00 | not text |" in said


def test_documents_to_look_at_are_linked_where_a_browser_may_follow():
    said = summary.markdown(run(), None, "http://127.0.0.1:4201/r.html")
    assert "](http://127.0.0.1:4201/r.html#document-0)" in said
    assert "/disk/r.html#document-0" not in summary.markdown(run(), None, "/disk/r.html")


def test_a_report_below_the_folder_that_is_shown_has_an_address(monkeypatch):
    monkeypatch.setenv(addresses.RESULTS_URL, "http://127.0.0.1:4201")
    inside = Path("out/inbox/runs/a b/report.html").absolute()
    assert addresses.address(str(inside)) == "http://127.0.0.1:4201/inbox/runs/a%20b/report.html"
    assert addresses.address("/elsewhere/report.html") == "/elsewhere/report.html"


def test_the_page_says_what_changed_since_the_run_before():
    (table,) = [t for t in summary.tables(run(), run()) if t.heading == "Since the run before"]
    assert ("share of words removed", "30.0%", "30.0%") in table.rows


def test_a_log_has_counts_and_no_texts():
    assert str(tally()) == (
        "3 documents (2 clean, 1 failed), 12 lines and 0 parts of lines removed, "
        "0 places repaired, 0.5 s of one core"
    )


def test_what_is_cut_from_a_line_is_removed_and_not_repaired():
    article = clean(f"{STORY} Read more: Nine days without milk")
    row = results.row(("/in/a", "a", "digest"), Record("/in/a", Document("", "a")), article)
    told = Tally()
    told.count(row, article, PART)
    assert (dict(told.cuts), dict(told.edits)) == (
        {"related.hangs": 1},
        {"encoding.mojibake": 1},
    )


def test_bars_are_as_long_as_there_are_documents():
    bars = summary.histogram(tally(quality=Counter({9: 60, 5: 30, 0: 1})))
    assert [bar.count(summary.BAR) for bar in bars] == [30, 0, 0, 0, 15, 0, 0, 0, 0, 1]


def test_what_changed_since_the_run_before_is_named():
    quiet = Counter({"documents": 3, "words_read": 300, "words": 270})
    before = run(version="v0", tally=tally(words=270, sites={"b.example": quiet}))
    said = summary.markdown(run(), before, None)
    assert "- share of words removed: 30.0% (before: 10.0%)" in said
    assert "- the rules, the policy, the libraries or the site profiles changed" in said
    assert "- 1 new sites: a.example" in said
    assert "- 1 sites not met this time: b.example" in said


@pytest.fixture
def out(tmp_path):
    """A folder of results with one part of two documents."""
    folder = Folder(str(tmp_path / "out"))
    records = [
        Record(f"/in/{name}", Document(raw, name), problem)
        for name, raw, problem in (("a.txt", STORY, None), ("b.txt", b"", "not text"))
    ]
    article = clean(STORY)
    keys = [(record.origin, str(record.document.id), "digest") for record in records]
    bodies = [
        results.row(keys[0], records[0], article),
        results.failed_row(keys[1], records[1], "not text"),
    ]
    for name, rows in (("bodies", bodies), ("ledger", [results.ledger(keys[0], article)])):
        folder.put_text("".join(json.dumps(row) + "\n" for row in rows), f"{name}/{PART}.jsonl")
    folder.put_text(RUN, "runs/current")
    files = (f"bodies/{PART}.jsonl", f"ledger/{PART}.jsonl")
    Store(folder).commit(Receipt(f"{PART}.json", "v1", RUN, {}, files))
    return folder


def test_the_page_shows_the_documents_to_look_at_first(out):
    doubts = [Doubt(0.0, "b.txt", "failed", PART, "not text")]
    where = written.write(run(out=out.url, tally=tally(worst=doubts)))
    text = out.read_text(f"runs/{RUN}/report.html")
    assert where == out.join(f"runs/{RUN}/report.html")
    assert text.index("<b>b.txt</b>") < text.index("<b>a.txt</b>")
    assert text.count("<b>b.txt</b>") == 1


def test_a_finished_document_is_shown_with_its_changes(out):
    (document, _) = finished.documents(out, finished.receipts(out))
    (passage,) = finished.shown(document, out).passages
    assert passage.line == 1
    assert "".join(part.text for part in passage.parts) == clean(STORY).body
    assert "encoding.mojibake" in passage.reasons[0]


def test_removed_lines_stand_where_they_stood():
    article = clean("The bridge opened.\n\nIt had been shut for years, said the mayor.")
    key = ("/in/a", "a", "digest")
    row = results.row(key, Record("/in/a", Document("", "a")), article)
    ledger = results.ledger(key, article)
    ledger |= {"kept": [0, 4], "removed": [
        {"line": 2, "text": "Read more", "rule": "related.x", "because": "y", "category": "related"}
    ]}  # fmt: skip
    told = finished.shown(finished.Finished(row, ledger, RUN), Folder("nowhere"))
    assert [(passage.line, passage.kept) for passage in told.passages] == [
        (1, True),
        (3, False),
        (5, True),
    ]


def test_the_run_before_is_of_the_same_source_and_did_something(tmp_path):
    def other(name, **known):
        return run(run=name, **known)

    idle = other("20261030T060000-cccc", tally=Tally())
    elsewhere = other("20261029T060000-dddd", source="elsewhere")
    same = other("20261028T060000-eeee")
    folder = Folder(str(tmp_path))
    for each in (same, elsewhere, idle):
        folder.put_text(json.dumps(each.as_json()), f"runs/{each.run}/summary.json")
    assert written.run_before(run(out=folder.url)) == same
    assert written.run_before(replace(same, out=folder.url)) is None
