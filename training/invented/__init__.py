"""Pages written for training, beside the checked ones: a few hundred sites show the model few of
the ways in which captions, teasers, promotions and notes are worded; whoever reads knows them all.

Each text file beside this one holds pages of one field. A page begins with a line of its number,
its kind and what was scraped of it; a body line begins with a plus sign, a line of debris with a
minus sign and what it is:

    === 017 | article | container
    -headline How to keep a clay oven from cracking
    + The first winter is the worst, because water has crept into the clay by then.
    -caption The oven at Harrow Farm after its second firing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.pages import Sample

FOLDER = Path(__file__).parent
INVENTED = "invented"
# Scrapers print blank lines between lines, or none.
GAPS = ("\n", "\n\n")
_PAGE = re.compile(r"=== (?P<number>\w+) *\|")
_LINE = re.compile(r"(?:\+ |-(?P<kind>[a-z]+) )(?P<text>.*\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; ``kind`` says what a line of debris is, and nothing of the body."""

    text: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class InventedPage:
    """A page by its name, and its lines in order."""

    name: str
    lines: Sequence[Line]

    @property
    def body(self) -> str:
        """The lines of the body."""
        return "\n\n".join(line.text for line in self.lines if line.kind is None)


def pages(folder: Path = FOLDER) -> Iterator[InventedPage]:
    """The pages of all files of a folder.

    Raises:
        ValueError: a line is neither the head of a page nor a line of one; says which.
    """
    for path in sorted(folder.glob("*.txt")):
        yield from _pages_of(path)


def _pages_of(path: Path) -> Iterator[InventedPage]:
    name, lines = "", list[Line]()
    for number, row in enumerate(path.read_text("utf-8").split("\n"), 1):
        head, line = _PAGE.match(row), _LINE.fullmatch(row.rstrip())
        if head:
            if lines:
                yield InventedPage(name, lines)
            name, lines = f"{path.stem}-{head['number']}", []
        elif line and name:
            lines.append(Line(line["text"], line["kind"]))
        elif row.strip():
            raise ValueError(f"{path}, line {number}: begins with neither +, - nor ===: {row[:60]}")
    if lines:
        yield InventedPage(name, lines)


def samples(folder: Path = FOLDER, seed: int = 0) -> Iterator[Sample]:
    """The pages as a scraper prints them; each is a site of its own."""
    chance = np.random.default_rng(seed)
    for page in pages(folder):
        raw = str(chance.choice(GAPS)).join(line.text for line in page.lines)
        yield Sample(page.name, f"{page.name}.example", raw, page.body, INVENTED, INVENTED)
