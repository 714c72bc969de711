"""The work of one shard, in whatever process it runs: read, skip what is done, clean, write."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from itertools import count
from typing import Literal, NamedTuple, Self

from cleaners import Article, Document, policy
from flows import results, sources
from flows.ledger_store import Covered, Receipt, Store, covered
from flows.profiles import Profiles
from flows.records import Done, Extent, Record
from flows.settings import Settings
from flows.shards import Shard
from flows.sinks import Part
from flows.storage import Folder
from flows.summary import Tally

# A batch shares the work of the model; more gains no speed, and costs more when one of it fails.
BATCH_DOCUMENTS = 64
BATCH_BYTES = 2_000_000
# Results are put in place at least this often: what a kill can cost.
PART_DOCUMENTS = 2000
PART_BYTES = 16_000_000

# Tells who watches: what is being done, or the name of a part that is about to count.
Tell = Callable[["Doing | str"], None]
# Bounds what the documents of a given size may cost.
Guard = Callable[[int], AbstractContextManager[None]]


class Doing(NamedTuple):
    """Reading the extent ``first``, or cleaning the records ``first`` to ``last``."""

    what: Literal["read", "clean"]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Work:
    """A shard to do; records are known by their number in it.

    After a crash the ``suspects`` (first and last) are cleaned one at a time; the ``condemned``
    records and ``unreadable`` extents, each with the reason, are not tried again.
    """

    shard: Shard
    number: int
    attempt: int = 0
    suspects: tuple[int, int] | None = None
    condemned: tuple[tuple[int, str], ...] = ()
    unreadable: tuple[tuple[int, str], ...] = ()

    def as_text(self) -> str:
        """This work as one line of JSON."""
        rest = (self.number, self.attempt, self.suspects, self.condemned, self.unreadable)
        return json.dumps([self.shard.line(), *rest])

    @classmethod
    def of_text(cls, text: str | bytes) -> Self:
        """The work in a line of JSON."""
        line, number, attempt, suspects, condemned, unreadable = json.loads(text)
        return cls(
            Shard.of_line(line),
            number,
            attempt,
            tuple(suspects) if suspects else None,
            tuple(map(tuple, condemned)),
            tuple(map(tuple, unreadable)),
        )


@dataclass(frozen=True, slots=True)
class Task:
    """A record to be done."""

    number: int
    record: Record
    key: Done


def _nobody(told: "Doing | str") -> None:
    """Nobody watches."""


def _unguarded(size: int) -> AbstractContextManager[None]:
    return nullcontext()


class ShardWork:
    """One shard being done; ``guard`` stops what takes too long, where that can be done."""

    def __init__(
        self, settings: Settings, work: Work, tell: Tell = _nobody, guard: Guard = _unguarded
    ) -> None:
        self.settings, self.work = settings, work
        self._tell, self._guard = tell, guard
        self._clean, self._policy = settings.load_cleaner(), policy.parse(settings.policy)
        self._profiles = Profiles.of_snapshot(settings.sites) if settings.sites else Profiles()
        self._version = settings.version()
        self._store = Store(Folder(settings.out))
        self._finished = self._store.finished(work.shard.receipts, self._version)
        self._condemned = dict(work.condemned)
        self._part_numbers = count()
        self._on_trial = False
        self._place = 0
        self._started = time.process_time()
        self.total = Tally()
        self._begin_part()

    def run(self) -> Tally:
        """Do all of it; the counts of what was done."""
        for batch in self._batches():
            if self._suspects(batch[0].number) and not self._on_trial:
                # What went well is safe before the trial of what may crash again.
                self._commit()
                self._on_trial = True
            for task, result in zip(batch, self._results(batch), strict=True):
                self._write(task, result)
            self._tell(Doing("read", self._place, self._place))
            if len(self._documents) >= PART_DOCUMENTS or self._part.size >= PART_BYTES:
                self._commit()
        self._commit()
        return self.total

    def _begin_part(self) -> None:
        number = f"{self.work.number:05}-{self.work.attempt}{next(self._part_numbers):04}"
        name = f"{self.settings.run}-{number}"
        self._part = Part(self._store.folder, name, self.settings.sink)
        self._tally = Tally()
        self._documents: list[Done] = []
        self._seen: list[Done] = []
        self._covered: list[Covered] = []

    def _commit(self) -> None:
        if not (self._documents or self._seen or self._covered):
            return
        now = time.process_time()
        self._tally.cpu_seconds, self._started = now - self._started, now
        receipt = Receipt(
            f"{self._part.name}.json",
            self._version,
            self.settings.run,
            self._stamps(),
            self._part.finish(),
            tuple(self._documents),
            tuple(self._seen),
            tuple(self._covered),
            self._tally.as_json(),
        )
        # Told before, so that another attempt knows of it even if this process dies in between.
        self._tell(receipt.name)
        self._store.commit(receipt)
        self.total.add(self._tally)
        self._begin_part()

    def _stamps(self) -> dict[str, str]:
        """The stamp of each file that the part has something of."""
        stamps = {extent.file.url: extent.file.stamp for extent in self.work.shard.extents}
        read = {origin for origin, *_ in (*self._documents, *self._seen, *self._covered)}
        return {origin: stamp for origin, stamp in stamps.items() if origin in read}

    def _batches(self) -> Iterator[tuple[Task, ...]]:
        """What is to be done, in batches; a suspect is a batch of its own."""
        batch: list[Task] = []
        size = 0
        for task in self._tasks():
            alone = self._suspects(task.number)
            if batch and (alone or len(batch) >= BATCH_DOCUMENTS or size >= BATCH_BYTES):
                yield tuple(batch)
                batch, size = [], 0
            batch.append(task)
            size += len(task.record.document.raw)
            if alone:
                yield tuple(batch)
                batch, size = [], 0
        if batch:
            yield tuple(batch)

    def _tasks(self) -> Iterator[Task]:
        """The records that are not done yet; the same record twice is done once."""
        seen: set[Done] = set()
        number = 0
        for place, extent in enumerate(self.work.shard.extents):
            self._place = place
            self._tell(Doing("read", place, place))
            first = number
            for record in self._records(place, extent):
                key = record.key()
                if key in self._finished:
                    self.total.skipped += 1
                    self._seen.append(key)
                elif key not in seen:
                    seen.add(key)
                    yield Task(number, record, key)
                number += 1
            self._covered.append(covered(extent, number - first))

    def _records(self, place: int, extent: Extent) -> Iterator[Record]:
        unreadable = dict(self.work.unreadable).get(place)
        if unreadable is None:
            return sources.read(extent, self.settings.columns)
        return iter([sources.unreadable(extent, f"piece{extent.start}", b"", unreadable)])

    def _suspects(self, number: int) -> bool:
        suspects = self.work.suspects
        return suspects is not None and suspects[0] <= number <= suspects[1]

    def _results(self, batch: Sequence[Task]) -> list[Article | str]:
        """The article of each, or why there is none."""
        documents = [self._document(t.record) for t in batch if self._given_up(t) is None]
        together = self._together(batch, documents) if len(batch) > 1 else None
        articles = iter(together or ())
        results: list[Article | str] = []
        for task in batch:
            problem = self._given_up(task)
            if problem is not None:
                results.append(problem)
            else:
                results.append(next(articles) if together is not None else self._alone(task))
        return results

    def _together(self, batch: Sequence[Task], documents: list[Document]) -> list[Article] | None:
        """The articles of a batch; ``None`` when one of it spoils it for all."""
        self._tell(Doing("clean", batch[0].number, batch[-1].number))
        try:
            with self._guard(sum(len(d.raw) for d in documents)):
                return list(
                    self._clean(documents, policy=self._policy, engine=self.settings.engine)
                )
        except Exception:
            # Each is then tried alone, and the culprit's error recorded.
            return None

    def _alone(self, task: Task) -> Article | str:
        self._tell(Doing("clean", task.number, task.number))
        document = self._document(task.record)
        try:
            with self._guard(len(document.raw)):
                (article,) = self._clean(
                    [document], policy=self._policy, engine=self.settings.engine
                )
        except Exception as problem:
            # Whatever it is, it costs this document only; the error goes into its record.
            return f"{type(problem).__name__}: {problem}"
        return article

    def _given_up(self, task: Task) -> str | None:
        return task.record.problem or self._condemned.get(task.number)

    def _document(self, record: Record) -> Document:
        document = record.document
        return replace(
            document,
            language=document.language or self.settings.language,
            profile=self._profiles.of(document),
        )

    def _write(self, task: Task, result: Article | str) -> None:
        record = task.record
        if isinstance(result, str):
            row, article = results.failed_row(task.key, record, result), None
        else:
            row, article = results.row(task.key, record, result), result
        bad = {"failed": ("failed",), "doubtful": ("failed", "doubtful")}[self.settings.quarantine]
        problem = str(row["problem"] or row["status"])
        self._part.add(
            row,
            results.ledger(task.key, article) if article else None,
            results.quarantined(task.key, record, problem) if row["status"] in bad else None,
        )
        self._documents.append(task.key)
        self._tally.count(row, article, self._part.name)
