"""The values that pass between the stages; no rules and no input or output live here.

Everything is frozen; what is made of every line or paragraph of a page on its way is a named tuple,
which takes a third of the time to make. A line's number is its identity: no stage renumbers or
deletes lines, stages only add facts (edits, joins, labels, verdicts), and the body is derived from
them at the end.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import count, repeat
from typing import Literal, NamedTuple, overload

from cleaners.errors import BadPolicy

Kind = Literal["text", "html"]
Engine = Literal["thorough", "fast"]
Output = Literal["text", "markdown"]
Block = Literal["paragraph", "heading", "item", "quote", "cell", "code", "caption", "embed"]
Choice = Literal["keep", "drop"] | None
Status = Literal["clean", "unchanged", "doubtful", "empty", "failed"]


class Category(StrEnum):
    """What a piece of debris is, in the newsroom's words; ``says`` tells what such a line does."""

    says: str

    def __new__(cls, name: str, says: str = "") -> "Category":
        """A category is known by its name."""
        made = str.__new__(cls, name)
        made._value_ = name
        made.says = says
        return made

    HEADLINE = "headline", "is the headline"
    BYLINE = "byline", "says who wrote it or when"
    CAPTION = "caption", "captions or credits a picture"
    SOURCE = "source", "names a source"
    SUBSCRIBE = "subscribe", "asks to sign up, subscribe or donate"
    RELATED = "related", "leads to other stories"
    LIVEFEED = "livefeed", "belongs to a live feed"
    SHARE = "share", "asks to share or follow"
    COMMENTS = "comments", "belongs to the comments"
    PROMO = "promo", "promotes or sponsors"
    LEGAL = "legal", "is legal or cookie text"
    FURNITURE = "furniture", "is page furniture"
    UNLABELLED = "unlabelled", "is no part of the story"


class Treatment(StrEnum):
    """What a policy does with a category: leave it out, leave it in, or make it a field of the
    article.
    """

    DROP = "drop"
    KEEP = "keep"
    FIELD = "field"


class Strength(StrEnum):
    """How far a rule may be trusted: SURE is enough alone, HINT needs a zone, a neighbour or the
    model.
    """

    SURE = "sure"
    HINT = "hint"


class Zone(StrEnum):
    """Where on the page a paragraph stands: before, in or after the article, or in a feed inside
    it.
    """

    HEAD = "head"
    BODY = "body"
    TAIL = "tail"
    FEED = "feed"


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


@dataclass(frozen=True, slots=True)
class Edit:
    """One change inside a line, with its place and reason.

    Edits are a sequence: ``start`` and ``end`` are offsets in the text as the edits before it left
    it. Edits of the stage ``restore`` change lines as read; then lines are joined; ``cut`` (debris
    that hung on a good paragraph) and ``mend`` (typos) change paragraphs, and ``line`` is the
    number of the paragraph's first line.
    """

    line: int
    start: int
    end: int
    before: str
    after: str
    rule: str
    because: str
    stage: Literal["restore", "cut", "mend"] = "mend"
    category: Category | None = None

    @classmethod
    def cut(cls, line: int, text: str, span: tuple[int, int], why: "Label | Verdict") -> "Edit":
        """What takes a span out of the text of a paragraph, for the reason of what was said."""
        start, end = span
        before = text[start:end]
        return cls(line, start, end, before, "", why.rule, why.because, "cut", why.category)

    def apply(self, text: str) -> str:
        """The text with this change made."""
        return text[: self.start] + self.after + text[self.end :]


