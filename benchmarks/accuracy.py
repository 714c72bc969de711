"""How right the bodies are, beside what people use today: ``python -m benchmarks.accuracy DATA``.

DATA is a folder of JSON lines (id, domain, raw, gold, variant). Our own figures are fair only out
of fold: hand the bodies that ``python -m training --bodies FILE`` wrote over with ``--bodies``.
"""

import html
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import typer

from cleaners import clean_many
from training.pages import Sample, read
from training.score import Score, grouped, page_score

Cleaner = Callable[[str], str]

# The rules of C4: lines end in punctuation, have five words, and none of the known giveaways.
_C4_ENDS = (".", "!", "?", '"', "”", "’")
_C4_MIN_WORDS = 5
_C4_GIVEAWAYS = re.compile(r"javascript|lorem ipsum|privacy policy|terms of use|cookie", re.I)
# The rules of Gopher that can be asked of a line.
_MAX_SYMBOLS_A_WORD = 0.1
_MIN_SHARE_OF_WORDS_WITH_LETTERS = 0.8
_MIN_COMMON_WORDS = 2
_COMMON = frozenset("the be to of and that have with".split())


def keep_everything(raw: str) -> str:
    """The text as the scraper left it."""
    return raw


def c4(raw: str) -> str:
    """The line rules of the C4 corpus, with curly quotes allowed at the end."""
    return "\n".join(
        line
        for line in raw.splitlines()
        if line.rstrip().endswith(_C4_ENDS)
        and len(line.split()) >= _C4_MIN_WORDS
        and not _C4_GIVEAWAYS.search(line)
    )


def gopher(raw: str) -> str:
    """The rules of Gopher, line by line."""
    return "\n".join(line for line in raw.splitlines() if _passes_gopher(line.split()))


def _passes_gopher(words: list[str]) -> bool:
    if not words:
        return False
    lettered = sum(any(c.isalpha() for c in word) for word in words)
    symbols = sum(word.count("#") + word.count("…") for word in words)
    common = len(_COMMON & {word.lower() for word in words})
    return (
        symbols <= _MAX_SYMBOLS_A_WORD * len(words)
        and lettered >= _MIN_SHARE_OF_WORDS_WITH_LETTERS * len(words)
        and common >= _MIN_COMMON_WORDS
    )


def _as_page(raw: str) -> str:
    paragraphs = (f"<p>{html.escape(line)}</p>" for line in raw.splitlines() if line.strip())
    return f"<html><body><article>{''.join(paragraphs)}</article></body></html>"


def trafilatura(raw: str) -> str:
    """trafilatura on the lines as paragraphs of a page."""
    from trafilatura import extract

    return extract(_as_page(raw), include_comments=False) or ""


def resiliparse(raw: str) -> str:
    """resiliparse on the lines as paragraphs of a page."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(_as_page(raw), main_content=True))


RIVALS: dict[str, Cleaner] = {
    "keep everything": keep_everything,
    "C4 line rules": c4,
    "Gopher line rules": gopher,
    "trafilatura": trafilatura,
    "resiliparse": resiliparse,
}


def main(
    data: Annotated[Path, typer.Argument(help="Folder of .jsonl(.gz) files.")],
    bodies: Annotated[Path | None, typer.Option(help="Our bodies, made out of fold.")] = None,
    plot: Annotated[Path | None, typer.Option(help="Write a bar chart here.")] = None,
    limit: Annotated[int | None, typer.Option(help="Only so many pages.")] = None,
) -> None:
    """Print a table of F1 by variant, one row a cleaner."""
    samples = [sample for sample in read(data) if not sample.doubtful][:limit]
    table = {name: _scored(samples, map(call, _raws(samples))) for name, call in RIVALS.items()}
    name = "cleancopy, out of fold" if bodies else "cleancopy (has seen these pages)"
    table[name] = _scored(samples, _saved(bodies, samples) if bodies else _ours(samples))
    variants = [*sorted({sample.variant for sample in samples}), "all"]
    typer.echo(f"{'':34}" + "".join(f"{variant:>24}" for variant in variants))
    for row, scores in table.items():
        typer.echo(f"{row:34}" + "".join(_cell(scores[variant]) for variant in variants))
    if plot:
        _draw(table, variants, plot)


def _raws(samples: Iterable[Sample]) -> Iterable[str]:
    return (sample.raw for sample in samples)


def _ours(samples: Iterable[Sample]) -> Iterable[str]:
    return (article.body for article in clean_many(_raws(samples), kind="text"))


def _saved(path: Path, samples: Iterable[Sample]) -> Iterable[str]:
    with path.open(encoding="utf-8") as lines:
        rows = map(json.loads, lines)
        saved = {(row["id"], row.get("variant", "")): row["body"] for row in rows}
    return (saved.get((sample.id, sample.variant), "") for sample in samples)


def _scored(samples: Iterable[Sample], bodies: Iterable[str]) -> dict[str, Score]:
    scores = []
    for sample, body in zip(samples, bodies, strict=True):
        score = page_score(sample.gold, body)
        scores += [(sample.variant, score), ("all", score)]
    return grouped(scores)


def _cell(score: Score) -> str:
    return f"{score.precision:10.3f}/{score.recall:.3f}/{score.f1:.3f} "


def _draw(table: dict[str, dict[str, Score]], variants: list[str], path: Path) -> None:
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(9, 4))
    width = 0.8 / len(table)
    for place, (name, scores) in enumerate(table.items()):
        lefts = [number + place * width for number in range(len(variants))]
        axes.bar(lefts, [scores[variant].f1 for variant in variants], width, label=name)
    axes.set_xticks([number + 0.4 for number in range(len(variants))], variants)
    axes.set_ylim(0.6, 1)
    axes.set_ylabel("F1 of 4-word shingles")
    axes.legend(fontsize=7)
    figure.savefig(path, dpi=150, bbox_inches="tight")


if __name__ == "__main__":
    typer.run(main)
