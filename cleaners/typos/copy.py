"""The text that is mended, as all finders of typos see it, and the fix that they propose."""

import re
from dataclasses import dataclass, field

from cleaners.typos.lexicon import Lexicon
from cleaners.typos.tokens import Tokens, tokens_of

# Letters; so that the cost of a look back has a bound on any input.
LONGEST_QUOTATION = 2000
# Letters each way that tell what kind of line it is: about five lines of print.
NEIGHBOURHOOD = 200
# A word before a mark is looked for so far back.
CHARS_BEFORE_A_MARK = 60
# Code that is cited in running text tells of the words beside it only.
NEIGHBOURHOOD_OF_CODE = 80
# "~" before a figure is "about".
_CODE = re.compile(r"[<>{}=\\_`^|@]|~(?!\d)|://|\(\)|::|;$")


@dataclass(frozen=True, slots=True)
class Copy:
    """The paragraphs of a document, one a line, with the words known of its language.

    ``lexicon`` is ``None`` where there is none for the language: then only what needs no words is
    mended. ``cut`` are the words that a line end had cut, with their hyphens; ``tokens`` are the
    words of the text.
    """

    text: str
    language: str | None
    lexicon: Lexicon | None
    cut: frozenset[str] = frozenset()
    tokens: Tokens = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find the words, once for all finders."""
        object.__setattr__(self, "tokens", tokens_of(self.text))

    def paragraph_before(self, place: int) -> str:
        """What stands in the same paragraph before a place, as far back as a quotation goes."""
        reach = max(0, place - LONGEST_QUOTATION)
        return self.text[max(reach, self.text.rfind("\n", reach, place) + 1) : place]

    def line_around(self, start: int, end: int) -> tuple[str, str]:
        """What stands in the line before and after a place, as far as the neighbourhood goes."""
        left = self.text[max(0, start - NEIGHBOURHOOD) : start]
        right = self.text[end : end + NEIGHBOURHOOD]
        return left[left.rfind("\n") + 1 :], right.partition("\n")[0]

    def is_code(self, start: int, end: int) -> bool:
        """Whether the line around a place holds what code, markup and data hold, and prose does
        not.
        """
        left, right = self.line_around(start, end)
        left, right = left[-NEIGHBOURHOOD_OF_CODE:], right[:NEIGHBOURHOOD_OF_CODE]
        return _CODE.search(left) is not None or _CODE.search(right) is not None


@dataclass(frozen=True, slots=True)
class Fix:
    """``text[start:end]`` becomes ``after``, by which rule, and why."""

    start: int
    end: int
    after: str
    rule: str
    because: str
