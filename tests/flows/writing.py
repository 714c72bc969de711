"""Invented documents in the shapes that sources come in."""

import json
from collections.abc import Iterator

from benchmarks.invented import story
from flows.records import Columns, Extent, Record
from flows.shards import all_records
from flows.storage import find

PARAGRAPHS = 4


def rows(count: int) -> Iterator[dict[str, str]]:
    """Short stories as rows with an id and a text."""
    return ({"id": f"s{number}", "text": story(number, PARAGRAPHS)} for number in range(count))


def jsonl(count: int) -> bytes:
    """Stories as lines of JSON."""
    return "".join(json.dumps(row) + "\n" for row in rows(count)).encode()


def records(source: object, columns: Columns | None = None) -> list[Record]:
    """All records of a source."""
    return list(all_records(str(source), columns or Columns()))


def extent(path: object, start: int = 0, stop: int = 1) -> Extent:
    """A piece of a file."""
    (file,) = find(str(path))
    return Extent(file, start, stop)
