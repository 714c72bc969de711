"""``python -m training --data DIR``: from checked pages to the judge's model file."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import Annotated

import typer

from cleaners.judge.models import TEXT_FILE
from training import folds, invented, judge, made, pages, quality, reflow
from training.bodies import bodies_of, measured, write_bodies
from training.examples import Examples, gather
from training.net import Schooling
from training.score import page_score

# Pages made and written tell more of words than the defaults take in: the squared error of the
# probabilities fell from .060 to .057 on two folds; F1 was the same.
SCHOOLING = Schooling(term_channels=24, forgotten_terms=0.5)


def main(
    data: Annotated[Path, typer.Option(help="Folder of .jsonl(.gz) files: id, domain, raw, gold.")],
    out: Annotated[Path, typer.Option(help="Where to write the model.")] = TEXT_FILE,
    bodies: Annotated[Path | None, typer.Option(help="Write the out-of-fold bodies here.")] = None,
    report: Annotated[Path | None, typer.Option(help="Write the figures here, as JSON.")] = None,
    threads: Annotated[int, typer.Option(help="Processor threads.")] = Schooling().threads,
) -> None:
    """Train the judge on checked pages, and say on folds of sites how good it is."""
    schooling = replace(SCHOOLING, threads=threads)
    samples = list(pages.read(data))
    written = list(invented.samples())
    more = [*made.enriched(samples, written), *made.estranged(samples)]
    learnt = [*samples, *made.of(samples), *written, *made.of(written), *more]
    examples = gather(learnt, reflow.nets_of_folds(samples))
    typer.echo(f"{len(examples.samples)} pages, {len(examples.goal)} paragraphs")
    known = folds.out_of_fold(judge.TextCourse(examples), schooling)
    model = judge.final(examples, schooling, known)
    odds = judge.leant(examples, known.odds)
    texts = bodies_of(examples, odds > 0)
    tell(examples, texts, report)
    counted = quality.pages_measured(examples)
    scores = [page_score(examples.samples[page].gold, texts[page]) for page in counted]
    promises = quality.promises(examples, odds)
    promised = [promises[page] for page in counted]
    calibration = quality.calibrate(promised, scores)
    for name, count, said, was in quality.reliability(promised, scores, calibration):
        typer.echo(f"quality {name}: {count:5d} pages, said {said:.3f}, was {was:.3f}")
    if bodies:
        write_bodies(bodies, examples, texts)
    replace(model, calibration=calibration).save(out)
    typer.echo(f"{out}: {out.stat().st_size / 1e6:.1f} MB, {process_time():.0f} s of processor")


def tell(examples: Examples, bodies: Sequence[str], report: Path | None) -> None:
    """Print the scores of the bodies, and write them to a file when one is given."""
    figures = measured(examples, bodies)
    for name, score in figures.items():
        typer.echo(f"{name:24s} {score}")
    if report:
        report.write_text(json.dumps({k: v.f1 for k, v in figures.items()}, indent=1))


if __name__ == "__main__":
    typer.run(main)
