"""Typos in kept paragraphs, repaired only on evidence; encoding belongs to `cleaners.encoding`."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from cleaners.model import Edit, Paragraph, edit_lines
from cleaners.typos import lexicon
from cleaners.typos.attribution import glued_name
from cleaners.typos.camel import lost_space_at_capital
from cleaners.typos.copy import Copy, Fix
from cleaners.typos.hyphens import print_hyphen
from cleaners.typos.misspelt import known_misspelling
from cleaners.typos.quotes import turned_quote
from cleaners.typos.spacing import (
    early_space,
    lost_space,
    lost_space_after_comma,
    word_twice,
)
from cleaners.typos.words import unknown_word

__all__ = ["RULES", "mend"]

# A fix can uncover the next one ("the the the"); texts settle in two or three passes.
MAX_PASSES = 5

Finder = Callable[[Copy], Iterator[Fix]]
RULES: tuple[Finder, ...] = (
    turned_quote,
    lost_space,
    lost_space_after_comma,
    early_space,
    word_twice,
    print_hyphen,
    known_misspelling,
    lost_space_at_capital,
    glued_name,
    unknown_word,
)


def mend(
    paragraphs: Sequence[Paragraph],
    language: str | None = "en",
    cut: frozenset[str] = frozenset(),
) -> tuple[Edit, ...]:
    """The edits that repair the typos of a document's paragraphs; each carries its evidence.

    ``cut`` are the words that the end of a line had cut, as they stand now: with a hyphen.
    """
    words = lexicon.of(language)
    numbers = [paragraph.number for paragraph in paragraphs]
    texts = [paragraph.text for paragraph in paragraphs]
    edits: list[Edit] = []
    for _ in range(MAX_PASSES):
        made = _made(numbers, texts, _fixes(Copy("\n".join(texts), language, words, cut)))
        if not made:
            break
        edits += made
        after = dict(zip(numbers, texts, strict=True))
        edit_lines(after, made)
        texts = list(after.values())
    return tuple(edits)


def _fixes(copy: Copy) -> list[Fix]:
    """The fixes in the order of their places; where two meet, the first stands."""
    found = [fix for find in RULES for fix in find(copy)]
    found.sort(key=lambda fix: (fix.start, fix.end))
    apart: list[Fix] = []
    for fix in found:
        if not apart or fix.start > apart[-1].end:
            apart.append(fix)
    return apart


def _made(numbers: Sequence[int], texts: Sequence[str], fixes: Sequence[Fix]) -> list[Edit]:
    """The fixes as edits of their paragraphs, each placed in the text that those before it left."""
    edits = []
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    place = 0
    shift = 0
    for fix in fixes:
        while fix.start >= starts[place + 1]:
            place += 1
            shift = 0
        start, end = fix.start - starts[place], fix.end - starts[place]
        before = texts[place][start:end]
        made = Edit(
            numbers[place], start + shift, end + shift, before, fix.after, fix.rule, fix.because
        )
        edits.append(made)
        shift += len(fix.after) - len(before)
    return edits
