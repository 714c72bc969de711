"""What a page says of itself in its head and its linked data, understood as fields."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from urllib.parse import urljoin, urlsplit

from cleaners.model import Fields

# Longer linked data is a catalogue or a dump, not what is said of one story.
MAX_CHARS_OF_LINKED_DATA = 300_000
_STORIES = ("article", "posting", "report", "review", "webpage", "recipe", "howto")
# Where a title ends and the name of the site begins.
_TITLE_BREAK = re.compile(r"\s+[|–—·•»:-]+\s+")
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^<>]*>")
# Marks of a link to a heading itself, which show when a reader points at it.
_ANCHORS = " ¶#§"
# First headings that are looked at for the headline.
MAX_HEADLINES = 20
# Share of words in common from which a heading is the title in other words.
MIN_LIKENESS = 0.25
_ADDRESS = re.compile(r"https?://|www\.|@")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
_COMPACT_DATE = re.compile(r"\A(\d{4})(\d\d)(\d\d)(T)(\d\d)(\d\d)")
_DAY_OF_AN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)(?:/|$)"
)
_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator")
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "date",
    "pubdate",
    "publish-date",
)
_IMAGES = ("og:image", "og:image:url", "twitter:image", "twitter:image:src", "image")
# What one site calls itself for want of an author.
_NOBODY = frozenset({"admin", "administrator", "editor", "staff", "unknown", "author", "guest"})
_Item = Mapping[str, object]
# Its level and its text.
_Heading = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the head of a page holds: ``metas`` are its meta elements by name, ``linked`` its linked
    data (JSON) as written.
    """

    metas: Mapping[str, str]
    title: str
    language: str
    linked: tuple[str, ...]

    def first(self, names: tuple[str, ...]) -> str:
        """The first of these metas that is there and says something."""
        return next((text for name in names if (text := _clean(self.metas.get(name)))), "")

    def summary(self) -> str:
        """The summary of the page for search engines and for sharing."""
        return self.first(("og:description", "description"))


def fields(metadata: Metadata, url: str | None) -> Fields:
    """The fields that a page states; linked data speak of the story, metas of the page."""
    story = _story(metadata.linked)
    site = metadata.first(("og:site_name", "application-name")) or _name(story.get("publisher"))
    title = metadata.first(_TITLES) or _text(story.get("headline")) or metadata.title
    title = _without_site(title, site or domain_of(url) or "")
    image = metadata.first(_IMAGES) or _address(story.get("image"))
    author = _name(story.get("author")) or _person(metadata.first(_AUTHORS))
    author = author.removesuffix(f", {site}")
    return Fields(
        title=title or None,
        byline=author or None,
        published=(
            _date(_text(story.get("datePublished"))) or _date(metadata.first(_DATES)) or _filed(url)
        ),
        language=_language(metadata.language or metadata.first(("og:locale", "content-language"))),
        site=site or domain_of(url),
        image=_whole(image, url),
    )


def story(metadata: Metadata) -> str:
    """The story as the linked data tell it; often it is cut short, or its links are missing."""
    linked = (text for text in metadata.linked if '"articleBody"' in text)
    told = (item.get("articleBody") for item in _all_items(linked))
    return max(
        (_TAG.sub(" ", unescape(x)) for x in told if isinstance(x, str)), key=len, default=""
    )


def _clean(value: object) -> str:
    if not isinstance(value, str):
        return ""
    return " ".join((unescape(value) if "&" in value else value).split())


def headline(title: str | None, site: str | None, headings: Iterable[_Heading]) -> str | None:
    """The title as the page prints it: that one of its first headings that is most like the title
    in its head; a title there is often shortened, or written for search engines.

    A heading further down is the headline where the first is the name of the site.
    """
    said, headings = _words(title or ""), list(headings)
    tops = [text for level, text in headings if level == 1][:MAX_HEADLINES]
    printed = [text for text in tops if _words(text) and _bare(text) != _bare(site or "")]
    best = max(printed, key=lambda text: _likeness(_words(text), said), default=None)
    if said and (best is None or _likeness(_words(best), said) < MIN_LIKENESS):
        most = (text for _, text in headings if title and _is_most_of(title, text))
        best = next(most, best if len(printed) == 1 else title)
    return title if best is None else best.rstrip(_ANCHORS)


