"""Golden cases: a raw page, the body it must give and the ledger of how; nothing is cleaned here
that `cleaners` does not clean.

A case is a folder named by its behaviour with ``raw.txt`` or ``raw.html``, ``case.toml``,
``body.txt`` and ``ledger.txt``. Of a known failure ``body.txt`` is the body wanted, written by
hand, and there is no ledger.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path
from typing import Literal

from cleaners import Article, BadRule, Document, clean_many
from cleaners.ledger import printed
from cleaners.model import Kind, Policy
from cleaners.policy import of as policy_of

Expect = Literal["pass", "known-failure"]
_KINDS: dict[str, Kind] = {".html": "html"}
_KEYS = {"about", "language", "kind", "url", "policy", "expect"}


@dataclass(frozen=True, slots=True)
class Case:
    """A golden case as it lies on disk; ``body`` and ``ledger`` are ``None`` before the first
    acceptance.
    """

    folder: Path
    about: str
    document: Document
    policy: Policy = field(default_factory=Policy)
    expect: Expect = "pass"
    body: str | None = None
    ledger: str | None = None

    @property
    def name(self) -> str:
        """The behaviour."""
        return self.folder.name


@dataclass(frozen=True, slots=True)
class Outcome:
    """What cleaning a case gave."""

    case: Case
    article: Article
    body: str
    ledger: str

    @property
    def same_body(self) -> bool:
        """Whether the body is the one accepted."""
        return self.body == self.case.body

    @property
    def problem(self) -> str | None:
        """What a reviewer must know, or ``None`` when all is as accepted."""
        if self.case.expect == "known-failure":
            return f"{self.case.name} passes now: set expect to pass" if self.same_body else None
        return self.diff() or None

    def diff(self) -> str:
        """What moved against the accepted body and ledger, as a unified diff; "" when nothing."""
        return _diff(f"{self.case.name}/body.txt", self.case.body, self.body) + _diff(
            f"{self.case.name}/ledger.txt", self.case.ledger, self.ledger
        )


def load_all(root: Path) -> list[Case]:
    """All cases under a folder, by name.

    Raises:
        BadRule: one of them cannot be loaded, or a raw page has no ``case.toml`` beside it.
    """
    for raw in sorted(root.glob("*/raw.*")):
        if not raw.with_name("case.toml").exists():
            raise BadRule(f"{raw.parent.name}: no case.toml; say in it what the case is about")
    return [load(toml.parent) for toml in sorted(root.glob("*/case.toml"))]


def load(folder: Path) -> Case:
    """One case.

    Raises:
        BadRule: ``case.toml`` holds an unknown key or value, or there is not exactly one raw file.
    """
    table = tomllib.loads((folder / "case.toml").read_text("utf-8"))
    raws = sorted(folder.glob("raw.*"))
    if unknown := set(table) - _KEYS:
        raise BadRule(f"{folder.name}/case.toml: no key {', '.join(sorted(unknown))}")
    if not table.get("about") or table.get("expect", "pass") not in ("pass", "known-failure"):
        raise BadRule(f"{folder.name}/case.toml: about is missing, or expect is neither value")
    if len(raws) != 1:
        raise BadRule(f"{folder.name}: expected one raw.txt or raw.html, found {len(raws)}")
    kind: Kind = table.get("kind") or _KINDS.get(raws[0].suffix, "text")
    return Case(
        folder,
        table["about"],
        Document(raws[0].read_bytes(), folder.name, kind, table.get("url"), table.get("language")),
        policy_of(table.get("policy", {})),
        table.get("expect", "pass"),
        _text(folder / "body.txt"),
        _text(folder / "ledger.txt"),
    )


def run_all(cases: list[Case]) -> Iterator[Outcome]:
    """The outcome of each case."""
    return map(run, cases)


def run(case: Case) -> Outcome:
    """The outcome of one case."""
    (article,) = clean_many([case.document], policy=case.policy)
    return Outcome(case, article, _file(article.body), printed(article))


def accept(outcome: Outcome) -> bool:
    """Write the outcome as the accepted one; whether a file changed. Known failures are left."""
    if outcome.case.expect == "known-failure" or not outcome.diff():
        return False
    for name, text in (("body.txt", outcome.body), ("ledger.txt", outcome.ledger)):
        (outcome.case.folder / name).write_text(text, "utf-8", newline="")
    return True


def _file(body: str) -> str:
    return body + "\n" if body else ""


def _text(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8") if path.exists() else None


def _diff(name: str, before: str | None, after: str) -> str:
    if before == after:
        return ""
    if before is None:
        return f"{name} is missing; look at the outcome, then accept it with pytest --accept\n"
    lines = unified_diff(
        before.split("\n"), after.split("\n"), f"accepted/{name}", f"now/{name}", lineterm=""
    )
    return "\n".join(lines) + "\n"
