"""What the command reads: every file that its paths name, and every document in them; how a format
is read belongs to `flows.sources`.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from os.path import relpath
from pathlib import Path

from cleaners.cli.terminal import progress
from cleaners.model import Document
from flows import sources, storage
from flows.records import Columns, Found
from flows.shards import records_of

STDIN = "-"
# Told why something cannot be read.
Miss = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class Input:
    """A file, as the user would name it; standard input has no file behind it."""

    name: str
    file: Found | None = None


def find(paths: Sequence[str], miss: Miss) -> tuple[Input, ...]:
    """The files that some paths name, each once, in order; of a folder, those of a known format."""
    found: dict[str, Input] = {}
    for path in paths:
        if path == STDIN:
            found[path] = Input(path)
            continue
        try:
            inside = tuple(storage.find(path))
        except OSError as problem:
            miss(path, problem.strerror or str(problem).removeprefix(f"{path}: "))
            continue
        known = [file for file in inside if sources.format_of(file.name) or Path(path).is_file()]
        if not known:
            miss(path, sources.NOTHING_KNOWN if inside else sources.NOTHING_THERE)
        found |= {file.url: Input(_name(file.url), file) for file in known}
    return tuple(found.values())


def read(inputs: Sequence[Input], miss: Miss) -> Iterator[Document]:
    """Every document in some files; its id is the file, and what the file calls it if many."""
    for each in progress(inputs, "Cleaning"):
        if each.file is None:
            yield Document(sys.stdin.buffer.read(), each.name)
            continue
        try:
            yield from _documents(each.name, each.file, miss)
        except OSError as problem:
            miss(each.name, problem.strerror or str(problem))


def _documents(name: str, file: Found, miss: Miss) -> Iterator[Document]:
    known = sources.format_of(file.name)
    if known is None:
        yield Document(Path(file.url).read_bytes(), name)
        return
    for record in records_of(file, Columns()):
        own = name if known.splits(file) == "whole" else f"{name}#{record.id}"
        if record.problem:
            miss(own, record.problem)
        else:
            yield replace(record.document, id=own)


def _name(url: str) -> str:
    """A file as seen from here, when it is here."""
    here = storage.is_remote(url) or not Path(url).is_relative_to(Path.cwd())
    return url if here else relpath(url)
