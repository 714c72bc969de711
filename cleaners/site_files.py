"""The file of a site profile: TOML that people write by hand and review; what its lines mean to the
judge belongs to `cleaners.sites`.
"""

import json
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date

from cleaners.errors import BadRule
from cleaners.model import Category, Fields, SiteLine, SitePhrase, SiteProfile, Where, Zone


def load(text: str, name: str = "profile") -> SiteProfile:
    """The profile that a TOML text holds.

    Raises:
        BadRule: the text is not TOML, or says something that no profile says.
    """
    try:
        table = tomllib.loads(text)
        learned = table.pop("learned", {})
        html = table.pop("html", {})
        profile = SiteProfile(
            site=table.pop("site"),
            pinned=tuple(table.pop("pinned", ())),
            forbidden=tuple(table.pop("forbidden", ())),
            phrases=tuple(_phrase(row) for row in table.pop("phrase", ())),
            drop=tuple(html.pop("drop", ())),
            keep=tuple(html.pop("keep", ())),
            fields=tuple(sorted(html.pop("fields", {}).items())),
            version=learned.pop("version", 0),
            expires=learned.pop("expires", None),
            stories=learned.pop("stories", 0),
            learned=tuple(_line(row) for row in learned.pop("line", ())),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise BadRule(f"{name}: {problem}; see docs/operations.md for the format") from problem
    for place, left in (("", table), ("[html] ", html), ("[learned] ", learned)):
        if left:
            raise BadRule(f"{name}: {place}no profile has {', '.join(left)}; remove it")
    if unknown := {name for name, _ in profile.fields} - set(Fields.__slots__):
        raise BadRule(f"{name}: no article has the field {', '.join(sorted(unknown))}")
    return profile


def _phrase(row: Mapping[str, str]) -> SitePhrase:
    return SitePhrase(
        row["text"],
        Where(row.get("where", Where.WHOLE)),
        Category(row.get("category", Category.FURNITURE)),
    )


def _line(row: Mapping[str, object]) -> SiteLine:
    match row:
        case {
            "text": str(text),
            "seen": int(seen),
            "place": str(place),
            "words_beyond": int(words_beyond),
            "first": date() as first,
            "last": date() as last,
        }:
            return SiteLine(text, seen, Zone(place), words_beyond, first, last)
    raise ValueError(f"a learned line lacks a value, or has one of another type: {row}")


# The order of a profile's file; what people write comes first.
_HEAD = """\
# {site}: what people say of this site, then what was learned from its pages. Lines are compared
# with single spaces and {{n}} for any number. Learning again replaces [learned] and nothing else.
"""


def dump(profile: SiteProfile) -> str:
    """The profile as a TOML text that people can review."""
    parts = [_HEAD.format(site=profile.site), f"site = {_toml(profile.site)}\n"]
    parts += [
        _list(name, lines)
        for name, lines in (("pinned", profile.pinned), ("forbidden", profile.forbidden))
        if lines
    ]
    parts += [
        f"\n[[phrase]]\ntext = {_toml(a.text)}\nwhere = {_toml(a.where)}\n"
        f"category = {_toml(a.category)}\n"
        for a in profile.phrases
    ]
    if profile.drop or profile.keep or profile.fields:
        parts += ["\n[html]\n", _list("drop", profile.drop), _list("keep", profile.keep)]
        parts += [f"fields.{name} = {_toml(selector)}\n" for name, selector in profile.fields]
    if profile.learned:
        parts.append(f"\n[learned]\nversion = {profile.version}\nstories = {profile.stories}\n")
        parts += [f"expires = {profile.expires}\n"] if profile.expires else []
    return "".join([*parts, *map(_learned_table, profile.learned)])


def _learned_table(line: SiteLine) -> str:
    return (
        f"\n[[learned.line]]\ntext = {_toml(line.text)}\nseen = {line.seen}\n"
        f"place = {_toml(line.place)}\nwords_beyond = {line.words_beyond}\n"
        f"first = {line.first}\nlast = {line.last}\n"
    )


def _list(name: str, texts: Sequence[str]) -> str:
    rows = "".join(f"    {_toml(text)},\n" for text in texts)
    return f"{name} = [\n{rows}]\n" if rows else ""


def _toml(text: str) -> str:
    """A basic string; JSON escapes what TOML wants escaped, but for the delete character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
