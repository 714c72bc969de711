"""Unknown words read again: misspelt ones, ones that lost the space between them, ones that got a
stray one.

What a word may have been and how likely is for `readings` and `weights`; here stands what is never
done, however likely.
"""

import csv
import math
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import groupby

from cleaners.model import EditRule
from cleaners.typos.copy import Copy, Fix
from cleaners.typos.lexicon import Lexicon
from cleaners.typos.readings import (
    AFTER_NAMES,
    JOINING_WORDS,
    MAX_SPLITS,
    REPORTING_VERBS,
    Reading,
    Way,
    fitting,
    is_prefixed,
    join_facts,
    joins_of,
    spelling_facts,
    spellings_of,
    split_facts,
    splits_of,
)
from cleaners.typos.sights import Sight, free_spots, lone_letters, sight_of
from cleaners.typos.tokens import Spot
from cleaners.typos.vocabulary import Vocabulary, vocabulary_of
from cleaners.typos.weights import likelihoods

# How likely a reading must be, chosen on folds of documents that the trees had not seen: each kind
# of reading harmed two or three of three million words of print at most.
MIN_LIKELIHOOD = {
    "dropped": 0.4,
    # Other languages double letters where English does not: "metta", "osso".
    "doubled": 0.85,
    "transposed": 0.6,
    # A key beside makes names and words of a trade: "Cameta", "debounce".
    "adjacent": 0.75,
    "extra": 0.98,
    "other": 0.98,
    # One of the two is a small word that joins others.
    "split": 0.5,
    "join": 0.85,
}
# Two words that may as well be a compound ("guitarwork").
MIN_LIKELIHOOD_OF_TWO_NOUNS = 0.9
# A letter dropped from a word of everyday made a word of large dictionaries.
MIN_LIKELIHOOD_OF_A_LISTED_WORD = 0.7
# A single letter before what is no word ("r ecycle").
MIN_LIKELIHOOD_OF_A_LOST_INITIAL = 0.5
# A word without vowels may be short for one ("smth", "dbt").
MIN_LIKELIHOOD_OF_AN_ABBREVIATION = 0.9
_VOWELS = frozenset("aeiouy")
# What stands with a capital inside a sentence is a name, or wants to be one.
MIN_LIKELIHOOD_OF_A_NAME = 0.9
# A name that stands elsewhere in the text and a verb of saying are evidence of their own; so is a
# figure before "millin".
MIN_LIKELIHOOD_OF_THE_EVIDENT = 0.2
# A name that is followed by a small word, both glued; a word that begins a sentence.
MIN_LIKELIHOOD_OF_A_GLUED_NAME = 0.6
# Names end on "said" ("Vandersaid") and "i" by nature.
MIN_LIKELIHOOD_OF_A_DOUBTFUL_NAME = 0.98
AMOUNTS = frozenset({"hundred", "thousand", "million", "billion", "trillion", "percent"})
# What stands behind a noun without a space by custom ("auctionlike", "seasonlong").
_LIKE_ENDINGS = frozenset({"like", "long", "wide"})
# Before a noun and what follows it these take a hyphen as often as a space.
_QUALITIES = frozenset(
    "first second third fourth fifth last high low full half part long short well real".split()
)
# Names of products end on these where words end on the key beside ("Automatix").
_LETTERS_OF_BRANDS = frozenset("xz")
# "debounce", "retiling": words that are made when needed.
MIN_LIKELIHOOD_OF_THE_EXTENDED = 0.9
# Below the first, a reading has no rival of more than the second, a share of its own likelihood
# ("southest"): a third less is mended wrongly, and one typo in 200 more is left.
MIN_LIKELIHOOD_AGAINST_A_RIVAL = 0.9
MAX_SHARE_OF_A_RIVAL = 0.5
# Where the evidence is weaker: a word printed more than once.
MIN_LIKELIHOOD_OF_THE_RARE = 0.98
# The share of unknown words around one of another language that is quoted.
MIN_STRANGENESS_OF_A_QUOTATION = 0.15
# No reading is so likely.
NEVER = 2.0
MIN_LETTERS = 3
# Tenths of zipf below which a word of large dictionaries is as likely a typo.
MIN_ZIPF_OF_A_LISTED_WORD = 25
# No typo is in a longer word, but junk is.
LONGEST_WORD = 30
# A capital after a letter or a comma and a space begins no sentence.
_WORD_AFTER = re.compile(r" (?P<word>[a-z]+)")
_OPENING = "(“‘\"'—–-"
_IN_SENTENCE = re.compile(r"[a-z,] ")
# Names end on "on", "in", "at" by nature ("Lighton"), long common words before them do not.
LETTERS_OF_A_DOUBTFUL_TAIL = 2
LETTERS_OF_A_PLAIN_WORD = 6
MIN_ZIPF_OF_A_PLAIN_WORD = 36
SURE_TAILS = frozenset({"is", "of"})
_ENDS_OF_SURNAMES = frozenset({"in", "on"})
# These make compounds too ("dropdown", "onboard").
_PLAIN_JOINING_WORDS = JOINING_WORDS.difference(
    "after back down off on out over through under up".split()
)

