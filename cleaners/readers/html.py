"""HTML to lines with markup, by a walk over the tree."""

from selectolax.lexbor import LexborHTMLParser

from cleaners.model import Fields, Line, Markup, Page

_BLOCKS = "p, h1, h2, h3, h4, h5, h6, li, blockquote, figcaption, pre, td, th"


def read(text: str, url: str | None = None) -> Page:
    """The page of an HTML document."""
    tree = LexborHTMLParser(text)
    lines = tuple(
        Line(number, " ".join(node.text().split()), Markup(path=(node.tag or "",)))
        for number, node in enumerate(tree.css(_BLOCKS))
    )
    title = tree.css_first("title")
    return Page(lines, "html", url, Fields(title=title.text(strip=True) if title else None))
