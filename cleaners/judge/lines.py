"""What lines say by themselves, wherever they stand."""

import tomllib
from dataclasses import dataclass
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from cleaners.arrays.pages import Flags
from cleaners.arrays.table import Columns
from cleaners.arrays.words import KIND, MAX_CHARS, Ints, Words, hash_of
from cleaners.judge import wording as worded
from cleaners.judge.measures import share
from cleaners.judge.wording import Wording

# A line of prose: 12 words, the shortest that half of our article paragraphs exceed, and not a
# list of names or of menu entries.
MIN_WORDS_OF_PROSE = 12
MIN_COMMON_IN_PROSE = 0.2
# A heading: the longest subhead on our pages but one in a hundred has 14 words.
MAX_WORDS_OF_A_HEADING = 14
# Of a longer text only the head is measured; the rest is reckoned in words of usual length.
CHARS_OF_A_WORD = 6
_CLASSES: dict[str, str] = tomllib.loads(
    (resources.files("cleaners.judge") / "word_classes.toml").read_text("utf-8")
)


@dataclass(frozen=True, slots=True)
class Lines:
    """What was measured of some texts, each by itself; ``columns`` are the features that they have
    wherever they stand.
    """

    words: Words
    count: Ints
    wording: Ints
    prose: Flags
    heading: Flags
    ends: Flags
    columns: Columns


def read(words: Words, wording: Wording) -> Lines:
    """What some texts of these words say by themselves."""
    columns = _itself(words)
    score = worded.score(words, wording)
    count = words.sizes + np.maximum(words.chars - MAX_CHARS, 0) // CHARS_OF_A_WORD
    ends = _ends_sentence(words)
    prose = (count >= MIN_WORDS_OF_PROSE) & (columns["common"] > MIN_COMMON_IN_PROSE)
    heading = (count <= MAX_WORDS_OF_A_HEADING) & ~ends & (count > 0)
    columns |= {"wording": score, "wording a word": share(score, count)}
    columns |= {"prose": prose, "heading": heading, "ends": ends}
    return Lines(words, count, score, prose, heading, ends, columns)


_TABLE_BITS = 16


def _class_table() -> NDArray[np.uint32]:
    """The classes that the words of each place are in, one bit a class."""
    table = np.zeros(1 << _TABLE_BITS, np.uint32)
    for bit, words in enumerate(_CLASSES.values()):
        for word in words.split():
            table[hash_of(word) >> (64 - _TABLE_BITS)] |= 1 << bit
    return table


_CLASSES_OF = _class_table()
_ASKING = list(_CLASSES).index("asking")


def _itself(words: Words) -> Columns:
    counts = words.counts
    visible = np.maximum(counts.sum(1), 1)
    count = words.sizes
    columns: Columns = {"chars": words.chars, "words": count}
    columns |= {name: counts[:, place] for name, place in KIND.items() if name in _COUNTED}
    letters = counts[:, KIND["lower"]] + counts[:, KIND["upper"]] + counts[:, KIND["letter"]]
    columns |= {
        "letters": letters / visible,
        "uppers": share(counts[:, KIND["upper"]], letters),
        "digits": counts[:, KIND["digit"]] / visible,
        "first": ORDER[words.first],
        "last": ORDER[words.last],
        "before last": ORDER[words.before_last],
        "capitals": share(words.per_text(words.capital), count),
        "shouted": share(words.per_text(words.shouted), count),
        "numbers": share(words.per_text(words.number), count),
        "word length": share(words.per_text(words.lengths), count),
        "past": share(words.per_text(words.past), count),
        "doing": share(words.per_text(words.doing), count),
        "stops a word": share(counts[:, KIND["stop"]], count),
        "commas a word": share(counts[:, KIND["comma"]], count),
    }
    return columns | _of_classes(words)


def _of_classes(words: Words) -> Columns:
    """How much of each line is of each class of words, and what its first word is."""
    count = words.sizes
    classes = _CLASSES_OF[worded.places(words.hashes, _TABLE_BITS)]
    classed = classes.nonzero()[0]
    line, of_word = words.text_of_word()[classed], classes[classed]
    columns: Columns = {}
    for bit, name in enumerate(_CLASSES):
        met = np.bincount(line[(of_word >> bit) & 1 > 0], minlength=len(count))
        columns[name] = share(met, count)
    filled = count > 0
    first = words.bounds[:-1][filled]
    asks, does = np.zeros(len(count)), np.zeros(len(count))
    asks[filled] = (classes[first] >> _ASKING) & 1
    does[filled] = words.doing[first]
    return columns | {"asks first": asks, "does first": does}


_COUNTED = (
    "digit",
    "stop",
    "question",
    "exclamation",
    "comma",
    "colon",
    "quote",
    "dash",
    "opening",
    "ellipsis",
    "bar",
    "arrow",
    "slash",
    "money",
    "at",
    "sign",
    "other",
)
# Kinds of characters from "ends a sentence" to "cannot end one", so that one split tells them.
_KINDS_IN_ORDER = (
    "stop question exclamation quote closing ellipsis apostrophe letter lower digit percent upper"
    " colon semicolon comma dash opening bar arrow slash money at sign other space"
)
_ORDERED = _KINDS_IN_ORDER.split()
ORDER = np.array(
    [_ORDERED.index(name) for name in sorted(KIND, key=lambda name: KIND[name])], np.uint8
)


def _ends_sentence(words: Words) -> Flags:
    last = ORDER[words.last]
    closes = (last == _ORDERED.index("quote")) | (last == _ORDERED.index("closing"))
    inside = ORDER[words.before_last] <= _ORDERED.index("exclamation")
    ends = last <= _ORDERED.index("exclamation")
    closed: Flags = ends | (closes & inside) | (words.last == KIND["ellipsis"])
    return closed
