"""How likely a reading of an unknown word must be to be believed: more where a name, a brand, a
compound or a word of another language could be harmed.
"""

from cleaners.typos.lexicon import Lexicon
from cleaners.typos.occurrences import Occurrence
from cleaners.typos.readings import (
    AFTER_NAMES,
    JOINING_WORDS,
    REPORTING_VERBS,
    Reading,
    Split,
    is_prefixed,
)
from cleaners.typos.vocabulary import Vocabulary

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
# Where the evidence is weaker: a word printed more than once.
MIN_LIKELIHOOD_OF_THE_RARE = 0.98
# The share of unknown words around one of another language that is quoted.
MIN_STRANGENESS_OF_A_QUOTATION = 0.15
# No reading is so likely.
NEVER = 2.0
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


def needed(reading: Reading, occurrence: Occurrence, words: Vocabulary) -> float:
    """How likely a reading of one word must be."""
    lexicon = words.lexicon
    if reading.after in AMOUNTS and occurrence.figure_before:
        return MIN_LIKELIHOOD_OF_THE_EVIDENT
    if (
        occurrence.capital
        and lexicon.names.get(occurrence.word)
        and not _stands_here(reading, words)
    ):
        return NEVER
    if words.times(occurrence.word) > 1:
        return MIN_LIKELIHOOD_OF_THE_RARE
    return (_needed_to_spell if reading.kind == "spelling" else _needed_to_part)(
        reading, occurrence, words
    )


def needed_to_join(join: Reading, occurrence: Occurrence, words: Vocabulary) -> float:
    """How likely it must be that a word was parted."""
    other = occurrence.before if join.slip == "before" else occurrence.after
    tail = occurrence.word if join.slip == "before" else other
    # A lone "s" or "t" lost its apostrophe as often; "tous les" is of another language.
    if tail in ("s", "t") or _is_foreign_here(occurrence, words):
        return NEVER
    zipf = words.lexicon.zipf
    # "al fresco" is how most write "alfresco".
    if other in words.lexicon.known and zipf(join.after) < min(zipf(other), zipf(occurrence.word)):
        return NEVER
    lone = (
        join.slip == "before"
        and len(occurrence.before) == 1
        and occurrence.word not in words.lexicon.known
    )
    return MIN_LIKELIHOOD_OF_A_LOST_INITIAL if lone else MIN_LIKELIHOOD["join"]


def _is_foreign_here(occurrence: Occurrence, words: Vocabulary) -> bool:
    foreign = words.lexicon.foreign.get(occurrence.word)
    return bool(foreign) and words.strangeness(occurrence.place) >= MIN_STRANGENESS_OF_A_QUOTATION


def _needed_to_spell(reading: Reading, occurrence: Occurrence, words: Vocabulary) -> float:
    """How likely it must be that a word was misspelt."""
    new, old = reading.after, occurrence.word
    least = MIN_LIKELIHOOD[reading.slip]
    if _VOWELS.isdisjoint(old):
        least = max(least, MIN_LIKELIHOOD_OF_AN_ABBREVIATION)
    if reading.slip == "adjacent" and old[-1] != new[-1] and old[-1] in _LETTERS_OF_BRANDS:
        return NEVER
    if new == occurrence.before + old:
        return NEVER
    if words.lexicon.listed.get(old):
        least = MIN_LIKELIHOOD_OF_A_LISTED_WORD
    if is_prefixed(old, words.lexicon):
        least = max(least, MIN_LIKELIHOOD_OF_THE_EXTENDED)
    if not occurrence.capital:
        return least
    # The letter that was dropped would have been the capital.
    if new[1:] == old:
        return NEVER
    if occurrence.begins:
        return max(least, MIN_LIKELIHOOD_OF_A_NAME)
    if words.named(new) < words.times(new):
        return NEVER
    # Two names may differ by a letter ("Cameta", "Camera").
    dropped = reading.slip not in ("adjacent", "other")
    return max(least, MIN_LIKELIHOOD_OF_A_NAME) if dropped else MIN_LIKELIHOOD_OF_THE_RARE


def _needed_to_part(reading: Reading, occurrence: Occurrence, words: Vocabulary) -> float:
    """How likely it must be that a word is two."""
    first, _, second = reading.after.partition(" ")
    lexicon = words.lexicon
    if lexicon.foreign.get(occurrence.word) or occurrence.hyphened:
        return NEVER
    joins = not _PLAIN_JOINING_WORDS.isdisjoint((first, second))
    if not occurrence.capital:
        if second in _LIKE_ENDINGS:
            return MIN_LIKELIHOOD_OF_THE_RARE
        # "second-place Halloran" has a hyphen.
        if first in _QUALITIES and occurrence.after and occurrence.after not in JOINING_WORDS:
            return NEVER
        return MIN_LIKELIHOOD["split"] if joins else MIN_LIKELIHOOD_OF_TWO_NOUNS
    if second not in AFTER_NAMES:
        return NEVER
    reports = second in REPORTING_VERBS
    if (
        not reports
        and not occurrence.begins
        and not may_end_name(Split(first, second), occurrence.word, words)
    ):
        return NEVER
    unseen = reports and not words.named(first)
    # "Harry Lighton" is a name; "Harry Light on" is none.
    surname = (
        occurrence.capital_before
        and second in _ENDS_OF_SURNAMES
        and not _is_plain_word(first, lexicon)
    )
    doubtful = unseen or surname or len(second) == 1
    return MIN_LIKELIHOOD_OF_A_DOUBTFUL_NAME if doubtful else MIN_LIKELIHOOD_OF_A_GLUED_NAME


def may_end_name(split: Split, word: str, words: Vocabulary) -> bool:
    """Whether a word may be a name and what was glued to it, inside a sentence."""
    lexicon = words.lexicon
    if lexicon.foreign.get(word):
        return False
    if words.named(split.first) and words.is_mostly_name(split.first):
        return True
    if lexicon.names.get(word) or lexicon.zipf(word) or words.times(word) > 1:
        return False
    if split.first in JOINING_WORDS:
        return False
    if not _is_doubtful_tail(split.second):
        return True
    # "Wonderin" may lack its last letter on purpose.
    lost_letter = split.second == "in" and split.first + "ing" in lexicon.known
    return _is_plain_word(split.first, lexicon) and not lost_letter


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
