"""Where words that are not known stand, and what stands around them.

Whether one is a typo, and of what, is for `cleaners.typos.readings`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cleaners.typos.copy import NEIGHBOURHOOD, Copy

# Western letters as small ones, all else as space: the fastest way to the words of a page.
_SMALL_LETTERS = bytes(
    code + 32
    if chr(code).isupper()
    else code
    if chr(code).isalpha() and code not in b"\xaa\xb5\xba"
    else 32
    for code in range(256)
)
# A word printed more often than this is meant, right or wrong.
MAX_SIGHTS = 6
# No typo is in a longer word, but junk is.
LONGEST_WORD = 30


@dataclass(frozen=True, slots=True)
class Sight:
    """One place of a word in the text.

    ``before`` and ``after`` are the words beside it, in small letters, or empty at a mark or an
    end; ``strange`` is the share of unknown words around it.
    """

    start: int
    end: int
    word: str
    capital: bool
    begins: bool
    hyphened: bool
    before: str
    after: str
    capital_before: bool
    capital_after: bool
    words_of_line: int
    strange: float


def words_of(text: str) -> list[str]:
    """The words of a text in small letters; what is no letter parts them.

    >>> words_of("Ana Rios’s “house”, 2nd floor")
    ['ana', 'rios', 's', 'house', 'nd', 'floor']
    """
    return text.encode("latin-1", "replace").translate(_SMALL_LETTERS).decode("latin-1").split()


_BEFORE = re.compile(r"(?:^|[\s(“‘\"'—–-])(?P<word>[A-Za-z]+)(?:[’'][a-z]{1,2})? $")
_AFTER = re.compile(r" (?P<word>[A-Za-z]+)")
_BEGINS = re.compile(r"(?:^|[.!?:…]|[.!?:…][”\"’')\]]|[-•*–—])[\s“\"‘'(\[]*$")
# What may stand in a chunk of running text between spaces; addresses, names of files, code, tags
# and figures hold other characters.
_CHUNK = re.compile(r"[(\[“\"‘'’—–…-]*[A-Za-z]+(?:(?:[’'-]|—|–|…)[A-Za-z]+)*[)\]”\"’'.,;:!?…—–-]*")
_ELIDED = re.compile(r"[A-Za-z][’']$")
LONGEST_NEIGHBOUR = 40


def sights_of(copy: Copy, word: str) -> Iterator[Sight]:
    """The places of a word in running text, in small letters or with a capital; none where it is
    printed so often that it is meant.
    """
    places = list(_places(copy.text, word))
    if len(places) <= MAX_SIGHTS:
        for start in places:
            if sight := _sight(copy, start, start + len(word)):
                yield sight


_LONE_LETTER = re.compile(r" (?P<letter>[b-hj-zB-HJ-Z])(?=[ .,;:?!\n])")


def lone_letters(copy: Copy) -> Iterator[Sight]:
    """The places of single letters that are no words; a half of a parted word may be one."""
    for found in _LONE_LETTER.finditer(copy.text):
        if sight := _sight(copy, *found.span("letter")):
            yield sight


def is_part_of_word(text: str, start: int, end: int) -> bool:
    """Whether letters, digits or an underscore go on at either side."""
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return any(char.isalnum() or char == "_" for char in around)


def _places(text: str, word: str) -> Iterator[int]:
    for form in (word, word.capitalize()):
        found = 0
        place = text.find(form)
        while place >= 0 and found <= MAX_SIGHTS:
            if not is_part_of_word(text, place, place + len(form)):
                found += 1
                yield place
            place = text.find(form, place + len(form))


def _sight(copy: Copy, start: int, end: int) -> Sight | None:
    text = copy.text
    left = text[max(0, start - NEIGHBOURHOOD) : start].rpartition("\n")[2]
    right = text[end : end + NEIGHBOURHOOD].partition("\n")[0]
    head = left.rpartition(" ")[2]
    chunk = head + text[start:end] + right.partition(" ")[0]
    if not _CHUNK.fullmatch(chunk) or _ELIDED.search(head):
        return None
    if copy.is_code(start, end):
        return None
    before, after = _BEFORE.search(left[-LONGEST_NEIGHBOUR:]), _AFTER.match(right)
    return Sight(
        start,
        end,
        text[start:end].lower(),
        text[start].isupper(),
        _BEGINS.search(left) is not None,
        left.endswith("-") or right.startswith("-"),
        before["word"].lower() if before else "",
        after["word"].lower() if after else "",
        before is not None and before["word"][0].isupper(),
        after is not None and after["word"][0].isupper(),
        (left + right).count(" ") + 1,
        _strangeness(copy, left + text[start:end] + right),
    )


def _strangeness(copy: Copy, line: str) -> float:
    if copy.lexicon is None:
        return 0.0
    words = words_of(line)
    return sum(word not in copy.lexicon.known for word in words) / max(1, len(words))
