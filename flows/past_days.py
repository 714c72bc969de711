"""The days of sites that are over, kept in a folder of results: a report that looks back for weeks
need not read their documents again. It also outlives them: what is cleaned anew with other
rules belongs to the day on which that was done.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from flows.history import Measure, SiteDay
from flows.storage import Folder

FOLDER = "history"


def load(folder: Folder) -> dict[date, list[SiteDay]]:
    """The days that are kept, each with its sites."""
    names = sorted(name for name in folder.names(FOLDER) if name.endswith(".json"))
    return {day_of(name): list(_read(folder, name)) for name in names}


def keep(folder: Folder, day: date, sites: Iterable[SiteDay]) -> None:
    """Keep a day that is over."""
    rows = [
        [
            each.site,
            each.documents,
            [[m.name, m.noise, m.percent, value] for m, value in each.values.items()],
        ]
        for each in sites
    ]
    folder.put_text(json.dumps(rows, ensure_ascii=False), f"{FOLDER}/{day}.json")


def day_of(name: str) -> date:
    """The day of a file.

    >>> day_of("history/2026-11-01.json")
    datetime.date(2026, 11, 1)
    """
    return date.fromisoformat(name.rpartition("/")[2].removesuffix(".json"))


def _read(folder: Folder, name: str) -> Iterator[SiteDay]:
    for site, documents, values in json.loads(folder.read_text(name)):
        measured = {Measure(said, noise, percent): value for said, noise, percent, value in values}
        yield SiteDay(site, day_of(name), documents, measured)
