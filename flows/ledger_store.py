"""Once only: which documents are done, by which version, and where their results are.

A part of the results counts when its receipt is in place. The receipt comes last, whole or not at
all, so a run can be killed at any moment: what has no receipt is swept away and done again.
"""

import fcntl
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from flows.records import Done, Extent
from flows.sinks import PART_FOLDERS
from flows.storage import UNFINISHED, Folder

RECEIPTS = "receipts"
# Names the run that may write; a run that finds another name here has been replaced.
CURRENT = "runs/current"
# Held while a run of this machine writes; the kernel lets go of it when the run dies.
LOCK = "runs/lock"

# An extent as receipts hold it: its origin, its beginning and end, and how many documents it holds.
Covered = tuple[str, int, int, int]


class Replaced(Exception):
    """Another run has taken over this folder."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A finished part: its files, its documents, and the extents that are finished with it.

    ``stamps`` has for each origin the stamp of its file when it was read; ``seen`` are documents
    that were met again there and had been done before.
    """

    name: str
    version: str
    run: str
    stamps: Mapping[str, str]
    files: tuple[str, ...] = ()
    documents: tuple[Done, ...] = ()
    seen: tuple[Done, ...] = ()
    covered: tuple[Covered, ...] = ()
    tally: Mapping[str, object] = field(default_factory=dict)

    def as_text(self) -> str:
        """This receipt as JSON; origins, which repeat, are written once."""
        number = {origin: place for place, origin in enumerate(self.stamps)}
        plain = {
            "version": self.version,
            "run": self.run,
            "files": self.files,
            "tally": self.tally,
            "stamps": self.stamps,
            "documents": [[number[origin], *rest] for origin, *rest in self.documents],
            "seen": [[number[origin], *rest] for origin, *rest in self.seen],
            "covered": [[number[origin], *rest] for origin, *rest in self.covered],
        }
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def of_text(cls, name: str, text: str) -> Self:
        """The receipt in some JSON."""
        plain = json.loads(text)
        origins = list(plain["stamps"])
        return cls(
            name,
            plain["version"],
            plain["run"],
            plain["stamps"],
            tuple(plain["files"]),
            tuple((origins[place], id_, content) for place, id_, content in plain["documents"]),
            tuple((origins[place], id_, content) for place, id_, content in plain["seen"]),
            tuple((origins[place], *rest) for place, *rest in plain["covered"]),
            plain["tally"],
        )


def covered(extent: Extent, documents: int) -> Covered:
    """An extent as receipts hold it."""
    return extent.file.url, extent.start, extent.stop, documents


class Busy(Exception):
    """Another run is writing to this folder."""


class Store:
    """The receipts of a folder of results."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder

    @contextmanager
    def owned(self, run: str) -> Iterator[None]:
        """Let ``run`` be the only one that writes here for a while.

        Raises:
            Busy: another run of this machine does. (In an object store the last run to come wins,
                and the one before it finds itself `Replaced`.)
        """
        if self.folder.remote:
            self.take_over(run)
            yield
            self.sweep()
            return
        lock = Path(self.folder.join(LOCK))
        lock.parent.mkdir(parents=True, exist_ok=True)
        with lock.open("w") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Busy(f"another run is writing to {self.folder.url}; wait for it") from None
            self.take_over(run)
            yield
            self.sweep()

    def take_over(self, run: str) -> None:
        """Make ``run`` the only one that may write here, and sweep away what was never finished."""
        self.folder.put_text(run, CURRENT)
        self.sweep()

    def sweep(self) -> None:
        """Remove the files of parts that were never finished, and receipts that lost theirs."""
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

    def forget(self, receipt: Receipt) -> None:
        """Remove a part."""
        self.folder.delete(f"{RECEIPTS}/{receipt.name}")
        for name in receipt.files:
            self.folder.delete(name)

    def replace(self, old: Receipt, new: Receipt) -> None:
        """Let a rewritten part count instead of what it was."""
        self.folder.put_text(new.as_text(), f"{RECEIPTS}/{new.name}")
        for name in set(old.files) - set(new.files):
            self.folder.delete(name)

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
            for origin, start, stop, documents in receipt.covered:
                self._covered[hash((origin, receipt.stamps[origin], start, stop))] = documents
            for origin in {origin for origin, *_ in receipt.documents}:
                self._by_origin.setdefault(hash(origin), []).append(place)

    def documents_in(self, extent: Extent) -> int | None:
        """How many documents an extent holds when all are done and its file has not changed since;
        else ``None``.
        """
        file = extent.file
        return self._covered.get(hash((file.url, file.stamp, extent.start, extent.stop)))

    def receipts_of(self, extents: Iterable[Extent]) -> tuple[str, ...]:
        """The receipts that may hold documents of these extents."""
        places = {p for e in extents for p in self._by_origin.get(hash(e.file.url), ())}
        return tuple(self.receipts[place] for place in sorted(places))