Facts = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One place of an unknown word, and what it may be read as.

    ``found`` are all words that it may be misspelt from, with the slips, ``ways`` all that it may
    be parted into. ``beside`` holds how common the best of both are.
    """

    sight: Sight
    readings: tuple[Reading, ...]
    found: Mapping[str, str]
    ways: Sequence[Way]
    beside: tuple[int, int]


def unknown_word(copy: Copy) -> Iterator[Fix]:
    """A word that no lexicon knows, where the text and the language say which one was meant.

    Names, brands, words of other languages and what stands in a text again and again are left.
    """
    words = vocabulary_of(copy)
    if words is None:
        return
    cases = [case for case in cases_of(copy, words) if _may_convince(case, words)]
    for case, chances in zip(cases, _weighed(cases, words), strict=True):
        reading = _convincing(case, chances, words)
        if reading:
            yield _fix(copy.text, case.sight, reading, words)


def cases_of(copy: Copy, words: Vocabulary) -> Iterator[Case]:
    """The places of unknown words that may be read otherwise."""
    spots = {
        word: free
        for word, places in words.unknown.items()
        if is_suspect(word) and (free := free_spots(copy.text, word, places))
    }
    whole = [word for word in spots if _is_whole(word, words.lexicon)]
    found = spellings_of(whole, words)
    for word, places in spots.items():
        if words.lexicon.listed.get(word):
            dropped = {new: slip for new, slip in found.get(word, {}).items() if slip == "dropped"}
            yield from _cases_of(copy, _Word(word, places, dropped, ()), words)
        else:
            ways = splits_of(word, words) if word in found else []
            yield from _cases_of(copy, _Word(word, places, found.get(word, {}), ways), words)
    for sight in lone_letters(copy):
        if joins := _joins(copy, sight, words):
            yield Case(sight, joins, {}, (), (0, 0))


def is_suspect(word: str) -> bool:
    """Whether a word may be a typo at all: no exception, and English letters."""
    return word.isascii() and len(word) <= LONGEST_WORD and word not in allowed()


def _is_whole(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may be misspelt or two words, and not only a part of one; what stands in large
    dictionaries is right, but for words that are hardly ever seen.
    """
    if len(word) < MIN_LETTERS or word in lexicon.known:
        return False
    return not lexicon.listed.get(word) or lexicon.rare.get(word) < MIN_ZIPF_OF_A_LISTED_WORD


@cache
def allowed() -> frozenset[str]:
    """The words that look like typos and are none."""
    rows = (resources.files("cleaners.typos") / "allowed.csv").read_text("utf-8").splitlines()
    return frozenset(row["word"] for row in csv.DictReader(rows))


@dataclass(frozen=True, slots=True)
class _Word:
    """An unknown word, where it stands, and what it may be read as wherever it stands."""

    word: str
    spots: Sequence[Spot]
    found: Mapping[str, str]
    ways: Sequence[Way]


def _cases_of(copy: Copy, unknown: _Word, words: Vocabulary) -> Iterator[Case]:
    sights = [
        sight
        for spot in unknown.spots
        if _may_be_joined(copy.text, spot, unknown.word, words.lexicon.known)
        or _is_hopeful(copy, spot, unknown, words)
        if (sight := sight_of(copy, spot))
    ]
    found = unknown.found
    if all(sight.capital and not sight.begins for sight in sights):
        # All that a name may be read as is another name of the document.
        found = {new: slip for new, slip in found.items() if words.times(new)}
    beside = max(map(words.lexicon.zipf, found), default=0), _best_split(unknown.ways)
    for sight in sights:
        ways = [way for way in unknown.ways if sight.capital or words.is_word(way.first)]
        spelt = (Reading("spelling", new, found[new]) for new in fitting(sight, found, words))
        parted = (Reading("split", " ".join(way[:2]), "fused") for way in ways[:MAX_SPLITS])
        if readings := (*_joins(copy, sight, words), *spelt, *parted):
            yield Case(sight, readings, found, ways, beside)


