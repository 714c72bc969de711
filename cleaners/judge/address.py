"""What the address of a page says of its paragraphs.

News sites write the headline into the address (``/2025/03/04/harbour-bridge-reopens-after-storm``):
its words tell the headline and the story from the teasers and the other stories around them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urlsplit

import numpy as np
from numpy.typing import NDArray

from cleaners.judge.features import Columns, Glance, share
from cleaners.judge.words import Hashes, hash_of

Ints = NDArray[np.int64]

# Words of an address that say nothing of the story.
_EMPTY = frozenset(
    """
    a an and are as at be by can for from has have her his how in is it its more new not of on or
    that the this to was what when where who why will with you your amp article articles blog com
    htm html index news php post posts story www
    """.split()
)
_WORD = re.compile(r"[^\W\d_]{2,}")
# Fewer words are the name of a section or a number, not a headline.
MIN_WORDS_OF_A_SLUG = 3
MAX_WORDS_OF_A_SLUG = 16
# A line that has six of ten words of the address, and not many more, is the headline or its echo.
MIN_SHARE_OF_A_HEADLINE = 0.6
MIN_HITS_OF_A_HEADLINE = 2
MAX_WORDS_OF_A_HEADLINE = (3, 6)
# Shorter names of sites are found in many words.
MIN_LETTERS_OF_A_SITE = 4
# Lines around a line, on each side, in which the words of the address are counted.
WINDOWS = {"slug near": 2, "slug wide": 10}
# Pages of one site come together; so many addresses take about 1 MB.
MAX_ADDRESSES_REMEMBERED = 1024

NAMES = (
    "slug words",
    "slug hit",
    "slug share",
    "slug line",
    "lines after slug line",
    "lines before slug line",
    *WINDOWS,
    "site named",
)


@dataclass(frozen=True, slots=True)
class Address:
    """``hashes`` are those of the words of the slug, in order, with singulars and plurals;
    ``word`` says which word of the slug each belongs to; ``site`` is the name of the site.
    """

    hashes: Hashes
    word: Ints
    size: int
    site: str


@lru_cache(MAX_ADDRESSES_REMEMBERED)
def address_of(url: str) -> Address:
    """What there is to learn from an address; nothing, where it has no words."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return Address(np.zeros(0, np.uint64), np.zeros(0, np.int64), 0, "")
    slug = max((_words(part) for part in unquote(parts.path).split("/")), key=len)
    slug = slug[:MAX_WORDS_OF_A_SLUG] if len(slug) >= MIN_WORDS_OF_A_SLUG else []
    forms = {hash_of(form): n for n, word in enumerate(slug) for form in _forms(word)}
    hashes = np.array(sorted(forms), np.uint64)
    word = np.array([forms[value] for value in hashes.tolist()], np.int64)
    site = max(host.split("."), key=len)
    return Address(hashes, word, len(slug), site if len(site) >= MIN_LETTERS_OF_A_SITE else "")


def _words(part: str) -> list[str]:
    """The different words of a part of a path that may be of a headline."""
    return list(dict.fromkeys(w for w in _WORD.findall(part.lower()) if w not in _EMPTY))


def _forms(word: str) -> tuple[str, ...]:
    return (word, word[:-1], f"{word}'s") if word.endswith("s") else (word, f"{word}s")


def look_at_address(urls: Sequence[str | None], texts: Sequence[str], glance: Glance) -> Columns:
    """What the addresses of some pages say of their paragraphs; zeros where there is none."""
    columns = {name: np.zeros(len(texts)) for name in NAMES}
    bounds = glance.pages.bounds.tolist()
    for url, begin, end in zip(urls, bounds, bounds[1:], strict=False):
        if not url or begin == end:
            continue
        address = address_of(url)
        if address.site:
            columns["site named"][begin:end] = _named(address.site, texts[begin:end])
        if address.size:
            for name, values in _slug_columns(address, glance, begin, end).items():
                columns[name][begin:end] = values
    return columns


def _named(site: str, texts: Sequence[str]) -> list[bool]:
    """Which texts have the name of the site, as one word or as several."""
    return [site in text for text in "\n".join(texts).lower().replace(" ", "").split("\n")]


def _slug_columns(address: Address, glance: Glance, begin: int, end: int) -> Columns:
    words, rows = glance.words, end - begin
    edges = words.bounds[begin : end + 1]
    hashes = words.hashes[edges[0] : edges[-1]]
    place = np.minimum(np.searchsorted(address.hashes, hashes), len(address.hashes) - 1)
    met = np.flatnonzero(address.hashes[place] == hashes)
    line = np.searchsorted(edges - edges[0], met, "right") - 1
    size = np.maximum(np.diff(edges), 1)
    hits = np.bincount(line, minlength=rows)
    different = np.unique(line * MAX_WORDS_OF_A_SLUG + address.word[place[met]])
    hit = np.bincount(different // MAX_WORDS_OF_A_SLUG, minlength=rows)
    wanted = max(MIN_HITS_OF_A_HEADLINE, MIN_SHARE_OF_A_HEADLINE * address.size)
    times, more = MAX_WORDS_OF_A_HEADLINE
    headline = (hit >= wanted) & (size <= times * address.size + more)
    after, before = _distances(headline)
    return {
        "slug words": np.full(rows, address.size),
        "slug hit": hit / address.size,
        "slug share": share(hits, size),
        "slug line": headline,
        "lines after slug line": after,
        "lines before slug line": before,
        **{name: _around(hits, size, reach) for name, reach in WINDOWS.items()},
    }


def _distances(flags: NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """How far below the nearest flagged row above each row stands, and above the one below it; 1 is
    the flagged row itself, 0 is none.
    """
    row = np.arange(len(flags))
    above = np.maximum.accumulate(np.where(flags, row, -1))
    below = np.minimum.accumulate(np.where(flags, row, len(flags))[::-1])[::-1]
    after = np.where(above >= 0, row - above + 1, 0)
    return after, np.where(below < len(flags), below - row + 1, 0)


def _around(hits: Ints, size: Ints, reach: int) -> NDArray[np.float64]:
    """The share of hits among the words of the rows up to ``reach`` away."""
    row = np.arange(len(hits))
    low, high = np.maximum(row - reach, 0), np.minimum(row + reach + 1, len(hits))
    hits, size = np.append(0, np.cumsum(hits)), np.append(0, np.cumsum(size))
    return share(hits[high] - hits[low], size[high] - size[low])
