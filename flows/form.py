"""What the form of a run says beside a parameter that has fields of its own.

Prefect makes the form from the types and defaults; the words for a field stand in its metadata, so
that a process that only cleans need not load what makes forms.
"""

from dataclasses import field
from typing import TypeVar

Value = TypeVar("Value")


def explained(default: Value, description: str) -> Value:
    """A field of a dataclass with the words that stand beside it."""
    # As `field` itself: what it gives has the type of the default to whoever checks types.
    return field(default=default, metadata={"description": description})
