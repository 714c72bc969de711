"""Paragraphs that the scraper cut (hard wraps, a link on a line of its own) joined again; nothing
is judged here.
"""

import re
from collections.abc import Iterable, Sequence

from cleaners.model import Edit, Join, Page, Paragraph, edit_lines

A_CUT_WORD = "a word cut at the end of a line"

# A line that ends with one of these goes on in the next one, whatever that begins with.
_UNFINISHED_WORDS = (
    "a an the of to in on at by for from with and or but that which who whose than as is are"
    " was were be been has have had will would can could its their his her our your my this"
    " these those into about over under between through during via de la le du des der die das"
    " und von el los del di"
)
_UNFINISHED = frozenset(_UNFINISHED_WORDS.split())
_CLOSED = frozenset(".!?:…\u201d\"'\u2019)]»>|•©")
_OPENING = frozenset("([\u201c\u2018«")
_FOLLOWS_CLOSELY = frozenset(",.;:!?)]\u201d\u2019»%")
# A hyphen before one of these stands for the rest of a word.
_AFTER_A_HYPHEN = frozenset("and or to und oder bis et ou y o e i en of och og i lub".split())
_ITEM_MARKS = frozenset("•·-–—*▪●>")
# The marks that open a quotation in English and French close it in German and Danish.
_QUOTED_SENTENCE = re.compile(r"[.!?…][“«‘]\Z|„[^“”„]*“\Z|»[^»]*«\Z|‚[^‘’]*‘\Z")
# What begins in lower case and yet goes on with nothing: "di Ana Rios", "fot. Piet Vries / Kurier".
_CREDIT = re.compile(
    r"(?:di|fot\.|foto:?|by|von|par|por|door)\s+(?:[A-ZÀ-Ž][\w.’'-]*[\s/,&]*){2,6}\Z"
)
_LETTERS = re.compile(r"[^\W\d_]+")
# Shorter lines in lower case are as often a menu as a torn sentence.
MIN_WORDS_OF_A_TORN_LINE = 4
# Where blank lines part the paragraphs, a shorter line was broken by its author: a verse, a list.
MIN_CHARS_OF_A_WRAPPED_LINE = 50
# Only lines begun like this many words of a sentence take up a capitalised link ...
MIN_WORDS_BEFORE_A_LINK = 5
# ... of no more words than that.
MAX_WORDS_OF_A_LINK = 8


def reflow(page: Page, edits: Iterable[Edit]) -> tuple[tuple[Paragraph, ...], tuple[Join, ...]]:
    """The paragraphs of a page that was restored by these edits, and the joins that made them.

    Lines with a blank line between them are never joined, so that a body stays as it is when read
    again; nor are lines of HTML, where the blocks are known.
    """
    paragraphs = _lines(page, edits)
    joins = () if page.kind == "html" else tuple(_joins(paragraphs))
    return _joined(paragraphs, joins), joins


def cut_words(page: Page, joins: Iterable[Join]) -> frozenset[str]:
    """The words that the end of a line had cut, as they stand in the joined lines: with a hyphen.

    >>> from cleaners.model import Line
    >>> page = Page((Line(0, "The govern-"), Line(1, "ment fell.")))
    >>> cut_words(page, [Join(1, 0, "", A_CUT_WORD)])
    frozenset({'govern-ment'})
    """
    return frozenset(
        page.lines[join.to].text.split()[-1] + _LETTERS.findall(page.lines[join.line].text)[0]
        for join in joins
        if join.because == A_CUT_WORD
    )


def _lines(page: Page, edits: Iterable[Edit]) -> list[Paragraph]:
    texts = page.texts()
    edit_lines(texts, edits)
    paragraphs = []
    gap = 0
    for (number, text), markup in zip(texts.items(), page.markups(), strict=False):
        if text := text.strip():
            paragraphs.append(Paragraph(number, text, gap, markup))
            gap = 0
        else:
            gap += 1
    return paragraphs


