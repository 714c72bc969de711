"""``python -m training.reflow --data DIR``: from pages as several scrapers print them to the net
that joins torn lines.
"""

from collections.abc import Sequence
from pathlib import Path
from time import process_time
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray

from cleaners.arrays.net import Net
from cleaners.reflow.features import sheet_of
from cleaners.reflow.seams import FILE
from training import pages, seams, terms
from training.net import Lesson, Schooling, teach
from training.pages import FOLDS, Sample, fold_of
from training.seams import Torn

# Chosen on folds: a net with more channels, layers or rounds learns the sites by heart.
SCHOOLING = Schooling(channels=32, term_channels=8, depth=3, forgotten_terms=0.5, share=0.3)
# A word that begins or ends lines on fewer sites says more of a site than of writing.
MIN_SITES_OF_A_TERM = 30


def main(
    data: Annotated[Path, typer.Option(help="Folder of .jsonl(.gz): id, domain, variant, raw.")],
    out: Annotated[Path, typer.Option(help="Where to write the net.")] = FILE,
) -> None:
    """Train the net that joins lines, and say on folds of sites how often it is right."""
    torn = list(seams.of(list(pages.read(data))))
    lesson = lesson_of(torn)
    typer.echo(f"{len(torn)} pages, {len(lesson.goal)} lines, {process_time():.0f} s of processor")
    tell(torn, joined(torn, _of_folds(torn, lesson)))
    net = teach(lesson, np.flatnonzero(np.diff(lesson.bounds)), SCHOOLING)
    np.savez_compressed(out, allow_pickle=False, **net.arrays())
    typer.echo(f"{out}: {out.stat().st_size / 1e6:.2f} MB, {process_time():.0f} s of processor")


def nets_of_folds(samples: Sequence[Sample]) -> list[Net]:
    """For each fold of sites a net that never saw it; none where no scraper left a page whole."""
    torn = list(seams.of(samples))
    return _of_folds(torn, lesson_of(torn)) if torn else []


def _of_folds(torn: Sequence[Torn], lesson: Lesson) -> list[Net]:
    fold = np.array([fold_of(page.sample.domain) for page in torn])
    filled = np.diff(lesson.bounds) > 0
    return [teach(lesson, np.flatnonzero(filled & (fold != k)), SCHOOLING) for k in range(FOLDS)]


def joined(torn: Sequence[Torn], nets: Sequence[Net]) -> NDArray[np.bool_]:
    """Which lines of all pages go on, as those nets say that never saw the site."""
    odds = [
        nets[fold_of(page.sample.domain)].log_odds(sheet_of([page.lines]))
        for page in torn
        if len(page.lines)
    ]
    return np.concatenate(odds) > 0


def lesson_of(torn: Sequence[Torn]) -> Lesson:
    """What the pages teach."""
    sheet = sheet_of([page.lines for page in torn])
    number = {domain: n for n, domain in enumerate({page.sample.domain for page in torn})}
    sites = [number[page.sample.domain] for page in torn]
    site = np.repeat(np.array(sites), np.diff(sheet.bounds))
    known = terms.of_sites(sheet.hashes, sheet.row, site, MIN_SITES_OF_A_TERM)
    goal = np.concatenate([page.goes_on for page in torn]).astype(np.float32)
    weight = np.concatenate([page.weight for page in torn])
    return Lesson(sheet.table, known, goal, sheet.words, sheet.bounds, weight)


def tell(torn: Sequence[Torn], joined: NDArray[np.bool_]) -> None:
    """Print how many joins in prose are right, and how many of those to make are made."""
    truth = np.concatenate([page.goes_on for page in torn])
    prose = np.concatenate([page.weight for page in torn]) == 1
    scraper = np.repeat([page.sample.variant for page in torn], [len(p.lines) for p in torn])
    for name in sorted(set(scraper.tolist())):
        rows = prose & (scraper == name)
        right = int((joined & truth & rows).sum())
        made, wanted = max(int((joined & rows).sum()), 1), max(int((truth & rows).sum()), 1)
        typer.echo(
            f"{name:12s} precision {right / made:.3f}  recall {right / wanted:.3f}  {wanted}"
        )


if __name__ == "__main__":
    typer.run(main)
