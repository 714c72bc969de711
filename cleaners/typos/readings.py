"""What an unknown word may have been: a word spelt right, two words, or one with its neighbour.

Each reading carries the facts that `cleaners.typos.weights` judges it by; nothing is decided here.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from cleaners.typos.lexicon import Lexicon
from cleaners.typos.sights import Sight, is_part_of_word

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# The keys around each key of the English keyboard.
KEYS_BESIDE = dict(
    pair.split(":")
    for pair in (
        "q:wa w:qesa e:wrsd r:etdf t:ryfg y:tugh u:yihj i:uojk o:ipkl p:ol a:qwsz s:awedxz "
        "d:serfcx f:drtgvc g:ftyhbv h:gyujnb j:huikmn k:jiolm l:kop z:asx x:zsdc c:xdfv v:cfgb "
        "b:vghn n:bhjm m:njk"
    ).split()
)
SLIPS = ("transposed", "dropped", "doubled", "extra", "adjacent", "other")
# Tenths of zipf below which a word is not what anybody meant, unless the document has it elsewhere.
MIN_ZIPF_OF_A_READING = 18
# The same for the name before a glued verb: names are rarer than words.
MIN_ZIPF_OF_A_NAME = 13
# Readings of one word that are weighed; the right one was never further down.
MAX_SPELLINGS = 6
MAX_SPLITS = 4
# The same names come up in many pages; so many unknown words take about 10 MB.
MAX_WORDS_REMEMBERED = 20_000
# Tenths of zipf of a spelling that counts as a rival of another.
MIN_ZIPF_OF_A_RIVAL = 30
# A line this long is a sentence, and its first word has a capital for that alone.
MIN_WORDS_OF_A_SENTENCE = 6
MIN_ZIPF_OF_A_FIRST_WORD = 35

REPORTING_VERBS = frozenset(
    "said says told added noted wrote explained argued warned called announced confirmed tweeted "
    "insisted claimed stated recalled replied testified acknowledged admitted asked reported "
    "suggested concluded continued agreed responded joked quipped".split()
)


# Small words that join others; nearly every lost space stands beside one of them. Two words of
# which neither is one may be a compound as easily.
JOINING_WORDS = frozenset(
    """
    a about after again all also always am an and any are around as at be because been before being
    between both but by can could did do does done down during each either even ever every few for
    from get had has have having he her here him his how however i if in into is it its just less
    like many may me might more most much must my need never no nor not now of off often on once one
    only or other our out over own per rather same she should since so some soon still such than
    that the their them then there these they this those through to too two under until up upon us
    very via was we were what when where whether which while who whom whose why will with within
    without would yet you your
    """.split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """``after`` may be what was meant; ``facts`` are numbers in the order of the model's table."""

    after: str
    slip: str
    facts: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words to read by: those of the language, and how often each stands in this document.

    ``unknown`` are those of the document that the language does not know.
    """

    lexicon: Lexicon
    here: Mapping[str, int]
    unknown: Collection[str]
    text: str

    def times(self, word: str) -> int:
        """How often the word stands in the document."""
        return self.here.get(word, 0)

    def is_word(self, word: str) -> bool:
        """Whether a word could be meant: known and not too rare, or printed elsewhere here."""
        zipf = self.lexicon.known.get(word)
        if zipf is None:
            return self.times(word) >= 2 or self.named(word) > 0
        return zipf >= MIN_ZIPF_OF_A_READING or self.times(word) > 0

    def is_name(self, word: str) -> bool:
        """Whether a word could be a name: as a word, but rarer, or seen with a capital here."""
        return (
            self.is_word(word)
            or self.lexicon.zipf(word) >= MIN_ZIPF_OF_A_NAME
            or self.named(word) > 0
        )

    def named(self, word: str) -> int:
        """How often the word stands in the document with a capital."""
        if not self.times(word):
            return 0
        name = word.capitalize()
        count = 0
        place = self.text.find(name)
        while place >= 0:
            count += not is_part_of_word(self.text, place, place + len(name))
            place = self.text.find(name, place + len(name))
        return count

    def rarer(self, words: tuple[str, str]) -> int:
        """How common the rarer of two words is."""
        return min(map(self.lexicon.zipf, words))


def strings_beside(word: str) -> set[str]:
    """Every string that one slip of the fingers could have turned into ``word``."""
    halves = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    strings = {head + tail[1] + tail[0] + tail[2:] for head, tail in halves if len(tail) > 1}
    strings.update(head + tail[1:] for head, tail in halves)
    for letter in _LETTERS:
        strings.update([head + letter + tail for head, tail in halves])
        strings.update([head + letter + tail[1:] for head, tail in halves])
    return strings


def slip_between(meant: str, typed: str) -> str:
    """Which slip turned one word into the other."""
    place = next((i for i, (a, b) in enumerate(zip(meant, typed, strict=False)) if a != b), -1)
    if len(meant) > len(typed):
        return "dropped"
    if len(meant) < len(typed):
        added = typed[place] if place >= 0 else typed[-1]
        return "doubled" if added == typed[place - 1] or typed.count(added * 2) else "extra"
    if sorted(meant) == sorted(typed):
        return "transposed"
    return "adjacent" if meant[place] in KEYS_BESIDE[typed[place]] else "other"


def spellings_of(word: str, words: Vocabulary, names_only: bool) -> dict[str, str]:
    """The words that one slip could have turned into ``word``, with the slip.

    ``names_only`` asks for words of this document only: that is all a name may be read as.
    """
    if names_only:
        found = words.here.keys() & strings_beside(word) - {word}
    else:
        lengths = (len(word) - 1, len(word), len(word) + 1)
        near = [other for other in words.unknown if len(other) in lengths]
        found = {other for other in near if is_one_slip(other, word)}
        found |= known_beside(word, words.lexicon)
    return {meant: slip_between(meant, word) for meant in found if words.is_word(meant)}


def is_one_slip(meant: str, typed: str) -> bool:
    """Whether one slip on an English keyboard turns one word into the other."""
    if meant == typed or not meant.isascii():
        return False
    same = next((i for i, (a, b) in enumerate(zip(meant, typed, strict=False)) if a != b), -1)
    if same < 0:
        return abs(len(meant) - len(typed)) == 1
    left, right = meant[same:], typed[same:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return left[1:] in (right, right[1:]) or left == right[1:] or swapped


@lru_cache(MAX_WORDS_REMEMBERED)
def known_beside(word: str, lexicon: Lexicon) -> frozenset[str]:
    """The known words that are one slip from ``word``."""
    return frozenset(lexicon.known.keys() & strings_beside(word)) - {word}


def splits_of(word: str, words: Vocabulary, capital: bool) -> list[tuple[str, str]]:
    """The pairs of words that make ``word`` when no space parts them, likeliest first."""
    ways = []
    for place in range(1, len(word)):
        first, second = word[:place], word[place:]
        if words.is_word(second) and (words.is_name(first) if capital else words.is_word(first)):
            ways.append((first, second))
    return sorted(ways, key=lambda way: -(words.lexicon.pair(*way) + words.rarer(way)))


_ENDINGS = tuple(
    "s es ed d ing er ers ly y ness able less ish ism ist like ization ize izes ized izing est ful "
    "al ally ity ment ments ings ability ification r rs ists ies ier iest in n i a o".split()
)
_BEGINNINGS = tuple(
    "re un non pre over under micro multi anti de dis in inter out sub super co bio cyber eco nano "
    "neo photo post pro semi tele up ultra mid mis electro hydro geo hyper crypto auto mega mini "
    "counter cross fore back down e a be".split()
)
MIN_LETTERS_OF_A_STEM = 3


def derived(word: str, words: Vocabulary) -> int:
    """How common the word is that ``word`` is made from by a usual beginning or ending; or 0."""
    stems = [word.removesuffix(end) for end in _ENDINGS if word.endswith(end)]
    stems += [stem + "e" for stem in stems]
    stems += [stem[:-1] + "y" for stem in stems if stem.endswith("i")]
    stems += [stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1]]
    stems += [word.removeprefix(start) for start in _BEGINNINGS if word.startswith(start)]
    known = words.lexicon.known
    return max((known.get(s, 0) for s in stems if len(s) >= MIN_LETTERS_OF_A_STEM), default=0)


# The facts, in the order in which the model is given them.
AROUND = tuple(
    "zipf length here listed foreign name strangest strange derived capital begins hyphened "
    "capital_before capital_after words_of_line strange_around zipf_before zipf_after".split()
)
SPELLING = tuple(
    "transposed dropped doubled extra adjacent other new_zipf new_here new_named first_changed "
    "last_changed pair_before pair_after old_pair_before old_pair_after rivals rival_zipf "
    "rival_pairs split new_strangest new_strange".split()
)
SPLIT = tuple(
    "first_zipf second_zipf first_length second_length first_here second_here pair_inside "
    "pair_before pair_after spelling_zipf splits rival_split first_known second_known first_name "
    "first_named reports first_joins second_joins".split()
)
JOIN = tuple(
    "whole_zipf other_zipf other_length whole_here other_here pair_parts pair_before pair_after "
    "left spelling_zipf other_known whole_known split other_strangest other_strange".split()
)
NOTHING_BESIDE = -1


def spelling_readings(
    sight: Sight, words: Vocabulary, found: dict[str, str], split: int
) -> Iterator[Reading]:
    """The right spellings that may have been meant, commonest first."""
    lexicon = words.lexicon
    ranked = sorted(found, key=lambda new: (-lexicon.zipf(new), new))[:MAX_SPELLINGS]
    pairs = {new: _pairs(sight, new, new, lexicon) for new in ranked}
    for new in ranked:
        if sight.capital and not _fits_capital(sight, new, words):
            continue
        rivals = [other for other in ranked if other != new]
        yield Reading(
            new,
            found[new],
            _facts(
                sight,
                words,
                *(found[new] == slip for slip in SLIPS),
                lexicon.zipf(new),
                words.times(new),
                words.named(new),
                new[0] != sight.word[0],
                new[-1] != sight.word[-1],
                *pairs[new],
                *_pairs(sight, sight.word, sight.word, lexicon),
                sum(lexicon.zipf(other) >= MIN_ZIPF_OF_A_RIVAL for other in rivals),
                max(map(lexicon.zipf, rivals), default=0),
                max((sum(pairs[other]) for other in rivals), default=0),
                split,
                *lexicon.strangeness(new),
            ),
        )


def _fits_capital(sight: Sight, new: str, words: Vocabulary) -> bool:
    """A name is only read as another that stands in the document; a first word of a sentence also
    as a common word.
    """
    if words.named(new):
        return True
    sentence = sight.begins and sight.words_of_line >= MIN_WORDS_OF_A_SENTENCE
    return sentence and words.lexicon.known.get(new, 0) >= MIN_ZIPF_OF_A_FIRST_WORD


def split_readings(
    sight: Sight, words: Vocabulary, ways: list[tuple[str, str]], spelling: int
) -> Iterator[Reading]:
    """The pairs of words that may have been meant, likeliest first."""
    lexicon = words.lexicon
    for first, second in ways[:MAX_SPLITS]:
        yield Reading(
            f"{first} {second}",
            "fused",
            _facts(
                sight,
                words,
                lexicon.zipf(first),
                lexicon.zipf(second),
                len(first),
                len(second),
                words.times(first),
                words.times(second),
                lexicon.pair(first, second),
                *_pairs(sight, first, second, lexicon),
                spelling,
                len(ways),
                max((words.rarer(way) for way in ways if way != (first, second)), default=0),
                first in lexicon.known,
                second in lexicon.known,
                lexicon.names.get(first),
                words.named(first) if sight.capital else 0,
                second in REPORTING_VERBS,
                first in JOINING_WORDS,
                second in JOINING_WORDS,
            ),
        )


def join_reading(
    sight: Sight, words: Vocabulary, left: bool, beside: tuple[int, int]
) -> Reading | None:
    """The word and its neighbour on one side as one word that a stray space parted.

    ``beside`` holds how common the best spelling and the best split of the word alone are.
    """
    lexicon = words.lexicon
    other = sight.before if left else sight.after
    parts = (other, sight.word) if left else (sight.word, other)
    whole = "".join(parts)
    second_capital = sight.capital if left else sight.capital_after
    if not other or whole not in lexicon.known or second_capital:
        return None
    pair_before, pair_after = _pairs(sight, whole, whole, lexicon)
    facts = _facts(
        sight,
        words,
        lexicon.zipf(whole),
        lexicon.zipf(other),
        len(other),
        words.times(whole),
        words.times(other),
        lexicon.pair(*parts),
        NOTHING_BESIDE if left else pair_before,
        pair_after if left else NOTHING_BESIDE,
        left,
        beside[0],
        other in lexicon.known,
        whole in lexicon.known,
        beside[1],
        *lexicon.strangeness(other),
    )
    return Reading(whole, "parted", facts)


def _facts(sight: Sight, words: Vocabulary, *of_reading: float) -> tuple[float, ...]:
    lexicon = words.lexicon
    return (
        lexicon.zipf(sight.word),
        len(sight.word),
        words.times(sight.word),
        lexicon.listed.get(sight.word),
        lexicon.foreign.get(sight.word),
        lexicon.names.get(sight.word),
        *lexicon.strangeness(sight.word),
        derived(sight.word, words),
        sight.capital,
        sight.begins,
        sight.hyphened,
        sight.capital_before,
        sight.capital_after,
        sight.words_of_line,
        sight.strange,
        lexicon.zipf(sight.before) if sight.before else NOTHING_BESIDE,
        lexicon.zipf(sight.after) if sight.after else NOTHING_BESIDE,
        *of_reading,
    )


def _pairs(sight: Sight, first: str, second: str, lexicon: Lexicon) -> tuple[int, int]:
    """How often the words beside are seen with the word, or with the first and second of two."""
    return (
        lexicon.pair(sight.before, first) if sight.before else NOTHING_BESIDE,
        lexicon.pair(second, sight.after) if sight.after else NOTHING_BESIDE,
    )
