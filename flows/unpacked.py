"""Compressed files as streams: gzip (of many members) and Zstandard; damage and bombs are named.
The only import of zstandard.
"""

import io
import zlib
from pathlib import PurePosixPath
from typing import IO, Protocol

SUFFIXES = (".gz", ".zst")
# A read of packed bytes. Small, because Zstandard unpacks all of it at once, up to 30,000 times
# its size.
PACKED_BYTES = 4096
# Text packs three- to tenfold and logs of equal lines a hundredfold; a bomb passes a thousand.
MAX_RATIO = 250
# Below this much output no ratio is suspicious: it does no harm.
HARMLESS_BYTES = 64 * 2**20


class Unpacker(Protocol):
    """What zlib's and Zstandard's decompressors share."""

    @property
    def eof(self) -> bool: ...  # noqa: D102
    @property
    def unused_data(self) -> bytes: ...  # noqa: D102
    def decompress(self, data: bytes, /) -> bytes: ...  # noqa: D102


class Unpacked(io.RawIOBase):
    """The unpacked bytes of a compressed stream.

    It ends early where the file was cut off, is not what its name says, or is a bomb; ``damage``
    then says which. (An error raised in the middle of a read would cost what was read before it.)
    """

    def __init__(self, packed: IO[bytes], suffix: str) -> None:
        self._packed, self._suffix = packed, suffix
        self._unpacker: Unpacker | None = None
        self._ready = memoryview(b"")
        self._rest = b""
        self._taken = self._given = 0
        self.damage: str | None = None

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object, /) -> int:
        """Fill a buffer; 0 at the end."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # as declared by RawIOBase
        while not self._ready and self.damage is None:
            data = self._rest or self._packed.read(PACKED_BYTES)
            self._rest = b""
            if not data:
                self._end()
                return 0
            self._ready = memoryview(self._unpack(data))
        size = min(len(view), len(self._ready))
        view[:size], self._ready = self._ready[:size], self._ready[size:]
        return size

    def _unpack(self, data: bytes) -> bytes:
        if self._unpacker is None:
            if self._taken and not data.strip(b"\0"):
                return b""  # padding after the last member
            self._unpacker = _unpacker(self._suffix)
        self._taken += len(data)
        try:
            ready = self._unpacker.decompress(data)
        except _errors() as problem:
            self.damage = f"not valid {self._suffix[1:]} data ({problem})"
            return b""
        if self._unpacker.eof:
            self._rest = self._unpacker.unused_data
            self._taken -= len(self._rest)
            self._unpacker = None
        self._given += len(ready)
        if self._given > HARMLESS_BYTES and self._given > MAX_RATIO * self._taken:
            self.damage = (
                f"{self._taken} packed bytes gave {self._given}: this is a bomb, not a text"
            )
        return ready

    def _end(self) -> None:
        if self._unpacker is not None:
            self.damage = (
                f"cut off in the middle of a {self._suffix[1:]} member after {self._given} bytes"
            )


def open_unpacked(packed: IO[bytes], name: str) -> IO[bytes]:
    """A stream as it is, or unpacked when its name ends in ``.gz`` or ``.zst``."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in SUFFIXES:
        return packed
    return io.BufferedReader(Unpacked(packed, suffix), 2**17)


def damage_of(stream: IO[bytes]) -> str | None:
    """Why a stream ended before its time, if it did."""
    raw = getattr(stream, "raw", None)
    return raw.damage if isinstance(raw, Unpacked) else None


def is_packed(name: str) -> bool:
    """Whether a file can only be read from its beginning."""
    return PurePosixPath(name).suffix.lower() in SUFFIXES


def _unpacker(suffix: str) -> Unpacker:
    if suffix == ".gz":
        return zlib.decompressobj(wbits=31)
    import zstandard

    return zstandard.ZstdDecompressor().decompressobj()


def _errors() -> tuple[type[Exception], ...]:
    import zstandard

    return zlib.error, zstandard.ZstdError
