"""Where documents come from: every format of file, registered in `FORMATS`, read as a stream of
records.

A record that cannot be read is one record with a problem, never the end of the run. What a format
needs beyond lines and whole files has a module of its own.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Literal

from cleaners import Document
from cleaners.model import Kind
from flows import archive, storage, tables
from flows.records import Columns, Extent, Found, Record
from flows.unpacked import SUFFIXES as PACKED_SUFFIXES
from flows.unpacked import damage_of, is_packed, open_unpacked

# A document larger than this is not a story; it is refused with a record, so that memory is
# bounded. A page of 50 MB on one line still passes.
MAX_DOCUMENT_BYTES = 64 * 2**20
# How much of a refused document is kept to recognise it by.
SAMPLE_BYTES = 2000
# Lanes take turns of this many records: enough to be read in one go, few enough to spread evenly.
TURN = 32
# Said of a source in which there is nothing to read.
NOTHING_THERE = "no file is there"
NOTHING_KNOWN = "no file there has a name that says what it is, such as .txt, .html or .jsonl"

Raw = bytes | dict[str, object] | Record
Split = Literal["whole", "bytes", "groups", "lanes"]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file.

    ``items`` streams what an extent holds with the place of each, as cheaply as can be (lanes skip
    most of them); ``record`` makes a record of one. ``split`` says how a file is cut into extents
    when it is not packed.
    """

    suffixes: tuple[str, ...]
    split: Split
    items: Callable[[IO[bytes], Extent], Iterator[tuple[int, Raw]]]
    record: Callable[[Extent, int, Raw, Columns], Record]
    kind: Kind | None = None

    def splits(self, file: Found) -> Split:
        """How this file is cut: only whole files and lanes can be read out of a packed one."""
        return "lanes" if is_packed(file.name) and self.split != "whole" else self.split


class UnknownFormat(Exception):
    """A file whose name says nothing about what is in it."""


def format_of(name: str) -> Format | None:
    """The format of a file by its name, packed or not."""
    bare = name.lower()
    for suffix in PACKED_SUFFIXES:
        bare = bare.removesuffix(suffix)
    return next((known for known in FORMATS if bare.endswith(known.suffixes)), None)


def read(extent: Extent, columns: Columns) -> Iterator[Record]:
    """The records of an extent in their order, which is always the same."""
    known = format_of(extent.file.name)
    if known is None:
        raise UnknownFormat(f"{extent.file.url}: its name has no suffix that is known")
    lanes = known.splits(extent.file) == "lanes"
    try:
        with storage.open_file(extent.file.url) as opened:
            stream = open_unpacked(opened, extent.file.name)
            items = known.items(stream, extent)
            for place, item in _turns(items, extent) if lanes else items:
                if isinstance(item, Record):
                    yield item
                else:
                    yield known.record(extent, place, item, columns)
            damage = damage_of(stream)
            if damage and known.split != "whole" and extent.start == 0:
                yield unreadable(extent, "end", b"", damage)
    except OSError as problem:
        yield unreadable(extent, "file", b"", f"cannot be read: {problem}")


def unreadable(extent: Extent, place: int | str, raw: bytes, problem: str) -> Record:
    """The record of something that is not a document."""
    name = f"{extent.file.name}@{place}"
    return Record(extent.file.url, Document(raw[:SAMPLE_BYTES], name), problem)


def _turns(items: Iterable[tuple[int, Raw]], extent: Extent) -> Iterator[tuple[int, Raw]]:
    for count, item in enumerate(items):
        if count // TURN % extent.stop == extent.start:
            yield item


def _whole(stream: IO[bytes], extent: Extent) -> Iterator[tuple[int, Raw]]:
    raw = stream.read(MAX_DOCUMENT_BYTES + 1)
    problem = damage_of(stream)
    if problem is None and len(raw) > MAX_DOCUMENT_BYTES:
        problem = f"larger than {MAX_DOCUMENT_BYTES} bytes; this is not one story"
    if problem is None:
        yield 0, raw
    else:
        name = extent.file.name
        yield 0, Record(extent.file.url, Document(raw[:SAMPLE_BYTES], name), problem)


def _document(extent: Extent, place: int, item: Raw, columns: Columns) -> Record:
    assert isinstance(item, bytes)
    known = format_of(extent.file.name)
    kind = known.kind if known else None
    return Record(extent.file.url, Document(item, extent.file.name, kind))


