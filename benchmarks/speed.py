"""``python -m benchmarks.speed DIR``: HTML pages a second, ours beside other extractors.

Ours is measured page by page, as the others are, and in batches, as a run cleans.

All extractors clean the same pages, in the same process, one after the other on one core; the
order of the runs alternates, and the median run counts. DIR holds .jsonl(.gz) files with the
fields ``html`` and ``url``.
"""

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Annotated

import typer

from cleaners import clean, clean_many
from cleaners.model import Document, Engine
from training.pages import rows

Page = tuple[str, str | None]
Extractor = Callable[[Sequence[Page]], object]


@dataclass(frozen=True, slots=True)
class Run:
    """One pass over all pages, in seconds."""

    processor: float
    wall: float


def main(
    data: Annotated[Path, typer.Argument(help="Folder of .jsonl(.gz) files.")],
    pages: Annotated[int, typer.Option(help="Pages, spread evenly over the files.")] = 100,
    runs: Annotated[int, typer.Option(help="Runs of each extractor.")] = 3,
) -> None:
    """Measure and print a table."""
    found = [(row["html"], row.get("url")) for row in rows(data)]
    chosen = found[:: max(len(found) // pages, 1)][:pages]
    megabytes = sum(len(html) for html, _ in chosen) / 1e6
    typer.echo(f"{len(chosen)} pages, {megabytes / len(chosen) * 1000:.0f} kB each")
    extractors = _extractors()
    times: dict[str, list[Run]] = {name: [] for name in extractors}
    for extract in extractors.values():
        _run(extract, chosen[:5])
    for number in range(runs):
        names = list(extractors) if number % 2 == 0 else list(reversed(extractors))
        for name in names:
            times[name].append(_run(extractors[name], chosen))
    typer.echo(f"{'extractor':22s} {'pages/s (cpu)':>14s} {'pages/s (wall)':>15s} {'MB/s':>7s}")
    for name, done in times.items():
        cpu, wall = (median(getattr(run, kind) for run in done) for kind in ("processor", "wall"))
        typer.echo(
            f"{name:22s} {len(chosen) / cpu:14.1f} {len(chosen) / wall:15.1f}"
            f" {megabytes / cpu:7.1f}"
        )


def _run(extract: Extractor, pages: Sequence[Page]) -> Run:
    processor, wall = time.process_time(), time.perf_counter()
    extract(pages)
    return Run(time.process_time() - processor, time.perf_counter() - wall)


def _each(extract: Callable[[str, str | None], object]) -> Extractor:
    """One page after the other."""
    return lambda pages: deque((extract(html, url) for html, url in pages), maxlen=0)


def _many(engine: Engine) -> Extractor:
    """Ours, of pages that are handed over together."""
    return lambda pages: deque(
        clean_many((Document(html, None, "html", url) for html, url in pages), engine=engine),
        maxlen=0,
    )


def _extractors() -> dict[str, Extractor]:
    """Ours, and those of the others that are installed, each with its default settings."""
    found = {
        "ours, fast": _each(lambda html, url: clean(html, kind="html", url=url, engine="fast")),
        "ours, fast, many": _many("fast"),
        "ours, thorough": _each(lambda html, url: clean(html, kind="html", url=url)),
        "ours, thorough, many": _many("thorough"),
    }
    try:
        import trafilatura

        found["trafilatura"] = _each(
            lambda html, url: trafilatura.extract(html, url=url, include_comments=False)
        )
    except ImportError:
        typer.echo("trafilatura is not installed")
    try:
        from resiliparse.extract.html2text import extract_plain_text

        found["resiliparse"] = _each(lambda html, _: extract_plain_text(html, main_content=True))
    except ImportError:
        typer.echo("resiliparse is not installed")
    try:
        from readability import Document as Readable

        found["readability-lxml"] = _each(lambda html, _: Readable(html).summary())
    except ImportError:
        typer.echo("readability-lxml is not installed")
    return found


if __name__ == "__main__":
    typer.run(main)
