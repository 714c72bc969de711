"""Tables of contents: what they list stands again below, as the subheads of the story."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, takewhile

from cleaners.judge.context.rule import PlaceRule
from cleaners.judge.prose import is_prose
from cleaners.judge.zones import Scene
from cleaners.model import Label, Paragraph

CONTENTS = PlaceRule(
    "furniture.table-of-contents",
    "stands below as a subhead again",
    (
        *("> Where the boats lie", "> What the island eats", "> Who pays", "> When the ice comes"),
        *("Where the boats lie", "…", "What the island eats", "…"),
        *("Who pays", "…", "When the ice comes", "…"),
    ),
)
ANNOUNCED = PlaceRule(
    "furniture.announced-contents",
    "below the heading of a table of contents, and much like a subhead below",
    (
        *("Table of Contents", "> Where boats lie", "> Ferry prices", "> The island’s food"),
        *("Where the Boats Lie", "…", "Prices of the Ferry", "…", "Food on the Island", "…"),
    ),
)
# Of 2,100 lines of our pages that these measures find, one in thirty was checked as body. Three
# names that come again are as often a list that the story goes through, and so are single words.
MIN_LINES = 4
MIN_WORDS_OF_A_SUBHEAD = 2
# Below some subheads stands a picture, a list or the next subhead; below most, a paragraph.
MIN_SHARE_ABOVE_PROSE = 0.75
PARAGRAPHS_READ_FOR_PROSE = 2
# Lines that end alike are the same subhead: the number before it is often in one place only.
CHARS_OF_AN_END = 20
MAX_CHARS_OF_A_SUBHEAD = 120
# "Jump to a section:" stands above a table of contents; a longer line leads in a list of the story.
MIN_WORDS_OF_A_LEAD_IN = 5
_MARKS = ":.?! "
# Of the lines below such a heading, up to the last that comes again, as many came again on 16 of 17
# sites where they were no part of the story; on the other they were one, and linked.
HEADING = "furniture.heads-contents"
MAX_HEADINGS = 2
MIN_ANNOUNCED = 3
MIN_SHARE_THAT_COMES_AGAIN = 0.6
MAX_LINES_OF_CONTENTS = 60
MAX_LINES_BELOW_CONTENTS = 2_000
# A line and its subhead share so much of the shorter of them, and two words at least.
MIN_SHARE_OF_WORDS = 0.6
MIN_WORDS_SHARED = 2
_NUMBERS = re.compile(r"\W*\d+(?:\.\d+)*[.):]?\s+")
_WORD = re.compile(r"[^\W_]+")

_Places = Mapping[int, Sequence[int]]


def contents(scene: Scene) -> Iterator[Label]:
    """The lines of a table of contents: several in a row, each of them again below in the same
    order, and most of those above a paragraph.
    """
    paragraphs = scene.paragraphs
    copies = _copies(paragraphs)
    last = 0
    for first in sorted(copies):
        if first < last or first + MIN_LINES - 1 not in copies:
            continue
        subheads = _subheads(copies, first)
        last = first + len(subheads)
        if len(subheads) >= MIN_LINES and _is_contents(paragraphs, first, subheads):
            for line in paragraphs[first:last]:
                yield CONTENTS.label(line)


def announced_contents(scene: Scene) -> Iterator[Label]:
    """The lines below a heading such as “In this article” that come again below, shortened or in
    other words, as most around them do.
    """
    for heading in scene.places(HEADING)[:MAX_HEADINGS]:
        first = heading + 1
        listed = _listed(scene.paragraphs[first : first + MAX_LINES_OF_CONTENTS])
        end = first + len(listed)
        rest = scene.paragraphs[end : end + MAX_LINES_BELOW_CONTENTS]
        below = [*listed, *(_words(line.text) for line in rest if _may_be_listed(line))]
        times = Counter(below)
        again = [
            n
            for n, words in enumerate(listed, 1)
            if times[words] > 1 or _comes_again(words, islice(below, n, None))
        ]
        size = again[-1] if again else 0
        if len(again) >= max(MIN_ANNOUNCED, MIN_SHARE_THAT_COMES_AGAIN * size):
            because = f"below “{scene.paragraphs[heading].text}”, as most lines there, and again"
            for line in scene.paragraphs[first : first + size]:
                yield ANNOUNCED.label(line, because)


def _listed(lines: Iterable[Paragraph]) -> list[frozenset[str]]:
    """The words of each line of a table of contents; the first that comes again is a subhead."""
    listed: list[frozenset[str]] = []
    for line in takewhile(_may_be_listed, lines):
        words = _words(line.text)
        if len(words) >= MIN_WORDS_SHARED and words in listed:
            break
        listed.append(words)
    return listed


def _may_be_listed(line: Paragraph) -> bool:
    return len(line.text) <= MAX_CHARS_OF_A_SUBHEAD and not is_prose(line.text)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(_NUMBERS.sub("", text.lower(), count=1)))


def _comes_again(words: frozenset[str], below: Iterable[frozenset[str]]) -> bool:
    return any(
        len(words & other)
        >= max(MIN_WORDS_SHARED, MIN_SHARE_OF_WORDS * min(len(words), len(other)))
        for other in below
    )


def _copies(paragraphs: Sequence[Paragraph]) -> _Places:
    """By the place of each line that may be a subhead and stands again below, all its places."""
    texts = [paragraph.text for paragraph in paragraphs]
    if len(texts) - len(set(texts)) < MIN_LINES:
        return {}
    alike: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        if len(text) <= MAX_CHARS_OF_A_SUBHEAD:
            alike[text.rstrip(_MARKS)[-CHARS_OF_AN_END:]].append(place)
    return {
        place: places
        for places in alike.values()
        for place in places[:-1]
        if not is_prose(texts[place])
    }


def _subheads(copies: _Places, first: int) -> list[int]:
    """Where the lines from this place on stand again, each below the one before."""
    found: list[int] = []
    place = first
    while again := copies.get(place):
        below = bisect_right(again, max([place, *found[-1:]]))
        if below == len(again):
            break
        found.append(again[below])
        place += 1
    return found


def _is_contents(paragraphs: Sequence[Paragraph], first: int, subheads: Sequence[int]) -> bool:
    size = len(subheads)
    if subheads[0] < first + size or (first and _leads_in(paragraphs[first - 1].text)):
        return False
    words = sum(line.text.count(" ") + 1 for line in paragraphs[first : first + size])
    above = sum(_is_above_prose(paragraphs, place) for place in subheads)
    return words >= MIN_WORDS_OF_A_SUBHEAD * size and above >= MIN_SHARE_ABOVE_PROSE * size


def _leads_in(text: str) -> bool:
    return text.endswith(":") and text.count(" ") + 1 >= MIN_WORDS_OF_A_LEAD_IN


def _is_above_prose(paragraphs: Sequence[Paragraph], place: int) -> bool:
    below = paragraphs[place + 1 : place + 1 + PARAGRAPHS_READ_FOR_PROSE]
    return any(is_prose(paragraph.text) for paragraph in below)
