"""HTML to lines with markup, by one walk over the tree; what the page says of itself is understood
by `cleaners.readers.stated`, and nothing is judged here.

What a browser does not show is left out. Inline elements neither fuse nor split words.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from cleaners.errors import BadRule
from cleaners.model import (
    Block,
    Choice,
    Document,
    Elements,
    Fields,
    Line,
    Markup,
    Page,
    SiteProfile,
)
from cleaners.readers import nesting, stated
from cleaners.readers.inline import Gathering
from cleaners.readers.nesting import tags

# What a browser shows nothing of, or controls; `noscript` holds the second copy of a picture.
_UNSEEN = tags(
    "script style template noscript svg math iframe frame object embed applet canvas audio "
    "video map select option datalist textarea input head title meta link base img picture "
    "source track col colgroup param progress meter area wbr -comment"
)
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
_CELLS = frozenset(("td", "th"))
_LISTS = frozenset(("ul", "ol", "menu", "dl"))
# A quote of one of these classes is a post of another site, fetched by a script.
_EMBED = re.compile(r"\b(?:twitter|instagram|tiktok|bluesky|fb|reddit|threads|text-post)-")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Hidden until a reader opens them: the answers of a list of questions, the folds of a long text.
_FOLDED = re.compile(r"collaps|accordion|expand|faq|region|toggle|tabpanel", re.IGNORECASE)
# More hidden than shown, and not just a form: a script shows the page once it has run.
MIN_CHARS_OF_A_HIDDEN_PAGE = 500
_NAMING = frozenset(("class", "id", "role", "itemprop", "data-testid", "data-component"))
# First headings that are looked at for the headline.
MAX_HEADLINES = 20
CELL_BREAK = " | "
_Attributes = Mapping[str, str | None]
_NOTHING: _Attributes = {}
# Formats whose attributes say nothing of their text.
_PLAIN = tags("b strong i em u s sub sup small br tr thead tbody")


def read(text: str, document: Document) -> Page:
    """The page of an HTML document.

    Raises:
        BadRule: the profile of the site has a selector that cannot be understood.
    """
    text = nesting.bounded(text)
    tree = LexborHTMLParser(text)
    body = tree.body
    said, wished = _said(tree, text), _wished(tree, document.profile)
    known = wished.or_else(stated.fields(said, document.url))
    if body is None:
        return Page((), "html", document.url, known)
    streamed, chosen = _streamed(tree, text), _chosen(tree, document.profile)
    walk = _Walk(body, streamed, chosen, show_hidden=False)
    walk.through()
    if walk.hidden_chars > max(MIN_CHARS_OF_A_HIDDEN_PAGE, walk.shown_chars):
        walk = _Walk(body, streamed, chosen, show_hidden=True)
        walk.through()
    tops = [
        x.text
        for x in walk.lines
        if x.markup and x.markup.block == "heading" and x.markup.level == 1
    ]
    title = wished.title or stated.headline(known.title, known.site, tops[:MAX_HEADLINES])
    return Page(
        tuple(walk.lines),
        "html",
        document.url,
        replace(known, title=title),
        elements=walk.elements(),
        summary=said.summary(),
    )


def _streamed(tree: LexborHTMLParser, text: str) -> dict[str, LexborNode]:
    """The parts of a page that its server sent late, by the place a script moves them to."""
    if 'id="S:' not in text:
        return {}
    return {f"B{node.id[1:]}": node for node in tree.css('[hidden][id^="S:"]') if node.id}


def _chosen(tree: LexborHTMLParser, profile: SiteProfile | None) -> dict[int, Choice]:
    """What the selectors of the site's profile choose, by the place of the node in memory."""
    if profile is None:
        return {}
    wishes: list[tuple[Choice, str]] = [("drop", selector) for selector in profile.drop]
    wishes += [("keep", selector) for selector in profile.keep]
    found: dict[int, Choice] = {}
    for wish, selector in wishes:
        try:
            found.update({node.mem_id: wish for node in tree.css(selector)})
        except (SelectolaxError, ValueError) as problem:
            raise BadRule(f"{profile.site}: {selector!r} is no CSS selector: {problem}") from None
    return found


