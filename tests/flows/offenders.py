"""A newsroom's own cleaner around ours, with everything wrong that such a thing can have wrong."""

import ctypes
import os
import re
import time
from collections.abc import Iterable, Iterator

import cleaners
from cleaners import Article, Document

HANGS = "hangs in a regular expression " + "a" * 40 + "!"
SLEEPS = "waits for a lock that nobody opens"
CRASHES = "writes where it may not"
ABORTS = "ends in a C library's abort"
EXITS = "leaves through the back door"
HOGS = "takes all the memory there is"
RAISES = "raises an error of its own"

# A rule of a plugin with nested repeats: each letter more doubles its time.
BOMB = re.compile(r"^(?:hangs in a regular expression )(a+)+$")


def clean_many(raws: Iterable[Document], **options: object) -> Iterator[Article]:
    raws = list(raws)
    for document in raws:
        _offend(str(document.raw))
    return cleaners.clean_many(raws, **options)


def _offend(text: str) -> None:
    BOMB.search(text)
    if text == SLEEPS:
        time.sleep(3600)
    elif text == CRASHES:
        ctypes.string_at(0)
    elif text == ABORTS:
        os.abort()
    elif text == EXITS:
        os._exit(7)
    elif text == HOGS:
        bytearray(64 * 2**30)
    elif text == RAISES:
        raise RuntimeError("no such site")
