"""What sources give and shards are made of; how it is read belongs to `flows.sources`."""

import hashlib
from dataclasses import dataclass

from cleaners import Document
from flows.form import explained

CONTENT_DIGEST_BYTES = 12
# What a document is known by: its origin (a file), its id in it, and the digest of its content.
Done = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the fields in sources that have fields (JSONL, CSV, Parquet)."""

    id: str = explained(
        "id",
        "What a document is called; without it, the name of its file and the number of its row.",
    )
    text: str = explained("text", "The field of plain text.")
    html: str = explained("html", "The field of HTML; it goes before text when a row has both.")
    url: str = explained("url", "The address of the page; its domain is the site.")
    language: str = explained("language", "A code such as en or de, when the row says.")


@dataclass(frozen=True, slots=True)
class Found:
    """A file of a source: where it is, what documents in it are named after, and its size.

    ``stamp`` changes when the file does: its time of change, or the tag of an object store.
    """

    url: str
    name: str
    size: int
    stamp: str


@dataclass(frozen=True, slots=True)
class Extent:
    """A piece of a file that one shard reads: pieces ``start`` to ``stop`` in the file's own unit.

    The unit is the format's: bytes of lines, row groups, the whole file, or lanes (a file that can
    only be read from its beginning is read by each of ``stop`` lanes, and lane ``start`` keeps
    every ``stop``-th block of records).
    """

    file: Found
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Record:
    """One document of a source; ``problem`` says why it cannot be read, then ``raw`` is what is
    left of it.
    """

    origin: str
    document: Document
    problem: str | None = None

    @property
    def id(self) -> str:
        """The name of the document within its source."""
        return self.document.id or self.origin

    def key(self) -> Done:
        """What this document is known by; the digest is of everything the source says of it."""
        raw = self.document.raw
        about = (self.document.kind, self.document.url, self.document.language, self.problem)
        whole = hashlib.blake2b(repr(about).encode(), digest_size=CONTENT_DIGEST_BYTES)
        whole.update(raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass"))
        return self.origin, self.id, whole.hexdigest()
