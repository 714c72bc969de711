"""Finders made from regular expressions: what they match is debris as a whole line, or the match
itself.
"""

import re
from collections.abc import Iterable

from cleaners.debris.rule import Finder, Span

# What hangs on a paragraph hangs at its end: a teaser with its headline has up to 200 characters.
CHARS_OF_AN_ENDING = 300
# Names are known by their capitals; most other debris is not.
CASED = re.NOFLAG


def opening(pattern: str, case: re.RegexFlag = re.IGNORECASE) -> Finder:
    """The whole text when it begins with the pattern, marks before it aside."""
    match = re.compile(rf"\W*(?:{pattern})", re.VERBOSE | case).match

    def find(text: str) -> Iterable[Span]:
        return ((0, len(text)),) if match(text) else ()

    return find


def whole(pattern: str, case: re.RegexFlag = re.IGNORECASE) -> Finder:
    """The whole text when the pattern covers it, marks around it aside."""
    return opening(rf"(?:{pattern})\W*\Z", case)


def holding(pattern: str, case: re.RegexFlag = re.IGNORECASE) -> Finder:
    """The whole text when the pattern occurs in it."""
    search = re.compile(pattern, re.VERBOSE | case).search

    def find(text: str) -> Iterable[Span]:
        return ((0, len(text)),) if search(text) else ()

    return find


def hanging(pattern: str, case: re.RegexFlag = re.IGNORECASE) -> Finder:
    """Only the match, which hangs on the end of a paragraph that is good without it."""
    search = re.compile(pattern, re.VERBOSE | case).search

    def find(text: str) -> Iterable[Span]:
        found = search(text, max(1, len(text) - CHARS_OF_AN_ENDING))
        return (found.span(),) if found else ()

    return find
