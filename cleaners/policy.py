"""A policy from what a user writes: ``caption=keep,byline=drop``, or the same as TOML."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace

from cleaners.errors import BadPolicy
from cleaners.model import Policy


def parse(text: str) -> Policy:
    """The policy that a short list or a TOML text asks for.

    Raises:
        BadPolicy: a category, a treatment or a setting that does not exist.

    >>> parse("caption=keep, byline=drop") == Policy.of({"caption": "keep", "byline": "drop"})
    True
    """
    if "\n" in text or '"' in text:
        try:
            return of(tomllib.loads(text))
        except tomllib.TOMLDecodeError as problem:
            raise BadPolicy(f"not TOML: {problem}") from problem
    pairs = [part.partition("=") for part in text.split(",") if part.strip()]
    return of({name.strip(): value.strip() for name, _, value in pairs})


def of(table: Mapping[str, object]) -> Policy:
    """The policy of a table of categories with their treatments, ``output`` and ``min_kept``.

    Raises:
        BadPolicy: as `parse`.
    """
    settings = dict(table)
    output = settings.pop("output", Policy().output)
    min_kept = settings.pop("min_kept", Policy().min_kept)
    if output != "text" and output != "markdown":
        raise BadPolicy(f"output is {output!r}; it can be text or markdown")
    return replace(Policy.of(settings, output), min_kept=_share(min_kept))


def _share(value: object) -> float:
    try:
        share = float(str(value))
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise BadPolicy(f"min_kept is {value!r}; it is a share from 0 to 1")
    return share
