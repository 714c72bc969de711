"""Documents that come in on standard input: kept as a file first, so that shards can share it and a
killed run can be continued.
"""

import hashlib
from typing import IO

from flows.storage import Folder
from flows.unpacked import open_unpacked

FOLDER = "piped"
CHUNK_BYTES = 2**20
DIGEST_BYTES = 8
# How what comes in begins, and what it is then; anything else is one text.
_BEGINNINGS = (
    (b"{", ".jsonl"),
    (b"<", ".html"),
    (b"WARC/", ".warc"),
    (b"PAR1", ".parquet"),
)
_PACKED = ((b"\x1f\x8b", ".gz"), (b"\x28\xb5\x2f\xfd", ".zst"))


def keep(stream: IO[bytes], folder: Folder) -> str:
    """Write a stream to a file of the results' folder; its URL. The same input has the same name,
    so that it is known again.
    """
    written = folder.scratch(f"{FOLDER}/input")
    whole = hashlib.blake2b(digest_size=DIGEST_BYTES)
    with written.open("wb") as copy:
        while chunk := stream.read(CHUNK_BYTES):
            copy.write(chunk)
            whole.update(chunk)
    with written.open("rb") as copy:
        suffix = _suffix(copy)
    name = f"{FOLDER}/{whole.hexdigest()}{suffix}"
    folder.put(written, name)
    return folder.join(name)


def _suffix(copy: IO[bytes]) -> str:
    start = copy.read(8)
    copy.seek(0)
    packed = next((suffix for magic, suffix in _PACKED if start.startswith(magic)), "")
    start = open_unpacked(copy, f"input{packed}").read(1000).lstrip()
    kind = next((suffix for magic, suffix in _BEGINNINGS if start.startswith(magic)), ".txt")
    return kind + packed
