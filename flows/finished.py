"""Finished documents, read back from a folder of results: the row, the ledger, their run."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from cleaners.explain import Part, Passage
from flows import storage, tables
from flows.ledger_store import Receipt, Store
from flows.profiles import site_of
from flows.report.page import Shown
from flows.results import Row
from flows.sinks import BODIES, LEDGER, TEXTS, text_name
from flows.storage import Folder
from flows.summary import NO_SITE, SUMMARY, RunSummary

# A run is named after the moment it began.
RUN_DAY = "%Y%m%d"


@dataclass(frozen=True, slots=True)
class Finished:
    """A document of a folder of results; ``ledger`` is empty when it gave no article."""

    row: Row
    ledger: Row
    run: str

    def text(self, name: str) -> str:
        """A field of the row, "" where it says nothing."""
        return str(self.row.get(name) or "")

    def number(self, name: str) -> int:
        """A count of the row."""
        value = self.row.get(name)
        return value if isinstance(value, int) else 0

    @property
    def quality(self) -> float:
        """How sure the judge was."""
        value = self.row.get("quality")
        return float(value) if isinstance(value, int | float) else 0.0

    @property
    def site(self) -> str:
        """Its site, as profiles know it, or as it calls itself."""
        found = site_of(self.text("url") or None, self.text("id"))
        return found or self.text("site") or NO_SITE

    @property
    def day(self) -> date:
        """The day its run began."""
        return day_of(self.run)

    def removed(self) -> list[Mapping[str, object]]:
        """The removed lines of its ledger."""
        return _rows(self.ledger.get("removed"))


def day_of(run: str) -> date:
    """The day a run began, by its name, or by that of one of its receipts.

    >>> day_of("20261101T060000-aaaa")
    datetime.date(2026, 11, 1)
    """
    return datetime.strptime(run[:8], RUN_DAY).date()


def documents(folder: Folder, receipts: Iterable[Receipt]) -> Iterator[Finished]:
    """The documents of some receipts."""
    for receipt in receipts:
        ledgers = {
            (str(row["origin"]), str(row["id"])): row
            for file in receipt.files
            if file.startswith(f"{LEDGER}/")
            for row in rows(folder, file)
        }
        for file in receipt.files:
            if file.startswith(f"{BODIES}/"):
                for row in rows(folder, file):
                    key = str(row["origin"]), str(row["id"])
                    yield Finished(row, ledgers.get(key, {}), receipt.run)


def receipts(folder: Folder, runs: Iterable[str] | None = None) -> Iterator[Receipt]:
    """The receipts of a folder, oldest first; of some runs, or all."""
    store = Store(folder)
    # Their names begin with the run: those of others are not opened.
    wanted = None if runs is None else tuple(f"{run}-" for run in runs)
    for name in store.names():
        if wanted is None or name.startswith(wanted):
            yield store.load(name)


def rows(folder: Folder, file: str) -> Iterator[dict[str, object]]:
    """The rows of a file of results."""
    with storage.open_file(folder.join(file)) as handle:
        if file.endswith(".parquet"):
            for _, row in tables.rows(handle):
                yield row
        else:
            for line in handle:
                yield json.loads(line)


def summaries(folder: Folder) -> list[RunSummary]:
    """What the finished runs of a folder did, oldest first."""
    names = sorted(name for name in folder.names("runs") if name.endswith(f"/{SUMMARY}"))
    return [RunSummary.of_json(json.loads(folder.read_text(name))) for name in names]


def shown(document: Finished, folder: Folder) -> Shown:
    """A finished document as a page shows it: its body with what was removed in between."""
    return Shown(
        document.text("id"),
        document.text("status"),
        document.quality,
        tuple(sorted(_passages(document, folder), key=lambda passage: passage.line)),
        document.site,
        document.text("title") or None,
        document.text("problem") or None,
    )


def _passages(document: Finished, folder: Folder) -> Iterator[Passage]:
    body = _body(document, folder)
    paragraphs = body.split("\n\n") if body else []
    kept = document.ledger.get("kept")
    lines = kept if isinstance(kept, list) and len(kept) == len(paragraphs) else None
    # Each change once: a page whose quotation marks were all broken has hundreds of the same.
    changes: dict[int, dict[str, None]] = {}
    for edit in _rows(document.ledger.get("edits")):
        changes.setdefault(_line(edit), {})[_said_of(edit)] = None
    for place, text in enumerate(paragraphs):
        line = lines[place] if lines else place
        yield Passage(line + 1, True, (Part(text),), tuple(changes.get(line, ())))
    for each in document.removed():
        reason = f"dropped as {each['rule']}: {each['because']}"
        yield Passage(_line(each) + 1, False, (Part(str(each["text"])),), (reason,))


def _said_of(edit: Mapping[str, object]) -> str:
    made = f"{edit['before']} → {edit['after']}" if edit["after"] else f"{edit['before']}"
    return f"{edit['stage']}, {edit['rule']}: {edit['because']}: {made}"


def _body(document: Finished, folder: Folder) -> str:
    if "body" in document.row or document.text("status") == "failed":
        return document.text("body")
    return folder.read_text(f"{TEXTS}/{text_name(document.row)}").strip()


def _line(row: Mapping[str, object]) -> int:
    value = row["line"]
    return value if isinstance(value, int) else 0


def _rows(value: object) -> list[Mapping[str, object]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