def _joins(lines: Sequence[Paragraph]) -> Iterable[Join]:
    taken = False
    shortest = MIN_CHARS_OF_A_WRAPPED_LINE if any(line.gap for line in lines[1:]) else 0
    for place in range(1, len(lines)):
        above, line = lines[place - 1], lines[place]
        hyphen = _ends_in_hyphen(above.text, line.text)
        if line.gap or (len(above.text) < shortest and not hyphen):
            taken = False
            continue
        because = _continues(above.text, line.text, taken)
        if because is None and place + 1 < len(lines) and not lines[place + 1].gap:
            below = lines[place + 1].text
            if taken or not _is_item(above.text):
                because = _link_between(above.text, line.text, below)
        taken = because is not None
        if because:
            yield Join(line.number, above.number, _glue(above.text, line.text), because)


def _continues(above: str, line: str, taken: bool) -> str | None:
    """Why a line goes on with the sentence above it, or ``None``.

    ``taken`` says that the line above was itself joined to one above.
    """
    first, last = line[0], above[-1]
    if _is_cut(above, line):
        return A_CUT_WORD
    if last in _CLOSED or first in _ITEM_MARKS or _QUOTED_SENTENCE.search(above):
        return None
    if first.islower() and not _CREDIT.match(line):
        torn = taken or (not _is_item(above) and (_is_torn(above) or _is_torn(line)))
        return "goes on in lower case" if torn else None
    if first in _FOLLOWS_CLOSELY:
        return "goes on with a stop or comma"
    if last == "," or last in _OPENING:
        return "the line above ends in the middle" if _is_torn(above) or taken else None
    if above.split()[-1] in _UNFINISHED and (taken or _is_torn(above)):
        return "the line above ends in the middle"
    return None


def _is_item(line: str) -> bool:
    """Whether a line that goes on with none above it is an item of a list, in lower case."""
    return line[0].islower()


def _ends_in_hyphen(above: str, line: str) -> bool:
    """Whether a line ends in a part of a word, and the next one goes on in small letters."""
    return above[-1] == "-" and above[-2:-1].isalpha() and line[0].islower()


def _is_cut(above: str, line: str) -> bool:
    """Whether a line ends in the middle of a word; "mid-" before "and" is whole."""
    return _ends_in_hyphen(above, line) and line.partition(" ")[0] not in _AFTER_A_HYPHEN


def _is_torn(text: str) -> bool:
    return text.count(" ") + 1 >= MIN_WORDS_OF_A_TORN_LINE


def _link_between(above: str, line: str, below: str) -> str | None:
    """Whether a line is a link that stood inside the sentence around it."""
    if above[-1] in _CLOSED or line[-1] in _CLOSED or line[0] in _ITEM_MARKS:
        return None
    if not above[-1].islower() or above.count(" ") + 1 < MIN_WORDS_BEFORE_A_LINK:
        return None
    if line.count(" ") + 1 > MAX_WORDS_OF_A_LINK:
        return None
    goes_on = below[0] in _FOLLOWS_CLOSELY or (below[0].islower() and _is_torn(below))
    return "a link inside a sentence" if goes_on else None


def _glue(above: str, line: str) -> str:
    closely = line[0] in _FOLLOWS_CLOSELY or above[-1] in _OPENING or _is_cut(above, line)
    return "" if closely else " "


def _joined(lines: Sequence[Paragraph], joins: Sequence[Join]) -> tuple[Paragraph, ...]:
    if not joins:
        return tuple(lines)
    glue = {join.line: join.glue for join in joins}
    parts: list[list[str]] = []
    heads: list[Paragraph] = []
    for line in lines:
        if line.number in glue:
            parts[-1] += (glue[line.number], line.text)
        else:
            heads.append(line)
            parts.append([line.text])
    return tuple(
        Paragraph(head.number, "".join(part), head.gap, head.markup)
        for head, part in zip(heads, parts, strict=True)
    )
