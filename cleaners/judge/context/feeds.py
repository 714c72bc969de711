"""Live feeds: from a heading or a first clock time to the end of the last item."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from cleaners.dates import hour_of_day
from cleaners.debris.listing import listings
from cleaners.judge.context.rule import PlaceRule
from cleaners.judge.prose import is_headline, is_prose
from cleaners.judge.zones import Scene
from cleaners.model import Category, Label, Paragraph

ITEM = PlaceRule(
    "livefeed.item",
    "an item of a live feed",
    ("…", "> 9:10 PM", "> Fire is out", "> 4:45 PM", "> Fire began", "> 9:20 AM", "> All is calm"),
)
ABOVE_A_FEED = PlaceRule(
    "related.above-a-feed",
    "a headline directly above a feed",
    ("…", "> Coast latest: one road stays shut tonight", "News Feed", "9:10 PM", "A fire is out."),
)
# A feed prints its items newest first; three times in falling order are no chance.
MIN_ITEMS_OF_A_FEED = 3
# The heading of a feed stands right above its first clock time, or above a button or two.
MAX_LINES_BELOW_A_HEADING = 3
# Below the last clock time stands as much as below the others, at most.
MAX_PARAGRAPHS_OF_AN_ITEM = 3
# Below the clock time of one page of ours stood all its eight paragraphs; items have up to four.
MIN_PARAGRAPHS_OF_A_STORY = 5
_HEADINGS = listings(Category.LIVEFEED)
MINUTES_OF_AN_HOUR = 60
_CLOCK_RULE = "livefeed.clock-time"
_TIMED_RULE = "livefeed.timed-item"
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?:[:.]\d\d)?)?(?:\s*(?P<half>[ap])\.?\s?m\b)?",
    re.IGNORECASE,
)


def feeds(scene: Scene) -> Iterator[Label]:
    """The items of a live feed, from its heading or first clock time to the end of the last."""
    clocks = _of_items(scene, scene.places(_CLOCK_RULE))
    if not clocks or not scene.prose or clocks[0] <= scene.prose.start:
        return
    nearby = range(clocks[0] - MAX_LINES_BELOW_A_HEADING, clocks[0])
    heading = next((p for p in reversed(scene.places(*_HEADINGS)) if p in nearby), None)
    if heading is not None and any(is_prose(x.text) for x in scene.paragraphs[heading : clocks[0]]):
        heading = None
    if heading is None and not _falling(scene.paragraphs[place] for place in clocks):
        return
    first = clocks[0] if heading is None else heading
    yield from _above(scene, first)
    last = min(_end_of_item(scene, clocks[-1]), len(scene.paragraphs))
    for place in range(first, last):
        yield ITEM.label(scene.paragraphs[place])


def _of_items(scene: Scene, clocks: Sequence[int]) -> Sequence[int]:
    """Clock times without that of the story itself, above more prose than all others together."""
    if len(clocks) < MIN_ITEMS_OF_A_FEED:
        return clocks
    story, items = (
        sum(is_prose(line.text) for line in scene.paragraphs[first:last])
        for first, last in (clocks[:2], (clocks[1], _end_of_item(scene, clocks[-1])))
    )
    return clocks[1:] if story >= MIN_PARAGRAPHS_OF_A_STORY and story > items else clocks


def timed_items(scene: Scene) -> Iterator[Label]:
    """Lines of a live feed that hold a clock time and a headline each, newest first."""
    timed = enumerate(scene.places(_TIMED_RULE))
    for _, run in groupby(timed, key=lambda item: item[1] - item[0]):
        items = [scene.paragraphs[place] for _, place in run]
        if _falling(items):
            yield from map(ITEM.label, items)


def _above(scene: Scene, place: int) -> Iterator[Label]:
    """A headline directly above a feed leads into it."""
    above = scene.paragraphs[place - 1]
    if not scene.is_labelled(place - 1) and is_headline(above):
        yield ABOVE_A_FEED.label(above)


def _end_of_item(scene: Scene, clock: int) -> int:
    end = clock + 1
    while end < len(scene.paragraphs) and end <= clock + MAX_PARAGRAPHS_OF_AN_ITEM:
        if scene.is_sure(end):
            break
        end += 1
    return end


def _falling(items: Iterable[Paragraph]) -> bool:
    """Whether clock times fall from item to item, once past midnight allowed."""
    minutes = [_minutes(found) for item in items if (found := _CLOCK.search(item.text))]
    rises = sum(after > before for before, after in pairwise(minutes))
    return len(minutes) >= MIN_ITEMS_OF_A_FEED and rises <= len(minutes) // MIN_ITEMS_OF_A_FEED - 1


def _minutes(clock: re.Match[str]) -> int:
    hour = hour_of_day(int(clock["hour"]), clock["half"] or "")
    return hour * MINUTES_OF_AN_HOUR + int(clock["minute"] or 0)