def _may_be_joined(text: str, spot: Spot, word: str, known: Container[str]) -> bool:
    """Whether the word and one beside it are a known word together."""
    after = _WORD_AFTER.match(text, spot.end)
    if after and word + after["word"] in known:
        return True
    begin = text.rfind(" ", max(0, spot.start - LONGEST_WORD), spot.start - 1) + 1
    before = text[begin : spot.start - 1].lstrip(_OPENING).lower()
    return before + word in known


def _is_hopeful(copy: Copy, spot: Spot, unknown: _Word, words: Vocabulary) -> bool:
    """Whether any of the readings could convince here, however likely it is found."""
    if not unknown.found and not unknown.ways:
        return False
    if copy.text[spot.start].islower():
        return True
    begins = not _IN_SENTENCE.match(copy.text, spot.start - 2)
    lexicon, word = words.lexicon, unknown.word
    if begins and not lexicon.names.get(word):
        return True
    return any(
        words.named(new) and (begins or words.is_mostly_name(new)) for new in unknown.found
    ) or any(
        words.named(way.first) if begins else _may_end_name(way, word, words)
        for way in unknown.ways[:MAX_SPLITS]
    )


def _best_split(ways: Iterable[Way]) -> int:
    """How common the rarer word is where an unknown one is best parted."""
    return max((way.rarer for way in ways if min(len(way.first), len(way.second)) > 1), default=0)


def _joins(copy: Copy, sight: Sight, words: Vocabulary) -> tuple[Reading, ...]:
    return tuple(
        join
        for join in joins_of(sight, words)
        if not words.lexicon.foreign.get(sight.before if join.slip == "before" else sight.after)
        and _is_plainly_parted(copy.text[slice(*_span(sight, join))], join.after)
    )


def _is_plainly_parted(parted: str, whole: str) -> bool:
    """Whether a string is the word with a space in it, with a capital at most at its beginning."""
    joined = parted.replace(" ", "")
    return joined.lower() == whole and joined[1:].islower()


def facts_of(case: Case, words: Vocabulary) -> Iterator[Facts]:
    """The facts that each of the readings of a case is weighed by."""
    sight, beside = case.sight, case.beside
    for reading in case.readings:
        if reading.kind == "join":
            yield join_facts(sight, words, reading, beside)
    yield from spelling_facts(sight, words, case.found, _best_split(case.ways)).values()
    yield from split_facts(sight, words, case.ways, beside[0]).values()


def _may_convince(case: Case, words: Vocabulary) -> bool:
    """Whether any of the readings would be believed, however likely it were."""
    return any(
        reading.kind == "join" or _needed(reading, case.sight, words) < NEVER
        for reading in case.readings
    )


def _weighed(cases: Sequence[Case], words: Vocabulary) -> list[list[float]]:
    """How likely the readings of each case are; all that the same trees weigh are weighed at
    once.
    """
    chances: list[list[float]] = [[0.0] * len(case.readings) for case in cases]
    places = [
        (reading.kind, row, column, facts)
        for row, case in enumerate(cases)
        for column, (reading, facts) in enumerate(
            zip(case.readings, facts_of(case, words), strict=True)
        )
    ]
    places.sort(key=lambda place: place[0])
    for kind, group in groupby(places, key=lambda place: place[0]):
        of_kind = list(group)
        found = likelihoods(kind, [facts for *_, facts in of_kind])
        for (_, row, column, _), chance in zip(of_kind, found, strict=True):
            chances[row][column] = chance
    return chances


def _convincing(case: Case, chances: Sequence[float], words: Vocabulary) -> Reading | None:
    """The reading to believe: the first likely join, or else the likeliest where that is likely
    enough.
    """
    weighed = list(zip(chances, case.readings, strict=True))
    for _, join in weighed:
        # The same word by a letter dropped is no rival: the letter stands before the space.
        chance = sum(other for other, reading in weighed if reading.after == join.after)
        if join.kind == "join" and chance >= _needed_to_join(join, case.sight, words):
            return join
    others = sorted((item for item in weighed if item[1].kind != "join"), key=lambda item: -item[0])
    if not others or _is_rivalled([chance for chance, _ in others]):
        return None
    chance, best = others[0]
    return best if chance >= _needed(best, case.sight, words) else None


def _is_rivalled(chances: Sequence[float]) -> bool:
    """Whether another reading is nearly as likely as the best one ("southest")."""
    if len(chances) < 2 or chances[0] >= MIN_LIKELIHOOD_AGAINST_A_RIVAL:
        return False
    return chances[1] >= MAX_SHARE_OF_A_RIVAL * chances[0]


