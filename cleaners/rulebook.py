"""Every rule that a ledger may name, for a user who meets one there; what a rule does is known
where it is made.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cleaners import debris, encoding, ledger, sites, typos
from cleaners.debris.listing import Listed, listed_as
from cleaners.judge import context
from cleaners.judge.decide import BY_THE_MODEL
from cleaners.model import Category, EditRule, Strength


class Entry(NamedTuple):
    """A rule by the name that a ledger gives it: how far it is trusted, what it finds or mends, and
    an example of that.
    """

    name: str
    trust: str
    about: str
    example: str


# What the profile of a site says of lines, by what a person wrote or a flow learned.
_OF_PROFILES = (
    Entry(
        sites.SITE_LINE,
        Strength.HINT,
        "printed on many pages of its site; at the edge where they print it, sure",
        "1,204 shares so far",
    ),
    Entry(
        sites.SITE_TAIL,
        Strength.SURE,
        "below the lines with which the pages of its site end",
        "Ten bridges to walk",
    ),
    Entry(
        sites.SITE_SELECTOR,
        Strength.SURE,
        "chosen by a selector of the site's profile",
        'drop = ["aside.tips"] in sites/<domain>.toml',
    ),
    Entry(
        sites.SITE_FORBIDDEN,
        Strength.SURE,
        "forbidden in the site's profile",
        'forbidden = ["Harbour Weekly"] in sites/<domain>.toml',
    ),
)


def rulebook() -> tuple[Entry, ...]:
    """All rules in the order of their names."""
    return tuple(
        sorted(
            (
                *_of_words(),
                *_of_listed_lines(debris.listed()),
                *_of_places(),
                *_of_the_model(),
                *_of_profiles(),
                *_of_edits(),
            )
        )
    )


def _of_words() -> Iterator[Entry]:
    for rule in debris.catalogue():
        yield Entry(rule.name, rule.strength, rule.about, rule.drop[0])


def _of_listed_lines(lines: Iterable[Listed]) -> Iterator[Entry]:
    """One rule for the lines that each category lists, and one for several of them on a line."""
    of_rule: dict[tuple[Category, Strength], list[str]] = {}
    for line in lines:
        of_rule.setdefault((line.category, line.strength), []).append(line.text)
    for (category, strength), texts in of_rule.items():
        about = f"one of {len(texts):,} lines that are known as a whole; it {category.says}"
        yield Entry(listed_as(category, strength), strength, about, texts[len(texts) // 2])
        about = "several such lines that ran together"
        together = listed_as(category, strength, several=True)
        yield Entry(together, strength, about, " ".join(texts[:2]))


def _of_places() -> Iterator[Entry]:
    for rule in context.NAMED:
        yield Entry(rule.name, Strength.SURE, rule.about, rule.example)


def _of_the_model() -> Iterator[Entry]:
    for category, name in BY_THE_MODEL.items():
        about = f"by the model, or by a second look at its scores: it {category.says}"
        yield Entry(name, "likely", about, "any line; its verdict says why")


def _of_profiles() -> Iterator[Entry]:
    yield from _OF_PROFILES
    for category in Category:
        about = f"a phrase of the site's profile: it {category.says}"
        example = f'[[phrase]] with category = "{category}" in sites/<domain>.toml'
        yield Entry(f"{category}.{sites.SITE_PHRASE}", Strength.SURE, about, example)


def _of_edits() -> Iterator[Entry]:
    restoring = (rule for rule, _ in encoding.RULES)
    mending = (rule for _, rules in typos.RULES for rule in rules)
    for rule in (*restoring, *mending, ledger.JOINED):
        yield Entry(rule.name, Strength.SURE, rule.about, _change(rule))


def _change(rule: EditRule) -> str:
    return f"{rule.before} → {rule.after}"
