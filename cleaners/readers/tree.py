"""The tree of an HTML page, as lexbor builds it; the only import of selectolax."""

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from cleaners.errors import BadRule

Tree = LexborHTMLParser
Node = LexborNode


def selected(tree: Tree, selector: str, site: str) -> list[Node]:
    """The elements that a selector of the profile of a site finds.

    Raises:
        BadRule: the selector cannot be understood.
    """
    try:
        return tree.css(selector)
    except (SelectolaxError, ValueError) as problem:
        raise BadRule(f"{site}: {selector!r} is no CSS selector: {problem}") from None
