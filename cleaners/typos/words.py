"""Unknown words read again: misspelt ones, ones that lost the space between them, ones that got a
stray one.

What a word may have been and how likely is for `readings` and `weights`; here stands what is never
done, however likely.
"""

import csv
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from cleaners.typos.copy import Copy, Fix
from cleaners.typos.lexicon import Lexicon
from cleaners.typos.readings import (
    JOINING_WORDS,
    Reading,
    Vocabulary,
    join_reading,
    spelling_readings,
    spellings_of,
    split_readings,
    splits_of,
)
from cleaners.typos.sights import LONGEST_WORD, Sight, lone_letters, sights_of, words_of
from cleaners.typos.weights import likelihood

# How likely a reading must be, judged on documents that the trees had not seen.
MIN_LIKELIHOOD = {"spelling": 0.75, "split": 0.85, "join": 0.75}
# A name that stands elsewhere in the text and a verb of saying are evidence of their own; so is a
# figure before "millin".
MIN_LIKELIHOOD_OF_THE_EVIDENT = 0.2
# A name that stands nowhere else in the text may end like this by nature ("Vandersaid").
MIN_LIKELIHOOD_OF_AN_UNSEEN_NAME = 0.95
AMOUNTS = frozenset({"hundred", "thousand", "million", "billion", "trillion", "percent"})
# Where the evidence is weaker: a word of large dictionaries, one printed more than once, two words
# of which neither is a joining word.
MIN_LIKELIHOOD_OF_THE_RARE = 0.98
MIN_LETTERS = 3
# A text with more unknown words is not of the language, or no prose.
MAX_SHARE_OF_SUSPECTS = 0.3
MIN_SUSPECTS_OF_A_FOREIGN_TEXT = 12
# Endings that are no words: where one stands alone, it was part of the word before.
ENDINGS = frozenset(
    """
    able al ced ded ed ents er ers ess est ful ful ged ial ics ied ies ing ion ism ist ity ive les
    ly ment nal ness ors ous ted tion
    """.split()
)
LETTERS_OF_A_DOUBTFUL_TAIL = 2
LONGEST_FIGURE = 12
SURE_TAILS = frozenset({"is", "of"})


def unknown_word(copy: Copy) -> Iterator[Fix]:
    """A word that no lexicon knows, where the text and the language say which one was meant.

    Names, brands, words of other languages and what stands in a text again and again are left.
    """
    if copy.lexicon is None:
        return
    tokens = words_of(copy.text)
    suspects = suspects_of(tokens, copy.lexicon)
    if suspects is None:
        return
    here = Counter(tokens) if suspects else {}
    words = Vocabulary(copy.lexicon, here, suspects, copy.text)
    for word in sorted(filter(is_suspect, suspects)):
        yield from _fixes_of(copy, words, word)
    for sight in lone_letters(copy):
        yield from _joined(copy, sight, words, (0, 0))


def suspects_of(tokens: Iterable[str], lexicon: Lexicon) -> set[str] | None:
    """The words of a text that are not known, or may be parts of a word; ``None`` where the text is
    of another language, or no prose.
    """
    distinct = set(tokens)
    unknown = distinct.difference(lexicon.known)
    if len(unknown) > max(MIN_SUSPECTS_OF_A_FOREIGN_TEXT, len(distinct) * MAX_SHARE_OF_SUSPECTS):
        return None
    return unknown | (distinct & lexicon.fragments) | (distinct & ENDINGS)


def is_suspect(word: str) -> bool:
    """Whether a word may be a typo at all: no exception, and English letters."""
    return word.isascii() and len(word) <= LONGEST_WORD and word not in allowed()


@cache
def allowed() -> frozenset[str]:
    """The words that look like typos and are none."""
    rows = (resources.files("cleaners.typos") / "allowed.csv").read_text("utf-8").splitlines()
    return frozenset(row["word"] for row in csv.DictReader(rows))


def _fixes_of(copy: Copy, words: Vocabulary, word: str) -> Iterator[Fix]:
    sights = list(sights_of(copy, word))
    if not sights:
        return
    if word in words.lexicon.known or len(word) < MIN_LETTERS:
        for sight in sights:
            yield from _joined(copy, sight, words, (0, 0))
        return
    names_only = all(sight.capital and not sight.begins for sight in sights)
    found = spellings_of(word, words, names_only)
    ways = splits_of(word, words, capital=True)
    beside = max(map(words.lexicon.zipf, found), default=0), _best_split(ways, words)
    for sight in sights:
        joined = list(_joined(copy, sight, words, beside))
        yield from joined or _reread(sight, words, found, ways)


def _best_split(ways: list[tuple[str, str]], words: Vocabulary) -> int:
    """How common the rarer word is where an unknown one is best parted."""
    return max((words.rarer(way) for way in ways if min(map(len, way)) > 1), default=0)


def _reread(
    sight: Sight, words: Vocabulary, found: dict[str, str], ways: list[tuple[str, str]]
) -> Iterator[Fix]:
    if not sight.capital:
        ways = [way for way in ways if all(map(words.is_word, way))]
    spelling = max(map(words.lexicon.zipf, found), default=0)
    readings = [
        ("spelling", reading)
        for reading in spelling_readings(sight, words, found, _best_split(ways, words))
    ]
    readings += [("split", reading) for reading in split_readings(sight, words, ways, spelling)]
    weighed = [(likelihood(kind, reading.facts), kind, reading) for kind, reading in readings]
    chance, kind, reading = max(weighed, default=(0.0, "", None), key=lambda item: item[0])
    if reading and _convinces(chance, kind, reading, sight, words):
        yield _fix(sight, reading, kind, words)


