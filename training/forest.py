"""Training of the judge's forests; the only import of catboost."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from catboost import CatBoostClassifier, Pool
from numpy.typing import NDArray

from cleaners.judge.features import Table
from cleaners.judge.forest import STEPS, Forest

Floats = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Growth:
    """How a forest is grown; the defaults were chosen on folds of sites."""

    trees: int = 300
    depth: int = 6
    rate: float = 0.12
    borders: int = 48
    threads: int = 2
    seed: int = 1


def grow(table: Table, goal: Floats, weight: Floats, growth: Growth) -> Forest:
    """A forest that estimates ``goal`` (0..1) from the columns of a table, one row a paragraph."""
    model = CatBoostClassifier(
        iterations=growth.trees,
        depth=growth.depth,
        learning_rate=growth.rate,
        border_count=growth.borders,
        l2_leaf_reg=5,
        loss_function="CrossEntropy",
        bootstrap_type="Bernoulli",
        subsample=0.5,
        thread_count=growth.threads,
        random_seed=growth.seed,
        allow_writing_files=False,
        verbose=False,
    )
    use = weight > 0
    model.fit(Pool(np.ascontiguousarray(table.values[:, use].T), goal[use], weight=weight[use]))
    return _exported(model, table.names)


def _exported(model: CatBoostClassifier, names: Sequence[str]) -> Forest:
    """The forest's arrays, with only the columns and borders that some tree asks for."""
    trees, bias = _described(model)
    splits = [[(s["float_feature_index"], s["border"]) for s in t["splits"]] for t in trees]
    columns = sorted({column for tree in splits for column, _ in tree})
    borders = [
        np.unique(np.array([b for tree in splits for c, b in tree if c == column], np.float32))
        for column in columns
    ]
    place = {column: number for number, column in enumerate(columns)}
    depth = max(map(len, splits))
    asked = np.zeros((len(splits), depth), np.int64)
    # No level exceeds 255, so that a tree less deep than the others answers no.
    above = np.full((len(splits), depth), 255, np.uint8)
    leaves = np.zeros((len(splits), 1 << depth), np.int32)
    for number, tree in enumerate(splits):
        for level, (column, border) in enumerate(tree):
            asked[number, level] = place[column]
            above[number, level] = np.searchsorted(borders[place[column]], np.float32(border))
        values = np.array(trees[number]["leaf_values"])
        leaves[number, : len(values)] = np.round(values * STEPS)
    used = tuple(names[column] for column in columns)
    return Forest(used, tuple(borders), asked, above, leaves, round(bias * STEPS))


def _described(model: CatBoostClassifier) -> tuple[list[dict[str, Any]], float]:
    """The trees and the bias; catboost tells them through a file only."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "forest.json"
        model.save_model(str(path), format="json")
        described = json.loads(path.read_text())
    scale, bias = described["scale_and_bias"]
    assert scale == 1
    return described["oblivious_trees"], float(bias[0])
