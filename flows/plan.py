"""What a run has to do: the shards of its source that are not done, written down where the tasks
find them.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from flows import sources, storage
from flows.ledger_store import Index, Store
from flows.records import Extent
from flows.settings import Settings
from flows.shards import SHARD_SECONDS, Shard, extents_of, group
from flows.storage import Folder

PLAN = "plan.jsonl"
NO_SUFFIX = "(no suffix)"


@dataclass(slots=True)
class Plan:
    """Where each shard's line begins; the paths stay on disk. ``done`` counts the documents that no
    shard has because they are done, ``files`` the files of a known format, ``unknown`` those of
    other kinds by suffix.
    """

    url: str
    offsets: list[int] = field(default_factory=list)
    done: int = 0
    files: int = 0
    unknown: Counter[str] = field(default_factory=Counter)

    def shard(self, number: int) -> Shard:
        """A shard of the plan."""
        return shard_at(self.url, self.offsets[number])


def shard_at(url: str, offset: int) -> Shard:
    """The shard whose line begins at an offset of a plan."""
    with storage.open_file(url) as handle:
        handle.seek(offset)
        return Shard.of_line(handle.readline())


def make(
    source: str, settings: Settings, workers: int, shard_seconds: float = SHARD_SECONDS
) -> Plan:
    """The shards to do, each of about so much work at most.

    Raises:
        FileNotFoundError: the source does not exist.
    """
    folder = Folder(settings.out)
    index = Index(Store(folder), settings.version())
    name = f"runs/{settings.run}/{PLAN}"
    plan = Plan(folder.join(name))
    written = folder.scratch(name)
    with written.open("wb") as handle:
        for extents in group(_undone(source, index, plan, workers), workers, shard_seconds):
            plan.offsets.append(handle.tell())
            line = Shard(extents, index.receipts_of(extents)).line()
            handle.write(line.encode("utf-8", "surrogateescape") + b"\n")
    folder.put(written, name)
    return plan


def _undone(source: str, index: Index, plan: Plan, workers: int) -> Iterator[Extent]:
    for file in storage.find(source):
        if file.name.endswith(storage.UNFINISHED):
            continue
        if sources.format_of(file.name) is None:
            plan.unknown[PurePosixPath(file.name).suffix or NO_SUFFIX] += 1
            continue
        plan.files += 1
        for extent in extents_of(file, workers):
            documents = index.documents_in(extent)
            if documents is None:
                yield extent
            else:
                plan.done += documents
