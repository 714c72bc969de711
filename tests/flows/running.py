"""Runs without Prefect: plan, do every shard here and now, settle."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from flows import plan, storage, tables
from flows.ledger_store import Store
from flows.settings import Settings
from flows.settling import settle
from flows.shard_work import ShardWork, Work
from flows.storage import Folder
from flows.summary import Tally

RUNS = iter(range(100_000))


def here(settings: Settings, work: Work) -> Tally:
    """Do a shard in this process."""
    return ShardWork(settings, work).run()


def run(
    source: object,
    out: object,
    *,
    only: int | None = None,
    do: Callable[[Settings, Work], Tally] = here,
    **changes: object,
) -> Tally:
    """What the flow does; ``only`` so many shards, as if it was killed then."""
    settings = replace(Settings(f"run{next(RUNS):05}", str(out)), **changes)
    store, total = Store(Folder(settings.out)), Tally()
    with store.owned(settings.run):
        planned = plan.make(str(source), settings, workers=4)
        total.skipped = planned.done
        for number in range(len(planned.offsets))[:only]:
            total.add(do(settings, Work(planned.shard(number), number)))
        if only is None:
            total.replaced = settle(store)
    return total


def results(out: object) -> list[dict]:
    """The rows of all finished parts."""
    folder = Folder(str(out))
    rows = []
    for name in sorted(folder.names("bodies")):
        with storage.open_file(folder.join(name)) as stream:
            if name.endswith(".parquet"):
                rows += [row for _, row in tables.rows(stream)]
            else:
                rows += [json.loads(line) for line in stream]
    return rows


def ids(out: object) -> Counter:
    """How many rows each document has."""
    return Counter(row["id"] for row in results(out))
