"""What a run did, as people read it: Markdown for the UI of Prefect, tables for the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from flows.report.markdown import escaped, rows
from flows.report.page import Head, Table, anchor
from flows.summary import QUALITY_STEPS, RunSummary, Tally

# Rows of a table that are read; the rest is in the results.
MAX_ROWS = 20
BAR = "█"
BAR_WIDTH = 30
BAD = ("doubtful", "empty", "failed")
STATUSES = ("clean", "unchanged", *BAD)


@dataclass(frozen=True, slots=True)
class Change:
    """One figure of a run and of the run before it."""

    name: str
    before: float
    now: float
    percent: bool = True

    def __str__(self) -> str:
        """``share of words removed: 14.2% (before: 11.0%)``."""
        before, now = self.printed
        return f"{self.name}: {now} (before: {before})"

    @property
    def printed(self) -> tuple[str, str]:
        """The figure before and now."""
        form = "{:.1%}" if self.percent else "{:,.1f}"
        return form.format(self.before), form.format(self.now)


def markdown(summary: RunSummary, before: RunSummary | None, page: str | None) -> str:
    """The whole summary; ``page`` is where the page with the documents is, an address of the web or
    a path.
    """
    tally = summary.tally
    parts = [f"# {escaped(summary.source)}", _opening(summary)]
    if page:
        parts += [f"What was removed, and why: {_link('the report', page)}"]
    if tally.documents:
        parts += ["## Outcome", rows(("status", "documents", "share"), _statuses(tally))]
        parts += ["## Quality", _code(histogram(tally))]
        parts += ["## Removed", rows(("category", "lines"), tally.categories.most_common())]
        parts += ["## By site", rows(SITE_COLUMNS, sites(tally))]
    if tally.worst:
        worst = ["document", "status", "quality", "problem"]
        parts += ["## Documents to look at", rows(worst, _worst(tally, page))]
    if before and tally.documents:
        parts += ["## Since the run before", _changes(summary, before)]
    if summary.unknown:
        names = ", ".join(f"`{name}`" for name in summary.unknown)
        parts += ["## Left out", f"Their names do not say what they are: {names}"]
    return "\n\n".join(filter(None, parts)) + "\n"


def head(summary: RunSummary, before: RunSummary | None, shown: str) -> Head:
    """What stands above the documents of the page; ``shown`` says how many there are."""
    begun = datetime.fromisoformat(summary.started)
    when = f"{begun.day} {begun:%B %Y, %H:%M} UTC"
    return Head(
        summary.source,
        f"{when} · results in {summary.out} · version {summary.version}",
        f"Documents: {shown}, of {summary.tally.documents:,}",
        tuple(facts(summary)),
        tuple(tables(summary, before)),
    )


def facts(summary: RunSummary) -> list[tuple[str, str]]:
    """The figures in large type."""
    tally = summary.tally
    bad = sum(tally.statuses[status] for status in BAD)
    return [
        ("documents", f"{tally.documents:,}"),
        ("done before", f"{tally.skipped:,}"),
        ("documents a second", f"{tally.documents / max(summary.seconds, 0.001):,.0f}"),
        ("of all words removed", f"{_removed(tally):.1%}"),
        ("doubtful, empty or failed", f"{bad:,}"),
    ]


def tables(summary: RunSummary, before: RunSummary | None = None) -> list[Table]:
    """The tables of the page."""
    tally = summary.tally
    since = changes(summary, before) if before else ()
    return [
        Table("By site", SITE_COLUMNS, tuple(sites(tally)), wide=True),
        Table("Outcome", ("status", "documents", "share"), tuple(_statuses(tally))),
        Table("Quality", ("quality", "documents"), tuple(_steps(tally))),
        Table(
            "Since the run before",
            ("what", "before", "now"),
            tuple((change.name, *change.printed) for change in since),
        ),
        Table("Removed", ("category", "lines"), tuple(tally.categories.most_common())),
        Table("By rule", ("rule", "lines"), tuple(tally.rules.most_common(MAX_ROWS))),
        Table("Cut from lines", ("rule", "places"), tuple(tally.cuts.most_common(MAX_ROWS))),
        Table("Repaired", ("rule", "places"), tuple(tally.edits.most_common(MAX_ROWS))),
    ]


SITE_COLUMNS = ("site", "documents", "words removed", *BAD)


def sites(tally: Tally) -> list[tuple[str | int, ...]]:
    """A row a site, the largest first."""
    largest = sorted(tally.sites.items(), key=lambda item: (-item[1]["documents"], item[0]))
    return [
        (
            site,
            counts["documents"],
            f"{1 - counts['words'] / max(counts['words_read'], 1):.1%}",
            *(counts[status] for status in BAD),
        )
        for site, counts in largest[:MAX_ROWS]
    ]


def histogram(tally: Tally) -> list[str]:
    """How many documents are of which quality, a bar a tenth, the best first."""
    most = max(tally.quality.values(), default=1)
    return [
        f"{step / QUALITY_STEPS:.1f} to {(step + 1) / QUALITY_STEPS:.1f} "
        f"{BAR * -(-BAR_WIDTH * tally.quality[step] // most):{BAR_WIDTH}} {tally.quality[step]:,}"
        for step in reversed(range(QUALITY_STEPS))
    ]


def _steps(tally: Tally) -> Iterator[tuple[str | int, ...]]:
    for step in reversed(range(QUALITY_STEPS)):
        if tally.quality[step]:
            worst, best = step / QUALITY_STEPS, (step + 1) / QUALITY_STEPS
            yield f"{worst:.1f} to {best:.1f}", tally.quality[step]


def changes(now: RunSummary, before: RunSummary) -> list[Change]:
    """What is held against the run before, as shares, because runs differ in size."""
    new, old = now.tally, before.tally
    pairs = [
        ("share of words removed", _removed(old), _removed(new)),
        *((f"share {name}", _share(old, name), _share(new, name)) for name in STATUSES),
        ("share of quality below a half", _low(old), _low(new)),
    ]
    speed = Change("documents a second of one core", _speed(old), _speed(new), percent=False)
    return [*(Change(*pair) for pair in pairs if any(pair[1:])), speed]


def _opening(summary: RunSummary) -> str:
    tally, speed = summary.tally, summary.tally.documents / max(summary.seconds, 0.001)
    before = f", {tally.skipped:,} were done before" if tally.skipped else ""
    if not summary.files:
        return "Nothing to read: no file of a known format is there."
    if not tally.documents:
        return f"Nothing new{before}. Results: `{summary.out}`"
    return (
        f"**{tally.documents:,} documents** cleaned in {_duration(summary.seconds)}{before}: "
        f"{speed:,.0f} a second with {summary.workers} workers, {_speed(tally):,.0f} a second of "
        f"one core. {tally.words_read:,} words read, **{_removed(tally):.1%} removed**, "
        f"{tally.edits.total():,} places repaired. Results: `{summary.out}`"
    )


def in_one_line(summary: RunSummary) -> str:
    """``101 documents: 91 clean, 9 failed, 1 empty``."""
    counts = ", ".join(f"{n:,} {status}" for status, n in summary.tally.statuses.most_common())
    return f"{summary.tally.documents:,} documents: {counts or 'nothing new'}"


def _statuses(tally: Tally) -> Iterator[tuple[str | int, ...]]:
    for status, count in tally.statuses.most_common():
        yield status, count, f"{count / tally.documents:.1%}"


def _worst(tally: Tally, page: str | None) -> Iterator[tuple[str | int, ...]]:
    for place, doubt in enumerate(tally.worst):
        name = escaped(doubt.id)
        link = f"[{name}]({page}#{anchor(place)})" if _can_be_followed(page) else name
        yield link, doubt.status, f"{doubt.quality:.2f}", escaped(doubt.problem or "")


def _can_be_followed(page: str | None) -> bool:
    """A page of Prefect's UI may not open a file, whatever its link says."""
    return bool(page) and str(page).startswith(("http://", "https://"))


