"""Where results go: one part at a time, of some thousand documents, in the form the user wants."""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from flows import storage, tables
from flows.records import Done
from flows.results import COLUMNS, Row
from flows.settings import Sink
from flows.storage import Folder

BODIES, LEDGER, QUARANTINE, TEXTS = "bodies", "ledger", "quarantine", "texts"
# The folders of out/ whose files belong to parts.
PART_FOLDERS = (BODIES, LEDGER, QUARANTINE)
# A lone surrogate cannot be written; it becomes an escape.
UNPAIRED = "backslashreplace"
_UNSAFE = re.compile(r"[^\w.\-/]+")
# File systems take 255 bytes.
MAX_NAME = 120
# Enough to tell apart the names of one run, and the few sources of one folder of results.
NAME_DIGEST_BYTES, SOURCE_DIGEST_BYTES = 4, 2


class Part:
    """The results of some documents, being written; their files appear together at `finish`."""

    def __init__(self, folder: Folder, name: str, sink: Sink) -> None:
        self.folder, self.name, self.sink = folder, name, sink
        self.size = 0
        self._lines: dict[str, IO[str]] = {}
        self._paths: dict[str, Path] = {}
        self._rows: list[Row] = []

    def add(self, row: Row, ledger: Row | None, quarantined: Row | None) -> None:
        """Add one document."""
        if self.sink == "parquet":
            self._rows.append(row)
        else:
            self._write(
                BODIES, {k: v for k, v in row.items() if self.sink != "text" or k != "body"}
            )
        if self.sink == "text" and row["status"] != "failed":
            # Written through to the disk all at once, when the part is finished.
            text = str(row["body"]) + "\n"
            self.folder.put_text(text, f"{TEXTS}/{text_name(row)}", at_once=False)
        if ledger is not None:
            self._write(LEDGER, ledger)
        if quarantined is not None:
            self._write(QUARANTINE, quarantined)
        self.size += len(str(row["body"]))

    def _write(self, kind: str, row: Mapping[str, object]) -> None:
        if kind not in self._lines:
            self._paths[kind] = self.folder.scratch(self._file(kind))
            self._lines[kind] = self._paths[kind].open("w", encoding="utf-8", errors=UNPAIRED)
        self._lines[kind].write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")

    def _file(self, kind: str) -> str:
        suffix = ".parquet" if kind == BODIES and self.sink == "parquet" else ".jsonl"
        return f"{kind}/{self.name}{suffix}"

    def finish(self) -> tuple[str, ...]:
        """Put the files of this part in place; the names of them, for its receipt."""
        if self._rows:
            self._paths[BODIES] = self.folder.scratch(self._file(BODIES))
            tables.write(self._paths[BODIES], self._rows, COLUMNS)
        for handle in self._lines.values():
            handle.close()
        if self.sink == "text":
            self.folder.write_through()
        for kind, path in self._paths.items():
            self.folder.put(path, self._file(kind))
        return tuple(self._file(kind) for kind in self._paths)


def without(folder: Folder, name: str, renamed: str, unwanted: frozenset[Done]) -> bool:
    """Copy a file of a part without some documents; whether any are left in it, else no copy."""
    written = folder.scratch(renamed)
    if name.endswith(".parquet"):
        with storage.open_file(folder.join(name)) as stream:
            rows = [row for _, row in tables.rows(stream) if _key(row) not in unwanted]
        if rows:
            tables.write(written, rows, COLUMNS)
        left = bool(rows)
    else:
        with storage.open_file(folder.join(name)) as lines, written.open("wb") as copy:
            copy.writelines(line for line in lines if _key(json.loads(line)) not in unwanted)
            left = copy.tell() > 0
    if left:
        folder.put(written, renamed)
    else:
        written.unlink(missing_ok=True)
    return left


def _key(row: Mapping[str, object]) -> Done:
    return str(row["origin"]), str(row["id"]), str(row["content"])


def text_name(row: Row) -> str:
    """The file of a document among the texts: below a folder for its source, because documents of
    two sources may have the same id, and below the name of its file if that holds many.

    >>> text_name({"id": "world/storm.html", "origin": "/in/world/storm.html"})
    'in-854c/world/storm.html.txt'
    >>> text_name({"id": "17", "origin": "/in/lines.jsonl"})
    'in-854c/lines.jsonl/17.txt'
    """
    name, origin = str(row["id"]), str(row["origin"])
    source = origin.removesuffix(f"/{name}")
    if source == origin:
        source, _, file = origin.rpartition("/")
        name = f"{file}/{name}"
    folder = _UNSAFE.sub("_", source.rpartition("/")[2])
    return f"{folder}-{_digest(source, SOURCE_DIGEST_BYTES)}/{file_name(name)}"


def file_name(name: str) -> str:
    """A name as far as file systems can take it, for a text.

    >>> file_name("world/storm.html"), file_name("is it over?")
    ('world/storm.html.txt', 'is_it_over_-50fb2b48.txt')
    """
    safe = _UNSAFE.sub("_", name).strip("/")[:MAX_NAME]
    parts = [part for part in safe.split("/") if part.strip(".")]
    safe = "/".join(part.lstrip(".") for part in parts) or "document"
    if safe != name:
        safe += "-" + _digest(name, NAME_DIGEST_BYTES)
    return safe if safe.endswith(".txt") else safe + ".txt"


def _digest(text: str, size: int) -> str:
    return hashlib.blake2b(text.encode(errors="replace"), digest_size=size).hexdigest()
