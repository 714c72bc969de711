"""HTML to lines with markup, by one walk over the tree; what the page says of itself is understood
by `cleaners.readers.stated`, and nothing is judged here.

What a browser does not show is left out. Inline elements neither fuse nor split words.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from cleaners.errors import BadRule
from cleaners.model import (
    Block,
    Choice,
    Document,
    Elements,
    Fields,
    Format,
    Line,
    Markup,
    Page,
    SiteProfile,
)
from cleaners.readers import nesting, stated
from cleaners.readers.inline import FORMATTED, Gathering
from cleaners.readers.nesting import tags
from cleaners.readers.numbering import Numbering

# What a browser shows nothing of, or controls; `noscript` holds the second copy of a picture.
_UNSEEN = tags(
    "script style template noscript svg math iframe frame object embed applet canvas audio "
    "video map select option datalist textarea input head title meta link base img picture "
    "source track col colgroup param progress meter area wbr hr -comment"
)
_PICTURES = tags("img picture iframe video")
_INLINE = tags(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr "
    "output q rp rt ruby s samp small span strike strong sub sup time tt u var"
)
_BLOCKS: dict[str, Block] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "quote",
    "pre": "code",
}
# What no extractor reads, linked data aside.
_UNREAD = 'script:not([type="application/ld+json"]),style,svg,noscript,template,iframe'
# What trafilatura leaves out itself, once it has looked at all of it several times.
_LEFT_OUT = ",".join(
    """
    aside footer nav menu dialog button select datalist option label legend fieldset textarea input
    progress time picture video audio canvas map object embed img link meta figure:not(:has(table))
    """.split()
)
# Elements that an extractor does not miss where they hold no text.
_BOXES = tags("div section ul ol li figure nav aside header footer form table")
_CELLS = frozenset(("td", "th"))
_LISTS = frozenset(("ul", "ol", "menu", "dl"))
_SHAPED = frozenset(_BLOCKS) | _LISTS | {"tr"}
# A quote of one of these classes is a post of another site, fetched by a script.
_EMBED = re.compile(r"\b(?:twitter|instagram|tiktok|bluesky|fb|reddit|threads|text-post)-")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Hidden until a reader opens them: the answers of a list of questions, the folds of a long text.
_FOLDED = re.compile(r"collaps|accordion|expand|faq|region|toggle|tabpanel", re.IGNORECASE)
# More hidden than shown, and not just a form: a script shows the page once it has run.
MIN_CHARS_OF_A_HIDDEN_PAGE = 500
_NAMING = frozenset(("class", "id", "role", "itemprop", "data-testid", "data-component"))
CELL_BREAK = " | "
_Attributes = Mapping[str, str | None]
# Formats whose attributes say nothing of their text.
_PLAIN = tags("b strong i em u s sub sup small br tr thead tbody")
_NONE: _Attributes = {}


def read(text: str, document: Document) -> Page:
    """The page of an HTML document.

    Raises:
        BadRule: the profile of the site has a selector that cannot be understood.
    """
    page, _ = _read(LexborHTMLParser(nesting.bounded(text)), document)
    return page


def read_and_thin(text: str, document: Document) -> tuple[Page, str]:
    """As `read`, and the HTML without its scripts, most of what holds no text and what is debris by
    its tag: a fifth of it, for another extractor.
    """
    tree = LexborHTMLParser(nesting.bounded(text))
    page, empty = _read(tree, document)
    # What is inside goes before what is around it.
    for node in chain(reversed(tree.css(_UNREAD)), empty):
        node.decompose()
    for node in reversed(tree.css(_LEFT_OUT)):
        node.decompose()
    return page, tree.html or ""


def _read(tree: LexborHTMLParser, document: Document) -> tuple[Page, list[LexborNode]]:
    """The page, and the elements that hold no text."""
    body = tree.body
    said, wished = _said(tree), _wished(tree, document.profile)
    known = wished.or_else(stated.fields(said, document.url))
    if body is None:
        return Page((), "html", document.url, known), []
    chosen = _chosen(tree, document.profile)
    walk = _walked(body, _Parts(tree, chosen), show_hidden=False)
    shown_chars = sum([len(line.text) for line in walk.lines])
    if walk.hidden_chars > max(MIN_CHARS_OF_A_HIDDEN_PAGE, shown_chars):
        walk = _walked(body, _Parts(tree, chosen), show_hidden=True)
    headings = [
        (x.markup.level, x.text) for x in walk.lines if x.markup and x.markup.block == "heading"
    ]
    title = wished.title or stated.headline(known.title, known.site, headings)
    page = Page(
        tuple(walk.lines),
        "html",
        document.url,
        replace(known, title=title),
        elements=walk.elements(),
        summary=said.summary(),
        told=stated.story(said),
    )
    return page, walk.empty


def _walked(body: LexborNode, parts: "_Parts", show_hidden: bool) -> "_Walk":
    walk = _Walk(body, parts, show_hidden)
    walk.through()
    return walk


def _chosen(tree: LexborHTMLParser, profile: SiteProfile | None) -> dict[int, Choice]:
    """What the selectors of the site's profile choose, by the place of the node in memory."""
    if profile is None:
        return {}
    wishes: list[tuple[Choice, str]] = [("drop", selector) for selector in profile.drop]
    wishes += [("keep", selector) for selector in profile.keep]
    found: dict[int, Choice] = {}
    for wish, selector in wishes:
        found |= {node.mem_id: wish for node in _selected(tree, selector, profile.site)}
    return found


