"""Pages to learn joins from: the lines of each, and which of them go on with the line above.

One scraper leaves the blocks of a page whole, others tear the same page at links, at emphasis or
at the end of a printed line. Whatever ends where no block ends was torn.
"""

import re
import textwrap
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from cleaners import encoding, readers
from cleaners.judge.prose import holds_prose
from cleaners.model import Document, Paragraph
from cleaners.reflow import lines_of
from training.pages import Sample

# The scraper that leaves blocks whole, by the name of its variant.
WHOLE = "blocktext"
# A line is sought in the whole page from where the last one was found, so many characters ahead.
FARTHEST = 3000
# Rows of tables and menus are torn or not as a scraper likes: they hardly count, and rather as
# lines of their own.
WEIGHT_OF_A_ROW = 0.05
WEIGHT_OF_AN_ITEM = 0.2
WIDTHS = (56, 84)
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Torn:
    """The lines of a page; ``goes_on`` says of each whether it goes on with the one above, and
    ``weight`` how much that counts, 0 where nothing is known.
    """

    sample: Sample
    lines: Sequence[Paragraph]
    goes_on: NDArray[np.bool_]
    weight: NDArray[np.float32]


def of(samples: Sequence[Sample], seed: int = 0) -> Iterator[Torn]:
    """The pages of all samples that a scraper left whole, in which nothing goes on, and as others
    tore them; and pages made of the whole ones: a line a block, and wrapped as print is.
    """
    chance = np.random.default_rng(seed)
    pages: dict[str, list[Sample]] = defaultdict(list)
    for sample in samples:
        pages[sample.id].append(sample)
    for alike in pages.values():
        for whole in (sample for sample in alike if sample.variant == WHOLE):
            blocks = [line.text for line in lines(whole.raw)]
            for sample in alike:
                yield torn(sample, blocks)
            yield torn(replace(whole, raw="\n".join(blocks)), blocks)
            yield torn(replace(whole, raw=_wrapped(blocks, chance)), blocks)


def lines(raw: str) -> list[Paragraph]:
    """The lines of a plain text, none joined."""
    page = readers.read(Document(raw, kind="text"), "fast")
    return lines_of(page, encoding.restore(page.texts()))


def torn(sample: Sample, blocks: Sequence[str]) -> Torn:
    """What is known of the lines of a page by its blocks."""
    own = lines(sample.raw)
    goes_on = np.zeros(len(own), bool)
    weight = np.zeros(len(own), np.float32)
    ends = list(accumulate(len(_packed(block)) for block in blocks))
    prose = [holds_prose(block) for block in blocks]
    above: int | None = None
    for place, (begin, end) in enumerate(_places([line.text for line in own], blocks)):
        if above is not None and begin == above and not own[place].gap:
            block, last = bisect_right(ends, begin), bisect_right(ends, begin - 1)
            goes_on[place] = block == last
            less = WEIGHT_OF_A_ROW if goes_on[place] else WEIGHT_OF_AN_ITEM
            weight[place] = 1 if prose[block] or prose[last] else less
        above = end
    return Torn(sample, own, goes_on, weight)


def _places(texts: Sequence[str], blocks: Sequence[str]) -> Iterator[tuple[int, int | None]]:
    """Where in the characters of all blocks each text begins and ends; an end is ``None`` where it
    is not found.
    """
    whole = "".join(map(_packed, blocks))
    at = 0
    for text in texts:
        sought = _packed(text)
        begin = whole.find(sought, at, at + len(sought) + FARTHEST)
        if begin >= 0:
            at = begin + len(sought)
        yield begin, at if begin >= 0 else None


def _packed(text: str) -> str:
    return _BLANK.sub("", text)


def _wrapped(blocks: Sequence[str], chance: np.random.Generator) -> str:
    """A page as print has it: lines of one width, mostly with blank lines between paragraphs."""
    width = int(chance.integers(*WIDTHS))
    wrapped = ("\n".join(textwrap.wrap(block, width, break_on_hyphens=False)) for block in blocks)
    return "\n\n".join(wrapped) if chance.random() < 0.7 else "\n".join(wrapped)
