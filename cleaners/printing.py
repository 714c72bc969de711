"""Where the command puts bodies and ledgers: the screen, a folder of files, or lines of JSON."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from os.path import commonpath
from pathlib import Path
from typing import BinaryIO

from cleaners import ledger
from cleaners.article import Article

Put = Callable[[str, Article], None]


class Format(StrEnum):
    """How cleaned documents are printed."""

    TEXT = "text"
    JSONL = "jsonl"
    MARKDOWN = "markdown"


class Misuse(Exception):
    """The command was asked for what cannot be done."""


@contextmanager
def open_output(form: Format, out: Path | None, sources: Sequence[str]) -> Iterator[Put]:
    """What takes each article and prints it where the user wants it."""
    if form is Format.JSONL:
        with _opened(out) as file:
            yield lambda source, article: _write(file, _json(row(source, article)))
    elif out is None:
        yield _on_screen(many=len(sources) > 1)
    else:
        yield _in_folder(out, ".md" if form is Format.MARKDOWN else ".txt", sources)


@contextmanager
def open_ledger(file: Path | None) -> Iterator[Put]:
    """What takes each article and writes the entries of its ledger as lines of JSON."""
    if file is None:
        yield lambda source, article: None
        return
    with _opened(file) as opened:

        def enter(source: str, article: Article) -> None:
            for entry in ledger.entries(article):
                _write(opened, _json({"id": source, **asdict(entry)}))

        yield enter


def row(source: str, article: Article) -> dict[str, object]:
    """An article as one flat record; ``removed`` counts its dropped lines by category."""
    dropped = Counter(v.category or "unlabelled" for v in article.verdicts if not v.kept)
    return {
        "id": source,
        "status": article.status,
        "quality": round(article.quality, 3),
        **asdict(article.fields),
        "body": article.body,
        "removed": dict(dropped),
        "edits": len(article.edits),
        "notes": article.page.notes,
    }


def _on_screen(many: bool) -> Put:
    def put(source: str, article: Article) -> None:
        if article.body:
            head = f"==> {source} <==\n" if many else ""
            _write(sys.stdout.buffer, head + article.body + ("\n" if many else ""))

    return put


def _in_folder(out: Path, suffix: str, sources: Sequence[str]) -> Put:
    targets = _targets(out, suffix, sources)

    def put(source: str, article: Article) -> None:
        if article.body:
            targets[source].parent.mkdir(parents=True, exist_ok=True)
            with targets[source].open("wb") as file:
                _write(file, article.body)

    return put


def _targets(out: Path, suffix: str, sources: Sequence[str]) -> dict[str, Path]:
    """The file for each source: the tree of the sources, laid out anew under the folder.

    Raises:
        Misuse: a body would be written over the raw page that it came from.
    """
    real = {source: Path(source).resolve() for source in sources}
    root = Path(commonpath([path.parent for path in real.values()])) if real else Path()
    targets = {}
    for source, path in real.items():
        name = path.relative_to(root)
        same = path.suffix.lower() == suffix
        targets[source] = out / (name if same else name.with_name(f"{name.name}{suffix}"))
        if targets[source].resolve() in real.values():
            raise Misuse(f"{targets[source]} is a raw page; give --out another folder")
    return targets


@contextmanager
def _opened(file: Path | None) -> Iterator[BinaryIO]:
    if file is None:
        yield sys.stdout.buffer
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as opened:
        yield opened


def _write(file: BinaryIO, text: str) -> None:
    # A lone surrogate cannot be written as UTF-8; spelt out, it is not lost, and it is valid JSON.
    file.write(text.encode("utf-8", "backslashreplace") + b"\n")


def _json(record: dict[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False)