def _is_most_of(title: str, heading: str) -> bool:
    """Whether a heading prints the title, or all of it but the name of a site."""
    printed, said = _bare(heading), _bare(title)
    return 2 * len(printed) > len(said) and printed in said


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _bare(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def _likeness(words: frozenset[str], others: frozenset[str]) -> float:
    return len(words & others) / max(len(words | others), 1)


def _without_site(title: str, site: str) -> str:
    """A title without the name of the site at its end or its beginning."""
    breaks = list(_TITLE_BREAK.finditer(title))
    name = _bare(site)
    if breaks and name:
        last = _bare(title[breaks[-1].end() :])
        if last and (last in name or name in last):
            return title[: breaks[-1].start()]
        if _bare(title[: breaks[0].start()]) == name:
            return title[breaks[0].end() :]
    return title


def _story(linked: tuple[str, ...]) -> _Item:
    """The item of the linked data that is most likely the story itself."""
    best: _Item = {}
    rank = len(_STORIES)
    for item in _all_items(linked):
        kind = _kind(item)
        if kind < rank:
            best, rank = item, kind
    return best


def _all_items(linked: Iterable[str]) -> Iterator[_Item]:
    for text in linked:
        if len(text) > MAX_CHARS_OF_LINKED_DATA:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _items(data)


def _items(data: object) -> Iterator[_Item]:
    """The items of linked data: one, a list, or a graph of them."""
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (
                (part for part in graph if isinstance(part, dict))
                if isinstance(graph, list)
                else ()
            )
            main = item.get("mainEntity")
            yield from [main] if isinstance(main, dict) else []


def _kind(item: _Item) -> int:
    """How near the type of an item is to a story: the place in `_STORIES`."""
    types = item.get("@type")
    names = " ".join(map(str, types if isinstance(types, list) else [types])).casefold()
    return next((place for place, story in enumerate(_STORIES) if story in names), len(_STORIES))


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return _clean(value)


def _name(value: object) -> str:
    """The names of people or of a publisher, joined as a byline joins them."""
    values = value if isinstance(value, list) else [value]
    names = [_person(_text(v.get("name") if isinstance(v, dict) else v)) for v in values]
    return ", ".join(dict.fromkeys(filter(None, names)))


def _person(text: str) -> str:
    """A name, without "By"; an address or a stand-in is none."""
    name = re.sub(r"^by\s+", "", text, flags=re.IGNORECASE)
    return "" if name.casefold() in _NOBODY or _ADDRESS.search(name) else name


def _address(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return _clean(value.get("url") if isinstance(value, dict) else value)


def _date(text: str) -> str | None:
    """An ISO 8601 date, or date and time, as the page gives it."""
    found = _DATE.match(_COMPACT_DATE.sub(r"\1-\2-\3\4\5:\6", text))
    if not found:
        return None
    iso = found.group().replace(" ", "T")
    try:
        datetime.fromisoformat(iso)
    except ValueError:
        return None
    return iso


def _filed(url: str | None) -> str | None:
    """The day that many sites file a story under, in its address."""
    found = _DAY_OF_AN_ADDRESS.search(url or "")
    if found is None:
        return None
    return _date(f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}")


def _language(text: str) -> str | None:
    code = re.split(r"[-_]", text.strip().lower())[0]
    return code if len(code) == 2 and code.isalpha() else None


def domain_of(url: str | None) -> str | None:
    """The site that an address is of; ``None`` where there is no address, or it is malformed.

    >>> domain_of("https://www.courier.example/bridge")
    'courier.example'
    """
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _whole(address: str, url: str | None) -> str | None:
    """An address that a page gives, with what it may lack of the page's own; ``None`` for none."""
    try:
        return urljoin(url or "", address) if address else None
    except ValueError:
        return None