def _lines(stream: IO[bytes], extent: Extent) -> Iterator[tuple[int, Raw]]:
    """The lines that begin within an extent, each with its offset."""
    place, stop = 0, None
    if not is_packed(extent.file.name):
        place, stop = extent.start, extent.stop
        if place:
            stream.seek(place - 1)
            place += _skip_line(stream) - 1
    while stop is None or place < stop:
        line = stream.readline(MAX_DOCUMENT_BYTES)
        if not line:
            break
        begun, place = place, place + len(line)
        if not line.endswith(b"\n") and len(line) == MAX_DOCUMENT_BYTES:
            place += _skip_line(stream)
            problem = f"a line longer than {MAX_DOCUMENT_BYTES} bytes; this is not one story"
            yield begun, unreadable(extent, begun, line, problem)
        elif not line.endswith(b"\n") and damage_of(stream):
            break  # what is left of the line goes with the damage, which is one record
        elif not line.isspace():
            yield begun, line


def _skip_line(stream: IO[bytes]) -> int:
    skipped = 0
    while line := stream.readline(2**20):
        skipped += len(line)
        if line.endswith(b"\n"):
            break
    return skipped


def _json_document(extent: Extent, place: int, item: Raw, columns: Columns) -> Record:
    assert isinstance(item, bytes)
    try:
        row = json.loads(item)
    except (ValueError, RecursionError) as problem:
        return unreadable(extent, place, item, f"not a line of JSON: {problem}")
    if not isinstance(row, dict):
        return unreadable(extent, place, item, "a line of JSON that is not an object")
    return _row_document(extent, place, row, columns)


def _row_document(extent: Extent, place: int, item: Raw, columns: Columns) -> Record:
    """A row's document: its HTML if it has any, else its text."""
    assert isinstance(item, dict)
    html, text = item.get(columns.html), item.get(columns.text)
    raw = html or text
    if not isinstance(raw, (str, bytes)):
        names = ", ".join(map(str, list(item)[:12]))
        wanted = f"{columns.text!r} or {columns.html!r}"
        problem = (
            f"no text in a field {wanted} (--text and --html, or the columns of a flow, name "
            f"others); the fields of this row are: {names}"
        )
        return unreadable(extent, place, repr(item)[:SAMPLE_BYTES].encode(), problem)
    given = item.get(columns.id)
    name = str(given) if given not in (None, "") else f"{extent.file.name}@{place}"
    url, language = item.get(columns.url), item.get(columns.language)
    document = Document(
        raw,
        name,
        "html" if html else None,
        str(url) if url else None,
        str(language) if language else None,
    )
    return Record(extent.file.url, document)


def _csv_rows(stream: IO[bytes], extent: Extent) -> Iterator[tuple[int, Raw]]:
    csv.field_size_limit(MAX_DOCUMENT_BYTES)
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")
    delimiter = "\t" if ".tsv" in extent.file.name.lower() else ","
    # A NUL makes the csv module give up on the whole file; it stands for no text anyway.
    rows = csv.DictReader((line.replace("\0", "") for line in text), delimiter=delimiter)
    count = 0
    while True:
        count += 1
        try:
            yield count, {str(k): v for k, v in next(rows).items()}
        except StopIteration:
            break
        except csv.Error as problem:
            yield count, unreadable(extent, count, b"", f"not a row of CSV: {problem}")
    text.detach()


def _warc_items(stream: IO[bytes], extent: Extent) -> Iterator[tuple[int, Raw]]:
    try:
        for page in archive.pages(stream, MAX_DOCUMENT_BYTES):
            raw = page.raw[:SAMPLE_BYTES] if page.problem else page.raw
            document = Document(raw, page.id, page.kind, page.url)
            yield page.place, Record(extent.file.url, document, page.problem)
    except archive.BrokenArchive as problem:
        if damage_of(stream) is None:
            yield 0, unreadable(extent, "end", b"", str(problem))


def _parquet_rows(stream: IO[bytes], extent: Extent) -> Iterator[tuple[int, Raw]]:
    try:
        groups = None if is_packed(extent.file.name) else range(extent.start, extent.stop)
        source = io.BytesIO(stream.read()) if groups is None else stream
        yield from tables.rows(source, groups)
    except tables.BrokenTable as problem:
        yield 0, unreadable(extent, f"group{extent.start}", b"", str(problem))


# A new format is one line here: its suffixes, how it is cut, what it holds, and a record of that.
FORMATS = (
    Format((".txt", ".text", ".md"), "whole", _whole, _document),
    Format((".html", ".htm", ".xhtml"), "whole", _whole, _document, "html"),
    Format((".jsonl", ".ndjson"), "bytes", _lines, _json_document),
    Format((".csv", ".tsv"), "lanes", _csv_rows, _row_document),
    Format((".parquet",), "groups", _parquet_rows, _row_document),
    Format((".warc", ".wet"), "lanes", _warc_items, _row_document),
)