def _needed_to_join(join: Reading, sight: Sight, words: Vocabulary) -> float:
    """How likely it must be that a word was parted."""
    other = sight.before if join.slip == "before" else sight.after
    tail = sight.word if join.slip == "before" else other
    # A lone "s" or "t" lost its apostrophe as often; "tous les" is of another language.
    if tail in ("s", "t") or _is_foreign_here(sight, words):
        return NEVER
    zipf = words.lexicon.zipf
    # "al fresco" is how most write "alfresco".
    if other in words.lexicon.known and zipf(join.after) < min(zipf(other), zipf(sight.word)):
        return NEVER
    lone = (
        join.slip == "before" and len(sight.before) == 1 and sight.word not in words.lexicon.known
    )
    return MIN_LIKELIHOOD_OF_A_LOST_INITIAL if lone else MIN_LIKELIHOOD["join"]


def _is_foreign_here(sight: Sight, words: Vocabulary) -> bool:
    foreign = words.lexicon.foreign.get(sight.word)
    return bool(foreign) and words.strangeness(sight.place) >= MIN_STRANGENESS_OF_A_QUOTATION


def _needed(reading: Reading, sight: Sight, words: Vocabulary) -> float:
    """How likely a reading of one word must be."""
    lexicon = words.lexicon
    if reading.after in AMOUNTS and sight.figure_before:
        return MIN_LIKELIHOOD_OF_THE_EVIDENT
    if sight.capital and lexicon.names.get(sight.word) and not _stands_here(reading, words):
        return NEVER
    if words.times(sight.word) > 1:
        return MIN_LIKELIHOOD_OF_THE_RARE
    return (_needed_to_spell if reading.kind == "spelling" else _needed_to_part)(
        reading, sight, words
    )


def _needed_to_spell(reading: Reading, sight: Sight, words: Vocabulary) -> float:
    """How likely it must be that a word was misspelt."""
    new, old = reading.after, sight.word
    least = MIN_LIKELIHOOD[reading.slip]
    if _VOWELS.isdisjoint(old):
        least = max(least, MIN_LIKELIHOOD_OF_AN_ABBREVIATION)
    if reading.slip == "adjacent" and old[-1] != new[-1] and old[-1] in _LETTERS_OF_BRANDS:
        return NEVER
    if new == sight.before + old:
        return NEVER
    if words.lexicon.listed.get(old):
        least = MIN_LIKELIHOOD_OF_A_LISTED_WORD
    if is_prefixed(old, words.lexicon):
        least = max(least, MIN_LIKELIHOOD_OF_THE_EXTENDED)
    if not sight.capital:
        return least
    # The letter that was dropped would have been the capital.
    if new[1:] == old:
        return NEVER
    if sight.begins:
        return max(least, MIN_LIKELIHOOD_OF_A_NAME)
    if words.named(new) < words.times(new):
        return NEVER
    # Two names may differ by a letter ("Cameta", "Camera").
    dropped = reading.slip not in ("adjacent", "other")
    return max(least, MIN_LIKELIHOOD_OF_A_NAME) if dropped else MIN_LIKELIHOOD_OF_THE_RARE


def _needed_to_part(reading: Reading, sight: Sight, words: Vocabulary) -> float:
    """How likely it must be that a word is two."""
    first, _, second = reading.after.partition(" ")
    lexicon = words.lexicon
    if lexicon.foreign.get(sight.word) or sight.hyphened:
        return NEVER
    joins = not _PLAIN_JOINING_WORDS.isdisjoint((first, second))
    if not sight.capital:
        if second in _LIKE_ENDINGS:
            return MIN_LIKELIHOOD_OF_THE_RARE
        # "second-place Halloran" has a hyphen.
        if first in _QUALITIES and sight.after and sight.after not in JOINING_WORDS:
            return NEVER
        return MIN_LIKELIHOOD["split"] if joins else MIN_LIKELIHOOD_OF_TWO_NOUNS
    if second not in AFTER_NAMES:
        return NEVER
    reports = second in REPORTING_VERBS
    if (
        not reports
        and not sight.begins
        and not _may_end_name(Way(first, second), sight.word, words)
    ):
        return NEVER
    unseen = reports and not words.named(first)
    # "Harry Lighton" is a name; "Harry Light on" is none.
    surname = (
        sight.capital_before and second in _ENDS_OF_SURNAMES and not _is_plain_word(first, lexicon)
    )
    doubtful = unseen or surname or len(second) == 1
    return MIN_LIKELIHOOD_OF_A_DOUBTFUL_NAME if doubtful else MIN_LIKELIHOOD_OF_A_GLUED_NAME


