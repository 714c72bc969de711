"""Once only: which documents are done, by which version, and where their results are.

A part of the results counts when its receipt is in place. The receipt comes last, whole or not at
all, so a run can be killed at any moment: what has no receipt is swept away and done again.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Self

from flows.records import Extent, Record
from flows.sinks import PART_FOLDERS
from flows.storage import UNFINISHED, Folder
from flows.summary import Tally

RECEIPTS = "receipts"
# Names the run that may write; a run that finds another name here has been replaced.
CURRENT = "runs/current"

# A document as receipts hold it: its origin, its id, the digest of its content.
Done = tuple[str, str, str]
# An extent as receipts hold it: its origin, its beginning and end, the stamp of the file, and how
# many documents it holds.
Covered = tuple[str, int, int, str, int]


class Replaced(Exception):
    """Another run has taken over this folder."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A finished part: its files, its documents, and the extents that are finished with it."""

    name: str
    version: str
    run: str
    files: tuple[str, ...]
    documents: tuple[Done, ...]
    covered: tuple[Covered, ...]
    tally: Mapping[str, object] = field(default_factory=dict)

    def as_text(self) -> str:
        """This receipt as JSON; origins, which repeat, are written once."""
        origins = {origin: None for origin, *_ in (*self.documents, *self.covered)}
        number = {origin: place for place, origin in enumerate(origins)}
        plain = {
            "version": self.version,
            "run": self.run,
            "files": self.files,
            "tally": self.tally,
            "origins": list(origins),
            "documents": [[number[origin], *rest] for origin, *rest in self.documents],
            "covered": [[number[origin], *rest] for origin, *rest in self.covered],
        }
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def of_text(cls, name: str, text: str) -> Self:
        """The receipt in some JSON."""
        plain = json.loads(text)
        origins = plain["origins"]
        return cls(
            name,
            plain["version"],
            plain["run"],
            tuple(plain["files"]),
            tuple((origins[place], id_, content) for place, id_, content in plain["documents"]),
            tuple((origins[place], *rest) for place, *rest in plain["covered"]),
            plain["tally"],
        )


def covered(extent: Extent, documents: int) -> Covered:
    """An extent as receipts hold it."""
    return extent.file.url, extent.start, extent.stop, extent.file.stamp, documents


def done(record: Record) -> Done:
    """A document as receipts hold it."""
    return record.origin, record.id, record.content()


class Store:
    """The receipts of a folder of results."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder

    def take_over(self, run: str) -> None:
        """Make ``run`` the only one that may write here, and sweep away what was never finished."""
        self.folder.put_text(run, CURRENT)
        receipts = self.names()
        files = frozenset[str]().union(*map(self.folder.names, PART_FOLDERS))
        counted: set[str] = set()
        for name in receipts:
            receipt = self.load(name)
            if files.issuperset(receipt.files):
                counted.update(receipt.files)
            else:
                self.folder.delete(f"{RECEIPTS}/{name}")
        for name in files - counted:
            self.folder.delete(name)

    def names(self) -> tuple[str, ...]:
        """The names of all receipts, oldest first."""
        found = self.folder.names(RECEIPTS)
        return tuple(
            sorted(n.removeprefix(f"{RECEIPTS}/") for n in found if not n.endswith(UNFINISHED))
        )

    def load(self, name: str) -> Receipt:
        """A receipt."""
        return Receipt.of_text(name, self.folder.read_text(f"{RECEIPTS}/{name}"))

    def commit(self, receipt: Receipt) -> None:
        """Let a part count.

        Raises:
            Replaced: another run has taken over; this part is the other's to do.
        """
        if self.folder.read_text(CURRENT) != receipt.run:
            raise Replaced(f"run {receipt.run} no longer owns {self.folder.url}")
        self.folder.put_text(receipt.as_text(), f"{RECEIPTS}/{receipt.name}")

    def finished(self, names: Iterable[str], version: str) -> frozenset[Done]:
        """The documents of some receipts that were done by this version.

        A receipt that was promised and never came is of a process that died before it.
        """
        documents: set[Done] = set()
        for name in names:
            with suppress(FileNotFoundError):
                receipt = self.load(name)
                if receipt.version == version:
                    documents.update(receipt.documents)
        return frozenset(documents)


class Index:
    """What a planner needs to know of all receipts, in little memory: hashes, no names."""

    def __init__(self, store: Store, version: str) -> None:
        self.receipts = store.names()
        self._covered: dict[int, int] = {}
        self._by_origin: dict[int, list[int]] = {}
        for place, name in enumerate(self.receipts):
            receipt = store.load(name)
            if receipt.version != version:
                continue
            self._covered.update((hash(c[:-1]), c[-1]) for c in receipt.covered)
            origins = {d[0] for d in receipt.documents} | {c[0] for c in receipt.covered}
            for origin in origins:
                self._by_origin.setdefault(hash(origin), []).append(place)

    def documents_in(self, extent: Extent) -> int | None:
        """How many documents an extent holds when all are done and its file has not changed since;
        else ``None``.
        """
        return self._covered.get(hash(covered(extent, 0)[:-1]))

    def receipts_of(self, extents: Iterable[Extent]) -> tuple[str, ...]:
        """The receipts that may hold documents of these extents."""
        places = {p for e in extents for p in self._by_origin.get(hash(e.file.url), ())}
        return tuple(self.receipts[place] for place in sorted(places))


def tally_of(receipt: Receipt) -> Tally:
    """The counts of a finished part."""
    return Tally.of_json(receipt.tally)
