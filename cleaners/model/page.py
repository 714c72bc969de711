"""A page as it was read: its lines, their markup, the elements around them, what it states."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, repeat
from typing import Literal, NamedTuple, overload

from cleaners.model.kinds import Block, Choice, Kind


class Format(NamedTuple):
    """An inline format over ``text[start:end]`` of a line: ``strong``, ``emphasis``, ``code`` or
    ``link``.
    """

    start: int
    end: int
    name: Literal["strong", "emphasis", "code", "link"]
    target: str = ""


class Markup(NamedTuple):
    """What the HTML said about a line.

    ``element`` is the number of the innermost element around all of its text, in the page's
    ``elements``; ``level`` the level of a heading, the depth of a list item or the indent of a line
    of code. ``chosen`` is what a selector of the site's profile wants of it. ``pictures`` stand
    between the line above and this one; ``ruled`` says that a rule does. ``mark`` is the number
    that a browser prints before the text of an item, as the text of the line begins with it.
    """

    block: Block = "paragraph"
    level: int = 0
    element: int = 0
    link_chars: int = 0
    formats: tuple[Format, ...] = ()
    chosen: Choice = None
    pictures: int = 0
    ruled: bool = False
    mark: str = ""


def unmarked(text: str, markup: Markup | None) -> str:
    """The text of a line without the number that a browser printed before it."""
    return text.removeprefix(markup.mark) if markup and markup.mark else text


@dataclass(frozen=True, slots=True)
class Elements:
    """The elements of a page that hold text, column by column, in the order of the page.

    The lines of element ``n`` are those from ``first[n]`` to before ``end[n]``; ``around[n]`` is
    the number of the element around it (-1: none), ``names[n]`` its class, id, role and the like.
    """

    tags: tuple[str, ...] = ()
    around: tuple[int, ...] = ()
    first: tuple[int, ...] = ()
    end: tuple[int, ...] = ()
    names: tuple[str, ...] = ()


class Line(NamedTuple):
    """One line as read; ``number`` counts from 0 and never changes."""

    number: int
    text: str
    markup: Markup | None = None


@dataclass(frozen=True, slots=True)
class PlainLines(Sequence[Line]):
    """The lines of a plain text, each made when it is looked at: most of them never are."""

    texts: tuple[str, ...]

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self.texts)

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, place: int | slice) -> Line | tuple[Line, ...]:
        """One line, or several."""
        return tuple(self)[place] if isinstance(place, slice) else self._line(place)

    def __iter__(self) -> Iterator[Line]:
        """All lines in their order."""
        return map(Line, count(), self.texts)

    def _line(self, place: int) -> Line:
        return Line(range(len(self.texts))[place], self.texts[place])


@dataclass(frozen=True, slots=True)
class Fields:
    """What is known about an article beside its body; ``None`` or ``()`` where nothing was found.

    ``published`` is an ISO 8601 date or date and time; ``language`` an ISO 639-1 code.
    """

    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    site: str | None = None
    source: str | None = None
    image: str | None = None
    captions: tuple[str, ...] = ()

    def or_else(self, other: "Fields") -> "Fields":
        """These fields, and the other's where these have nothing."""
        return replace(
            other,
            **{
                name: value
                for name in self.__slots__
                if (value := getattr(self, name)) not in (None, ())
            },
        )


@dataclass(frozen=True, slots=True)
class Page:
    """A document as read, kept to the end; ``stated`` is what its own metadata say, ``summary`` the
    summary they give, ``article_body`` the story as its linked data have it. ``extracted`` are the
    lines that another extractor takes for body, where it was asked.
    """

    lines: Sequence[Line]
    kind: Kind = "text"
    url: str | None = None
    stated: Fields = field(default_factory=Fields)
    notes: tuple[str, ...] = ()
    elements: Elements = Elements()
    summary: str = ""
    article_body: str = ""
    extracted: frozenset[int] | None = None

    def texts(self) -> dict[int, str]:
        """The texts of the lines by their numbers."""
        if isinstance(self.lines, PlainLines):
            return dict(enumerate(self.lines.texts))
        return {line.number: line.text for line in self.lines}

    def markups(self) -> Iterable[Markup | None]:
        """What the HTML said about each line; nothing of a plain text."""
        if isinstance(self.lines, PlainLines):
            return repeat(None)
        return (line.markup for line in self.lines)


class Paragraph(NamedTuple):
    """What the judge judges: a line with text, or several that the scraper had cut, joined.

    ``number`` is that of its first line; ``gap`` the count of blank lines above it.
    """

    number: int
    text: str
    gap: int = 0
    markup: Markup | None = None
