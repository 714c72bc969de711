"""Invented documents in the shapes that sources come in."""

import json
from collections.abc import Iterator

from flows.records import Columns, Extent, Found, Record
from flows.shards import extents_of
from flows.sources import read
from flows.storage import find

PLACES = ("Harrowgate", "Port Ellin", "Sandmere", "Upper Tolle", "Carrick")


def story(number: int, paragraphs: int = 4) -> str:
    """A short invented report, different for each number."""
    place = PLACES[number % len(PLACES)]
    lines = [
        f"The council of {place} voted on item {number} after {number + line} minutes of debate, "
        f"and the clerk read paragraph {line} of the minutes aloud twice."
        for line in range(paragraphs)
    ]
    return "\n\n".join(lines)


def rows(count: int) -> Iterator[dict[str, str]]:
    """Stories as rows with an id and a text."""
    return ({"id": f"s{number}", "text": story(number)} for number in range(count))


def jsonl(count: int) -> bytes:
    """Stories as lines of JSON."""
    return "".join(json.dumps(row) + "\n" for row in rows(count)).encode()


def records(source: object, columns: Columns | None = None, workers: int = 1) -> list[Record]:
    """All records of a source, read extent by extent."""
    return [
        record
        for file in find(str(source))
        for extent in extents_of(file, workers)
        for record in read(extent, columns or Columns())
    ]


def extent(path: object, start: int = 0, stop: int = 1) -> Extent:
    """A piece of a file."""
    (file,) = find(str(path))
    return Extent(Found(file.url, file.name, file.size, file.stamp), start, stop)
