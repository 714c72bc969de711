"""What every shard of a run is told, as plain values that travel to other machines."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Literal, Protocol, Self

from cleaners import Article, Document, Policy, policy
from cleaners.model import Engine
from cleaners.version import digest, short_digest
from flows.form import explained
from flows.records import Columns

Sink = Literal["jsonl", "parquet", "text"]
Quarantine = Literal["failed", "doubtful"]

OURS = "cleaners:clean_many"


class Cleaner(Protocol):
    """What cleans a batch: `cleaners.clean_many`, or something around it."""

    def __call__(  # noqa: D102
        self, raws: list[Document], *, policy: Policy, engine: Engine
    ) -> Iterable[Article]: ...


@dataclass(frozen=True, slots=True)
class Limits:
    """What a single document may cost before it is given up."""

    seconds: float = explained(
        30.0, "Of processor time, for a document of ordinary size; large ones get more."
    )
    memory_mb: int = explained(2048, "Megabytes beyond what the process needs anyway.")


def policy_in(option: str) -> str:
    """What an option says of the policy, or the file that it names says.

    Raises:
        BadPolicy: a category or a treatment in it does not exist.
    """
    file = Path(option)
    text = file.read_text("utf-8") if option and file.is_file() else option
    policy.parse(text)
    return text


@dataclass(frozen=True, slots=True)
class Settings:
    """How the documents of a run are read, cleaned and written.

    ``sites`` is where the run keeps the site profiles it began with.
    """

    run: str
    out: str
    sink: Sink = "jsonl"
    columns: Columns = field(default_factory=Columns)
    policy: str = ""
    engine: Engine = "thorough"
    language: str | None = None
    quarantine: Quarantine = "failed"
    limits: Limits = field(default_factory=Limits)
    cleaner: str = OURS
    sites: str = ""
    sites_digest: str = ""

    def version(self) -> str:
        """A digest of everything beside a document that decides its result."""
        result = digest(policy.parse(self.policy), self.engine)
        # The sink is part of it: who asks for another form of the results wants them all in it.
        facts = f"{result} {self.sink} {self.language} {self.quarantine} {self.cleaner}"
        facts += f" {self.sites_digest}" if self.sites_digest else ""
        return short_digest(facts)

    def load_cleaner(self) -> Cleaner:
        """The function that cleans."""
        module, name = self.cleaner.split(":")
        found: Cleaner = getattr(import_module(module), name)
        return found

    def as_text(self) -> str:
        """These settings as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def of_text(cls, text: str) -> Self:
        """The settings in some JSON."""
        plain = json.loads(text)
        plain["columns"] = Columns(**plain["columns"])
        plain["limits"] = Limits(**plain["limits"])
        return cls(**plain)
