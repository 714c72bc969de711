"""Readers turn what a scraper left into a `Page` of numbered lines; nothing is judged here."""

from cleaners.errors import BadInput
from cleaners.model import Document, Engine, Kind, Page
from cleaners.readers import decode, html, opinion, plain

__all__ = ["read", "sniff"]

# How far the first tag is looked for, behind white space, and how far one that closes a block.
CHARS_OF_A_HEAD = 2_048
CHARS_READ_FOR_TAGS = 20_000
_FIRST_TAGS = ("<!doctype", "<html", "<?xml", "<head", "<body")
_CLOSING_TAGS = ("</p>", "</div>", "</h1>", "</article>")


def read(document: Document, engine: Engine = "thorough") -> Page:
    """The page of a document; the kind is sniffed where it is not stated.

    Raises:
        BadInput: the raw input is neither text nor bytes that can be text.
    """
    raw = document.raw
    if not isinstance(raw, str | bytes | bytearray | memoryview):
        problem = f"expected str or bytes, got {type(raw).__name__}; read the file first"
        raise BadInput(problem, document.id)
    text = raw if isinstance(raw, str) else decode.decode(bytes(raw), document.kind)
    kind = document.kind or sniff(text)
    if kind == "text":
        return plain.read(text, document.url)
    if engine == "fast":
        return html.read(text, document)
    page, thinned = html.read_and_thin(text, document)
    return opinion.with_opinion(page, text, thinned)


def sniff(text: str) -> Kind:
    """Whether a text is HTML: it opens with a tag of a document, or with any and closes a block."""
    head = text[:CHARS_OF_A_HEAD].lstrip("\ufeff \t\r\n").lower()
    if head.startswith(_FIRST_TAGS):
        return "html"
    if not head.startswith("<"):
        return "text"
    closed = any(text.find(tag, 0, CHARS_READ_FOR_TAGS) >= 0 for tag in _CLOSING_TAGS)
    return "html" if closed else "text"
