"""What would change if the phrases or the policy did: a source is cleaned as it is and as it would
be, and the documents that differ are shown. Nothing is written.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from difflib import unified_diff
from itertools import tee
from pathlib import Path

from cleaners import Document, Policy, clean_many
from cleaners.debris import Phrasebook
from flows import finished
from flows.ledger_store import RECEIPTS
from flows.profiles import Profiles
from flows.records import Columns
from flows.shards import all_records
from flows.storage import Folder


@dataclass(frozen=True, slots=True)
class Changed:
    """A document that would come out differently."""

    id: str
    before: str
    after: str

    @property
    def diff(self) -> str:
        """The paragraphs that would go or come."""
        old, new = self.before.split("\n\n"), self.after.split("\n\n")
        return "\n".join(unified_diff(old, new, self.id, f"{self.id} (what if)", n=0, lineterm=""))

    @property
    def words(self) -> int:
        """How many words fewer its body would have."""
        return len(self.before.split()) - len(self.after.split())


@dataclass(slots=True)
class Difference:
    """All that would change; ``changed`` is given while it is found."""

    documents: int = 0
    words: int = 0
    changed: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """One sentence."""
        more = "fewer" if self.words >= 0 else "more"
        return (
            f"{len(self.changed):,} of {self.documents:,} documents would change, "
            f"{abs(self.words):,} words {more}"
        )


def changes(
    path: str,
    found: Difference,
    before: Policy,
    after: Policy,
    more: Phrasebook | None = None,
    sites: str = "sites",
) -> Iterator[Changed]:
    """The documents of a source, or of the sources of a folder of results, that would change.

    Raises:
        FileNotFoundError: nothing is there.
    """
    documents, first, second = tee(_documents(path, sites), 3)
    old, new = clean_many(first, policy=before), clean_many(second, policy=after, more=more)
    for document, was, would in zip(documents, old, new, strict=True):
        found.documents += 1
        if was.body != would.body:
            changed = Changed(str(document.id), was.body, would.body)
            found.changed.append(changed.id)
            found.words += changed.words
            yield changed


def _documents(path: str, sites: str) -> Iterator[Document]:
    profiles = Profiles.of_folder(sites, datetime.now(UTC).date())
    for source in _sources(path):
        for record in all_records(source, Columns()):
            if record.problem is None:
                yield replace(record.document, profile=profiles.of(record.document))


def _sources(path: str) -> list[str]:
    """What to read: the path itself, or what the runs of a folder of results read."""
    if not Path(path, RECEIPTS).is_dir():
        return [path]
    return list(dict.fromkeys(run.source for run in finished.summaries(Folder(path))))
