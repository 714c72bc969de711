"""Spaces lost after a mark and left before one, and small words printed twice."""

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np

from cleaners.typos.copy import Copy, Fix

# -- a space lost after a sentence

_JUNCTION = re.compile(r"""[.!?]["”’')\]]{0,2}(?=[A-Z“‘])""")
LONGEST_CHUNK = 60
_CHUNK_BEFORE = re.compile(r"\S+$")
_LAST_WORD = re.compile(
    r"""(?:^|[("“‘'’\[—–/…-])(?P<word>[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ’']*|\d{4}|\d+%)[)"”’'\]]{0,2}$"""
)
_FIRST_WORD = re.compile(
    r"""[“‘]?(?P<word>[A-Z][a-zß-ɏ]*)(?=[’'][a-z]{1,3}\b|[,;:]?\s|[!?"”—–-]|\.(?:\s|$)|$)""",
    re.MULTILINE,
)
# Tenths of zipf: 99 of 100 words that begin a sentence in print are commoner than the first. The
# second is for what follows a name, an abbreviation or a figure, where "Inc.Other" may be one name.
MIN_ZIPF_OF_A_FIRST_WORD = 30
MIN_ZIPF_AFTER_A_NAME = 46
MIN_ZIPF_OF_A_LAST_WORD = 28
# The shortest word before the mark where there is no lexicon: "z.B.", "p.M." are shorter.
MIN_LETTERS_OF_A_LAST_WORD = 4
# What stands after the dot in names of sites, files and programs ("Booking.Com", "Node.Js").
AFTER_A_DOT_IN_NAMES = frozenset(
    """
    ai app cc cn co com de dev edu eu exe fm gov htm html io jpg js mp3 net news online org pdf php
    pl png py sh shop site store tech tv txt uk xyz zip
    """.split()
)


def lost_space(copy: Copy) -> Iterator[Fix]:
    """Two sentences printed without the space between them ("… he said.The mayor …").

    Names of sites and programs ("Booking.Com", "Node.Js"), abbreviations and initials are left, and
    what a document prints the same way again, as code does ("String.Index").
    """
    glued = []
    for mark in _JUNCTION.finditer(copy.text):
        reach = max(0, mark.start() - LONGEST_CHUNK)
        chunk = _CHUNK_BEFORE.search(copy.text[reach : mark.start()])
        last = _LAST_WORD.search(chunk.group()) if chunk else None
        first = _FIRST_WORD.match(copy.text, mark.end())
        if last and first:
            glued.append((mark, last["word"], first["word"]))
    times = Counter((last, first) for _, last, first in glued)
    for junction, end, start in glued:
        plain = times[end, start] == 1 and _ends_sentence(copy, end, start)
        if plain and not _is_inside_name_or_quote(copy, junction, end):
            because = f"a sentence ends at “{end}” and “{start}” begins another"
            place = junction.end()
            yield Fix(place, place, " ", "spacing.lost-space", because)


def _ends_sentence(copy: Copy, last: str, first: str) -> bool:
    word = first.lower()
    if word in AFTER_A_DOT_IN_NAMES or (len(first) == 1 and first not in "AI"):
        return False
    if copy.lexicon is None:
        return last.islower() and len(last) >= MIN_LETTERS_OF_A_LAST_WORD and len(first) > 1
    zipf = copy.lexicon.zipf
    if not last.islower():
        plain = len(last) > 1 and (last[1:].islower() or last.isupper() or last[0].isdigit())
        return plain and zipf(word) >= MIN_ZIPF_AFTER_A_NAME
    ends = re.split("[’']", last)[0]
    known_end = ends not in copy.lexicon.fragments and zipf(ends) >= MIN_ZIPF_OF_A_LAST_WORD
    return known_end and zipf(word) >= MIN_ZIPF_OF_A_FIRST_WORD


def _is_inside_name_or_quote(copy: Copy, mark: re.Match[str], last: str) -> bool:
    """Whether the mark stands in a name with dots or in code, or a straight quote after it opens
    the second sentence rather than closes the first.
    """
    before = mark.start() - len(last)
    if copy.text[before - 1 : before] == "." or copy.is_code(mark.start(), mark.end()):
        return True
    return '"' in mark.group() and copy.paragraph_before(mark.start()).count('"') % 2 == 0


# -- a space lost after a comma

_COMMA = re.compile(r",(?=[a-z]{2})")
_BEFORE_COMMA = re.compile(r"(?:^|\s)[(“\"]?(?P<word>[A-Za-z]?[a-z]+)$")
_AFTER_COMMA = re.compile(r"[a-z]+(?=[\s.;:?!]|$)", re.MULTILINE)
# Tenths of zipf: a comma between rarer words may belong to a list of tags or values.
MIN_ZIPF_AROUND_A_COMMA = 40


def lost_space_after_comma(copy: Copy) -> Iterator[Fix]:
    """Two common words with a comma but no space between them ("the clerk,the mayor")."""
    if copy.lexicon is None:
        return
    zipf = copy.lexicon.zipf
    for mark in _COMMA.finditer(copy.text):
        before = _BEFORE_COMMA.search(
            copy.text[max(0, mark.start() - LONGEST_CHUNK) : mark.start()]
        )
        after = _AFTER_COMMA.match(copy.text, mark.end())
        if before and after:
            rarer = min(zipf(before["word"].lower()), zipf(after.group()))
            if rarer >= MIN_ZIPF_AROUND_A_COMMA:
                because = "a comma between two common words"
                yield Fix(mark.end(), mark.end(), " ", "spacing.lost-space-after-comma", because)


# -- a space before a mark

_EARLY = re.compile(r" \.(?<=[a-zß-ɏ] \.)(?= [A-Z“])")
# A text that does it more often has a system of its own, or lost its links.
MAX_EARLY_STOPS = 1


def early_space(copy: Copy) -> Iterator[Fix]:
    """A space before the full stop of a sentence; spaced dots (". . .") and commands are left."""
    if " ." not in copy.text:
        return
    found = list(_EARLY.finditer(copy.text))
    if len(found) <= MAX_EARLY_STOPS:
        for stop in found:
            because = "no space stands before a full stop"
            yield Fix(stop.start(), stop.start() + 1, "", "spacing.early-space", because)


# -- a small word twice

# Words that never stand twice in a row. "had had", "that that", "is is", "in in", "on on", "her
# her", "it it" do.
NEVER_TWICE = frozenset(
    "the a an of to and for with from by at my our your their its into or".split()
)


def word_twice(copy: Copy) -> Iterator[Fix]:
    """A small word printed twice ("of the the bridge").

    >>> from cleaners.typos.copy import Copy
    >>> [f.because for f in word_twice(Copy("end of the the bridge", "en", None))]
    ['“the” stands twice']
    """
    if copy.language != "en":
        return
    tokens = copy.tokens
    for place in np.flatnonzero(tokens.keys[1:] == tokens.keys[:-1]).tolist():
        word = tokens.word(place)
        start, end = int(tokens.starts[place]) - 1, int(tokens.ends[place + 1]) + 1
        if word in NEVER_TWICE and copy.text[max(0, start) : end] == f" {word} {word} ":
            because = f"“{word}” stands twice"
            yield Fix(start + 1 + len(word), end - 1, "", "spacing.word-twice", because)
