"""The flow that holds every golden case to its accepted body and ledger; what a case is belongs to
`flows.golden`.
"""

import textwrap
from collections.abc import Sequence
from pathlib import Path

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE

from cleaners import CleaningError
from flows import golden
from flows.golden import Outcome

# A reader scrolls through this much; the rest is named and can be run at home.
MAX_DIFF_LINES = 400
# The page of an artifact shows so many letters of code side by side in a window of 1,280 points.
MAX_WIDTH_OF_A_DIFF = 72


class Moved(CleaningError):
    """Golden cases no longer come out as accepted."""


@flow(name="golden-check", flow_run_name="golden check of {cases}")
def golden_check(cases: str = "fixtures") -> str:
    """Clean every golden case and compare it with what people accepted.

    The difference is an artifact of the run; a run in which a case moved fails.

    Args:
        cases: The folder of the cases, one folder a behaviour.
    """
    outcomes = clean_cases(Path(cases))
    moved = [outcome for outcome in outcomes if outcome.problem]
    create_markdown_artifact(
        report(outcomes), key="golden-check", description="Golden cases against what was accepted"
    )
    get_run_logger().info("%d golden cases, %d moved", len(outcomes), len(moved))
    if moved:
        names = ", ".join(outcome.case.name for outcome in moved)
        raise Moved(f"{len(moved)} of {len(outcomes)} golden cases moved: {names}")
    return f"{len(outcomes)} golden cases came out as accepted"


@task(task_run_name="clean {root.name}", cache_policy=NO_CACHE)
def clean_cases(root: Path) -> list[Outcome]:
    """The outcome of each case of a folder."""
    cases = golden.load_all(root)
    if not cases:
        raise Moved(f"{root}: no golden case there; each is a folder with a case.toml")
    return list(golden.run_all(cases))


def report(outcomes: Sequence[Outcome]) -> str:
    """What moved, as Markdown: each case with what it is about and its difference."""
    moved = [outcome for outcome in outcomes if outcome.problem]
    known = sum(outcome.case.expect == "known-failure" for outcome in outcomes)
    lines = [
        "# Golden cases",
        "",
        f"{len(outcomes)} cases, **{len(moved)} moved**, known failures among them: {known}.",
    ]
    room = MAX_DIFF_LINES
    for outcome in moved:
        diff = [part for line in (outcome.problem or "").splitlines() for part in _wrapped(line)]
        lines += ["", f"## {outcome.case.name}", "", outcome.case.about, ""]
        lines += [*fenced(diff[:room], "diff")] if room > 0 else ["(difference left out)"]
        room -= len(diff)
    if moved:
        lines += ["", "If the new output is right: `pytest tests/test_golden.py --accept`."]
    return "\n".join(lines) + "\n"


def _wrapped(line: str) -> list[str]:
    """A line of a difference, in pieces that are read without scrolling; each keeps its sign."""
    pieces = textwrap.wrap(line[1:], MAX_WIDTH_OF_A_DIFF, drop_whitespace=False) or [""]
    return [f"{line[:1]}{piece}" for piece in pieces]


def fenced(lines: Sequence[str], language: str = "") -> list[str]:
    """Lines as a code block, with a fence longer than any in them."""
    longest = max((len(x) - len(x.lstrip("`")) for line in lines for x in line.split()), default=0)
    fence = "`" * max(3, longest + 1)
    return [fence + language, *lines, fence]


if __name__ == "__main__":
    golden_check()
