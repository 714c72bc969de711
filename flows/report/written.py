"""The page of a run, beside its results: the documents to look at, and some usual ones."""

from collections.abc import Iterator, Sequence

from flows import finished
from flows.addresses import address
from flows.finished import Finished
from flows.ledger_store import Receipt
from flows.report import page, summary
from flows.report.page import Shown
from flows.storage import Folder
from flows.summary import RunSummary

PAGE = "report.html"
# Documents on the page beside those to look at, so that a reader also sees what is usual, drawn
# from a few parts: a large run is not read back as a whole.
USUAL_DOCUMENTS = 30
PARTS_READ = 5


def write(run: RunSummary) -> str | None:
    """Write the page of a run; where it is, or ``None`` when nothing was cleaned."""
    if not run.tally.documents:
        return None
    folder = Folder(run.out)
    receipts = list(finished.receipts(folder, [run.run]))
    worst = _worst(run, folder, receipts)
    known = {each.id for each in worst}
    usual = [each for each in _usual(folder, receipts) if each.id not in known]
    head = summary.head(run, run_before(run), f"{len(worst)} to look at, {len(usual)} usual ones")
    folder.put_text(page.page(head, [*worst, *usual]), _name(run))
    return where(run)


def where(run: RunSummary) -> str | None:
    """Where the page of a run is; ``None`` when nothing was cleaned."""
    return address(Folder(run.out).join(_name(run))) if run.tally.documents else None


def _name(run: RunSummary) -> str:
    return f"runs/{run.run}/{PAGE}"


def run_before(run: RunSummary) -> RunSummary | None:
    """The last run of the same source that cleaned something."""
    all_runs = finished.summaries(Folder(run.out))
    earlier = (
        each
        for each in reversed(all_runs)
        if each.run < run.run and each.source == run.source and each.tally.documents
    )
    return next(earlier, None)


def _worst(run: RunSummary, folder: Folder, receipts: Sequence[Receipt]) -> list[Shown]:
    """The documents to look at, in the order of the summary, so that its links meet them."""
    parts = {doubt.part for doubt in run.tally.worst}
    wanted = {(doubt.part, doubt.id) for doubt in run.tally.worst}
    found: dict[tuple[str, str], Finished] = {}
    for receipt in receipts:
        part = receipt.name.removesuffix(".json")
        if part in parts:
            for document in finished.documents(folder, [receipt]):
                key = part, document.text("id")
                if key in wanted:
                    found[key] = document
    return [
        finished.shown(found[key], folder)
        if key in found
        else Shown(doubt.id, doubt.status, doubt.quality, problem=doubt.problem)
        for doubt in run.tally.worst
        for key in [(doubt.part, doubt.id)]
    ]


def _usual(folder: Folder, receipts: Sequence[Receipt]) -> Iterator[Shown]:
    chosen = receipts[:: max(1, len(receipts) // PARTS_READ)][:PARTS_READ]
    for receipt in chosen:
        documents = list(finished.documents(folder, [receipt]))
        share = USUAL_DOCUMENTS // len(chosen)
        step = max(1, len(documents) // share)
        for document in documents[::step][:share]:
            yield finished.shown(document, folder)
