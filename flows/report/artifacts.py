"""The summary of a run as artifacts of Prefect."""

from prefect.artifacts import create_markdown_artifact, create_table_artifact

from flows.summary import RunSummary


def publish(summary: RunSummary) -> None:
    """Show a run in the UI of Prefect: what it did, and the documents to look at."""
    create_markdown_artifact(_markdown(summary), key="run-summary", description="What the run did")
    if summary.tally.worst:
        create_table_artifact(
            [
                {"id": d.id, "status": d.status, "quality": d.quality, "problem": d.problem or ""}
                for d in summary.tally.worst
            ],
            key="documents-to-look-at",
            description="The documents that are least sure, or gave nothing",
        )


def _markdown(summary: RunSummary) -> str:
    tally = summary.tally
    statuses = "\n".join(f"| {name} | {count:,} |" for name, count in tally.statuses.most_common())
    removed = "\n".join(f"| {name} | {count:,} |" for name, count in tally.categories.most_common())
    return f"""# {summary.source}

{tally.documents:,} documents cleaned, {tally.skipped:,} done before, in {summary.seconds:.1f} s.
Results: `{summary.out}`

| status | documents |
|---|---|
{statuses}

| removed | lines |
|---|---|
{removed}
"""
