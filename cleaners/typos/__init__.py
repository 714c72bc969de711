"""Typos in kept paragraphs, repaired only on evidence; encoding belongs to `cleaners.encoding`."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from cleaners.model import Edit, EditRule, Paragraph, edit_lines
from cleaners.typos import (
    attribution,
    camel,
    hyphens,
    lexicon,
    misspelt,
    quotes,
    sentences,
    spacing,
    twice,
    words,
)
from cleaners.typos.copy import Copy, Fix

__all__ = ["RULES", "mend"]

# A fix can uncover the next one ("the the the"); texts settle in two or three passes.
MAX_PASSES = 5

Finder = Callable[[Copy], Iterator[Fix]]
# What finds typos, and what its fixes are called.
RULES: tuple[tuple[Finder, tuple[EditRule, ...]], ...] = (
    (quotes.turned_quote, (quotes.TURNED,)),
    (sentences.lost_space, (sentences.LOST_SPACE,)),
    (spacing.lost_space_after_comma, (spacing.AFTER_COMMA,)),
    (spacing.early_space, (spacing.EARLY_SPACE,)),
    (twice.word_twice, (twice.WORD_TWICE,)),
    (hyphens.print_hyphen, (hyphens.PRINT_HYPHEN,)),
    (misspelt.known_misspelling, (misspelt.KNOWN,)),
    (camel.lost_space_at_capital, (camel.AT_CAPITAL,)),
    (attribution.glued_name, (attribution.NAME_AND_VERB,)),
    (words.unknown_word, (words.LOST_SPACE, words.STRAY_SPACE, *words.SLIPS.values())),
)


def mend(
    paragraphs: Sequence[Paragraph],
    language: str | None = "en",
    cut: frozenset[str] = frozenset(),
) -> tuple[Edit, ...]:
    """The edits that repair the typos of a document's paragraphs; each carries its evidence.

    ``cut`` are the words that the end of a line had cut, as they stand now: with a hyphen.
    """
    known = lexicon.of(language)
    numbers = [paragraph.number for paragraph in paragraphs]
    texts = [paragraph.text for paragraph in paragraphs]
    edits: list[Edit] = []
    for _ in range(MAX_PASSES):
        made = _made(numbers, texts, _fixes(Copy("\n".join(texts), language, known, cut)))
        if not made:
            break
        edits += made
        after = dict(zip(numbers, texts, strict=True))
        edit_lines(after, made)
        texts = list(after.values())
    return tuple(edits)


def _fixes(copy: Copy) -> list[Fix]:
    """The fixes in the order of their places; where two meet, the first stands."""
    found = [fix for find, _ in RULES for fix in find(copy)]
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
