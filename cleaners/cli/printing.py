"""Where the command puts bodies and ledgers: the screen, a folder of files, or lines of JSON."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from os.path import commonpath
from pathlib import Path
from typing import BinaryIO

from cleaners import ledger
from cleaners.article import Article
from cleaners.cli.inputs import Input
from flows.sinks import file_name

Put = Callable[[str, Article], None]


class Format(StrEnum):
    """How cleaned documents are printed."""

    TEXT = "text"
    JSONL = "jsonl"
    MARKDOWN = "markdown"


class Misuse(Exception):
    """The command was asked for what cannot be done."""


@contextmanager
def open_output(form: Format, out: Path | None, inputs: Sequence[Input]) -> Iterator[Put]:
    """What takes each article and prints it where the user wants it."""
    if form is Format.JSONL:
        with _opened(out) as file:
            yield lambda name, article: _write(file, _json(row(name, article)))
    elif out is None:
        yield _on_screen(inputs)
    else:
        yield _in_folder(out, ".md" if form is Format.MARKDOWN else ".txt", inputs)


@contextmanager
def open_ledger(file: Path | None) -> Iterator[Put]:
    """What takes each article and writes the entries of its ledger as lines of JSON."""
    if file is None:
        yield lambda name, article: None
        return
    with _opened(file) as opened:

        def enter(name: str, article: Article) -> None:
            for entry in ledger.entries(article):
                _write(opened, _json({"id": name, **asdict(entry)}))

        yield enter


def row(name: str, article: Article) -> dict[str, object]:
    """An article as one flat record; ``removed`` counts its dropped lines by category."""
    dropped = Counter(v.category or "unlabelled" for v in article.verdicts if not v.kept)
    return {
        "id": name,
        "status": article.status,
        "quality": round(article.quality, 3),
        **asdict(article.fields),
        "body": article.body,
        "removed": dict(dropped),
        "edits": len(article.edits),
        "notes": article.page.notes,
    }


def _on_screen(inputs: Sequence[Input]) -> Put:
    names = {each.name for each in inputs}

    def put(name: str, article: Article) -> None:
        if article.body:
            alone = names == {name}
            _write(
                sys.stdout.buffer, article.body if alone else f"==> {name} <==\n{article.body}\n"
            )

    return put


def _in_folder(out: Path, suffix: str, inputs: Sequence[Input]) -> Put:
    files = _targets(out, suffix, inputs)

    def put(name: str, article: Article) -> None:
        if article.body:
            file = files.get(name) or _target_of_part(name, files, suffix)
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("wb") as opened:
                _write(opened, article.body)

    return put


def _targets(out: Path, suffix: str, inputs: Sequence[Input]) -> dict[str, Path]:
    """The file for each input: their tree, laid out anew under the folder.

    Raises:
        Misuse: a body would be written over the raw page that it came from.
    """
    raws = {each.name: Path(each.file.url if each.file else "stdin").absolute() for each in inputs}
    root = Path(commonpath([raw.parent for raw in raws.values()])) if raws else Path()
    targets = {name: _renamed(out / raw.relative_to(root), suffix) for name, raw in raws.items()}
    for target in targets.values():
        if target.absolute() in raws.values():
            raise Misuse(f"{target} is a raw page; give --out another folder")
    return targets


def _target_of_part(name: str, files: Mapping[str, Path], suffix: str) -> Path:
    """The file for one document of many in a file."""
    file, part = next((f, name[len(f) + 1 :]) for f in files if name.startswith(f"{f}#"))
    return files[file].parent / Path(file).name / file_name(part).replace(".txt", suffix)


def _renamed(path: Path, suffix: str) -> Path:
    """Two raw pages that differ in their suffix only must not become one file."""
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


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
