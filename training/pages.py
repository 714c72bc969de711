"""The pages to learn from: a raw text and its body each, from JSON lines."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Sample:
    """A page as a scraper left it, and the body that a person took from it.

    ``variant`` says which scraper; pages of one ``domain`` never stand on both sides of a fold.
    ``doubtful`` marks a body known to be broken.
    """

    id: str
    domain: str
    raw: str
    gold: str
    variant: str = ""
    dataset: str = ""
    doubtful: bool = False


def rows(folder: Path, names: str = "*") -> Iterator[dict[str, Any]]:
    """Every line of the ``.jsonl`` and ``.jsonl.gz`` files of a folder, in the order of names; of
    those of some names, if given.
    """
    for path in sorted([*folder.glob(f"{names}.jsonl"), *folder.glob(f"{names}.jsonl.gz")]):
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def read(folder: Path, field: str = "raw") -> Iterator[Sample]:
    """Every page of a folder."""
    for row in rows(folder):
        yield Sample(
            row["id"],
            row["domain"],
            row[field],
            row["gold"],
            row.get("variant", ""),
            row.get("dataset", ""),
            bool(row.get("doubtful_gold")),
        )


def fold_of(name: str) -> int:
    """The fold of a site or a text: by its name alone, so that every training run splits alike."""
    value = 0
    for byte in name.encode():
        value = (value * 31 + byte) % 1_000_003
    return value % FOLDS
