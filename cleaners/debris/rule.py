"""A rule looks at one paragraph alone and says which part of it is debris of which category."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from cleaners.errors import BadRule
from cleaners.model import Category, Strength, Where

Span = tuple[int, int]
# Finds the debris in a text: spans, or the whole text.
Finder = Callable[[str], Iterable[Span]]

# Longer paragraphs are prose, whatever they begin or end with: 99.5 % of the debris lines on news
# pages have fewer words.
MAX_WORDS_OF_A_LINE = 60
ANY_LENGTH = 1_000_000
# As a cue: a first word that begins with a digit.
NUMBER = "0"


@dataclass(frozen=True, slots=True)
class Rule:
    """A named finder with its proof.

    ``name`` is ``category.what-it-is``; ``about`` completes "dropped: …". The finder is asked
    only of paragraphs of at most ``max_words`` words that hold one of the ``cues`` (lower-case
    words) as their first word, their last, or anywhere, or that hold the ``mark``. ``drop`` and
    ``keep`` are examples that a test holds the rule to; for a rule that cuts, what it leaves of
    the first must be good copy.
    """

    name: str
    strength: Strength
    about: str
    find: Finder
    cues: frozenset[str]
    drop: tuple[str, ...]
    keep: tuple[str, ...]
    where: Where = Where.ANYWHERE
    max_words: int = MAX_WORDS_OF_A_LINE
    mark: str = ""
    origin: str = ""
    category: Category = field(init=False)

    def __post_init__(self) -> None:
        """Know the category from the name.

        Raises:
            BadRule: the name does not begin with one.
        """
        object.__setattr__(self, "category", category_of(self.name))


@cache
def category_of(rule: str) -> Category:
    """The category that the name of a rule begins with.

    Raises:
        BadRule: it begins with none.

    >>> category_of("subscribe.inbox").value
    'subscribe'
    """
    category = rule.partition(".")[0]
    if category not in set(Category) or category == rule:
        raise BadRule(f"{rule}: call it category.what-it-is; there are {', '.join(Category)}")
    return Category(category)


def words(text: str) -> frozenset[str]:
    """The words of a text as a set, to write cues with."""
    return frozenset(text.split())