class EditRule(NamedTuple):
    """What edits of one kind are called in the ledger and what they mend, with a text ``before``
    and ``after`` as their proof.
    """

    name: str
    about: str
    before: str
    after: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text of a line with its edits made, in their order.

    Those that follow each other from left to right are made in one go: one by one, each would copy
    the line, and a line of megabytes may have thousands.
    """
    parts: list[str] = []
    length = done = 0
    for edit in edits:
        if edit.start < length:
            text, parts, length, done = "".join([*parts, text[done:]]), [], 0, 0
        begin = done + edit.start - length
        parts += (text[done:begin], edit.after)
        done = begin + edit.end - edit.start
        length = edit.start + len(edit.after)
    return "".join([*parts, text[done:]]) if parts else text


def edit_lines(texts: dict[int, str], edits: Iterable[Edit]) -> None:
    """Make edits in the texts of some lines, which are known by their numbers."""
    for line, made in by_line(edits).items():
        texts[line] = edited(texts[line], made)


def by_line(edits: Iterable[Edit]) -> dict[int, list[Edit]]:
    """The edits of each line, in their order."""
    of_line: dict[int, list[Edit]] = {}
    for edit in edits:
        of_line.setdefault(edit.line, []).append(edit)
    return of_line


def by_stage(edits: Iterable[Edit]) -> tuple[list[Edit], list[Edit]]:
    """The edits of lines as they were read, and those of the paragraphs that were made of them."""
    of_lines: list[Edit] = []
    of_paragraphs: list[Edit] = []
    for edit in edits:
        (of_lines if edit.stage == "restore" else of_paragraphs).append(edit)
    return of_lines, of_paragraphs


@dataclass(frozen=True, slots=True)
class Join:
    """Line ``line`` continues the line ``to``; ``glue`` (a space or nothing) goes between."""

    line: int
    to: int
    glue: str
    because: str


def heads(joins: Iterable[Join]) -> dict[int, int]:
    """The number of the paragraph that each joined line became part of: that of its first line."""
    found: dict[int, int] = {}
    for join in joins:
        found[join.line] = found.get(join.to, join.to)
    return found


class Paragraph(NamedTuple):
    """What the judge judges: a line with text, or several that the scraper had cut, joined.

    ``number`` is that of its first line; ``gap`` the count of blank lines above it.
    """

    number: int
    text: str
    gap: int = 0
    markup: Markup | None = None


class Label(NamedTuple):
    """What one rule says about the paragraph ``number``, without context.

    ``span`` is the part of its text that is debris; ``None`` means all of it.
    """

    number: int
    rule: str
    category: Category
    strength: Strength
    because: str
    span: tuple[int, int] | None = None

    def about(self, paragraph: Paragraph) -> "Label":
        """The same said of another paragraph."""
        return Label(
            paragraph.number, self.rule, self.category, self.strength, self.because, self.span
        )


class Verdict(NamedTuple):
    """What becomes of a line with text, and why; lines joined to one paragraph share its verdict.

    ``probability`` is the judge's estimate that the line is body (0..1).
    """

    line: int
    kept: bool
    rule: str
    because: str
    category: Category | None = None
    zone: Zone = Zone.BODY
    probability: float = 1.0


class Score(NamedTuple):
    """The model's estimate that a paragraph is body (0..1), what moved it in a reader's words, and
    the likeliest category should it be debris.
    """

    body: float
    because: str
    category: Category = Category.UNLABELLED


@dataclass(frozen=True, slots=True)
class Decision:
    """One verdict a paragraph, the cuts inside kept ones, and an estimate of how right it all is
    (0..1).
    """

    verdicts: tuple[Verdict, ...]
    cuts: tuple[Edit, ...] = ()
    quality: float = 1.0


@dataclass(frozen=True, slots=True)
class SiteLine:
    """A line that a site prints on many of its pages; ``{n}`` in its text stands for any number.

    ``seen`` counts the stories it stood on. ``place`` is the edge of the page it belongs to;
    between it and that edge stand at most ``words_beyond`` words of prose that are not the site's.
    """

    text: str
    seen: int
    place: Zone
    words_beyond: int
    first: date
    last: date


class Where(StrEnum):
    """Which part of a line a phrase must be."""

    WHOLE = "whole"
    STARTS = "starts"
    ENDS = "ends"
    ANYWHERE = "anywhere"


@dataclass(frozen=True, slots=True)
class SitePhrase:
    """Words that a person knows to be debris on one site."""

    text: str
    where: Where = Where.WHOLE
    category: Category = Category.FURNITURE


@dataclass(frozen=True, slots=True)
class SiteProfile:
    """What is known of one site: what people say of it, and what was learned from its pages.

    ``pinned`` lines stay and ``forbidden`` lines go, whatever else speaks. ``drop`` and ``keep``
    are CSS selectors, ``fields`` pairs the name of a field with the selector of its text. What was
    learned from ``stories`` stories holds until ``expires``.
    """

    site: str
    version: int = 1
    expires: date | None = None
    stories: int = 0
    pinned: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    phrases: tuple[SitePhrase, ...] = ()
    drop: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    learned: tuple[SiteLine, ...] = ()
    learned_by_text: Mapping[str, SiteLine] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        """Index the learned lines, once a profile and not once a document."""
        object.__setattr__(self, "learned_by_text", {line.text: line for line in self.learned})


@dataclass(frozen=True, slots=True)
class Document:
    """What a scraper left, with what is known of it and of its site; ``kind`` and ``language`` are
    sniffed where not stated.
    """

    raw: str | bytes
    id: str | None = None
    kind: Kind | None = None
    url: str | None = None
    language: str | None = None
    profile: SiteProfile | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """What a user wants of the categories, of the output, and how much may be removed before a
    doubt.

    ``treatments`` holds only what differs from the defaults (see `treatment`). ``min_kept`` is the
    share of the words of prose that must stay; below it the document is marked ``doubtful``.
    """

    treatments: tuple[tuple[Category, Treatment], ...] = ()
    output: Output = "text"
    min_kept: float = 0.25

    @classmethod
    def of(cls, treatments: Mapping[str, object], output: Output = "text") -> "Policy":
        """A policy from plain words: ``Policy.of({"caption": "keep"})``.

        Raises:
            BadPolicy: a category or a treatment that does not exist.
        """
        return cls(tuple(sorted(_treated(name, what) for name, what in treatments.items())), output)

    def treatment(self, category: Category) -> Treatment:
        """What to do with a category."""
        for other, treatment in reversed(self.treatments):
            if other == category:
                return treatment
        return DEFAULT_TREATMENTS.get(category, Treatment.DROP)


def _treated(name: str, what: object) -> tuple[Category, Treatment]:
    if name not in set(Category):
        raise BadPolicy(f"no category {name!r}; there are {', '.join(Category)}")
    if what not in set(Treatment):
        raise BadPolicy(f"{name} = {what!r}; it can be {', '.join(Treatment)}")
    return Category(name), Treatment(str(what))


DEFAULT_TREATMENTS = {
    Category.HEADLINE: Treatment.FIELD,
    Category.BYLINE: Treatment.FIELD,
    Category.CAPTION: Treatment.FIELD,
    Category.SOURCE: Treatment.FIELD,
}
