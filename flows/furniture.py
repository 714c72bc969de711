"""What one site prints on page after page, learned from its pages; which pages to read and where
profiles are kept belongs to `flows.learn_sites`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cleaners import BadInput, encoding, readers, reflow, sites
from cleaners.model import Document, SiteLine, SiteProfile, Zone

# With fewer stories chance and a single busy reporter look like a template.
MIN_STORIES = 20
# What stands on fewer stories than this is a phrase that several writers use.
MIN_STORIES_OF_A_LINE = 5
# Author notes of a small staff stand on more stories than this. So does a stock sentence of a
# reporter now and then: what keeps those out is where they stand, not how often.
MIN_SHARE_OF_A_LINE = 0.03
# Inside a story only a whole sentence on a third of the stories is furniture: a subhead that a site
# repeats ("What it costs") is body, and ends no sentence.
MIN_SHARE_INSIDE = sites.MIN_SHARE_TO_BE_SURE
# Lines of a fifth of the pages cannot tell two stories apart.
COMMON_SHARE = 0.2
# Numbers alone ("1", "3-2") repeat because there are few of them.
MIN_LETTERS = 3
# Nine pages in ten set the limits of a place; the tenth quotes, or is broken.
TYPICAL = 0.9
# Limits are rounded up, so that a profile learned again is mostly the same and nothing is redone.
WORDS_STEP = 20
# A line at an edge has at most a third as much prose beyond it as on its other side; stock
# sentences of reporters wander further.
MAX_SHARE_BEYOND = 0.33
# Above a line of the head stand a headline and a standfirst, no more.
MAX_WORDS_ABOVE_A_HEAD_LINE = 60
SENTENCE_ENDS = (".", "!", "?", ".”", '."', "!”", "?”", "。")
# A template lives for years, its promises for a season.
DAYS_UNTIL_EXPIRY = 90


@dataclass(frozen=True, slots=True)
class SitePage:
    """The paragraphs of a page as profiles hold lines, and the day it was scraped."""

    day: date
    lines: tuple[str, ...]


def read(document: Document, day: date) -> SitePage | None:
    """The page of a document, restored and reflowed as the judge sees it; ``None`` when it cannot
    be read.
    """
    try:
        page = readers.read(document, "fast")
    except BadInput:
        return None
    paragraphs, _ = reflow.reflow(page, encoding.restore(page.texts()))
    return SitePage(day, tuple(sites.printed(paragraph.text) for paragraph in paragraphs))


def learn(site: str, pages: Sequence[SitePage], today: date) -> SiteProfile | None:
    """What a site prints again and again; ``None`` when there are too few stories to tell."""
    stories = _stories(pages)
    if len(stories) < MIN_STORIES:
        return None
    seen = Counter(line for story in stories for line in {x for p in story for x in p.lines})
    least = max(MIN_STORIES_OF_A_LINE, MIN_SHARE_OF_A_LINE * len(stories))
    repeated = {
        line
        for line, count in seen.items()
        if count >= least and sum(map(str.isalpha, line.replace("{n}", ""))) >= MIN_LETTERS
    }
    learned = (
        placed
        for line, beyond in _places(stories, repeated).items()
        if (placed := _placed(line, seen[line], beyond, len(stories))) is not None
    )
    return SiteProfile(
        site,
        stories=len(stories),
        expires=today + timedelta(days=DAYS_UNTIL_EXPIRY),
        learned=_dated(sorted(learned, key=_by_place), pages),
    )


def renewed(profile: SiteProfile, learned: SiteProfile) -> SiteProfile:
    """A profile with what was learned anew; what people wrote stays, and lines keep the day on
    which they were first seen.
    """
    known = profile.learned_by_text
    lines = tuple(
        replace(line, first=min(line.first, known[line.text].first)) if line.text in known else line
        for line in learned.learned
    )
    same = {line.text for line in lines} == set(known)
    return replace(
        profile,
        version=profile.version if same else profile.version + 1,
        stories=learned.stories,
        expires=learned.expires,
        learned=lines,
    )


def _stories(pages: Sequence[SitePage]) -> list[list[SitePage]]:
    """Pages grouped by story: versions of one story share its first or its longest paragraph, and
    would make its lines look printed.
    """
    on_pages = Counter(line for page in pages for line in set(page.lines))
    story_of: dict[str, list[SitePage]] = {}
    stories: dict[int, list[SitePage]] = {}
    for page in pages:
        own = [line for line in page.lines if on_pages[line] <= COMMON_SHARE * len(pages)]
        prose = [line for line in own if line.count(" ") + 1 >= sites.MIN_WORDS_OF_PROSE]
        marks = {prose[0], max(prose, key=len)} if prose else {*own[:1]} or {""}
        story = next((story_of[mark] for mark in marks if mark in story_of), [])
        story.append(page)
        stories[id(story)] = story
        story_of.update(dict.fromkeys(marks, story))
    return list(stories.values())


def _places(
    stories: Iterable[Sequence[SitePage]], repeated: set[str]
) -> dict[str, list[tuple[int, int]]]:
    """The words of prose above and below each repeated line, on one page of each story."""
    beyond: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for *_, page in stories:
        known = [line in repeated for line in page.lines]
        for line, ours, words in zip(
            page.lines, known, sites.prose_beyond(page.lines, known), strict=True
        ):
            if ours:
                beyond[line].append(words)
    return beyond


def _placed(
    line: str, seen: int, beyond: Sequence[tuple[int, int]], stories: int
) -> SiteLine | None:
    """The line with the edge it belongs to; ``None`` when it may be the body of its stories."""
    above, below = (_typical(words) for words in zip(*beyond, strict=True))
    epoch = date.min
    if below <= MAX_SHARE_BEYOND * above:
        return SiteLine(line, seen, Zone.TAIL, below, epoch, epoch)
    if above <= min(MAX_SHARE_BEYOND * below, MAX_WORDS_ABOVE_A_HEAD_LINE):
        return SiteLine(line, seen, Zone.HEAD, above, epoch, epoch)
    if line.endswith(SENTENCE_ENDS) and seen >= MIN_SHARE_INSIDE * stories:
        return SiteLine(line, seen, Zone.BODY, 0, epoch, epoch)
    return None


def _typical(words: Sequence[int]) -> int:
    most = sorted(words)[int(TYPICAL * (len(words) - 1))]
    return -(-most // WORDS_STEP) * WORDS_STEP


def _by_place(line: SiteLine) -> tuple[int, int, str]:
    return [Zone.HEAD, Zone.BODY, Zone.TAIL].index(line.place), -line.seen, line.text


def _dated(lines: Iterable[SiteLine], pages: Iterable[SitePage]) -> tuple[SiteLine, ...]:
    days: dict[str, list[date]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            days[line].append(page.day)
    return tuple(
        replace(line, first=min(days[line.text]), last=max(days[line.text])) for line in lines
    )
