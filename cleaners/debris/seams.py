"""Debris that a scraper ran together with a paragraph: "AdvertisementThe mayor said", "he
added.Share on Facebook". What is debris, the rules know; here is where two texts may meet.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from cleaners.debris.listing import SURE_LISTINGS
from cleaners.debris.rule import Span
from cleaners.model import Label, Strength

# What speaks against a text, should it be a line of its own.
LabelAlone = Callable[[str], Label | None]

_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁЇІЄҐĄĆĘŁŃÓŚŹŻ"
_LOWER = "a-zß-öø-ÿа-яёїієґąćęłńóśźż"
# A capital right behind a small letter, a figure, a mark that ends something (not in "U.S.") or a
# word in capitals.
_SEAM = re.compile(
    rf"[{_UPPER}©](?:(?<=[{_LOWER}0-9][{_UPPER}©])|(?<=[{_LOWER}0-9)”\"’][.!?…:)”\"][{_UPPER}©])"
    rf"|(?<=[{_UPPER}]{{5}})(?=[{_LOWER}]))"
)
_SENTENCE_END = re.compile(r"[.!?…:][)”\"’]?\Z")
# Begins a sentence: what meets it is a whole line, though it ends like a name ("by Ana RiosThe").
_OPENERS = frozenset(
    """
        A After All Also An And Another As At Before But By Despite Each Even Every Few For From
        He Her His How However If In It Its Last Many More Most My No Not Now On One Only Our She
        Since So Some Such That The Their Then There These They This Those Though To Two Under
        Until We What When Where While Who Why With Yet You Der Die Das Ein Eine Es Im Am Mit Nach
        Bei Le La Les Un Une L’ Il Elle Dans Pour En El Los Las Una Por Con Se O Os Um Uma Na Em
        Lo Gli I Nel Della Per De Het Een Van Op W Z Po Do В На По С К О И Из У За От Это Он Она
        Як Що Це Після Під
    """.split()
)
_WORD = re.compile(r"[^\W\d_]+")
# More seams are those of code, or of a list whose breaks are lost.
MAX_SEAMS = 40
# Texts between seams that are one line together: "Share on Linked" and "In".
MAX_PARTS = 6
MAX_CHARS_OF_DEBRIS = 200
# Longer than a line that is listed, where only such a one may end.
MAX_CHARS_OF_A_BUTTON = 60
# What is left must be worth keeping; a shorter text is judged as it is.
MIN_CHARS_LEFT = 60
MIN_WORDS_LEFT = 8
# One word must be a line that is listed, and longer than the first half of many names.
MIN_CHARS_OF_A_WORD = 5
MAX_CHARS_OF_A_WORD = 40
# A date is no debris by itself, but nobody writes one that runs into a sentence.
_DATE = "byline.bare-date"


def run_together(text: str, label_alone: LabelAlone) -> list[tuple[Span, Label]]:
    """The debris at the seams of a text that is good copy without it, in order; mostly none.

    Debris begins the text or follows the end of a sentence, and ends where the next text begins or
    nothing follows.
    """
    if len(text) < MIN_CHARS_LEFT:
        return []
    seams = [found.start() for found in _SEAM.finditer(text)]
    if not 0 < len(seams) <= MAX_SEAMS:
        return []
    found = list(_between(text, seams, label_alone))
    left = "".join(_outside(text, [span for span, _ in found])) if found else ""
    return found if len(left) >= MIN_CHARS_LEFT and left.count(" ") >= MIN_WORDS_LEFT else []


def _between(text: str, seams: list[int], label_alone: LabelAlone) -> Iterator[tuple[Span, Label]]:
    """The debris between seams, the longest first."""
    bounds = [0, *seams, len(text)]
    begin = 0
    follows_debris = True
    while begin < len(bounds) - 1:
        start = bounds[begin]
        found = None
        if follows_debris or _SENTENCE_END.search(text[start - 2 : start]):
            found = _longest(text, bounds, begin, label_alone)
        if found:
            end, label = found
            yield (start, bounds[end]), label
            begin = end
        else:
            begin += 1
        follows_debris = found is not None


def _longest(
    text: str, bounds: list[int], begin: int, label_alone: LabelAlone
) -> tuple[int, Label] | None:
    """The last of the bounds before which all, from one on, is one line of debris."""
    start, last = bounds[begin], len(bounds) - 1
    for end in range(min(last, begin + MAX_PARTS), begin, -1):
        whole = end == last or _may_end(text, bounds[end])
        size = bounds[end] - start
        if end - begin == last or size > (MAX_CHARS_OF_DEBRIS if whole else MAX_CHARS_OF_A_BUTTON):
            continue
        label = label_alone(text[start : bounds[end]])
        if label and _is_debris(text, (start, bounds[end]), label, whole):
            return end, label._replace(strength=Strength.SURE)
    return None


def _is_debris(text: str, span: Span, label: Label, whole: bool) -> bool:
    """Whether a text between seams is more than a part of a word that looks like debris."""
    start, end = span
    listed = label.rule in SURE_LISTINGS
    enough = " " in text[start:end] or (listed and end - start >= MIN_CHARS_OF_A_WORD)
    sure = label.strength is Strength.SURE or (label.rule == _DATE and start == 0)
    return enough and sure and (listed or whole)


def _may_end(text: str, seam: int) -> bool:
    """Whether a line may end at a seam: not if that may be the middle of a name."""
    if not text[seam - 1].isalpha():
        return True
    word = text[max(0, seam - MAX_CHARS_OF_A_WORD) : seam].split()[-1]
    following = _WORD.match(text, seam)
    opens = following is not None and following[0] in _OPENERS
    return opens or word.islower() or (word.isupper() and len(word) > 1)


def _outside(text: str, spans: list[Span]) -> Iterator[str]:
    ends = [0, *(bound for span in spans for bound in span), len(text)]
    for start, end in list(pairwise(ends))[::2]:
        yield text[start:end]
