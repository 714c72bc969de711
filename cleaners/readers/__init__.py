"""Readers turn what a scraper left into a `Page` of numbered lines; nothing is judged here."""

from cleaners.errors import BadInput
from cleaners.model import Document, Engine, Kind, Page
from cleaners.readers import decode, html, opinion, plain

__all__ = ["read", "sniff"]


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
    return opinion.asked(page, text, thinned)


def sniff(text: str) -> Kind:
    """Whether a text is HTML: it opens with a document tag, or holds several closing block tags."""
    head = text[:2048].lstrip("\ufeff \t\r\n").lower()
    if head.startswith(("<!doctype", "<html", "<?xml", "<head", "<body")):
        return "html"
    if not head.startswith("<"):
        return "text"
    closing = ("</p>", "</div>", "</h1>", "</article>")
    return "html" if any(text.find(tag, 0, 20_000) >= 0 for tag in closing) else "text"
