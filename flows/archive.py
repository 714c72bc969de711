"""WARC and WET archives as pages. The only import of fastwarc."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from cleaners.model import Kind

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

# What a response must be to hold a story.
HTML_TYPES = ("text/html", "application/xhtml+xml")


class BrokenArchive(Exception):
    """The rest of an archive cannot be read."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of an archive; ``place`` is the offset of its record in the unpacked archive."""

    place: int
    id: str
    raw: str | bytes
    kind: Kind
    url: str | None = None
    problem: str | None = None


class _Forward:
    """A stream for fastwarc, which asks where it stands even if it may only go forward."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._place = stream, 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._place += len(data)
        return data

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence == io.SEEK_CUR:
            offset += self._place
        if whence == io.SEEK_END or offset < self._place:
            raise io.UnsupportedOperation("seek")
        while self._place < offset and self.read(min(2**16, offset - self._place)):
            pass
        return self._place

    def close(self) -> None:
        """The stream is its owner's to close."""


def pages(stream: IO[bytes], max_bytes: int) -> Iterator[Page]:
    """The HTML responses of a WARC, or the texts of a WET file, in order.

    Raises:
        BrokenArchive: the rest of it is not an archive.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    try:
        for record in ArchiveIterator(_Forward(stream), wanted, auto_decode="all"):
            if record.record_type == WarcRecordType.conversion:
                yield _page(record, max_bytes, "text")
            elif (record.http_content_type or "") in HTML_TYPES:
                yield _page(record, max_bytes, "html")
    except (ValueError, OSError, EOFError, RuntimeError) as problem:
        raise BrokenArchive(f"cannot be read as an archive: {problem}") from None


def _page(record: "WarcRecord", max_bytes: int, kind: Kind) -> Page:
    raw = record.reader.read(max_bytes + 1)
    coded = record.is_http and record.http_headers.get("Content-Encoding")
    problem = None
    if len(raw) > max_bytes:
        problem = f"larger than {max_bytes} bytes; this is not one story"
    elif len(raw) < record.content_length and not coded:
        problem = f"cut off after {len(raw)} of {record.content_length} bytes"
    charset = record.http_charset if record.is_http else "utf-8"
    return Page(
        record.stream_pos,
        (record.record_id or f"@{record.stream_pos}").strip("<>").removeprefix("urn:uuid:"),
        raw if problem else _decoded(raw, charset),
        kind,
        record.headers.get("WARC-Target-URI"),
        problem,
    )


def _decoded(raw: bytes, charset: str | None) -> str | bytes:
    """The text, where what the server said of its charset is true; else the bytes."""
    try:
        return raw.decode(charset) if charset else raw
    except (LookupError, UnicodeDecodeError):
        return raw
