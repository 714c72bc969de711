"""The command as a user meets it: real files and, where it matters, real processes."""

import gzip
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from cleaners import cli

STORY = "Mayor Ana Rios opened the bridge on Monday.\n\nTraffic had waited for it for nine years.\n"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(32)) * 40


@dataclass
class Done:
    """What a command printed and answered."""

    stdout: bytes
    stderr: bytes
    returncode: int


def process(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, as a shell starts it."""
    command = [sys.executable, "-m", "cleaners", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=300)


@pytest.fixture
def cleancopy(monkeypatch: pytest.MonkeyPatch, capsysbinary) -> Callable[..., Done]:
    """The command in this process, which is faster and answers the same."""

    def run(*arguments: object, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "argv", ["cleancopy", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            cli.main()
        return Done(*capsysbinary.readouterr(), int(left.value.code or 0))

    return run


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return path


def test_a_body_is_printed_and_nothing_else(cleancopy, story: Path):
    done = cleancopy("clean", story)
    assert done.stdout.decode() == STORY
    assert done.stderr == b""
    assert done.returncode == 0


def test_standard_input_is_read(cleancopy, story: Path):
    assert cleancopy("clean", "-", stdin=STORY.encode()).stdout.decode() == STORY


def test_a_folder_is_searched_and_each_body_named(cleancopy, story: Path):
    (story.parent / "deep").mkdir()
    (story.parent / "deep" / "other.txt").write_text("The bridge closed again.", "utf-8")
    (story.parent / "notes.csv").write_text("not,a,page", "utf-8")
    printed = cleancopy("clean", story.parent).stdout.decode()
    assert printed.count("==>") == 2
    assert "The bridge closed again." in printed


def test_every_document_of_a_packed_file_is_cleaned(cleancopy, tmp_path: Path):
    rows = [{"id": name, "text": STORY} for name in ("monday", "tuesday/evening")]
    lines = "\n".join(map(json.dumps, rows)).encode()
    (tmp_path / "feed.jsonl.gz").write_bytes(gzip.compress(lines))
    done = cleancopy("clean", tmp_path / "feed.jsonl.gz", "--format", "jsonl")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["id"].partition("#")[2] for record in records] == ["monday", "tuesday/evening"]
    assert {record["body"] + "\n" for record in records} == {STORY}
    cleancopy("clean", tmp_path / "feed.jsonl.gz", "--out", tmp_path / "out")
    made = sorted(str(p.relative_to(tmp_path / "out")) for p in (tmp_path / "out").rglob("*.txt"))
    assert made == ["feed.jsonl.gz/monday.txt", "feed.jsonl.gz/tuesday/evening.txt"]


def test_a_glob_is_expanded(cleancopy, story: Path):
    assert cleancopy("clean", story.parent / "*.txt").stdout.decode() == STORY


def test_json_lines_hold_the_body_and_the_fields(cleancopy, story: Path):
    (line,) = cleancopy("clean", story, "--format", "jsonl").stdout.splitlines()
    record = json.loads(line)
    assert record["id"] == str(story)
    assert record["body"] + "\n" == STORY
    assert record["status"] == "unchanged"
    assert record.keys() >= {"title", "byline", "published", "language", "quality", "removed"}


def test_a_folder_of_bodies_keeps_documents_of_one_name_apart(cleancopy, tmp_path: Path):
    for name in ("monday/page.txt", "tuesday/page.txt", "tuesday/page.html"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(STORY, "utf-8")
    assert cleancopy("clean", tmp_path / "in", "--out", tmp_path / "out").stdout == b""
    made = {str(p.relative_to(tmp_path / "out")) for p in (tmp_path / "out").rglob("*.txt")}
    assert made == {"monday/page.txt", "tuesday/page.txt", "tuesday/page.html.txt"}


def test_raw_pages_are_never_written_over(cleancopy, story: Path):
    done = cleancopy("clean", story, "--out", story.parent)
    assert done.returncode == 2
    assert story.read_text("utf-8") == STORY


def test_the_ledger_file_has_a_line_for_each_change(tmp_path: Path):
    file = tmp_path / "ledger.jsonl"
    process("clean", "-", "--ledger", file, stdin="Itâ€™s over, she said.".encode())
    (entry,) = map(json.loads, file.read_text("utf-8").splitlines())
    assert (entry["before"], entry["after"]) == ("Itâ€™s", "It’s")
    assert entry["because"]


def test_a_glob_that_matches_nothing_is_one_line_of_complaint(cleancopy):
    assert cleancopy("clean", "nowhere/*.txt").stderr == (
        b"cleancopy: nowhere/*.txt: no file is there\n"
    )


def test_explain_tells_what_was_kept_as_a_field(cleancopy):
    raw = f"By Marta Rios | March 3, 2026 | 4 min read\n\n{STORY}"
    printed = cleancopy("explain", "-", stdin=raw.encode()).stdout.decode()
    assert "   byline   Marta Rios\n" in printed
    assert "published   2026-03-03\n" in printed


def test_explain_names_the_reason_under_a_change():
    printed = process("explain", "-", stdin="Itâ€™s over, she said.".encode()).stdout.decode()
    assert "It[-â€™-]{+’+}s over, she said." in printed
    assert "encoding." in printed


@pytest.mark.parametrize("name", ["related.teaser", "livefeed.item", "promo.line", "legal.model"])
def test_a_rule_of_a_ledger_is_explained(cleancopy, name: str):
    rows = [row.split("\t") for row in cleancopy("rules", name).stdout.decode().splitlines()]
    assert [row[0] for row in rows if all(row)].count(name) == 1


def test_what_another_policy_would_change_is_shown(cleancopy, tmp_path: Path):
    (tmp_path / "bridge.txt").write_text(f"{STORY}\nSubscribe to our newsletter\n")
    (tmp_path / "plain.txt").write_text(STORY)
    done = cleancopy("what-if", "--policy", "subscribe=keep", "--sites", "", tmp_path)
    assert done.stdout.decode().splitlines()[-2:] == [
        "+Subscribe to our newsletter",
        "1 of 2 documents would change, 4 words more",
    ]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["clean", "-"], 0),
        (["clean", "-", "nowhere.txt"], 1),
        (["clean", "nowhere.txt"], 3),
        (["clean", "nowhere/*.txt"], 3),
        (["run"], 0),
        (["run", "--bare", "nowhere.txt"], 3),
        (["clean"], 2),
        (["clean", "-", "--format", "docx"], 2),
        (["clean", "-", "--policy", "captoin=keep"], 2),
        (["tidy"], 2),
        (["what-if", "nowhere", "--rule", "weather.toml"], 2),
        (["rules", "no-such-rule"], 3),
        (["--help"], 0),
        ([], 0),
    ],
    ids=str,
)
def test_exit_codes(cleancopy, arguments: list[str], code: int):
    assert cleancopy(*arguments, stdin=STORY.encode()).returncode == code


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (b"", "no body"),
        (b" \n\t\r\n \n", "no body"),
        (PNG, "not text"),
        (b"\0" * 5000, "not text"),
    ],
    ids=["empty", "white space", "an image", "NUL bytes"],
)
def test_a_page_without_text_is_one_line_of_complaint(cleancopy, raw: bytes, complaint: str):
    done = cleancopy("clean", "-", stdin=raw)
    assert done.returncode == 3
    assert done.stdout == b""
    assert complaint in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("Das Café blieb geöffnet, sagte er.".encode("cp1252"), "Das Café blieb geöffnet"),
        ("Das Café blieb geöffnet, sagte er.".encode("utf-16"), "Das Café blieb geöffnet"),
        (b"The mayor spoke.\0 The council listened for an hour.", "The council listened"),
        (b"The mayor \xed\xa0\x80 spoke. The council listened for an hour.", "council listened"),
        (b"The mayor \xff\xfe spoke. The council listened for an hour.", "council listened"),
        (b"The mayor spoke.\r\rThe council listened.", "The council listened."),
    ],
    ids=["western", "UTF-16", "a NUL", "a lone surrogate", "stray bytes", "old Mac line ends"],
)
def test_damaged_text_gives_a_body(raw: bytes, kept: str):
    done = process("clean", "-", stdin=raw)
    assert kept in done.stdout.decode()
    assert done.stderr == b""
    assert done.returncode == 0


def test_a_bad_page_costs_itself_only(story: Path):
    (story.parent / "photo.txt").write_bytes(PNG)
    (story.parent / "blank.txt").write_bytes(b"\n")
    done = process("clean", story.parent, "--format", "jsonl")
    records = {Path(r["id"]).name: r for r in map(json.loads, done.stdout.splitlines())}
    assert {name: record["status"] for name, record in records.items()} == {
        "blank.txt": "empty",
        "photo.txt": "failed",
        "story.txt": "unchanged",
    }
    assert records["photo.txt"]["notes"]
    assert done.returncode == 1


def test_a_huge_single_line_does_not_hang(tmp_path: Path):
    path = tmp_path / "huge.txt"
    path.write_text("The mayor opened the bridge on Monday and it was good. " * 950_000, "utf-8")
    assert path.stat().st_size > 50_000_000
    done = process("clean", path)
    assert done.stderr == b""
    assert len(done.stdout) > 50_000_000


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path):
    feed = tmp_path / "feed.jsonl"  # more than a pipe holds
    feed.write_text("\n".join(json.dumps({"id": day, "text": STORY}) for day in range(2_000)))
    command = f"{sys.executable} -m cleaners clean {feed} | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_help_and_a_small_clean_start_at_once(story: Path):
    # Seconds of processor time: a machine that is busy with other things must not fail this.
    for arguments, limit in ((["--help"], 1.0), (["clean", str(story)], 1.5)):
        times = []
        for _ in range(2):
            before = os.times()
            process(*arguments)
            after = os.times()
            times.append(after.children_user - before.children_user)
        assert min(times) < limit, arguments


def test_both_names_are_the_same_command():
    script = Path(sys.executable).with_name("cleancopy")
    if not script.exists():
        pytest.skip("the package is not installed beside this interpreter")
    help_text = subprocess.run([script, "--help"], capture_output=True, check=True).stdout
    assert help_text == process("--help").stdout
