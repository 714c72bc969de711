"""Spaces lost after a comma, and spaces left before a full stop."""

import re
from collections.abc import Iterator

from cleaners.model import EditRule
from cleaners.typos.copy import CHARS_BEFORE_A_MARK, Copy, Fix

AFTER_COMMA = EditRule(
    "spacing.lost-space-after-comma",
    "two words with a comma but no space between them",
    "They asked the clerk,the mayor and all of the others who had been there.",
    "They asked the clerk, the mayor and all of the others who had been there.",
)
_COMMA = re.compile(r",(?=[a-z]{2})")
_BEFORE_COMMA = re.compile(r"(?:^|[\s-])[(“\"]?(?P<word>[A-Za-zÀ-ɏ]?[a-zß-ɏ]+)$")
# In a list of tags or values the next comma has no space after it either.
_AFTER_COMMA = re.compile(
    r"(?P<word>[a-z]+)(?:[’'][a-z]{1,2}|(?:-[a-z]+)+)?(?=[\s.;:?!]|, |$)", re.MULTILINE
)
# Tenths of zipf: a comma between rarer words may belong to a list of tags or values.
MIN_ZIPF_AROUND_A_COMMA = 30
# A shorter line is a row of a table ("city,country").
MIN_WORDS_AROUND_A_COMMA = 4
# These go on with a sentence ("and", "who"), whatever stands before the comma.
MIN_ZIPF_AFTER_ANY_WORD = 60


def lost_space_after_comma(copy: Copy) -> Iterator[Fix]:
    """Two words with a comma but no space between them ("the clerk,the mayor")."""
    if copy.lexicon is None:
        return
    zipf = copy.lexicon.zipf
    for mark in _COMMA.finditer(copy.text):
        before = _BEFORE_COMMA.search(
            copy.text[max(0, mark.start() - CHARS_BEFORE_A_MARK) : mark.start()]
        )
        after = _AFTER_COMMA.match(copy.text, mark.end())
        if before and after:
            first, second = zipf(before["word"].lower()), zipf(after["word"])
            common = min(first, second) >= MIN_ZIPF_AROUND_A_COMMA
            likely = common or second >= MIN_ZIPF_AFTER_ANY_WORD
            around = "".join(copy.line_around(mark.start(), mark.end()))
            if likely and around.count(" ") + 1 >= MIN_WORDS_AROUND_A_COMMA:
                because = "a comma between two words of a sentence"
                yield Fix(mark.end(), mark.end(), " ", AFTER_COMMA.name, because)


EARLY_SPACE = EditRule(
    "spacing.early-space",
    "a space before the full stop of a sentence",
    "The bridge is closed . It will open in May.",
    "The bridge is closed. It will open in May.",
)
_EARLY = re.compile(r" \.(?=\s|$)(?<=[^\W\d_] \.)")
# After a name the space is as often what an image or a link left behind.
_WORD_BEFORE = re.compile(r"(?:^|\s)[a-zß-ɏ]+$")
_GOES_ON_AFTER = re.compile(r" [A-Z“]")
# A text that does it more often has a system of its own, or lost its links.
MAX_EARLY_STOPS = 1


def early_space(copy: Copy) -> Iterator[Fix]:
    """A space before the full stop of a sentence; spaced dots (". . .") and commands are left."""
    if " ." not in copy.text:
        return
    found = list(_EARLY.finditer(copy.text))
    if len(found) <= MAX_EARLY_STOPS:
        for stop in found:
            left, _ = copy.line_around(stop.start(), stop.end())
            if _WORD_BEFORE.search(left) and _GOES_ON_AFTER.match(copy.text, stop.end()):
                because = "no space stands before a full stop"
                yield Fix(stop.start(), stop.start() + 1, "", EARLY_SPACE.name, because)
