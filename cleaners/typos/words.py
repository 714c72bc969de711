"""Unknown words read again: misspelt ones, ones that lost the space between them, ones that got a
stray one.

What a word may have been is for `readings`, where it stands for `cases`, how likely each reading is
for `weights`, and how likely it must be for `thresholds`.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import groupby

from cleaners.model import EditRule
from cleaners.typos.cases import Case, cases_of, features_of, span_of
from cleaners.typos.copy import Copy, Fix
from cleaners.typos.lexicon import Lexicon
from cleaners.typos.occurrences import Occurrence
from cleaners.typos.readings import Reading
from cleaners.typos.thresholds import NEVER, needed, needed_to_join
from cleaners.typos.vocabulary import Vocabulary, vocabulary_of
from cleaners.typos.weights import likelihoods

# Below the first, a reading has no rival of more than the second, a share of its own likelihood
# ("southest"): a third less is mended wrongly, and one typo in 200 more is left.
MIN_LIKELIHOOD_AGAINST_A_RIVAL = 0.9
MAX_SHARE_OF_A_RIVAL = 0.5
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
            yield _fix(copy.text, case.occurrence, reading, words)


def _may_convince(case: Case, words: Vocabulary) -> bool:
    """Whether any of the readings would be believed, however likely it were."""
    return any(
        reading.kind == "join" or needed(reading, case.occurrence, words) < NEVER
        for reading in case.readings
    )


def _weighed(cases: Sequence[Case], words: Vocabulary) -> list[list[float]]:
    """How likely the readings of each case are; all that the same trees weigh are weighed at
    once.
    """
    chances: list[list[float]] = [[0.0] * len(case.readings) for case in cases]
    places = [
        (reading.kind, row, column, features)
        for row, case in enumerate(cases)
        for column, (reading, features) in enumerate(
            zip(case.readings, features_of(case, words), strict=True)
        )
    ]
    places.sort(key=lambda place: place[0])
    for kind, group in groupby(places, key=lambda place: place[0]):
        of_kind = list(group)
        found = likelihoods(kind, [features for *_, features in of_kind])
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
        if join.kind == "join" and chance >= needed_to_join(join, case.occurrence, words):
            return join
    others = sorted((item for item in weighed if item[1].kind != "join"), key=lambda item: -item[0])
    if not others or _is_rivalled([chance for chance, _ in others]):
        return None
    chance, best = others[0]
    return best if chance >= needed(best, case.occurrence, words) else None


def _is_rivalled(chances: Sequence[float]) -> bool:
    """Whether another reading is nearly as likely as the best one ("southest")."""
    if len(chances) < 2 or chances[0] >= MIN_LIKELIHOOD_AGAINST_A_RIVAL:
        return False
    return chances[1] >= MAX_SHARE_OF_A_RIVAL * chances[0]


def _fix(text: str, occurrence: Occurrence, reading: Reading, words: Vocabulary) -> Fix:
    start, end = span_of(occurrence, reading)
    after = reading.after
    if reading.kind == "join":
        parted = text[start:end]
        because = f"“{parted}” is one word that a stray space parted"
        return Fix(start, end, parted.replace(" ", ""), STRAY_SPACE.name, because)
    if occurrence.capital or _lost_its_capital(occurrence, reading, words):
        after = after[0].upper() + after[1:]
    if reading.kind == "split":
        because = f"“{occurrence.word}” is no word; a space was lost before “{after.split()[1]}”"
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
    because = f"“{occurrence.word}” is no word; {rule.about}; {proof}"
    return Fix(start, end, after, rule.name, because)


def _lost_its_capital(occurrence: Occurrence, reading: Reading, words: Vocabulary) -> bool:
    """Whether the letter that was dropped was the first one, and a capital."""
    if reading.after[1:] != occurrence.word:
        return False
    return occurrence.begins or (
        words.named(reading.after) > 0 and words.is_mostly_name(reading.after)
    )


def _commonness(word: str, lexicon: Lexicon) -> str:
    """In words, by the zipf value: 3 is once in a million words.

    >>> from cleaners.typos import lexicon
    >>> _commonness("portfolio", lexicon.of("en"))
    'one word in 60,000'
    """
    every = 10 ** (9 - lexicon.zipf(word) / 10)
    digits = int(math.log10(every))
    return f"one word in {round(every, -digits):,.0f}"
