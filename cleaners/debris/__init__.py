"""The debris rules: phrases as data, and one module a category for what needs code."""

from collections.abc import Iterable
from functools import cache

from cleaners.debris import (
    byline,
    caption,
    comments,
    furniture,
    legal,
    livefeed,
    promo,
    related,
    share,
    source,
    subscribe,
)
from cleaners.debris.listing import Listed
from cleaners.debris.matcher import Matcher
from cleaners.debris.phrasebook import Phrasebook, standard
from cleaners.debris.rule import Rule
from cleaners.errors import BadRule
from cleaners.model import Label, Paragraph

__all__ = [
    "RULES",
    "Listed",
    "Matcher",
    "Phrasebook",
    "Rule",
    "catalogue",
    "label",
    "listed",
    "matcher",
    "prove",
]

# Order matters to readers only: labels are collected, then decided.
RULES: tuple[Rule, ...] = (
    *subscribe.RULES,
    *caption.RULES,
    *related.RULES,
    *share.RULES,
    *byline.RULES,
    *furniture.RULES,
    *livefeed.RULES,
    *comments.RULES,
    *promo.RULES,
    *source.RULES,
    *legal.RULES,
)


def catalogue() -> tuple[Rule, ...]:
    """Every rule there is: those made of code, then the phrases."""
    return (*RULES, *standard().rules)


def listed() -> tuple[Listed, ...]:
    """Every line of an interface that is known as a whole."""
    return standard().listed


@cache
def _matcher() -> Matcher:
    return Matcher(catalogue(), listed())


def matcher(more: Phrasebook | None = None) -> Matcher:
    """What finds the rules and the phrases in paragraphs.

    The phrases of all languages are tried: an interface speaks its own language, not the story's.
    ``more`` are phrases beside the standard ones; one with the id of a rule takes its place.
    """
    if more is None:
        return _matcher()
    renewed = {rule.name for rule in more.rules}
    standing = (rule for rule in catalogue() if rule.name not in renewed)
    return Matcher((*standing, *more.rules), (*listed(), *more.listed))


def prove(book: Phrasebook) -> None:
    """Hold the phrases of a book to their own examples.

    Raises:
        BadRule: one does not find what it should drop, or finds what it should keep.
    """
    alone = Matcher(book.rules, ())
    for rule in book.rules:
        for text in (*rule.drop, *rule.keep):
            finds = any(said.rule == rule.name for said in alone.labels([Paragraph(0, text)]))
            if finds != (text in rule.drop):
                does, should = ("finds", "keep") if finds else ("does not find", "drop")
                raise BadRule(f"phrase '{rule.name}' {does} “{text}”, which it should {should}")


def label(paragraphs: Iterable[Paragraph]) -> tuple[Label, ...]:
    """What the rules say of each paragraph, without context."""
    return tuple(_matcher().labels(paragraphs))
