"""The text that is mended, as all finders of typos see it, and the fix that they propose."""

from dataclasses import dataclass

from cleaners.typos.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Copy:
    """The paragraphs of a document, one a line, with the words known of its language.

    ``lexicon`` is ``None`` where there is none for the language: then only what needs no words is
    mended.
    """

    text: str
    language: str | None
    lexicon: Lexicon | None

    def paragraph_before(self, place: int) -> str:
        """What stands in the same paragraph before a place."""
        return self.text[self.text.rfind("\n", 0, place) + 1 : place]


@dataclass(frozen=True, slots=True)
class Fix:
    """``text[start:end]`` becomes ``after``, and why."""

    start: int
    end: int
    after: str
    because: str
