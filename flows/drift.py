"""The flow that tells which sites changed their template: it reads finished runs, holds each day
against the site's history (`flows.history`) and says so in an artifact and an event.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Literal

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.events import emit_event

from flows import finished, history, past_days
from flows.finished import Finished
from flows.history import Drift, SiteDay, Told
from flows.ledger_store import Receipt, Store
from flows.storage import Folder
from flows.summary import NO_SITE

Days = Literal["run", "published"]

EVENT = "cleancopy.site.drifted"
# The history, the week in which a new level becomes usual, and as much again to see it begin.
DAYS_READ = 2 * history.HISTORY_DAYS
# A run that began late in the evening ends the next day.
DAYS_UNTIL_OVER = 1
# Names in a sentence that are read.
MAX_NAMED = 20


@flow(name="drift-report", flow_run_name="drift of {out}")
def drift_report(out: str, day: date | None = None, days: Days = "run") -> list[str]:
    """Name the sites whose pages changed, and in what; the answer lists them.

    Args:
        out: The folder of the results of the runs.
        day: The day to report on; by default the last one that has documents.
        days: Whether a document belongs to the day of its run or the day it was published.
    """
    measured = measure(out, day or datetime.now(UTC).date(), days)
    last = max((each.day for each in measured), default=None)
    found = [drift for drift in history.drifts(measured) if drift.day == (day or last)]
    for drift in found:
        emit_event(EVENT, resource=_resource(drift), payload=payload(drift))
    create_markdown_artifact(
        report(found, measured, day or last), key="drift", description="Sites that changed"
    )
    create_table_artifact(
        _table(measured), key="sites-of-the-day", description="The last day of each site"
    )
    get_run_logger().info("%d sites, %d drifted", len({d.site for d in measured}), len(found))
    return [drift.site for drift in found]


@task(cache_policy=NO_CACHE)
def measure(out: str, until: date, days: Days) -> list[SiteDay]:
    """The days of each site in a folder of results; by run, days that are over are read once."""
    folder = Folder(out)
    first = until - timedelta(days=DAYS_READ)
    if days == "published":
        return _read(folder, days, first, until, finished.receipts(folder))
    past = {day: sites for day, sites in past_days.load(folder).items() if first <= day <= until}
    # The name of a receipt begins with its run and that with its day: others are not even opened.
    store = Store(folder)
    runs = ((name, finished.day_of(name)) for name in store.names())
    names = (name for name, day in runs if first <= day <= until and day not in past)
    fresh = _read(folder, days, first, until, map(store.load, names))
    over = min(until, datetime.now(UTC).date()) - timedelta(days=DAYS_UNTIL_OVER)
    for day, sites in groupby(sorted(fresh, key=lambda each: each.day), lambda each: each.day):
        if day < over:
            past_days.keep(folder, day, sites)
    return [*(each for sites in past.values() for each in sites), *fresh]


def _read(
    folder: Folder, days: Days, first: date, until: date, receipts: Iterable[Receipt]
) -> list[SiteDay]:
    told = (_told(each, days) for each in finished.documents(folder, receipts))
    return history.days_of(
        each for each in told if first <= each.day <= until and each.site != NO_SITE
    )


def report(found: Sequence[Drift], measured: Sequence[SiteDay], day: date | None = None) -> str:
    """The sites that drifted, each with what moved, as Markdown."""
    sites = len({each.site for each in measured})
    when = f" on {day}" if day else ""
    lines = ["# Sites that changed", ""]
    lines += [f"**{len(found)} of {sites} sites** are unlike their history{when}."]
    if young := history.too_young(measured):
        lines += [
            "",
            f"{len(young)} are not judged yet; that takes {history.MIN_DAYS} days with "
            f"{history.MIN_DOCUMENTS} documents or more: {', '.join(young[:MAX_NAMED])}"
            + (" …" if len(young) > MAX_NAMED else ""),
        ]
    for drift in found:
        since = "today" if drift.since == drift.day else f"since {drift.since}"
        lines += ["", f"## {drift.site}, {since}", "", f"{drift.documents} documents.", ""]
        lines += [f"- {shift} ({shift.deviations:.0f} deviations)" for shift in drift.shifts]
    if found:
        lines += ["", "Look at a page of each, then learn its profile anew (`learn-sites`)."]
    return "\n".join(lines) + "\n"


def payload(drift: Drift) -> dict[str, object]:
    """What the event says, ready for the text of a message."""
    return {
        "site": drift.site,
        "day": drift.day.isoformat(),
        "since": drift.since.isoformat(),
        "documents": drift.documents,
        "what": "; ".join(map(str, drift.shifts)),
    }


def _resource(drift: Drift) -> dict[str, str]:
    return {
        "prefect.resource.id": f"cleancopy.site.{drift.site}",
        "prefect.resource.name": drift.site,
    }


def _table(measured: Iterable[SiteDay]) -> list[dict[str, object]]:
    last = {each.site: each for each in sorted(measured, key=lambda each: each.day)}
    names = (history.SHARE, history.REMOVED, history.KEPT, history.QUALITY)
    return [
        {"site": site, "day": each.day.isoformat(), "documents": each.documents}
        | {name.name: name.printed(each.values[name]) for name in names}
        for site, each in sorted(last.items())
    ]


def _told(document: Finished, days: Days) -> Told:
    removed: dict[str, int] = {}
    for line in document.removed():
        category = str(line["category"] or "unlabelled")
        removed[category] = removed.get(category, 0) + len(str(line["text"]).split())
    return Told(
        document.site,
        _published(document) if days == "published" else document.day,
        document.number("words_read"),
        document.number("words"),
        document.quality,
        removed,
    )


def _published(document: Finished) -> date:
    try:
        return date.fromisoformat(document.text("published")[:10])
    except ValueError:
        return document.day
