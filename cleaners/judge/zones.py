"""Where a paragraph stands on its page, and what follows from that: the headline, an alt text above
its caption, feeds and lists of links. What a paragraph says alone is for `cleaners.debris`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from cleaners.debris.matcher import line_key
from cleaners.model import Category, Label, Paragraph, Strength, Zone

# A sentence of a story has at least so many words; shorter ones are as often a teaser.
MIN_WORDS_OF_PROSE = 12
# "Storm closes harbour" has three words; longer than the maximum is a sentence without its stop.
MIN_WORDS_OF_A_HEADLINE = 4
MAX_WORDS_OF_A_HEADLINE = 26
# A feed prints its items newest first; three times in falling order are no chance.
MIN_ITEMS_OF_A_FEED = 3
# The heading of a feed stands right above its first clock time, or above a button or two.
MAX_LINES_BELOW_A_HEADING = 3
# Below the last clock time stands as much as below the others, at most.
MAX_PARAGRAPHS_OF_AN_ITEM = 3
# A headline in a list of links.
MAX_WORDS_OF_A_LINK = 30
# Of the words of an alt text, the share that its caption repeats.
MIN_SHARE_ECHOED = 0.6
MIN_WORDS_OF_AN_ALT_TEXT = 5
# In Title Case, longer words are capitalised; an alt text has capitals at names only.
MIN_CHARS_OF_A_TITLE_WORD = 4
MAX_SHARE_OF_CAPITALS = 0.6
_INNER_STOP = re.compile(r"\w[.!?…][”’\"')»]*\s")
HEADLINE = "headline.above-the-story"
# A headline speaks of what the story begins with; the name of a site and its sections do not.
MIN_TITLES_TO_COMPARE = 2
PARAGRAPHS_READ_FOR_A_TITLE = 12
MIN_SHARE_TOLD = 0.3
CHARS_OF_A_STEM = 5
_WORD = re.compile(r"[^\W\d_]{4,}")
# The name of a newsletter, how often it comes, what it is about.
MAX_LINES_OF_A_BOX = 3
# Above the next paragraph of a story stands a handful of links; more are a column of a menu.
MAX_LINKS_BETWEEN = 8
# Printed between paragraphs as a button, with no link below it; what follows is as often a subhead.
_BUTTONS = frozenset(
    map(line_key, ("Read more", "Continue reading", "Keep reading", "Most popular"))
)
# Shorter lines in capitals are subheads.
MIN_SPACES_OF_A_LINK = 5
_CREDITS = (
    "caption.credit-first",
    "caption.note-in-brackets",
    "caption.agency-ends",
    "caption.agency-with-slash",
)
# "(Image: …)", "Credit: …", "Ana Rios/AFP/Getty Images".
_BARE_CREDIT = re.compile(
    r"\((?:Image|Photo|Pic)|Credit|(?:Picture|Pic|Image):|[A-Z][^.!?,:]{1,60}/[A-Z][^.!?,:]{1,60}\Z"
)
_SEEN = re.compile(r"(?:An?|Two|Three|Four|Several|People|Men|Women|Aerial|Close-up)\s[a-z]")
_OF_THE_PAST = re.compile(r"\b(?:\w{2,}ed|was|were|had|did|said|told|says|will|would|but)\b|[“\"]")
MAX_WORDS_OF_A_CREDIT = 10
_STOPS = (".", "!", "?", "…")
_CLOSING = "”’\"')]»"
_FEED_RULES = ("livefeed.line", "livefeed.lines", "livefeed.perhaps-line")
_CLOCK_RULE = "livefeed.clock-time"
_ONE_OTHER = ("related.one-article", "related.one-story", "related.one-video")
_TIMED_RULE = "livefeed.timed-item"
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\b)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scene:
    """A page as the rules see it: its paragraphs, and by their places what was said of each.

    ``prose`` are the places from its first paragraph of prose to its last; empty without any.
    ``rules`` has the places by the names of the rules that spoke there. ``said`` is all that was
    said, in order, of paragraphs by their numbers.
    """

    paragraphs: Sequence[Paragraph]
    labels: Mapping[int, Sequence[Label]]
    prose: range
    rules: Mapping[str, set[int]]
    said: tuple[Label, ...] = ()

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph], labels: Iterable[Label]) -> "Scene":
        """The scene of a page, from all its labels; what hangs on a paragraph is not its end."""
        place = {paragraph.number: place for place, paragraph in enumerate(paragraphs)}
        said: dict[int, list[Label]] = {}
        rules: dict[str, set[int]] = {}
        ends: dict[int, int] = {}
        for label in labels:
            if label.span is None:
                said.setdefault(place[label.number], []).append(label)
                rules.setdefault(label.rule, set()).add(place[label.number])
            elif label.strength is Strength.SURE:
                ends[place[label.number]] = label.span[0]

        def tells(place: int) -> bool:
            text = paragraphs[place].text
            return place not in said and is_prose(text[: ends.get(place)].rstrip())

        places = range(len(paragraphs))
        first = next(filter(tells, places), len(places))
        last = next(filter(tells, reversed(places[first:])), -1)
        return cls(paragraphs, said, range(first, last + 1), rules)

    def zones(self) -> list[Zone]:
        """The zone of each paragraph: head above the first prose, tail below the last."""
        size, prose = len(self.paragraphs), self.prose
        if not prose:
            return [Zone.BODY] * size
        head, tail = [Zone.HEAD] * prose.start, [Zone.TAIL] * (size - prose.stop)
        return head + [Zone.BODY] * len(prose) + tail

    def places(self, *rules: str) -> list[int]:
        """The places where any of these rules spoke, in order."""
        if self.rules.keys().isdisjoint(rules):
            return []
        return sorted(set().union(*(self.rules.get(rule, ()) for rule in rules)))

    def is_labelled(self, place: int) -> bool:
        """Whether a rule spoke about the whole paragraph at this place."""
        return place in self.labels

    def is_listed(self, place: int) -> bool:
        """Whether the paragraph at this place is a known line of an interface, or may be one."""
        said = self.labels.get(place, ())
        return any(label.rule.endswith(("-line", ".line", "lines")) for label in said)

    def is_sure(self, place: int) -> bool:
        """Whether a rule that is sure spoke about the paragraph at this place."""
        return any(label.strength is Strength.SURE for label in self.labels.get(place, ()))


def is_prose(text: str) -> bool:
    """Whether a text is a sentence of a story by its length and its end; it may end in a colon."""
    return words_of_prose(text) > 0


def words_of_prose(text: str) -> int:
    """How many words a sentence of a story has; none in what is no sentence of a story."""
    words = text.count(" ") + 1
    if words < MIN_WORDS_OF_PROSE:
        return 0
    return words if ends_sentence(text) or text.endswith(":") else 0


def ends_sentence(text: str) -> bool:
    """Whether a text ends in a stop, closing quotes and brackets aside."""
    return text.endswith(_STOPS) or text.rstrip(_CLOSING).endswith(_STOPS)


def holds_sentence(text: str) -> bool:
    """Whether a text ends in a stop, or is long and has one inside, before what hangs on it."""
    return ends_sentence(text) or _holds_stop(text)


def holds_prose(text: str) -> bool:
    """Whether a text is a sentence of a story, or has one before what hangs on it."""
    return is_prose(text) or _holds_stop(text)


def _holds_stop(text: str) -> bool:
    return text.count(" ") + 1 >= MIN_WORDS_OF_PROSE and bool(_INNER_STOP.search(text))


def hear(paragraphs: Sequence[Paragraph], labels: Sequence[Label]) -> Scene:
    """The scene of a page, with all that is said of its paragraphs: alone and in context."""
    scene = Scene.of(paragraphs, labels)
    return replace(scene, said=(*labels, *in_context(scene)))


def in_context(scene: Scene) -> tuple[Label, ...]:
    """What a page says about paragraphs that say nothing about themselves."""
    feeds = (*_feeds(scene), *_timed_items(scene))
    links = (*_one_link(scene), *_links_between(scene), *_links(scene), *_links_in_capitals(scene))
    boxes = (*_newsletter_boxes(scene), *_shared(scene))
    pictures = (*_credited(scene), *_echoes(scene), *_counters(scene))
    return (*_headline(scene), *boxes, *pictures, *feeds, *links)


def _label(
    paragraph: Paragraph, rule: str, because: str, strength: Strength = Strength.SURE
) -> Label:
    category = Category(rule.partition(".")[0])
    return Label(paragraph.number, rule, category, strength, because)


def _headline(scene: Scene) -> Iterator[Label]:
    """The first line above the story that reads like a headline, and whatever repeats it.

    A line alone above the story may be its first subhead; beside a byline, a caption or a menu it
    is the headline for sure.
    """
    if not scene.prose:
        return
    head = range(scene.prose.start)
    free = [place for place in head if not scene.is_sure(place)]
    title = _title(scene, (place for place in free if not scene.is_listed(place)))
    if title is None:
        return
    strength = Strength.SURE if any(map(scene.is_sure, head)) else Strength.HINT
    text = scene.paragraphs[title].text
    for place in free:
        if place == title:
            because = "the headline, above the story"
            yield _label(scene.paragraphs[place], HEADLINE, because, strength)
        elif _repeats(scene.paragraphs[place].text, text):
            because = "repeats the headline, or a part of it"
            yield _label(scene.paragraphs[place], "headline.repeated", because, strength)


def _title(scene: Scene, places: Iterable[int]) -> int | None:
    """Of these lines, up to the first sentence, the first that reads like a headline; rather one
    that the page's markup calls so, and one that shares its words with the story.
    """
    titles = list(_headlines(scene, places))
    titles = [p for p in titles if _is_first_heading(scene.paragraphs[p])] or titles
    if len(titles) < MIN_TITLES_TO_COMPARE:
        return next(iter(titles), None)
    beginning = scene.paragraphs[scene.prose.start :][:PARAGRAPHS_READ_FOR_A_TITLE]
    prose = (paragraph.text for paragraph in beginning if is_prose(paragraph.text))
    story = {word for text in prose for word in _telling_words(text)}
    told = (place for place in titles if _is_told(scene.paragraphs[place].text, story))
    return next(told, titles[0])


def _headlines(scene: Scene, places: Iterable[int]) -> Iterator[int]:
    for place in places:
        if _is_headline(scene.paragraphs[place]):
            yield place
        elif ends_sentence(scene.paragraphs[place].text):
            return


def _is_told(title: str, story: Set[str]) -> bool:
    words = _telling_words(title)
    return sum(word in story for word in words) >= max(1, MIN_SHARE_TOLD * len(words))


def _telling_words(text: str) -> list[str]:
    """The longer words of a text, without their endings: a headline is in another tense."""
    return [word[:CHARS_OF_A_STEM] for word in _WORD.findall(text.lower())]


def _is_first_heading(paragraph: Paragraph) -> bool:
    mark = paragraph.markup
    return mark is not None and mark.block == "heading" and mark.level == 1


def _is_headline(paragraph: Paragraph) -> bool:
    text = paragraph.text
    words = text.count(" ") + 1
    return (
        MIN_WORDS_OF_A_HEADLINE <= words <= MAX_WORDS_OF_A_HEADLINE
        and not text.rstrip(_CLOSING).endswith((".", ":", ";", ",", "…"))
        and not text[0].islower()
    )


def _repeats(text: str, title: str) -> bool:
    return text in title or title in text or text.casefold() == title.casefold()


def _echoes(scene: Scene) -> Iterator[Label]:
    """The alt text of a picture, printed above its caption in nearly the same words."""
    for place in scene.places(*(rule for rule in scene.rules if rule.startswith("caption."))):
        if not place:
            continue
        above, caption = scene.paragraphs[place - 1], scene.paragraphs[place]
        if _may_be_alt_text(above, caption) and _is_echoed(above.text, caption.text):
            yield _label(above, "caption.alt-text", "echoed by the caption below it")
        elif caption.gap == 0 and _says_what_is_seen(above) and scene.is_sure(place):
            yield _label(above, "caption.alt-text", "says what is seen, above a caption")


def _may_be_alt_text(paragraph: Paragraph, caption: Paragraph) -> bool:
    """Whether a line touches the caption and reads neither like a sentence nor like a subhead."""
    return (
        caption.gap == 0
        and not ends_sentence(paragraph.text)
        and not paragraph.text[0].isdigit()
        and not _is_title(paragraph.text)
    )


def _is_title(text: str) -> bool:
    """Whether most words have capitals, as in subheads and the names of things."""
    words = [word for word in text.split() if len(word) >= MIN_CHARS_OF_A_TITLE_WORD]
    return sum(word[0].isupper() for word in words) > MAX_SHARE_OF_CAPITALS * len(words)


def _is_echoed(text: str, by: str) -> bool:
    words = text.lower().split()
    if len(words) < MIN_WORDS_OF_AN_ALT_TEXT:
        return False
    echo = set(by.lower().split())
    return sum(word in echo for word in words) >= MIN_SHARE_ECHOED * len(words)


def _newsletter_boxes(scene: Scene) -> Iterator[Label]:
    """The name of a newsletter and what it is about, between two lines of its box."""
    lines = [
        place
        for rule in scene.rules
        if rule.startswith("subscribe.")
        for place in scene.rules[rule]
        if scene.is_sure(place)
    ]
    for first, last in pairwise(sorted(set(lines))):
        inside = scene.paragraphs[first + 1 : last]
        if len(inside) <= MAX_LINES_OF_A_BOX and not any(ends_sentence(p.text) for p in inside):
            for paragraph in inside:
                yield _label(paragraph, "subscribe.in-a-box", "in the box of a newsletter")


def _credited(scene: Scene) -> Iterator[Label]:
    """A caption that the credit of its picture follows on a line of its own."""
    for place in scene.places(*_CREDITS):
        if not place or place - 1 not in scene.prose or scene.is_labelled(place - 1):
            continue
        above, credit = scene.paragraphs[place - 1], scene.paragraphs[place]
        if credit.gap == 0 and _is_captioned(above) and _is_bare_credit(credit.text):
            yield _label(above, "caption.above-its-credit", "the credit of a picture follows")


def _is_captioned(paragraph: Paragraph) -> bool:
    """Whether a line says what is seen: no sentence, or a short one of the present."""
    text = paragraph.text
    if paragraph.markup and paragraph.markup.block == "heading":
        return False
    if _is_headline(paragraph):
        return not _is_title(text)
    return (
        MIN_WORDS_OF_A_HEADLINE <= text.count(" ") + 1 <= MAX_WORDS_OF_A_HEADLINE
        and text.endswith(".")
        and not _INNER_STOP.search(text)
        and not _OF_THE_PAST.search(text)
    )


def _says_what_is_seen(paragraph: Paragraph) -> bool:
    return bool(_SEEN.match(paragraph.text)) and _is_captioned(paragraph)


def _is_bare_credit(text: str) -> bool:
    return text.count(" ") < MAX_WORDS_OF_A_CREDIT and bool(_BARE_CREDIT.match(text))


def _counters(scene: Scene) -> Iterator[Label]:
    """The numbers of the pictures of a gallery: 1/9, 2/9, 3/9."""
    counted: dict[str, list[Paragraph]] = {}
    for place in scene.places("caption.perhaps-counter"):
        paragraph = scene.paragraphs[place]
        counted.setdefault(paragraph.text.partition("/")[2].strip(), []).append(paragraph)
    for pictures in counted.values():
        # Marks out of five are of one size too, and come twice.
        if len({picture.text for picture in pictures}) < max(len(pictures), 2):
            continue
        for picture in pictures:
            yield _label(picture, "caption.counter", "counts the pictures of a gallery")


def _feeds(scene: Scene) -> Iterator[Label]:
    """The items of a live feed, from its heading or first clock time to the end of the last."""
    clocks = scene.places(_CLOCK_RULE)
    if not clocks or not scene.prose or clocks[0] <= scene.prose.start:
        return
    nearby = range(clocks[0] - MAX_LINES_BELOW_A_HEADING, clocks[0])
    heading = next((p for p in reversed(scene.places(*_FEED_RULES)) if p in nearby), None)
    if heading is not None and any(is_prose(x.text) for x in scene.paragraphs[heading : clocks[0]]):
        heading = None
    if heading is None and not _falling([scene.paragraphs[place].text for place in clocks]):
        return
    first = clocks[0] if heading is None else heading
    yield from _above(scene, first)
    last = min(_end_of_item(scene, clocks[-1]), len(scene.paragraphs))
    for place in range(first, last):
        yield _label(scene.paragraphs[place], "livefeed.item", "an item of a live feed")


def _timed_items(scene: Scene) -> Iterator[Label]:
    """Lines of a live feed that hold a clock time and a headline each, newest first."""
    timed = enumerate(scene.places(_TIMED_RULE))
    for _, run in groupby(timed, key=lambda item: item[1] - item[0]):
        items = [scene.paragraphs[place] for _, place in run]
        times = [found[0] for item in items if (found := _CLOCK.match(item.text))]
        if _falling(times):
            yield from (_label(item, "livefeed.item", "an item of a live feed") for item in items)


def _above(scene: Scene, place: int) -> Iterator[Label]:
    """A headline directly above a feed or a list of links leads into it."""
    above = scene.paragraphs[place - 1]
    if not scene.is_labelled(place - 1) and _is_headline(above):
        yield _label(above, "related.above-a-feed", "a headline directly above a feed")


def _end_of_item(scene: Scene, clock: int) -> int:
    end = clock + 1
    while end < len(scene.paragraphs) and end <= clock + MAX_PARAGRAPHS_OF_AN_ITEM:
        if scene.is_sure(end):
            break
        end += 1
    return end


def _falling(times: Sequence[str]) -> bool:
    """Whether clock times fall from item to item, once past midnight allowed."""
    minutes = [_minutes(text) for text in times]
    rises = sum(after > before for before, after in pairwise(minutes))
    return len(minutes) >= MIN_ITEMS_OF_A_FEED and rises <= len(minutes) // MIN_ITEMS_OF_A_FEED - 1


def _minutes(text: str) -> int:
    digits = "".join(c if c.isdigit() else " " for c in text).split()
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    afternoon = "p" in text.lower() and hour < 12
    return (hour + 12 * afternoon) * 60 + minute


def _one_link(scene: Scene) -> Iterator[Label]:
    """The headline of another story below a line such as “Related article”."""
    for place in scene.places(*_ONE_OTHER):
        for below in scene.paragraphs[place + 1 : place + 2]:
            if _is_headline(below) and _may_lead_away(below):
                because = f"below “{scene.paragraphs[place].text}”"
                yield _label(below, "related.below-its-heading", because)


def _links_between(scene: Scene) -> Iterator[Label]:
    """Headlines of other stories below a line such as “Also read”, and above the story's next
    paragraph.
    """
    for place in scene.places("related.line"):
        heading = scene.paragraphs[place].text
        if place not in scene.prose or line_key(heading) in _BUTTONS:
            continue
        below = range(place + 1, min(place + 1 + MAX_LINKS_BETWEEN, scene.prose.stop))
        end = next((p for p in below if _ends_links(scene, p)), 0)
        links = scene.paragraphs[place + 1 : end]
        if all(map(_is_link, links)):
            for link in links:
                yield _label(link, "related.below-its-heading", f"below “{heading}”")


def _ends_links(scene: Scene, place: int) -> bool:
    paragraph = scene.paragraphs[place]
    return scene.is_labelled(place) or is_prose(paragraph.text) or not _may_lead_away(paragraph)


def _may_lead_away(paragraph: Paragraph) -> bool:
    """Whether a line may be a link to another story: without one in its markup it is a subhead."""
    return paragraph.markup is None or paragraph.markup.link_chars > 0


def _is_link(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return not text.rstrip(_CLOSING).endswith((".", ":", ";", ",")) and not text[0].islower()


def _links_in_capitals(scene: Scene) -> Iterator[Label]:
    """Headlines of other stories in capitals, on a page that prints its buttons so."""
    if not any(scene.paragraphs[p].text.isupper() for p in scene.places("related.click-here")):
        return
    for place in scene.prose:
        paragraph = scene.paragraphs[place]
        capitals = paragraph.text.isupper() and paragraph.text.count(" ") >= MIN_SPACES_OF_A_LINK
        if capitals and _is_headline(paragraph):
            yield _label(
                paragraph, "related.in-capitals", "in capitals, like the buttons of its page"
            )


def _shared(scene: Scene) -> Iterator[Label]:
    """A button that shares the letter for which another line thanks its readers."""
    letters = [scene.paragraphs[place].text for place in scene.places("subscribe.thanks")]
    for paragraph in scene.paragraphs if letters else ():
        verb, _, name = paragraph.text.partition(" ")
        if verb == "Share" and name and any(name in text for text in letters):
            yield _label(paragraph, "share.letter", "shares the letter that thanks its readers")


def _links(scene: Scene) -> Iterator[Label]:
    """Headlines of other stories below a line such as “Keep reading:”, when no story follows."""
    leading = scene.places("related.line", "related.perhaps-line")
    if not scene.prose or not leading:
        return
    start = len(scene.paragraphs)
    while start and _may_be_link(scene, start - 1):
        start -= 1
    if start <= scene.prose.start:
        return
    head = next((place for place in leading if place >= start), None)
    if head is None:
        return
    because = f"below “{scene.paragraphs[head].text}”, and no story follows"
    for paragraph in scene.paragraphs[head:]:
        yield _label(paragraph, "related.below-its-heading", because)


def _may_be_link(scene: Scene, place: int) -> bool:
    text = scene.paragraphs[place].text
    return scene.is_labelled(place) or (
        text.count(" ") < MAX_WORDS_OF_A_LINK and not is_prose(text) and not text.endswith(".")
    )
