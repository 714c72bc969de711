"""Spaces lost after a mark and left before one, and small words printed twice."""

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np

from cleaners.model import EditRule
from cleaners.typos.copy import Copy, Fix
from cleaners.typos.lexicon import Lexicon

LOST_SPACE = EditRule(
    "spacing.lost-space",
    "two sentences without the space between them",
    "It was late, he said.The mayor went home.",
    "It was late, he said. The mayor went home.",
)
AFTER_COMMA = EditRule(
    "spacing.lost-space-after-comma",
    "two words with a comma but no space between them",
    "They asked the clerk,the mayor and all of the others who had been there.",
    "They asked the clerk, the mayor and all of the others who had been there.",
)
EARLY_SPACE = EditRule(
    "spacing.early-space",
    "a space before the full stop of a sentence",
    "The bridge is closed . It will open in May.",
    "The bridge is closed. It will open in May.",
)
WORD_TWICE = EditRule(
    "spacing.word-twice",
    "a small word printed twice",
    "It stood at the end of the the bridge.",
    "It stood at the end of the bridge.",
)

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
        reach = max(0, mark.start() - LONGEST_CHUNK)
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


# -- a space lost after a comma

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
            copy.text[max(0, mark.start() - LONGEST_CHUNK) : mark.start()]
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


# -- a space before a mark

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


# -- a small word twice

# Words that never stand twice in a row. "had had", "that that", "is is", "in in", "on on", "her
# her", "it it" do.
NEVER_TWICE = frozenset(
    "the a an of to and for with from by at my our your their its into or".split()
)
# These do stand twice ("go on on Monday", "move in in May"), but not between a word that takes no
# such word of its own and a day or a month.
_TWICE_AFTER = frozenset(
    "announced arrested born die died issued killed officials published released reporters said"
    " scheduled statement wounded".split()
)
_TWICE_BEFORE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july"
    " august september october november december".split()
)
_DATING = frozenset(("on", "in"))
# One of the two may be another small word gone wrong: "up the the hill" for "up to the hill",
# "to to top" for "to the top".
_BEFORE_A_NOUN = frozenset("the a an my our your their its".split())
_JOINING_NOUNS = ("to", "of", "in", "on", "for", "at", "with", "from", "by")
# Tenths of a decimal logarithm: so much commoner is what tells against a word printed twice.
MIN_ADVANTAGE_OF_ANOTHER_WORD = 3


def word_twice(copy: Copy) -> Iterator[Fix]:
    """A small word printed twice ("of the the bridge"); where the first may as well stand for
    another small word, both are left.

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
        if (
            not _is_never_twice(word, place, copy)
            or copy.text[max(0, start) : end] != f" {word} {word} "
        ):
            continue
        if not _may_be_another(word, tokens.word(place - 1), tokens.word(place + 2), copy.lexicon):
            because = f"“{word}” stands twice"
            yield Fix(start + 1 + len(word), end - 1, "", WORD_TWICE.name, because)


def _is_never_twice(word: str, place: int, copy: Copy) -> bool:
    """Whether a word never stands twice in a row, or never in this company."""
    if word not in _DATING:
        return word in NEVER_TWICE
    tokens = copy.tokens
    if place == 0 or place + 2 >= len(tokens.starts):
        return False
    return tokens.word(place - 1) in _TWICE_AFTER and tokens.word(place + 2) in _TWICE_BEFORE


def _may_be_another(word: str, before: str, after: str, lexicon: Lexicon | None) -> bool:
    """Whether another small word fits better in the place of one of two that are the same."""
    if lexicon is None:
        return False
    if word in _BEFORE_A_NOUN:
        other = max(lexicon.pair(before, joining) for joining in _JOINING_NOUNS)
        return other >= lexicon.pair(before, word) + MIN_ADVANTAGE_OF_ANOTHER_WORD
    return word == "to" and lexicon.pair("the", after) >= lexicon.pair(word, after) > 0
