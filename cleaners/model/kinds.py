"""What kinds there are of documents, blocks, debris and doubt."""

from enum import StrEnum
from typing import Literal

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


class Where(StrEnum):
    """Which part of a line a phrase must be."""

    WHOLE = "whole"
    STARTS = "starts"
    ENDS = "ends"
    ANYWHERE = "anywhere"
