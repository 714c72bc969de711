"""Typos in kept paragraphs, repaired only on evidence; encoding belongs to `cleaners.encoding`."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from cleaners.model import Edit, Paragraph
from cleaners.typos import lexicon
from cleaners.typos.copy import Copy, Fix
from cleaners.typos.quotes import turned_quote
from cleaners.typos.spacing import (
    lost_space,
    lost_space_after_comma,
    space_before_stop,
    word_twice,
)

__all__ = ["RULES", "mend"]

# A fix can uncover the next one ("the the the"); texts settle in two or three passes.
MAX_PASSES = 5

Finder = Callable[[Copy], Iterator[Fix]]
RULES: tuple[tuple[str, Finder], ...] = (
    ("quotes.turned-quote", turned_quote),
    ("spacing.lost-space", lost_space),
    ("spacing.lost-space-after-comma", lost_space_after_comma),
    ("spacing.space-before-stop", space_before_stop),
    ("spacing.word-twice", word_twice),
)


def mend(paragraphs: Sequence[Paragraph], language: str | None = "en") -> tuple[Edit, ...]:
    """The edits that repair the typos of a document's paragraphs; each carries its evidence."""
    words = lexicon.of(language)
    numbers = [paragraph.number for paragraph in paragraphs]
    texts = [paragraph.text for paragraph in paragraphs]
    edits: list[Edit] = []
    for _ in range(MAX_PASSES):
        made = _made(numbers, texts, _fixes(Copy("\n".join(texts), language, words)))
        if not made:
            break
        edits += made
        after = dict(zip(numbers, texts, strict=True))
        for edit in made:
            after[edit.line] = edit.apply(after[edit.line])
        texts = list(after.values())
    return tuple(edits)


def _fixes(copy: Copy) -> list[tuple[Fix, str]]:
    """The fixes in the order of their places; where two meet, the first stands."""
    found = [(fix, rule) for rule, find in RULES for fix in find(copy)]
    found.sort(key=lambda pair: (pair[0].start, pair[0].end))
    apart: list[tuple[Fix, str]] = []
    for fix, rule in found:
        if not apart or fix.start > apart[-1][0].end:
            apart.append((fix, rule))
    return apart


def _made(
    numbers: Sequence[int], texts: Sequence[str], fixes: Sequence[tuple[Fix, str]]
) -> list[Edit]:
    """The fixes as edits of their paragraphs, each placed in the text that those before it left."""
    edits = []
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    place = 0
    shift = 0
    for fix, rule in fixes:
        while fix.start >= starts[place + 1]:
            place += 1
            shift = 0
        start, end = fix.start - starts[place], fix.end - starts[place]
        before = texts[place][start:end]
        edits.append(
            Edit(numbers[place], start + shift, end + shift, before, fix.after, rule, fix.because)
        )
        shift += len(fix.after) - len(before)
    return edits