def _wished(tree: LexborHTMLParser, profile: SiteProfile | None) -> Fields:
    """The fields that the selectors of the site's profile find."""
    found = Fields()
    if profile is None:
        return found
    for name, selector in profile.fields:
        nodes = _selected(tree, selector, profile.site)
        texts = tuple(filter(None, (" ".join(node.text().split()) for node in nodes)))
        if texts:
            told = {name: texts if name == "captions" else texts[0]}
            # The names were checked when the profile was loaded.
            found = replace(found, **told)  # type: ignore[arg-type]  # see above
    return found


def _selected(tree: LexborHTMLParser, selector: str, site: str) -> list[LexborNode]:
    """The elements that a selector of the profile of a site finds."""
    try:
        return tree.css(selector)
    except (SelectolaxError, ValueError) as problem:
        raise BadRule(f"{site}: {selector!r} is no CSS selector: {problem}") from None


def _said(tree: LexborHTMLParser) -> stated.Said:
    """What the head of the page says, and its linked data, as they are written."""
    metas: dict[str, str] = {}
    title = language = ""
    for node in tree.head.iter() if tree.head is not None else ():
        tag = node.tag
        if tag == "meta":
            attributes = node.attributes
            name = attributes.get("property") or attributes.get("name")
            name = name or attributes.get("itemprop")
            if name and (content := attributes.get("content")):
                metas.setdefault(name.lower(), content)
        elif tag == "title":
            title = title or " ".join(node.text().split())
    if tree.root is not None:
        language = tree.root.attributes.get("lang") or ""
    linked = tree.css('script[type="application/ld+json"]')
    return stated.Said(metas, title, language, tuple(node.text() for node in linked))


class _Parts:
    """Parts of a page that are not what they seem: those its server sent late, which a script moves
    to their place, and those that the site's profile chooses.
    """

    def __init__(self, tree: LexborHTMLParser, chosen: Mapping[int, Choice]) -> None:
        self.chosen = chosen
        self.moved: set[int] = set()
        self._tree = tree
        self._late: dict[str, LexborNode] | None = None

    def _sent(self, name: str) -> LexborNode | None:
        """The part that was sent late for the place of this name."""
        if self._late is None:
            found = self._tree.css('[hidden][id^="S:"]')
            self._late = {node.id[2:]: node for node in found if node.id}
        return self._late.get(name)

    def sent_for(self, place: LexborNode) -> LexborNode | None:
        """The part that belongs in the place of an empty template."""
        name = place.id or ""
        part = self._sent(name[2:]) if name.startswith("B:") else None
        if part is not None:
            self.moved.add(part.mem_id)
        return part

    def is_late(self, name: str) -> bool:
        """Whether a hidden element of this id is a part that was sent late."""
        return name.startswith("S:") and self._sent(name[2:]) is not None


class _Shape(NamedTuple):
    """What an element hands down to what is in it: see `Markup`."""

    block: Block = "paragraph"
    level: int = 0
    chosen: Choice = None


_PLAIN_TEXT = _Shape()


@lru_cache(maxsize=1024)
def _within(outer: _Shape, tag: str) -> _Shape:
    """The shape of what is in an element of this tag, by that of what is around it."""
    if tag in _LISTS:
        return outer._replace(level=outer.level + 1)
    if outer.block == "embed":
        return outer
    block = _BLOCKS[tag]
    return outer._replace(block=block, level=int(tag[1]) if block == "heading" else outer.level)


