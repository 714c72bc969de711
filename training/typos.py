"""Grows the trees that weigh the readings of unknown words.

    python -m training.typos --data DIR     # writes cleaners/typos/data/en.weights.gz

The texts are professional ones, taken as right: what their unknown words could be read as is wrong.
The same texts with typos made on purpose (`training.damage`) show which readings are right.
"""

import gzip
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Annotated, Any

import lightgbm
import numpy as np
import typer
from numpy.typing import NDArray

from cleaners.typos import lexicon
from cleaners.typos.cases import cases_of, features_of
from cleaners.typos.copy import Copy
from cleaners.typos.features import AROUND, JOIN, SPELLING, SPLIT
from cleaners.typos.occurrences import Occurrence
from cleaners.typos.readings import Reading
from cleaners.typos.vocabulary import vocabulary_of
from cleaners.typos.weights import FILE
from training import pages
from training.damage import Damage, damaged

FEATURES = {
    "spelling": AROUND + SPELLING,
    "split": AROUND + SPLIT,
    "join": AROUND + JOIN,
}
SEED = 1
# A correct word changed weighs as much as eight typos left; less gave more harm on other folds.
WEIGHT_OF_PRINT = 8.0
# How likely a reading must be to count as found; the repair asks more or less by the kind of slip.
BAR = 0.8
# Chosen on folds of texts: slow steps found one typo in 200 more than 120 quick ones, deeper trees
# found none.
GROWTH = {
    "objective": "binary",
    "num_leaves": 8,
    "learning_rate": 0.05,
    "min_data_in_leaf": 20,
    "lambda_l2": 5,
    "feature_fraction": 0.7,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "num_threads": 1,
    "seed": SEED,
    "verbose": -1,
}
TREES = 300

Found = tuple[Occurrence, Reading, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Text:
    """A text to learn from; ``errors`` are the places of the errors that it was printed with."""

    id: str
    text: str
    errors: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """The features of a reading; ``printed`` where the word stands in the text as published."""

    kind: str
    features: tuple[float, ...]
    right: bool
    printed: bool
    fold: int


def main(
    data: Annotated[Path, typer.Option(help="Folder of .jsonl(.gz) files: id, text, real.")],
    out: Annotated[Path, typer.Option(help="Where to write the trees.")] = FILE,
    texts: Annotated[int | None, typer.Option(help="Use only so many texts.")] = None,
    trees: Annotated[int, typer.Option(help="Trees for each kind of reading.")] = TREES,
) -> None:
    """Grow the trees on texts that are right, and say on folds of texts how good they are."""
    chance = Random(SEED)
    examples = [row for text in list(read(data))[:texts] for row in examples_of(text, chance)]
    examples.sort(key=lambda example: example.kind)
    rows: list[str] = []
    for kind, group in groupby(examples, key=lambda example: example.kind):
        of_kind = list(group)
        typer.echo(f"{kind}: {measured(of_kind, trees)}")
        grown = grow(of_kind, trees).dump_model()["tree_info"]
        rows += [f"{kind} {packed(tree['tree_structure'])}" for tree in grown]
    out.write_bytes(gzip.compress("\n".join(rows).encode(), 9, mtime=0))


def read(folder: Path) -> Iterator[Text]:
    """The texts of a folder, in the order of names; rows without a ``text`` are passed over."""
    for row in pages.rows(folder):
        if "text" in row:
            errors = tuple((error["start"], error["end"]) for error in row.get("real", ()))
            yield Text(row["id"], row["text"], errors)


def examples_of(text: Text, chance: Random) -> Iterator[Example]:
    """Every reading of the unknown words of a text as printed, and of the typos made in it."""
    words = lexicon.of("en")
    assert words is not None
    fold = pages.fold_of(text.id)
    for occurrence, reading, features in readings_in(text.text, words):
        if not any(
            start - 1 <= occurrence.end and occurrence.start <= end + 1
            for start, end in text.errors
        ):
            yield Example(reading.kind, features, False, True, fold)
    wrong, damages = damaged(text.text, words, chance)
    for occurrence, reading, features in readings_in(wrong, words, damages):
        hit = next(
            (d for d in damages if d.start <= occurrence.start and occurrence.end <= d.end), None
        )
        if hit:
            right = is_right(occurrence, reading, hit)
            yield Example(reading.kind, features, right, False, fold)


def is_right(occurrence: Occurrence, reading: Reading, damage: Damage) -> bool:
    """Whether a reading undoes the damage, and the whole of it."""
    whole = (occurrence.start, occurrence.end) == (damage.start, damage.end)
    return reading.after == damage.right.lower() and (whole or reading.kind == "join")


def readings_in(
    text: str, known: lexicon.Lexicon, damages: Sequence[Damage] | None = None
) -> Iterator[Found]:
    """Every reading that the repair would weigh, with its features; of the words of the damages
    only, if given.
    """
    copy = Copy(text, "en", known)
    words = vocabulary_of(copy)
    if words is None:
        return
    for case in cases_of(copy, words):
        hurt = damages is None or any(
            d.start <= case.occurrence.start and case.occurrence.end <= d.end for d in damages
        )
        if hurt:
            for reading, features in zip(case.readings, features_of(case, words), strict=True):
                yield case.occurrence, reading, features


def grow(examples: Sequence[Example], trees: int) -> lightgbm.Booster:
    """Trees that tell right readings of one kind from wrong ones."""
    right = np.array([example.right for example in examples], float)
    weight = np.where([example.printed for example in examples], WEIGHT_OF_PRINT, 1.0)
    table = lightgbm.Dataset(_features(examples), right, weight=weight)
    return lightgbm.train(GROWTH, table, num_boost_round=trees)


def _features(examples: Sequence[Example]) -> NDArray[np.float64]:
    features = np.array([example.features for example in examples], float)
    assert features.shape[1] == len(FEATURES[examples[0].kind])
    return features


def measured(examples: Sequence[Example], trees: int) -> str:
    """In words, what trees grown on the other folds find, and what they would harm."""
    found = harm = 0
    bar = BAR
    for fold in {example.fold for example in examples}:
        unseen = [example for example in examples if example.fold == fold]
        others = [example for example in examples if example.fold != fold]
        if not others:
            return "too few texts to measure"
        chances = np.asarray(grow(others, trees).predict(_features(unseen)))
        for example in (e for e, chance in zip(unseen, chances, strict=True) if chance >= bar):
            found += example.right
            harm += example.printed
    right = sum(example.right for example in examples)
    return f"{found} of {right} typos found, {harm} of {len(examples)} readings would harm print"


def packed(node: Mapping[str, Any]) -> str:
    """A tree as `cleaners.typos.weights` reads it."""
    if "leaf_value" in node:
        return f"{node['leaf_value']:.4g}"
    assert node["decision_type"] == "<="
    question = f"? {node['split_feature']} {node['threshold']:.6g}"
    return f"{question} {packed(node['left_child'])} {packed(node['right_child'])}"


if __name__ == "__main__":
    typer.run(main)