def _link(words: str, page: str) -> str:
    return f"[{words}]({page})" if _can_be_followed(page) else f"`{page}`"


def _changes(summary: RunSummary, before: RunSummary) -> str:
    lines = [f"- {change}" for change in changes(summary, before)]
    if summary.version != before.version:
        lines.append("- the rules, the policy, the libraries or the site profiles changed")
    for what, sites in (
        ("new sites", summary.tally.sites.keys() - before.tally.sites.keys()),
        ("sites not met this time", before.tally.sites.keys() - summary.tally.sites.keys()),
    ):
        if sites:
            named = ", ".join(map(escaped, sorted(sites)[:MAX_ROWS]))
            lines.append(f"- {len(sites)} {what}: {named}")
    return "\n".join(lines)


def _removed(tally: Tally) -> float:
    return 1 - tally.words / tally.words_read if tally.words_read else 0.0


def _share(tally: Tally, status: str) -> float:
    return tally.statuses[status] / tally.documents if tally.documents else 0.0


def _low(tally: Tally) -> float:
    low = sum(count for step, count in tally.quality.items() if step < QUALITY_STEPS // 2)
    return low / tally.documents if tally.documents else 0.0


def _speed(tally: Tally) -> float:
    return tally.documents / tally.cpu_seconds if tally.cpu_seconds else 0.0


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{seconds:.1f} s"


def _code(lines: Sequence[str]) -> str:
    return "\n".join(["```", *lines, "```"])
