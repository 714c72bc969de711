"""How many typos are repaired, and what is harmed: ``python -m benchmarks.typos DATA``.

DATA is a folder with two files of JSON lines. ``noisy.jsonl(.gz)`` has clean documents with errors
put in (noisy, edits: start, end, right, kind), ``print.jsonl(.gz)`` professional text to be
left alone (text, real: the errors that it was printed with, alike).
"""

import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from cleaners import repair
from training.pages import rows

if TYPE_CHECKING:
    from symspellpy import SymSpell

Repairer = Callable[[str], str]
PER = 100_000
_PIECE = re.compile(r"\s+|[^\W_]+|[^\w\s]|_")
_WORD = re.compile(r"[A-Za-z]{3,}")


@dataclass(frozen=True, slots=True)
class Error:
    """What stands from ``start`` to ``end`` of a text should be ``right``."""

    start: int
    end: int
    right: str
    kind: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with its errors: those put in, or those it was printed with."""

    text: str
    errors: tuple[Error, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """``text[start:end]`` of a document became ``after``."""

    start: int
    end: int
    after: str


@dataclass(frozen=True, slots=True)
class Score:
    """``fixed`` and ``put_in`` count errors by kind, ``changes`` all changes of the documents with
    errors; ``harmed`` counts changes of ``words`` words of print.
    """

    fixed: Counter[str]
    put_in: Counter[str]
    changes: int
    harmed: int
    words: int
    seconds: float


def cleancopy(text: str) -> str:
    """Our own repair."""
    return repair(text).text


def ftfy(text: str) -> str:
    """ftfy with its default settings."""
    from ftfy import fix_text

    return fix_text(text)


def symspell(text: str) -> str:
    """symspellpy, the likeliest word one slip away, for words in small letters that it misses."""
    from symspellpy import Verbosity

    def corrected(found: re.Match[str]) -> str:
        word = found.group()
        near = (
            _symspell().lookup(word, Verbosity.TOP, max_edit_distance=1) if word.islower() else ()
        )
        return near[0].term if near else word

    return _WORD.sub(corrected, text)


def symspell_segments(text: str) -> str:
    """symspellpy, words in small letters parted where it finds two or more."""

    def parted(found: re.Match[str]) -> str:
        word = found.group()
        known = not word.islower() or word in _symspell().words
        return word if known else _symspell().word_segmentation(word).segmented_string

    return _WORD.sub(parted, text)


@cache
def _symspell() -> "SymSpell":
    from symspellpy import SymSpell

    speller = SymSpell(max_dictionary_edit_distance=1)
    words = resources.files("symspellpy") / "frequency_dictionary_en_82_765.txt"
    speller.load_dictionary(str(words), 0, 1)
    return speller


RIVALS: dict[str, Repairer] = {
    "ftfy": ftfy,
    "symspell, distance 1": symspell,
    "symspell, segments": symspell_segments,
    "cleancopy": cleancopy,
}


def main(
    data: Annotated[Path, typer.Argument(help="Folder with noisy and print .jsonl(.gz).")],
    limit: Annotated[int | None, typer.Option(help="Only so many documents of each file.")] = None,
    only: Annotated[str | None, typer.Option(help="Only this repairer.")] = None,
) -> None:
    """Print a table by kind of error, one column a repairer."""
    noisy = list(read(data, "noisy", "edits"))[:limit]
    printed = list(read(data, "print", "real"))[:limit]
    names = [only] if only else list(RIVALS)
    scores = {name: scored(RIVALS[name], noisy, printed) for name in names}
    Console().print(table(scores))


def read(folder: Path, name: str, errors: str) -> Iterator[Sample]:
    """The samples of one file; ``errors`` names the column of the errors."""
    if not any(folder.glob(f"{name}.jsonl*")):
        raise typer.BadParameter(f"{folder} holds no {name}.jsonl or {name}.jsonl.gz")
    for row in rows(folder, name):
        places = tuple(
            Error(error["start"], error["end"], error["right"], error["kind"])
            for error in row[errors]
        )
        yield Sample(row.get("noisy") or row["text"], places)


def scored(call: Repairer, noisy: Iterable[Sample], printed: Iterable[Sample]) -> Score:
    """What a repairer makes of both files."""
    fixed, put_in = Counter[str](), Counter[str]()
    changes = harmed = words = 0
    for sample in noisy:
        made = changes_of(sample.text, call(sample.text))
        changes += len(made)
        for error in sample.errors:
            put_in[error.kind] += 1
            fixed[error.kind] += is_fixed(sample.text, error, made)
    begin = time.process_time()
    repaired = [(sample, call(sample.text)) for sample in printed]
    seconds = time.process_time() - begin
    for sample, after in repaired:
        words += len(sample.text.split())
        harmed += sum(
            not any(e.start - 1 <= c.end and c.start <= e.end + 1 for e in sample.errors)
            for c in changes_of(sample.text, after)
        )
    return Score(fixed, put_in, changes, harmed, words, seconds)


def changes_of(before: str, after: str) -> list[Change]:
    """What is different, line by line and word by word."""
    changes: list[Change] = []
    place = 0
    old, new = before.split("\n"), after.split("\n")
    if len(old) != len(new):
        old, new = [before], [after]
    for line, other in zip(old, new, strict=True):
        if line != other:
            changes += (Change(place + c.start, place + c.end, c.after) for c in _in(line, other))
        place += len(line) + 1
    return changes


def _in(line: str, other: str) -> Iterator[Change]:
    pieces, others = _PIECE.findall(line), _PIECE.findall(other)
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    for what, a, b, c, d in SequenceMatcher(None, pieces, others, autojunk=False).get_opcodes():
        if what != "equal":
            yield Change(starts[a], starts[b], "".join(others[c:d]))


def is_fixed(text: str, error: Error, changes: Iterable[Change]) -> bool:
    """Whether the changes that touch an error leave what is right, and nothing else; an apostrophe
    may be straight or curly.
    """
    near = [c for c in changes if c.start <= error.end and error.start <= c.end]
    if not near:
        return False
    start = min(error.start, near[0].start)
    end = max(error.end, near[-1].end)
    made, place = "", start
    for change in near:
        made += text[place : change.start] + change.after
        place = change.end
    right = text[start : error.start] + error.right + text[error.end : end]
    made += text[place:end]
    return made == right or (error.kind != "quote" and _plain(made) == _plain(right))


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'")


def table(scores: dict[str, Score]) -> Table:
    """The scores, one row a kind of error."""
    made = Table("", *scores, title="Typos repaired (recall by kind), and what it cost")
    kinds = sorted({kind for score in scores.values() for kind in score.put_in})
    for kind in kinds:
        made.add_row(kind, *(_share(s.fixed[kind], s.put_in[kind]) for s in scores.values()))
    made.add_section()
    made.add_row("all", *(_share(s.fixed.total(), s.put_in.total()) for s in scores.values()))
    made.add_row("precision", *(_share(s.fixed.total(), s.changes) for s in scores.values()))
    harm = (f"{PER * s.harmed / max(1, s.words):,.2f}" for s in scores.values())
    made.add_row("changes in 100,000 words of print", *harm)
    made.add_row("words a second", *(f"{s.words / s.seconds:,.0f}" for s in scores.values()))
    return made


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


if __name__ == "__main__":
    typer.run(main)
