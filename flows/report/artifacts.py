"""The progress and the summary of a run as artifacts in the UI of Prefect."""

from uuid import UUID

from prefect import get_run_logger
from prefect.artifacts import (
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)

from flows.report import summary
from flows.report.written import run_before, write
from flows.summary import RunSummary


class Progress:
    """The share of the shards of a run that are done; told a hundred times at most, as each time
    is an event that Prefect keeps.
    """

    def __init__(self, shards: int) -> None:
        self._shards, self._done, self._told = shards, 0, 0
        made = create_progress_artifact(0, key="progress", description=self._in_words())
        assert isinstance(made, UUID)  # a coroutine only where there is a loop of events
        self._artifact = made

    def advance(self) -> None:
        """One more shard is done."""
        self._done += 1
        percent = self._done * 100 // self._shards
        if percent > self._told:
            self._told = percent
            try:
                update_progress_artifact(self._artifact, percent, self._in_words())
            # A server that is too busy to be told so must not end the run.
            except Exception as problem:
                get_run_logger().warning("the progress was not told: %s", problem)

    def _in_words(self) -> str:
        return f"{self._done:,} of {self._shards:,} shards are done"


def publish(run: RunSummary) -> None:
    """Show a run: what it did, what changed since the last one, and the documents to look at."""
    text = summary.markdown(run, run_before(run), write(run))
    create_markdown_artifact(text, key="run-summary", description=summary.in_one_line(run))
    if run.tally.worst:
        create_table_artifact(
            [
                {"id": d.id, "status": d.status, "quality": d.quality, "problem": d.problem or ""}
                for d in run.tally.worst
            ],
            key="documents-to-look-at",
            description="The documents that are least sure, or gave nothing",
        )
