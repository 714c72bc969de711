"""One walk over the tree of a page, in the order of its text: the lines, and the elements around
them. What a browser does not show is left out; inline elements neither fuse nor split words.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from cleaners.model import Block, Choice, Elements, Format, Line, Markup
from cleaners.readers.inline import FORMATTED, Gathering
from cleaners.readers.nesting import tags
from cleaners.readers.numbering import Numbering
from cleaners.readers.parts import Parts
from cleaners.readers.tree import Node

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
_NAMING = frozenset(("class", "id", "role", "itemprop", "data-testid", "data-component"))
CELL_BREAK = " | "
_Attributes = Mapping[str, str | None]
# Formats whose attributes say nothing of their text.
_PLAIN = tags("b strong i em u s sub sup small br tr thead tbody")
_NONE: _Attributes = {}


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
        self, node: Node, tag: str, above: "_Open | None", attributes: _Attributes
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


class Walk:
    """One walk over a tree: the innermost open element, the line being gathered, what is done."""

    def __init__(self, root: Node, parts: Parts, show_hidden: bool) -> None:
        self.lines: list[Line] = []
        # Boxes without text, those inside before those around.
        self.empty: list[Node] = []
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

    def _enter(self, node: Node, tag: str) -> bool:
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

    def _hides(self, node: Node, attributes: _Attributes) -> bool:
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
