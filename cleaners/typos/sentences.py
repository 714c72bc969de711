"""Sentences printed without the space between them."""

import re
from collections import Counter
from collections.abc import Iterator

from cleaners.model import EditRule
from cleaners.typos.copy import CHARS_BEFORE_A_MARK, Copy, Fix

LOST_SPACE = EditRule(
    "spacing.lost-space",
    "two sentences without the space between them",
    "It was late, he said.The mayor went home.",
    "It was late, he said. The mayor went home.",
)
_JUNCTION = re.compile(r"""[.!?]["”’')\]]{0,2}(?=[A-Z“‘])""")
_CHUNK_BEFORE = re.compile(r"\S+$")
_LAST_WORD = re.compile(
    r"""(?:^|[("“‘'’\[—–/…-])(?P<word>[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ’']*|\d{4}|\d+%)[)"”’'\]]{0,2}$"""
)
_FIRST_WORD = re.compile(
    r"""[“‘]?(?P<word>[A-Z][a-zß-ɏ]*)(?=[’'][a-z]{1,3}\b|[,;:]?\s|[!?"”—–-]|\.(?:\s|$)|$)""",
    re.MULTILINE,
)
# Methods of a program ("src.Close()"), which running text then names without brackets.
_CALLED = re.compile(r"\.([A-Z][a-z]*)\(")
# A sentence goes on like this after a first word that is rare.
_GOES_ON = re.compile(r",? [a-z]")
# Tenths of zipf: 99 of 100 words that begin a sentence in print are commoner than the first. The
# second is for what follows a name, an abbreviation or a figure, where "Inc.Other" may be one name;
# the third for words that say how, which end no name.
MIN_ZIPF_OF_A_FIRST_WORD = 30
MIN_ZIPF_AFTER_A_NAME = 46
MIN_ZIPF_OF_AN_ADVERB = 35
# A rare word ends a sentence as well, where a common one begins the next.
MIN_ZIPF_OF_A_LAST_WORD = 28
MIN_ZIPF_AFTER_A_RARE_WORD = 35
# What stands nowhere but in code and names of products ("GGas") ends one only before these.
MIN_ZIPF_AFTER_A_CODE = 55
# No word is so common.
NEVER = 100
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
        reach = max(0, mark.start() - CHARS_BEFORE_A_MARK)
        chunk = _CHUNK_BEFORE.search(copy.text[reach : mark.start()])
        last = _LAST_WORD.search(chunk.group()) if chunk else None
        first = _FIRST_WORD.match(copy.text, mark.end())
        if last and first:
            glued.append((mark, last["word"], first))
    times = Counter((last, first["word"]) for _, last, first in glued)
    called = frozenset(_CALLED.findall(copy.text)) if glued else frozenset()
    for junction, end, start in glued:
        once = times[end, start["word"]] == 1 and start["word"] not in called
        plain = once and _ends_sentence(copy, end, start)
        if plain and not _is_inside_name_or_quote(copy, junction, end):
            because = f"a sentence ends at “{end}” and “{start['word']}” begins another"
            place = junction.end()
            yield Fix(place, place, " ", LOST_SPACE.name, because)


def _ends_sentence(copy: Copy, last: str, found: re.Match[str]) -> bool:
    first = found["word"]
    word = first.lower()
    if word in AFTER_A_DOT_IN_NAMES or (len(first) == 1 and first not in "AI"):
        return False
    if copy.lexicon is None:
        return last.islower() and len(last) >= MIN_LETTERS_OF_A_LAST_WORD and len(first) > 1
    zipf = copy.lexicon.zipf(word)
    if not last.islower():
        return zipf >= _needed_after(last) or (
            word.endswith("ly") and zipf >= MIN_ZIPF_OF_AN_ADVERB and last.isalpha()
        )
    ends = re.split("[’']", last)[0]
    if ends in copy.lexicon.fragments:
        return False
    if zipf < MIN_ZIPF_OF_A_FIRST_WORD and not _begins_here(copy, found):
        return False
    rare = copy.lexicon.zipf(ends) < MIN_ZIPF_OF_A_LAST_WORD
    return not rare or (ends in copy.lexicon.known and zipf >= MIN_ZIPF_AFTER_A_RARE_WORD)


def _needed_after(last: str) -> int:
    """How common the first word must be after a name, an abbreviation or a figure."""
    if len(last) == 1:
        return NEVER
    plain = last[1:].islower() or last.isupper() or last.rstrip("%").isdigit()
    return MIN_ZIPF_AFTER_A_NAME if plain else MIN_ZIPF_AFTER_A_CODE


def _begins_here(copy: Copy, found: re.Match[str]) -> bool:
    """Whether a rare word begins a sentence: it goes on, with a word that is known here."""
    word = found["word"].lower()
    return _GOES_ON.match(copy.text, found.end()) is not None and (
        copy.lexicon is not None
        and (word in copy.lexicon.known or copy.tokens.times_named(word) > 1)
    )


def _is_inside_name_or_quote(copy: Copy, mark: re.Match[str], last: str) -> bool:
    """Whether the mark stands in a name with dots or in code, or a straight quote after it opens
    the second sentence rather than closes the first.
    """
    before = mark.start() - len(last)
    if copy.text[before - 1 : before] == "." or copy.is_code(mark.start(), mark.end()):
        return True
    return '"' in mark.group() and copy.paragraph_before(mark.start()).count('"') % 2 == 0