def _joined(copy: Copy, sight: Sight, words: Vocabulary, beside: tuple[int, int]) -> Iterator[Fix]:
    for left in (True, False):
        reading = join_reading(sight, words, left, beside)
        foreign = words.lexicon.foreign.get(sight.before if left else sight.after)
        if reading and not foreign and likelihood("join", reading.facts) >= MIN_LIKELIHOOD["join"]:
            start = sight.start - len(sight.before) - 1 if left else sight.start
            end = sight.end if left else sight.end + len(sight.after) + 1
            parted = copy.text[start:end]
            if not parted[1:].replace(" ", "").islower():
                continue
            because = f"“{parted}” is one word that a stray space parted"
            yield Fix(start, end, parted.replace(" ", ""), "joined.stray-space", because)
            return


def _convinces(chance: float, kind: str, reading: Reading, sight: Sight, words: Vocabulary) -> bool:
    lexicon = words.lexicon
    if kind == "spelling" and reading.after in AMOUNTS and _follows_figure(sight, words):
        return chance >= MIN_LIKELIHOOD_OF_THE_EVIDENT
    if sight.capital and lexicon.names.get(sight.word) and not _stands_here(reading, words):
        return False
    weak = words.times(sight.word) > 1 or lexicon.listed.get(sight.word)
    if kind == "spelling":
        weak = weak or reading.slip in ("extra", "other")
        fits = not sight.capital or sight.begins or _is_mostly_name(reading.after, words)
        return fits and chance >= (MIN_LIKELIHOOD_OF_THE_RARE if weak else MIN_LIKELIHOOD[kind])
    first, second = reading.after.split(" ")
    if lexicon.foreign.get(sight.word) or sight.hyphened:
        return False
    if sight.capital and not sight.begins:
        if words.named(first) and _is_mostly_name(first, words):
            return chance >= MIN_LIKELIHOOD[kind]
        doubtful = len(second) <= LETTERS_OF_A_DOUBTFUL_TAIL and second not in SURE_TAILS
        doubtful = doubtful or first in JOINING_WORDS
        return chance >= MIN_LIKELIHOOD_OF_AN_UNSEEN_NAME and not doubtful and not weak
    weak = weak or second == "like" or not JOINING_WORDS.intersection((first, second))
    return chance >= (MIN_LIKELIHOOD_OF_THE_RARE if weak else MIN_LIKELIHOOD[kind])


def _stands_here(reading: Reading, words: Vocabulary) -> bool:
    """Whether the name that was meant stands elsewhere in the text."""
    return words.named(reading.after.partition(" ")[0]) > 0


def _follows_figure(sight: Sight, words: Vocabulary) -> bool:
    before = words.text[max(0, sight.start - LONGEST_FIGURE) : sight.start]
    return before.endswith(" ") and before[-2:-1].isdigit()


def _is_mostly_name(word: str, words: Vocabulary) -> bool:
    return 2 * words.named(word) >= words.times(word)


_SLIPS = {
    "transposed": "two letters changed places",
    "dropped": "a letter was dropped",
    "doubled": "a letter was typed twice",
    "extra": "a letter was added",
    "adjacent": "the key beside was hit",
    "other": "one letter was another",
}


def _fix(sight: Sight, reading: Reading, kind: str, words: Vocabulary) -> Fix:
    after = reading.after
    if sight.capital or _lost_its_capital(sight, reading, words):
        after = after[0].upper() + after[1:]
    if kind == "split":
        because = f"“{sight.word}” is no word; a space was lost before “{after.split()[1]}”"
        return Fix(sight.start, sight.end, after, "fused.lost-space", because)
    times = words.times(reading.after)
    proof = (
        f"“{after}” stands here {times} times"
        if times > 1
        else (
            f"“{after}” stands elsewhere here"
            if times
            else f"“{after}” is {_commonness(words, reading.after)}"
        )
    )
    because = f"“{sight.word}” is no word; {_SLIPS[reading.slip]}; {proof}"
    return Fix(sight.start, sight.end, after, f"spelling.{reading.slip}", because)


def _lost_its_capital(sight: Sight, reading: Reading, words: Vocabulary) -> bool:
    """Whether the letter that was dropped was the first one, and a capital."""
    if reading.after[1:] != sight.word:
        return False
    return sight.begins or (
        words.named(reading.after) > 0 and _is_mostly_name(reading.after, words)
    )


def _commonness(words: Vocabulary, word: str) -> str:
    """In words, by the zipf value: 3 is once in a million words.

    >>> from cleaners.typos import lexicon
    >>> _commonness(Vocabulary(lexicon.of("en"), {}, (), ""), "portfolio")
    'one word in 90,000'
    """
    every = 10 ** (9 - words.lexicon.zipf(word) / 10)
    digits = int(math.log10(every))
    return f"one word in {round(every, -digits):,.0f}"
