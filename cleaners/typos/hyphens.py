"""Hyphens left from print, where a line ended in the middle of a word.

Lines are joined by `cleaners.reflow`; compounds keep their hyphen.
"""

import re
from collections.abc import Iterator

from cleaners.typos.copy import Copy, Fix
from cleaners.typos.lexicon import ENDINGS, Lexicon
from cleaners.typos.readings import BEGINNINGS, JOINING_WORDS

RULE = "joined.print-hyphen"
_HYPHEN = re.compile(r"-(?P<space> ?)(?P<second>[a-z]{2,})(?![\w’'-])")
_BEFORE = re.compile(r"(?<![\w’'-])[A-Za-z][a-z]+$")
LONGEST_PART = 30
# Tenths of zipf of the word that a line end had cut; "longterm" and "fulltime" are rarer.
MIN_ZIPF_OF_A_CUT_WORD = 25
# ... and where both parts are words too, as in "news-paper".
MIN_ZIPF_OF_A_WORD_OF_TWO = 38
# ... or the first could be a beginning: "under-stand" is a word, "re-elected" has a hyphen.
MIN_ZIPF_OF_A_WORD_WITH_A_BEGINNING = 45
# "-ish" and the like are hung on any word.
MIN_LETTERS_OF_AN_ENDING = 4
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
    for found in _HYPHEN.finditer(copy.text):
        reach = max(0, found.start() - LONGEST_PART)
        before = _BEFORE.search(copy.text, reach, found.start())
        if before and _is_cut(copy, before.group(), found, copy.lexicon):
            because = f"“{before.group() + found['second']}” was cut at the end of a printed line"
            yield Fix(found.start(), found.start("second"), "", RULE, because)


def _is_cut(copy: Copy, first: str, found: re.Match[str], lexicon: Lexicon) -> bool:
    second = found["second"]
    ends_line = first + found.group() in copy.cut
    first = first.lower()
    whole = first + second
    zipf = lexicon.known.get(whole, 0)
    if zipf < MIN_ZIPF_OF_A_CUT_WORD or second in JOINING_WORDS:
        return False
    if not ends_line and not found["space"]:
        ending = second in ENDINGS and len(second) >= MIN_LETTERS_OF_AN_ENDING
        return ending and zipf >= MIN_ZIPF_OF_A_WORD_OF_TWO
    if not _is_part(second, lexicon):
        return True
    # A page that prints the hyphen elsewhere means it.
    if not ends_line and f"{first}-{second}" in copy.text:
        return False
    if first in BEGINNINGS:
        return zipf >= MIN_ZIPF_OF_A_WORD_WITH_A_BEGINNING
    here = copy.tokens.times(whole) > 0
    return here or not _is_part(first, lexicon) or zipf >= MIN_ZIPF_OF_A_WORD_OF_TWO


def _is_part(word: str, lexicon: Lexicon) -> bool:
    """Whether a compound may be made with a word."""
    known = lexicon.known.get(word, 0) >= MIN_ZIPF_OF_A_PART
    return known and word not in ENDINGS and word not in lexicon.fragments
