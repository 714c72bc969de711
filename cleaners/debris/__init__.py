"""The debris rules: phrases as data, and one module a category for what needs code."""

from collections.abc import Iterable

from cleaners.debris.rule import Rule
from cleaners.model import Label, Paragraph

__all__ = ["RULES", "Rule", "label"]

# Order matters to readers only: labels are collected, then decided.
RULES: tuple[Rule, ...] = ()


def label(paragraphs: Iterable[Paragraph], language: str | None = None) -> tuple[Label, ...]:
    """What the rules say of each paragraph, without context."""
    return tuple(
        label for paragraph in paragraphs for rule in RULES for label in rule.labels(paragraph)
    )
