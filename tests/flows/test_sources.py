import gzip
import io
import json

import pyarrow
import pyarrow.parquet
import pytest
import zstandard
from fastwarc.warc import WarcRecord, WarcRecordType

from benchmarks.invented import story
from flows import sources
from flows.records import Columns
from tests.flows.writing import extent, jsonl, records, rows


def packed(suffix: str, data: bytes) -> bytes:
    return {"": bytes, ".gz": gzip.compress, ".zst": zstandard.compress}[suffix](data)


def warc(*pages: tuple[str, bytes], kind=WarcRecordType.response) -> bytes:
    archive = io.BytesIO()
    for url, content in pages:
        record = WarcRecord()
        record.init_headers(kind)
        record.headers["WARC-Target-URI"] = url
        if kind == WarcRecordType.response:
            record.headers["Content-Type"] = "application/http; msgtype=response"
            head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
            content = head + content
        record.set_bytes_content(content)
        record.write(archive)
    return archive.getvalue()


def table(count: int) -> bytes:
    file = io.BytesIO()
    made = pyarrow.Table.from_pylist(list(rows(count)))
    pyarrow.parquet.write_table(made, file, row_group_size=7)
    return file.getvalue()


def comma_separated(count: int) -> bytes:
    quoted = ('"{}","{}"\n'.format(row["id"], row["text"]) for row in rows(count))
    return ("id,text\n" + "".join(quoted)).encode()


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
@pytest.mark.parametrize(
    ("name", "data"),
    [("a.jsonl", jsonl(100)), ("a.csv", comma_separated(100)), ("a.parquet", table(100))],
)
def test_rows_are_read_from_every_container(tmp_path, name, data, suffix):
    (tmp_path / (name + suffix)).write_bytes(packed(suffix, data))
    read = records(tmp_path)
    assert [r.id for r in read] == [row["id"] for row in rows(100)]
    assert [r.document.raw for r in read] == [row["text"] for row in rows(100)]


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.htm"])
def test_a_file_is_a_document(tmp_path, name, suffix):
    (tmp_path / (name + suffix)).write_bytes(packed(suffix, story(1).encode()))
    (record,) = records(tmp_path)
    assert (record.id, record.document.raw) == (name + suffix, story(1).encode())
    assert record.document.kind == (None if name == "a.txt" else "html")


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_the_pages_of_an_archive_are_documents(tmp_path, suffix):
    data = warc(("https://a.example/1", b"<p>One</p>"), ("https://a.example/2", b"<p>Two</p>"))
    (tmp_path / f"a.warc{suffix}").write_bytes(packed(suffix, data))
    read = records(tmp_path)
    assert [r.document.raw for r in read] == ["<p>One</p>", "<p>Two</p>"]
    assert [r.document.url for r in read] == ["https://a.example/1", "https://a.example/2"]


def test_the_texts_of_a_wet_file_are_documents(tmp_path):
    data = warc(("https://a.example/1", b"One"), kind=WarcRecordType.conversion)
    (tmp_path / "a.warc.wet.gz").write_bytes(gzip.compress(data))
    (record,) = records(tmp_path)
    assert (record.document.raw, record.document.kind) == ("One", "text")


def test_fields_may_have_other_names(tmp_path):
    row = {"doc": 7, "content": "Rain fell.", "lang": "en", "link": "https://a.example/r"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    (record,) = records(tmp_path, Columns("doc", "content", "html", "link", "lang"))
    document = record.document
    assert (document.id, document.raw, document.language) == ("7", "Rain fell.", "en")
    assert document.url == "https://a.example/r"


def test_a_field_that_is_missing_is_named_with_those_that_are_there(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": 1, "content": "Rain fell."}\n')
    (record,) = records(tmp_path)
    assert "'text'" in record.problem
    assert "id, content" in record.problem


def test_lines_cut_at_any_offset_are_each_read_once(tmp_path):
    data = jsonl(30)
    path = tmp_path / "a.jsonl"
    path.write_bytes(data)
    for cut in range(0, len(data), 97):
        halves = (extent(path, 0, cut), extent(path, cut, len(data)))
        ids = [r.id for half in halves for r in sources.read(half, Columns())]
        assert ids == [row["id"] for row in rows(30)]


def test_lanes_share_a_packed_file(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(jsonl(500)))
    lanes = [[r.id for r in sources.read(extent(path, n, 3), Columns())] for n in range(3)]
    assert all(len(lane) > 100 for lane in lanes)
    assert sorted(id_ for lane in lanes for id_ in lane) == sorted(row["id"] for row in rows(500))


def test_a_truncated_gzip_member_gives_what_it_has_and_one_problem(tmp_path):
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(jsonl(300))[:-300])
    *good, last = records(tmp_path)
    assert len(good) > 50
    assert {r.problem for r in good} == {None}
    assert "cut off in the middle of a gz member" in last.problem


def test_members_that_follow_each_other_are_read(tmp_path):
    data = jsonl(10)
    middle = data.index(b"\n", 700) + 1
    members = gzip.compress(data[:middle]) + gzip.compress(data[middle:]) + bytes(512)
    (tmp_path / "a.jsonl.gz").write_bytes(members)
    assert [r.problem for r in records(tmp_path)] == [None] * 10


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_a_bomb_is_one_problem(tmp_path, suffix):
    (tmp_path / f"a.txt{suffix}").write_bytes(packed(suffix, bytes(100_000_000)))
    (record,) = records(tmp_path)
    assert "this is a bomb" in record.problem
    assert len(record.document.raw) <= sources.SAMPLE_BYTES


def test_a_line_that_is_no_json_is_one_problem(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(jsonl(2) + b'{"id": 3, "te\n' + b"[1]\n" + jsonl(1))
    problems = [r.problem for r in records(tmp_path)]
    assert problems[:2] + problems[4:] == [None] * 3
    assert "not a line of JSON" in problems[2]
    assert "not an object" in problems[3]


def test_a_line_too_long_for_a_story_is_one_problem(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "MAX_DOCUMENT_BYTES", 4000)
    (tmp_path / "a.jsonl").write_bytes(jsonl(1) + b"x" * 9000 + b"\n" + jsonl(1))
    problems = [r.problem for r in records(tmp_path)]
    assert [p is None for p in problems] == [True, False, True]


@pytest.mark.parametrize("name", ["a.parquet", "a.warc", "a.warc.gz", "a.jsonl.gz", "a.html.zst"])
def test_a_file_that_is_not_what_its_name_says_is_one_problem(tmp_path, name):
    (tmp_path / name).write_bytes(b"not at all " * 50)
    (record,) = records(tmp_path)
    assert record.problem


def test_an_archive_cut_off_in_a_page_says_so(tmp_path):
    data = warc(("https://a.example/1", b"<p>One</p>"), ("https://a.example/2", b"<p>Two</p>"))
    (tmp_path / "a.warc").write_bytes(data[:-10])
    whole, cut = records(tmp_path)
    assert (whole.problem, cut.problem[:7]) == (None, "cut off")


def test_hidden_and_unfinished_files_are_not_sources(tmp_path):
    for name in (".hidden.txt", "a.txt", ".git/b.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Rain fell.")
    assert [r.id for r in records(tmp_path)] == ["a.txt", "c.txt"]


def test_a_glob_names_documents_from_its_fixed_part(tmp_path):
    for name in ("in/x/raw.txt", "in/y/raw.txt", "in/y/body.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Rain fell.")
    assert [r.id for r in records(tmp_path / "in/*/raw.*")] == ["x/raw.txt", "y/raw.txt"]
