"""The summary of a run as artifacts in the UI of Prefect."""

from prefect.artifacts import create_markdown_artifact, create_table_artifact

from flows.report import summary
from flows.report.written import run_before, write
from flows.summary import RunSummary


def publish(run: RunSummary) -> None:
    """Show a run: what it did, what changed since the last one, and the documents to look at."""
    text = summary.markdown(run, run_before(run), write(run))
    create_markdown_artifact(text, key="run-summary", description="What the run did")
    if run.tally.worst:
        create_table_artifact(
            [
                {"id": d.id, "status": d.status, "quality": d.quality, "problem": d.problem or ""}
                for d in run.tally.worst
            ],
            key="documents-to-look-at",
            description="The documents that are least sure, or gave nothing",
        )