class _Open:
    """An element that the walk is in, or has just left; ``number`` is -1 until it holds text."""

    __slots__ = (
        "above", "attributes", "is_left", "node", "number", "numbering", "shape", "start", "tag",
    )  # fmt: skip

    def __init__(
        self, node: LexborNode, tag: str, above: "_Open | None", attributes: _Attributes
    ) -> None:
        self.node = node
        self.tag = tag
        self.attributes = attributes
        self.above = above
        self.shape: _Shape = _PLAIN_TEXT if above is None else above.shape
        self.number = -1
        self.is_left = False
        # Where its text begins in the line, if it is inline.
        self.start = 0
        # Of an ordered list, once it has an item.
        self.numbering: Numbering | None = None


class _Row:
    """A row of a table: where its lines begin, and whether each of its cells is one line."""

    __slots__ = ("cell", "first", "plain")

    def __init__(self, first: int) -> None:
        self.first = self.cell = first
        self.plain = True


class _Walk:
    """One walk over a tree: the innermost open element, the line being gathered, what is done."""

    def __init__(self, root: LexborNode, parts: _Parts, show_hidden: bool) -> None:
        self.lines: list[Line] = []
        # Boxes without text, those inside before those around.
        self.empty: list[LexborNode] = []
        self.hidden_chars = 0
        self._parts = parts
        self._show_hidden = show_hidden
        self._rows: list[_Row] = []
        self._line = Gathering()
        self._inner = self._leaf = _Open(root, "body", None, root.attributes)
        # The number of an item that has no text yet.
        self._mark = ""
        # What stands between the last line and the next.
        self._pictures, self._ruled = 0, False
        # The columns of `Elements`.
        self._tags: list[str] = []
        self._around: list[int] = []
        self._first: list[int] = []
        self._end: list[int] = []
        self._names: list[str] = []

    def through(self) -> None:
        """Walk in the order of the text, without recursion: pages nest deeper than Python."""
        node, line = self._inner.node.first_child, self._line
        while True:
            if node is None:
                left = self._inner
                self._leave(left)
                if left.above is None:
                    return
                self._inner = left.above
                node = left.node.next
                continue
            tag = node.tag or ""
            if tag == "-text":
                text = node.text_content or ""
                if text.isspace():
                    line.space = True
                else:
                    self._text(text)
            elif tag == "br":
                self._end_line()
            elif tag in _UNSEEN:
                if tag in _PICTURES:
                    self._pictures += 1
                elif tag == "hr":
                    self._end_line()
                    self._ruled = True
                elif tag == "template" and (part := self._parts.sent_for(node)):
                    self._inner = _Open(node, "div", self._inner, node.attributes)
                    node = part.first_child
                    continue
            elif self._enter(node, tag):
                node = node.first_child
                continue
            node = node.next

    def _enter(self, node: LexborNode, tag: str) -> bool:
        """Open an element; whether there is anything to see in it."""
        attributes = _NONE if tag in _PLAIN else node.attributes
        may_hide = "style" in attributes or "hidden" in attributes
        if may_hide and self._hides(node, attributes):
            return False
        self._inner = opened = _Open(node, tag, self._inner, attributes)
        if self._parts.chosen and (chosen := self._parts.chosen.get(node.mem_id)):
            opened.shape = opened.shape._replace(chosen=chosen)
        if tag in _INLINE:
            opened.start = self._line.length
            self._line.tag(tag, "<")
            return True
        if self._line.pieces:
            self._end_line()
        if tag in _SHAPED:
            self._shape(opened)
        return True

    def _hides(self, node: LexborNode, attributes: _Attributes) -> bool:
        """Whether an element is hidden from the reader, for good."""
        style = attributes.get("style")
        if "hidden" not in attributes and not (style and _HIDDEN.search(style)):
            return False
        if self._show_hidden or _FOLDED.search(" ".join(filter(None, attributes.values()))):
            return False
        if self._parts.is_late(attributes.get("id") or ""):
            return node.mem_id in self._parts.moved
        self.hidden_chars += len(node.text(strip=True))
        return True

    def _shape(self, opened: _Open) -> None:
        """What the tag of an element says of the lines in it."""
        tag = opened.tag
        if tag == "tr":
            self._rows.append(_Row(len(self.lines)))
        elif tag == "blockquote" and _EMBED.search(opened.attributes.get("class") or ""):
            opened.shape = opened.shape._replace(block="embed")
        else:
            opened.shape = _within(opened.shape, tag)
            if tag == "li":
                self._mark = _mark(opened)

    def _leave(self, left: _Open) -> None:
        left.is_left = True
        tag = left.tag
        if tag in _INLINE:
            line = self._line
            line.tag(tag, ">")
            if tag in FORMATTED and line.length > left.start:
                target = left.attributes.get("href") if tag == "a" else None
                line.close(tag, left.start, target or "")
        else:
            if self._line.pieces:
                self._end_line()
            if tag == "li":
                self._mark = ""
            if self._rows:
                self._leave_cell(left)
        if left.number >= 0:
            self._end[left.number] = len(self.lines)
        elif tag in _BOXES:
            self.empty.append(left.node)

    def _leave_cell(self, left: _Open) -> None:
        row = self._rows[-1]
        if left.tag in _CELLS:
            row.plain &= len(self.lines) - row.cell <= 1
            row.cell = len(self.lines)
        elif left.tag == "tr":
            self._rows.pop()
            if row.plain and len(self.lines) - row.first > 1:
                self._fold(left, row.first)

    def _fold(self, row: _Open, first: int) -> None:
        """Make one line of the cells of a row."""
        cells = self.lines[first:]
        text = CELL_BREAK.join([cell.text for cell in cells])
        linked = sum(cell.markup.link_chars for cell in cells if cell.markup)
        shape = row.shape
        markup = Markup("cell", shape.level, row.number, linked, chosen=shape.chosen)
        self.lines[first:] = [Line(first, text, markup)]
        inside = len(self._first) - row.number
        self._first[row.number :] = [first] * inside
        self._end[row.number :] = [first + 1] * inside

    def _text(self, text: str) -> None:
        if "\n" in text and self._inner.shape.block == "code":
            self._code(text)
        elif text:
            self._piece(text)

    def _piece(self, text: str) -> None:
        if self._line.pieces:
            while self._leaf.is_left and self._leaf.above is not None:
                self._leaf = self._leaf.above
        else:
            self._leaf = self._inner
        self._line.add(text)

    def _code(self, text: str) -> None:
        """Each line of preformatted text is a line, and keeps its indent as its level."""
        for place, line in enumerate(text.expandtabs(4).split("\n")):
            if place:
                self._end_line()
            if line and not line.isspace():
                if not self._line.pieces:
                    indent = len(line) - len(line.lstrip(" "))
                    self._inner.shape = self._inner.shape._replace(level=indent)
                self._piece(line)

    def _end_line(self) -> None:
        line = self._line
        if not line.pieces:
            return
        leaf = self._leaf
        if leaf.number < 0:
            self._number(leaf)
        text = line.text()
        formats = line.formats(text)
        mark, self._mark = self._mark, ""
        if mark and not _is_numbered(text, mark):
            mark += " "
            text, formats = mark + text, _shifted(formats, len(mark))
        else:
            mark = ""
        block, level, chosen = leaf.shape
        markup = Markup(
            block,
            level,
            leaf.number,
            line.link_chars,
            formats,
            chosen,
            self._pictures,
            self._ruled,
            mark,
        )
        self.lines.append(Line(len(self.lines), text, markup))
        self._pictures, self._ruled = 0, False
        line.clear()

    def _number(self, leaf: _Open) -> None:
        """Give numbers to an element that turns out to hold text, and to those around it."""
        chain = [leaf]
        around = leaf.above
        while around is not None and around.number < 0:
            chain.append(around)
            around = around.above
        above = around.number if around else -1
        number, line = len(self._tags), len(self.lines)
        for element in reversed(chain):
            element.number = number
            self._tags.append(element.tag)
            self._around.append(above)
            self._names.append(_names(element.attributes))
            above = number
            number += 1
        self._first += [line] * len(chain)
        self._end += [line + 1] * len(chain)

    def elements(self) -> Elements:
        """The elements with text."""
        return Elements(
            tuple(self._tags),
            tuple(self._around),
            tuple(self._first),
            tuple(self._end),
            tuple(self._names),
        )


def _mark(item: _Open) -> str:
    """What a browser prints before an item of a list, if it is a number."""
    around = item.above
    if around is None or around.tag != "ol":
        return ""
    if around.numbering is None:
        size = sum(child.tag == "li" for child in around.node.iter())
        around.numbering = Numbering(around.attributes, size)
    return around.numbering.mark(item.attributes)


def _is_numbered(text: str, mark: str) -> bool:
    """Whether the page wrote the number of an item too."""
    number = mark[:-1]
    if not text.startswith(number):
        return False
    following = text[len(number) : len(number) + 1]
    return not following.isdigit() if number.isdigit() else following in (".", ")")


def _shifted(formats: tuple[Format, ...], by: int) -> tuple[Format, ...]:
    return tuple([x._replace(start=x.start + by, end=x.end + by) for x in formats])


def _names(attributes: _Attributes) -> str:
    """The class, id, role and the like of an element, as they are written."""
    if not attributes:
        return ""
    if len(attributes) == 1 and "class" in attributes:
        return attributes["class"] or ""
    return " ".join([v for name, v in attributes.items() if v and name in _NAMING])
