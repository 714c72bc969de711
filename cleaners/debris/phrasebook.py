"""Phrases as data: the files ``phrases/<language>/<category>.toml`` and the rules made from them.

What needs code (names, dates, credits) belongs to the module of its category.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from cleaners.debris.listing import Listed, listed_as
from cleaners.debris.rule import Finder, Rule, Span
from cleaners.errors import BadRule
from cleaners.model import Category, Strength, Where

FOLDER = Path(__file__).parent / "phrases"
# Between the words of a phrase this stands for up to so many characters: six to eight words.
GAP = "…"
MAX_GAP = 50


@dataclass(frozen=True, slots=True)
class Phrase:
    """One ``[[phrase]]`` entry: where it stands, on lines of how many words, and its proof."""

    id: str
    match: str
    drop: tuple[str, ...]
    keep: tuple[str, ...]
    where: Where = Where.WHOLE
    words: int = 12
    strength: Strength = Strength.HINT


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """All that the phrase files say."""

    listed: tuple[Listed, ...]
    rules: tuple[Rule, ...]


@cache
def standard() -> Phrasebook:
    """The phrases that come with cleancopy; English first, so that its listings win."""
    files = sorted(FOLDER.glob("*/*.toml"), key=lambda path: (path.parent.name != "en", path))
    books = [load(path) for path in files]
    return Phrasebook(
        tuple(line for book in books for line in book.listed),
        tuple(rule for book in books for rule in book.rules),
    )


def load(path: Path) -> Phrasebook:
    """The phrases of one file, named for its category.

    Raises:
        BadRule: the file cannot be read, or an entry is not as it should be.
    """
    origin = (Path(path.parent.name) / path.name).as_posix()
    if path.stem not in set(Category):
        raise BadRule(f"{origin}: a file of phrases is named for one of {', '.join(Category)}")
    category = Category(path.stem)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as problem:
        raise BadRule(f"{origin}: {problem}; see another file of phrases/ for the form") from None
    _only(table, {"lines", "phrase"}, origin)
    listed = tuple(_listed(table.get("lines", {}), category, origin))
    return Phrasebook(
        listed,
        tuple(_rule(_phrase(row, origin), category, origin) for row in table.get("phrase", ())),
    )


def _only(table: Mapping[str, object], known: Iterable[str], place: str) -> None:
    if unknown := sorted(set(table) - set(known)):
        raise BadRule(f"{place}: unknown key '{unknown[0]}'; use one of {sorted(known)}")


def _listed(lists: Mapping[str, str], category: Category, origin: str) -> Iterator[Listed]:
    _only(lists, tuple(Strength), f"{origin}: [lines]")
    for name, text in lists.items():
        strength = Strength(name)
        rule = listed_as(category, strength)
        for line in filter(None, map(str.strip, text.splitlines())):
            because = f"the line “{line}” {category.says}"
            yield Listed(line, rule, category, strength, because)


def _phrase(row: Mapping[str, object], origin: str) -> Phrase:
    place = f"{origin}: phrase '{row.get('id', row.get('match', '?'))}'"
    _only(row, (field.name for field in fields(Phrase)), place)
    for key in ("id", "match", "drop", "keep"):
        if not row.get(key):
            raise BadRule(f"{place} has no {key}; add one")
    if (where := row.get("where", "whole")) not in tuple(Where):
        raise BadRule(f"{place} has where = '{where}'; use whole, starts, ends or anywhere")
    if row.get("strength", "hint") not in tuple(Strength):
        raise BadRule(f"{place} has strength = '{row['strength']}'; use sure or hint")
    if not isinstance(words := row.get("words", 12), int):
        raise BadRule(f"{place} has words = '{words}'; use a number")
    return Phrase(
        str(row["id"]),
        str(row["match"]),
        _examples(row["drop"], f"{place}: drop"),
        _examples(row["keep"], f"{place}: keep"),
        Where(str(where)),
        words,
        Strength(str(row.get("strength", "hint"))),
    )


def _examples(value: object, place: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise BadRule(f'{place} is not a list of texts; write ["…"]')
    return tuple(value)


def _rule(phrase: Phrase, category: Category, origin: str) -> Rule:
    if not phrase.id.startswith(f"{category}."):
        raise BadRule(f"{origin}: phrase '{phrase.id}' must be called '{category}.…'")
    words = re.findall(r"\w[\w'&-]*", phrase.match.lower())
    if not words:
        raise BadRule(f"{origin}: phrase '{phrase.id}' matches no word; give it one")
    where = phrase.where
    if where is Where.WHOLE or (where is Where.ENDS and GAP in phrase.match):
        where = Where.ANYWHERE
    cue = {Where.STARTS: words[0], Where.ENDS: words[-1]}.get(where) or max(words, key=len)
    return Rule(
        phrase.id,
        phrase.strength,
        f"“{phrase.match}” {category.says}",
        _finder(phrase),
        frozenset({cue}),
        phrase.drop,
        phrase.keep,
        where,
        phrase.words,
        origin=origin,
    )


def _finder(phrase: Phrase) -> Finder:
    words = re.escape(phrase.match.replace("'", "’")).replace("’", "['’]").replace(r"\ ", r"\s+")
    inner = words.replace(r"\s+…\s+", rf"\s.{{0,{MAX_GAP}}}?\b").replace("…", rf".{{0,{MAX_GAP}}}?")
    before = "" if phrase.where in (Where.ENDS, Where.ANYWHERE) else r"\A\W*"
    after = r"\W*\Z" if phrase.where in (Where.WHOLE, Where.ENDS) else ""
    bound = r"(?<!\w)", r"(?!\w)"
    search = re.compile(
        f"{before}{bound[0]}{inner}{bound[1] if inner[-1:].isalnum() else ''}{after}",
        re.IGNORECASE,
    ).search

    def find(text: str) -> Iterable[Span]:
        return ((0, len(text)),) if search(text) else ()

    return find
