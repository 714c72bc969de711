"""Hyphens left from print, where a line ended in the middle of a word.

Lines are joined by `cleaners.reflow`; compounds keep their hyphen.
"""

import re
from collections.abc import Iterator

from cleaners.model import EditRule
from cleaners.typos.copy import Copy, Fix
from cleaners.typos.lexicon import ENDINGS, Lexicon
from cleaners.typos.readings import BEGINNINGS, JOINING_WORDS

PRINT_HYPHEN = EditRule(
    "joined.print-hyphen",
    "a hyphen where a printed line ended",
    "The govern-ment said so on Monday.",
    "The government said so on Monday.",
)
_HYPHEN = re.compile(r"-(?P<space> ?)(?P<second>[a-z]{2,})(?![\w’'-])")
_BEFORE = re.compile(r"(?<![\w’'-])[A-Za-z][a-z]+$")
# A page that prints a compound with its hyphen means it where a space follows too.
_COMPOUND = re.compile(r"[A-Za-z]+-[a-z]+")
LONGEST_PART = 30
# Tenths of zipf of the word that a line end had cut; "longterm" and "fulltime" are rarer.
MIN_ZIPF_OF_A_CUT_WORD = 25
# ... and where both parts are words too, as in "news-paper".
MIN_ZIPF_OF_A_WORD_OF_TWO = 38
# ... or the first could be a beginning: "under-stand" is a word, "re-elected" has a hyphen.
MIN_ZIPF_OF_A_WORD_WITH_A_BEGINNING = 45
# "-ish" and the like are hung on any word.
MIN_LETTERS_OF_AN_ENDING = 4
_ENDINGS = frozenset(end for end in ENDINGS if len(end) >= MIN_LETTERS_OF_AN_ENDING)
# A rarer string is no word that a compound is made with.
MIN_ZIPF_OF_A_PART = 30


def print_hyphen(copy: Copy) -> Iterator[Fix]:
    """A hyphen where a printed line ended ("govern-ment", "govern- ment").

    Compounds ("well-known"), beginnings ("re-elect") and hyphens that stand for a word ("short- and
    long-term") are left.

    >>> from cleaners.typos import lexicon
    >>> text = "The govern-ment and the well-known news- paper re-elect short- and long-term."
    >>> [(fix.start, fix.after) for fix in print_hyphen(Copy(text, "en", lexicon.of("en")))]
    [(10, ''), (39, '')]
    """
    if copy.lexicon is None:
        return
    cut = [pair for pair in _hyphens(copy) if _is_cut(copy, *pair, copy.lexicon)]
    spaced = any(hyphen["space"] for _, hyphen in cut)
    compounds = frozenset(_COMPOUND.findall(copy.text)) if spaced else frozenset()
    for first, hyphen in cut:
        if not hyphen["space"] or f"{first}-{hyphen['second']}" not in compounds:
            because = f"“{first + hyphen['second']}” was cut at the end of a printed line"
            yield Fix(hyphen.start(), hyphen.start("second"), "", PRINT_HYPHEN.name, because)


def _hyphens(copy: Copy) -> Iterator[tuple[str, re.Match[str]]]:
    """Each hyphen between words in small letters that could be left from print, with the word
    before it: the end of a line cut there, a space follows, or an ending.
    """
    for hyphen in _HYPHEN.finditer(copy.text):
        if not (copy.cut or hyphen["space"] or hyphen["second"] in _ENDINGS):
            continue
        reach = max(0, hyphen.start() - LONGEST_PART)
        if before := _BEFORE.search(copy.text, reach, hyphen.start()):
            yield before.group(), hyphen


def _is_cut(copy: Copy, first: str, hyphen: re.Match[str], lexicon: Lexicon) -> bool:
    second = hyphen["second"]
    ends_line = first + hyphen.group() in copy.cut
    first = first.lower()
    whole = first + second
    zipf = lexicon.known.get(whole, 0)
    if zipf < MIN_ZIPF_OF_A_CUT_WORD or second in JOINING_WORDS:
        return False
    if not ends_line and not hyphen["space"]:
        return second in _ENDINGS and zipf >= MIN_ZIPF_OF_A_WORD_OF_TWO
    if not _is_part(second, lexicon):
        return True
    if first in BEGINNINGS:
        return zipf >= MIN_ZIPF_OF_A_WORD_WITH_A_BEGINNING
    here = copy.tokens.times(whole) > 0
    return here or not _is_part(first, lexicon) or zipf >= MIN_ZIPF_OF_A_WORD_OF_TWO


def _is_part(word: str, lexicon: Lexicon) -> bool:
    """Whether a compound may be made with a word."""
    known = lexicon.known.get(word, 0) >= MIN_ZIPF_OF_A_PART
    return known and word not in ENDINGS and word not in lexicon.fragments
