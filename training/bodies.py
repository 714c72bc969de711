"""The bodies that verdicts on examples leave: how right they are, and as a file."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training import made, quality
from training.examples import Examples
from training.score import PageScore, Score, grouped, page_score


def bodies_of(examples: Examples, kept: NDArray[np.bool_]) -> list[str]:
    """The body of each page that these verdicts leave."""
    texts = examples.texts
    return [
        "\n\n".join(texts[row] for row in examples.rows([page]) if kept[row])
        for page in range(len(examples.samples))
    ]


def measured(examples: Examples, bodies: Sequence[str]) -> dict[str, Score]:
    """The scores by variant and by data set; doubtful pages and bodies alone are left out."""
    scores: list[tuple[str, PageScore]] = []
    for page in quality.pages_measured(examples):
        sample = examples.samples[page]
        score = page_score(sample.gold, bodies[page])
        scores += [(name, score) for name in ("all", sample.variant, sample.dataset) if name]
    return grouped(scores)


def write_bodies(path: Path, examples: Examples, bodies: Sequence[str]) -> None:
    """The bodies as JSON lines, one a page."""
    with path.open("w", encoding="utf-8") as file:
        for sample, body in zip(examples.samples, bodies, strict=True):
            if sample.variant not in made.MADE:
                row = {"id": sample.id, "variant": sample.variant, "body": body}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
