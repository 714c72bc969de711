"""How a source is cut into shards of about equal work; one shard is one Prefect task."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass

from flows import sources, storage, tables
from flows.records import Columns, Extent, Found, Record
from flows.unpacked import is_packed

# About what one core cleans in a second, measured on pages of news. HTML is mostly markup, and
# three times as fast where no second opinion is asked: then shards are shorter than they might be.
TEXT_BYTES_A_SECOND = 1_500_000
HTML_BYTES_A_SECOND = 5_000_000
PACKED_RATIO = 4
# The least a document costs, however short: opening its file, rows, batches.
SECONDS_A_FILE = 0.001
# A task costs Prefect about a tenth of a second, most of it in the server: 5 s of work keeps that
# to a few percent, and a killed shard loses little.
SHARD_SECONDS = 5.0
SMALL_SHARD_SECONDS = 1.0
# Shards a worker, so that all end at about the same time.
SHARDS_A_WORKER = 4
# Past this many shards they grow instead, because Prefect's database grows with every task.
MANY_SHARDS = 1000
# Files of lines are cut at these offsets, always the same, so that a second run knows them again.
CUT_BYTES = 2**21
# Each lane reads the whole of a packed file to clean its part of it; reading costs a fortieth of
# cleaning.
MAX_LANES = 8


@dataclass(frozen=True, slots=True)
class Shard:
    """The work of one task; ``receipts`` name the finished parts that may hold some of it."""

    extents: tuple[Extent, ...]
    receipts: tuple[str, ...] = ()

    def line(self) -> str:
        """This shard as a line of a plan."""
        rows = [[*astuple(e.file), e.start, e.stop] for e in self.extents]
        return json.dumps([rows, self.receipts], ensure_ascii=False)

    @classmethod
    def of_line(cls, line: str | bytes) -> "Shard":
        """The shard in a line of a plan."""
        rows, receipts = json.loads(line)
        return cls(
            tuple(Extent(Found(*row[:4]), *row[4:]) for row in rows),
            tuple(receipts),
        )


def extents_of(file: Found, workers: int) -> Iterator[Extent]:
    """A file cut as finely as its format allows and is of use."""
    known = sources.format_of(file.name)
    match known.splits(file) if known else "unknown":
        case "whole":
            yield Extent(file, 0, 1)
        case "bytes":
            for start in range(0, file.size, CUT_BYTES):
                yield Extent(file, start, min(start + CUT_BYTES, file.size))
        case "groups":
            for group in range(_row_groups(file)):
                yield Extent(file, group, group + 1)
        case "lanes":
            wanted = int(seconds(file) / SHARD_SECONDS) + 1
            lanes = min(wanted, workers, MAX_LANES)
            for lane in range(lanes):
                yield Extent(file, lane, lanes)


def records_of(file: Found, columns: Columns) -> Iterator[Record]:
    """Every record of a file of a known format, for who reads it alone."""
    for extent in extents_of(file, workers=1):
        yield from sources.read(extent, columns)


def all_records(source: str, columns: Columns) -> Iterator[Record]:
    """Every record of a source, file by file; files of other kinds are passed over.

    Raises:
        FileNotFoundError: the source does not exist.
    """
    for file in storage.find(source):
        if sources.format_of(file.name) is not None:
            yield from records_of(file, columns)


def seconds(file: Found) -> float:
    """About how long one core will take over a file."""
    known = sources.format_of(file.name)
    html = known is not None and known.kind == "html"
    unpacked = file.size * (PACKED_RATIO if is_packed(file.name) else 1)
    return SECONDS_A_FILE + unpacked / (HTML_BYTES_A_SECOND if html else TEXT_BYTES_A_SECOND)


def group(
    extents: Iterable[Extent], workers: int, longest: float = SHARD_SECONDS
) -> Iterator[tuple[Extent, ...]]:
    """The extents in shards.

    Shards grow as more work comes to light: the first are small, so that a short run is spread
    over all workers, and the later ones are the ``longest``, in seconds. Done from last to first,
    the small ones fill the gaps at the end.
    """
    shortest = min(SMALL_SHARD_SECONDS, longest)
    shard: list[Extent] = []
    pending = total = 0.0
    count = 0
    for extent in extents:
        cost = _share_of_file(extent)
        shard.append(extent)
        pending, total = pending + cost, total + cost
        enough = min(max(total / workers / SHARDS_A_WORKER, shortest), longest)
        if pending >= max(enough, total / MANY_SHARDS):
            yield tuple(shard)
            shard, pending, count = [], 0.0, count + 1
    if shard:
        yield tuple(shard)


def _share_of_file(extent: Extent) -> float:
    known = sources.format_of(extent.file.name)
    whole = seconds(extent.file)
    match known.splits(extent.file) if known else "unknown":
        case "bytes":
            return whole * (extent.stop - extent.start) / max(extent.file.size, 1)
        case "lanes":
            return whole / extent.stop
        case "groups":
            return min(whole, SHARD_SECONDS)
    return whole


def _row_groups(file: Found) -> int:
    try:
        with storage.open_file(file.url) as stream:
            return tables.row_groups(stream)
    except (OSError, tables.BrokenTable):
        # One extent, so that the problem becomes a record.
        return 1