def _wished(tree: LexborHTMLParser, profile: SiteProfile | None) -> Fields:
    """The fields that the selectors of the site's profile find."""
    found = Fields()
    for name, selector in profile.fields if profile else ():
        try:
            texts = tuple(" ".join(node.text().split()) for node in tree.css(selector))
        except (SelectolaxError, ValueError) as problem:
            raise BadRule(f"{selector!r} is no CSS selector: {problem}") from None
        texts = tuple(filter(None, texts))
        if texts:
            told = {name: texts if name == "captions" else texts[0]}
            # The names were checked when the profile was loaded.
            found = replace(found, **told)  # type: ignore[arg-type]  # see above
    return found


def _said(tree: LexborHTMLParser, text: str) -> stated.Said:
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
    linked = tree.css('script[type="application/ld+json"]') if "application/ld+json" in text else ()
    return stated.Said(metas, title, language, tuple(node.text() for node in linked))


class _Open:
    """An element that the walk is in, or has just left."""

    __slots__ = (
        "above", "attributes", "block", "chosen", "depth", "end", "first", "level", "node",
        "number", "start", "tag",
    )  # fmt: skip

    def __init__(
        self, node: LexborNode, tag: str, attributes: _Attributes, above: "_Open | None"
    ) -> None:
        self.node = node
        self.tag = tag
        self.attributes = attributes
        self.above = above
        self.number = self.first = self.end = -1
        self.start = 0
        self.depth = 0
        self.level = 0
        self.block: Block = "paragraph"
        self.chosen: Choice = None
        if above is not None:
            self.depth = above.depth + 1
            self.level = above.level
            self.block = above.block
            self.chosen = above.chosen

    def names(self) -> str:
        """Its class, id, role and the like, as they are written."""
        attributes = self.attributes
        if not attributes:
            return ""
        return " ".join([v for name, v in attributes.items() if v and name in _NAMING])


class _Row:
    """A row of a table: where its lines begin, and whether each of its cells is one line."""

    __slots__ = ("cell", "first", "plain")

    def __init__(self, first: int) -> None:
        self.first = self.cell = first
        self.plain = True