def _may_end_name(way: Way, word: str, words: Vocabulary) -> bool:
    """Whether a word may be a name and what was glued to it, inside a sentence."""
    lexicon = words.lexicon
    if lexicon.foreign.get(word):
        return False
    if words.named(way.first) and words.is_mostly_name(way.first):
        return True
    if lexicon.names.get(word) or lexicon.zipf(word) or words.times(word) > 1:
        return False
    if way.first in JOINING_WORDS:
        return False
    if not _is_doubtful_tail(way.second):
        return True
    # "Wonderin" may lack its last letter on purpose.
    lost_letter = way.second == "in" and way.first + "ing" in lexicon.known
    return _is_plain_word(way.first, lexicon) and not lost_letter


def _is_plain_word(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is long and common, so that no name begins with it by chance."""
    common = lexicon.known.get(word, 0) >= MIN_ZIPF_OF_A_PLAIN_WORD
    return common and len(word) >= LETTERS_OF_A_PLAIN_WORD


def _is_doubtful_tail(word: str) -> bool:
    """Whether names end on this word by nature."""
    return len(word) <= LETTERS_OF_A_DOUBTFUL_TAIL and word not in SURE_TAILS


def _stands_here(reading: Reading, words: Vocabulary) -> bool:
    """Whether the name that was meant stands elsewhere in the text."""
    return words.named(reading.after.partition(" ")[0]) > 0


STRAY_SPACE = EditRule(
    "joined.stray-space",
    "one word that a stray space parted",
    "The council will decide about the b oundaries of the town.",
    "The council will decide about the boundaries of the town.",
)
LOST_SPACE = EditRule(
    "fused.lost-space",
    "two words that lost the space between them",
    "Accordingto the mayor, the bridge will open in the spring of next year.",
    "According to the mayor, the bridge will open in the spring of next year.",
)


_OF_DECISIONS = "It was one of the most {} decisions of the council."
SLIPS = {
    kind: EditRule(
        f"spelling.{kind}", about, _OF_DECISIONS.format(typed), _OF_DECISIONS.format("important")
    )
    for kind, about, typed in (
        ("transposed", "two letters changed places", "importnat"),
        ("dropped", "a letter was dropped", "imortant"),
        ("doubled", "a letter was typed twice", "importtant"),
        ("extra", "a letter was added", "imeportant"),
        ("adjacent", "the key beside was hit", "imporyant"),
        ("other", "one letter was another", "impertant"),
    )
}


def _span(sight: Sight, reading: Reading) -> tuple[int, int]:
    """What of the text a reading replaces."""
    if reading.kind == "join" and reading.slip == "before":
        return sight.start - len(sight.before) - 1, sight.end
    if reading.kind == "join":
        return sight.start, sight.end + len(sight.after) + 1
    return sight.start, sight.end


def _fix(text: str, sight: Sight, reading: Reading, words: Vocabulary) -> Fix:
    start, end = _span(sight, reading)
    after = reading.after
    if reading.kind == "join":
        parted = text[start:end]
        because = f"“{parted}” is one word that a stray space parted"
        return Fix(start, end, parted.replace(" ", ""), STRAY_SPACE.name, because)
    if sight.capital or _lost_its_capital(sight, reading, words):
        after = after[0].upper() + after[1:]
    if reading.kind == "split":
        because = f"“{sight.word}” is no word; a space was lost before “{after.split()[1]}”"
        return Fix(start, end, after, LOST_SPACE.name, because)
    times = words.times(reading.after)
    proof = (
        f"“{after}” stands here {times} times"
        if times > 1
        else (
            f"“{after}” stands elsewhere here"
            if times
            else f"“{after}” is {_commonness(reading.after, words.lexicon)}"
        )
    )
    rule = SLIPS[reading.slip]
    because = f"“{sight.word}” is no word; {rule.about}; {proof}"
    return Fix(start, end, after, rule.name, because)


def _lost_its_capital(sight: Sight, reading: Reading, words: Vocabulary) -> bool:
    """Whether the letter that was dropped was the first one, and a capital."""
    if reading.after[1:] != sight.word:
        return False
    return sight.begins or (words.named(reading.after) > 0 and words.is_mostly_name(reading.after))


def _commonness(word: str, lexicon: Lexicon) -> str:
    """In words, by the zipf value: 3 is once in a million words.

    >>> from cleaners.typos import lexicon
    >>> _commonness("portfolio", lexicon.of("en"))
    'one word in 60,000'
    """
    every = 10 ** (9 - lexicon.zipf(word) / 10)
    digits = int(math.log10(every))
    return f"one word in {round(every, -digits):,.0f}"
