"""Typos made on purpose in text that is right, so that the right reading is known.

What the repair makes of them is for `training.typos`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from cleaners.typos.lexicon import Lexicon
from cleaners.typos.readings import AFTER_NAMES
from cleaners.typos.slips import KEYS_BESIDE

# How often each kind is tried; letters that are dropped and words that run together are what is
# met most in published text.
SHARES = {
    "dropped": 28,
    "transposed": 17,
    "fused": 16,
    "fused_name": 16,
    "adjacent": 15,
    "doubled": 10,
    "parted": 9,
    "extra": 3,
    "other": 3,
}
# Denser than any page, but the words around each typo stay right.
WORDS_A_TYPO = 35
MIN_WORDS = 10
# Tenths of zipf: a rarer word is not what the repair would guess.
MIN_ZIPF = 15
MIN_LETTERS = 3
MIN_LETTERS_TO_PART = 4
SHARE_OF_NAMES_MISSPELT = 0.5
VOWELS, CONSONANTS, ADDED = "aeiou", "tsnrcdlgbmp", "eaitsnr"
_WORD = re.compile(r"(?<![\w@#/.\-’'])[A-Za-z]{2,}(?![\w@#/])")

Words = Sequence[re.Match[str]]


@dataclass(frozen=True, slots=True)
class Damage:
    """``right`` was made into what now stands from ``start`` to ``end``."""

    start: int
    end: int
    right: str
    kind: str


def damaged(text: str, lexicon: Lexicon, chance: Random) -> tuple[str, list[Damage]]:
    """A text with typos in it, and where they are."""
    words = list(_WORD.finditer(text))
    pieces: list[str] = []
    made: list[Damage] = []
    place = length = 0
    for number, kind in sorted(_picks(text, words, chance).items()):
        start = words[number].start()
        right = _right(kind, text, words, number)
        wrong = _wrong(kind, right, chance) if right and start >= place else ""
        if not right or not wrong or not _is_typo(kind, wrong, right, lexicon):
            continue
        pieces += [text[place:start], wrong]
        length += start - place
        made.append(Damage(length, length + len(wrong), right, kind))
        length += len(wrong)
        place = start + len(right)
    return "".join([*pieces, text[place:]]), made


def _picks(text: str, words: Words, chance: Random) -> dict[int, str]:
    """Which words are to be damaged, and how."""
    if len(words) < MIN_WORDS:
        return {}
    names = [
        number
        for number, (word, after) in enumerate(pairwise(words))
        if word.group().istitle()
        and after.group() in AFTER_NAMES
        and text[word.end() : after.start()] == " "
    ]
    picks: dict[int, str] = {}
    count = len(words) // WORDS_A_TYPO + 1
    for kind in chance.choices(list(SHARES), list(SHARES.values()), k=count):
        if kind != "fused_name":
            picks[chance.randrange(len(words))] = kind
        elif names:
            picks[chance.choice(names)] = kind
    return picks


def _right(kind: str, text: str, words: Words, number: int) -> str:
    """The words that are damaged together; empty where this kind does not befall them."""
    word = words[number].group()
    if not (word.islower() or word.istitle()):
        return ""
    if not kind.startswith("fused"):
        return word
    after = words[number + 1] if number + 1 < len(words) else None
    if after is None or not after.group().islower() or (kind == "fused" and word.istitle()):
        return ""
    beside = text[words[number].end() : after.start()] == " "
    return f"{word} {after.group()}" if beside else ""


def _wrong(kind: str, right: str, chance: Random) -> str:
    """The typo; empty where the word is too short for it or a name is spared."""
    if kind.startswith("fused"):
        return right.replace(" ", "")
    if kind == "parted":
        place = chance.randrange(1, len(right))
        return f"{right[:place]} {right[place:]}" if len(right) >= MIN_LETTERS_TO_PART else ""
    if len(right) < MIN_LETTERS or (right.istitle() and chance.random() > SHARE_OF_NAMES_MISSPELT):
        return ""
    place = chance.randrange(right.istitle(), len(right))
    head, letter, tail = right[:place], right[place], right[place + 1 :]
    match kind:
        case "dropped":
            return head + tail
        case "doubled":
            return head + letter * 2 + tail
        case "extra":
            return head + chance.choice(ADDED) + letter + tail
        case "other":
            return head + chance.choice(VOWELS if letter in VOWELS else CONSONANTS) + tail
        case "transposed":
            return head + tail[:1] + letter + tail[1:]
    return head + chance.choice(KEYS_BESIDE[letter.lower()]) + tail


def _is_typo(kind: str, wrong: str, right: str, lexicon: Lexicon) -> bool:
    """Whether a reader would see that something is wrong, and could tell what was meant."""
    if kind == "parted":
        return True
    meant = " " in right or lexicon.zipf(right.lower()) >= MIN_ZIPF
    return meant and wrong != right and wrong.lower() not in lexicon.known