class _Walk:
    """One walk over a tree: the innermost open element, the line being gathered, what is done."""

    def __init__(
        self,
        root: LexborNode,
        streamed: Mapping[str, LexborNode],
        chosen: Mapping[int, Choice],
        show_hidden: bool,
    ) -> None:
        self.lines: list[Line] = []
        self.headlines: list[str] = []
        self.hidden_chars = self.shown_chars = 0
        self._streamed = streamed
        self._chosen = chosen
        self._moved: set[int] = set()
        self._show_hidden = show_hidden
        self._with_text: list[_Open] = []
        self._rows: list[_Row] = []
        self._line = Gathering()
        self._inner = self._leaf = _Open(root, "body", root.attributes, None)
        # How far out the walk has been since the last piece of text.
        self._shallowest = 0

    def through(self) -> None:
        """Walk in the order of the text, without recursion: pages nest deeper than Python."""
        node = self._inner.node.first_child
        while True:
            if node is None:
                left = self._inner
                self._leave(left)
                if left.above is None:
                    return
                node = left.node.next
                continue
            tag = node.tag
            if tag == "-text":
                self._text(node.text_content or "")
            elif tag == "br":
                self._end_line()
            elif tag not in _UNSEEN:
                if self._enter(node, tag or ""):
                    node = node.first_child
                    continue
            elif tag == "template" and self._streamed and (node.id or "") in self._streamed:
                part = self._streamed[node.id or ""]
                self._moved.add(part.mem_id)
                self._inner = _Open(node, "div", part.attributes, self._inner)
                node = part.first_child
                continue
            node = node.next

    def _enter(self, node: LexborNode, tag: str) -> bool:
        """Open an element; whether there is anything to see in it."""
        attributes = _NOTHING if tag in _PLAIN else node.attributes
        may_hide = "style" in attributes or "hidden" in attributes
        if may_hide and self._hides(node, attributes):
            return False
        self._inner = opened = _Open(node, tag, attributes, self._inner)
        if self._chosen:
            opened.chosen = self._chosen.get(node.mem_id, opened.chosen)
        if tag in _INLINE:
            opened.start = self._line.length
            self._line.tag(tag, "<")
            return True
        self._end_line()
        if tag in _BLOCKS:
            if opened.block != "embed":
                self._shape(opened)
        elif tag in _LISTS:
            opened.level += 1
        elif tag == "tr":
            self._rows.append(_Row(len(self.lines)))
        return True

    def _hides(self, node: LexborNode, attributes: _Attributes) -> bool:
        """Whether an element is hidden from the reader, for good."""
        style = attributes.get("style")
        if "hidden" not in attributes and not (style and _HIDDEN.search(style)):
            return False
        if self._show_hidden or _FOLDED.search(" ".join(filter(None, attributes.values()))):
            return False
        if self._streamed and f"B{(attributes.get('id') or ' ')[1:]}" in self._streamed:
            return node.mem_id in self._moved
        self.hidden_chars += len(node.text(strip=True))
        return True

    def _shape(self, opened: _Open) -> None:
        block = opened.block = _BLOCKS[opened.tag]
        if block == "heading":
            opened.level = int(opened.tag[1])
        elif block == "quote" and _EMBED.search(opened.attributes.get("class") or ""):
            opened.block = "embed"

    def _leave(self, left: _Open) -> None:
        tag = left.tag
        if tag in _INLINE:
            self._line.tag(tag, ">")
            if self._line.length > left.start:
                self._line.close(tag, left.start, left.attributes.get("href") or "")
        else:
            self._end_line()
            if self._rows:
                self._leave_cell(left)
        if left.number >= 0:
            left.end = len(self.lines)
        if left.above is not None:
            self._inner = left.above
            self._shallowest = min(self._shallowest, left.depth - 1)

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
        markup = Markup("cell", row.level, row.number, linked, chosen=row.chosen)
        self.lines[first:] = [Line(first, text, markup)]
        for element in self._with_text[row.number :]:
            element.first, element.end = first, first + 1

    def _text(self, text: str) -> None:
        words = text.split()
        if not words:
            self._line.blank()
        elif self._inner.block == "code" and "\n" in text:
            self._code(text)
        else:
            self._piece(text, words)

    def _piece(self, text: str, words: list[str]) -> None:
        line = self._line
        leaf = self._leaf
        if line.pieces:
            while leaf.depth > self._shallowest and leaf.above is not None:
                leaf = leaf.above
            self._leaf = leaf
        else:
            self._leaf = self._inner
        self._shallowest = self._inner.depth
        line.add(text, words)

    def _code(self, text: str) -> None:
        """Each line of preformatted text is a line, and keeps its indent as its level."""
        for place, line in enumerate(text.expandtabs(4).split("\n")):
            if place:
                self._end_line()
            if words := line.split():
                if not self._line.pieces:
                    self._inner.level = len(line) - len(line.lstrip(" "))
                self._piece(line, words)

    def _end_line(self) -> None:
        line = self._line
        if line.pieces:
            leaf = self._leaf
            if leaf.number < 0:
                self._number(leaf)
            text = line.text()
            self.shown_chars += len(text)
            if leaf.block == "heading" and leaf.level == 1:
                self.headlines.append(text)
            markup = Markup(
                leaf.block,
                leaf.level,
                leaf.number,
                line.link_chars,
                line.formats(text),
                leaf.chosen,
            )
            self.lines.append(Line(len(self.lines), text, markup))
            self._line = line.following()
        else:
            line.begin_again()

    def _number(self, leaf: _Open) -> None:
        """Give numbers to an element that turns out to hold text, and to those around it."""
        chain: list[_Open] = []
        around: _Open | None = leaf
        while around is not None and around.number < 0:
            chain.append(around)
            around = around.above
        for element in reversed(chain):
            element.number = len(self._with_text)
            element.first = len(self.lines)
            element.end = element.first + 1
            self._with_text.append(element)

    def elements(self) -> Elements:
        """The elements with text."""
        found = self._with_text
        return Elements(
            tuple([e.tag for e in found]),
            tuple([e.above.number if e.above else -1 for e in found]),
            tuple([e.first for e in found]),
            tuple([e.end for e in found]),
            tuple([e.names() for e in found]),
        )
