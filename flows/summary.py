"""What a run did, as counts that add up: of documents, shards and whole runs."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Self

from cleaners import Article
from flows.results import Row

# Documents named in a summary, the least sure first.
WORST = 10
# Of the pages of our folds one in nine was below; more than a tenth of their words was wrong.
LOW_QUALITY = 0.9
SURE = ("clean", "unchanged")
QUALITY_STEPS = 10
NO_SITE = "(no site)"
SUMMARY = "summary.json"
NUMBERS = ("documents", "skipped", "replaced", "words_read", "words", "cpu_seconds", "crashes")
COUNTERS = ("statuses", "categories", "rules", "cuts", "edits", "quality")


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """A document to look at."""

    quality: float
    id: str
    status: str
    part: str
    problem: str | None = None


@dataclass(slots=True)
class Tally:
    """Counts over some documents.

    ``skipped`` were done before, ``replaced`` are older results taken out. ``categories`` counts
    removed lines; ``rules`` has them by rule, ``cuts`` the parts of lines that were removed and
    ``edits`` the places that were repaired. ``quality`` counts documents by tenths, ``sites``
    documents, ``words_read`` and ``words`` by site.
    """

    documents: int = 0
    skipped: int = 0
    replaced: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    categories: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    cuts: Counter[str] = field(default_factory=Counter)
    edits: Counter[str] = field(default_factory=Counter)
    quality: Counter[int] = field(default_factory=Counter)
    sites: dict[str, Counter[str]] = field(default_factory=dict)
    words_read: int = 0
    words: int = 0
    cpu_seconds: float = 0.0
    crashes: int = 0
    worst: list[Doubt] = field(default_factory=list)

    def count(self, row: Row, article: Article | None, part: str) -> None:
        """Add one document."""
        status, quality = str(row["status"]), float(str(row["quality"]))
        words_read, words = int(str(row["words_read"])), int(str(row["words"]))
        self.documents += 1
        self.statuses[status] += 1
        self.quality[min(int(quality * QUALITY_STEPS), QUALITY_STEPS - 1)] += 1
        self.words_read += words_read
        self.words += words
        site = self.sites.setdefault(str(row["site"] or NO_SITE), Counter())
        site.update({"documents": 1, "words_read": words_read, "words": words, status: 1})
        for verdict in article.verdicts if article else ():
            if not verdict.kept:
                self.categories[verdict.category or "unlabelled"] += 1
                self.rules[verdict.rule] += 1
        for edit in article.edits if article else ():
            (self.cuts if edit.stage == "cut" else self.edits)[edit.rule] += 1
        self._doubt(Doubt(quality, str(row["id"]), status, part, _text(row["problem"])))

    def __str__(self) -> str:
        """One line of a log: counts, never texts."""
        outcomes = ", ".join(f"{count:,} {name}" for name, count in self.statuses.most_common())
        return (
            f"{self.documents:,} documents ({outcomes or 'nothing new'}), "
            f"{self.categories.total():,} lines and {self.cuts.total():,} parts of lines removed, "
            f"{self.edits.total():,} places repaired, {self.cpu_seconds:.1f} s of one core"
        )

    def add(self, other: "Tally") -> None:
        """Add the counts of other documents."""
        for name in NUMBERS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in COUNTERS:
            getattr(self, name).update(getattr(other, name))
        for site, counts in other.sites.items():
            self.sites.setdefault(site, Counter()).update(counts)
        for doubt in other.worst:
            self._doubt(doubt)

    def _doubt(self, doubt: Doubt) -> None:
        if doubt.status not in SURE or doubt.quality < LOW_QUALITY:
            self.worst = sorted([*self.worst, doubt])[:WORST]

    def as_json(self) -> dict[str, object]:
        """These counts as plain values."""
        plain = {name: getattr(self, name) for name in self.__slots__}
        return plain | {"worst": [asdict(doubt) for doubt in self.worst]}

    @classmethod
    def of_json(cls, plain: Mapping[str, object]) -> Self:
        """The counts in plain values."""
        tally = cls()
        for name, value in plain.items():
            match value:
                case dict() if name == "sites":
                    tally.sites = {site: Counter(counts) for site, counts in value.items()}
                case dict() if name == "quality":
                    tally.quality = Counter({int(step): count for step, count in value.items()})
                case dict():
                    setattr(tally, name, Counter(value))
                case list():
                    tally.worst = [Doubt(**doubt) for doubt in value]
                case _:
                    setattr(tally, name, value)
        return tally


@dataclass(frozen=True, slots=True)
class RunSummary:
    """A finished run: what it read, what it wrote, and what a person should look at."""

    run: str
    source: str
    out: str
    version: str
    started: str
    seconds: float
    workers: int
    shards: int
    tally: Tally
    unknown: tuple[str, ...] = ()
    files: int = 0

    def as_json(self) -> dict[str, object]:
        """This summary as plain values, for ``runs/<run>/summary.json``."""
        return {
            name: self.tally.as_json() if name == "tally" else getattr(self, name)
            for name in self.__slots__
        }

    @classmethod
    def of_json(cls, plain: Mapping[str, object]) -> Self:
        """The summary in plain values."""
        tally, unknown = plain["tally"], plain["unknown"]
        assert isinstance(tally, dict)
        assert isinstance(unknown, list)
        read = {**plain, "tally": Tally.of_json(tally), "unknown": tuple(unknown)}
        return cls(**read)  # type: ignore[arg-type]  # as written


def total(tallies: Iterable[Tally]) -> Tally:
    """The counts of all of these together."""
    whole = Tally()
    for tally in tallies:
        whole.add(tally)
    return whole


def _text(value: object) -> str | None:
    return None if value is None else str(value)
