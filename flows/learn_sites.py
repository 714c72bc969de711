"""The flow that learns what sites print on page after page and writes it to their profiles, for
people to review; what a line must be to be learned belongs to `flows.furniture`.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE

from cleaners import SiteProfile
from cleaners.model import SiteLine
from cleaners.site_files import dump, load
from flows import furniture, storage
from flows.furniture import SitePage
from flows.profiles import SUFFIX, site_of
from flows.records import Columns
from flows.report import markdown
from flows.shards import all_records

# What is printed on one page in thirty is found among these; more pages only cost memory.
MAX_PAGES_OF_A_SITE = 400
# Lines of a site that a reviewer reads in one go.
MAX_LINES = 100


@dataclass(frozen=True, slots=True)
class Learned:
    """The profile of a site as it was and as it is now."""

    site: str
    file: str
    before: SiteProfile
    profile: SiteProfile

    @property
    def changed(self) -> bool:
        """Whether lines came or went; counts and dates move every time."""
        return self.profile.version != self.before.version

    @property
    def moved(self) -> Iterator[tuple[str, SiteLine]]:
        """What a reviewer reads: the lines that came, then those that went."""
        old, new = self.before.learned_by_text, self.profile.learned_by_text
        yield from (("new", line) for text, line in new.items() if text not in old)
        yield from (("gone", line) for text, line in old.items() if text not in new)


@flow(name="learn-sites", flow_run_name="learn sites of {source}")
def learn_sites(
    source: str,
    sites: str = "sites",
    columns: Columns = Columns(),  # noqa: B008 - frozen
) -> list[str]:
    """Learn the furniture of each site of a source and write it to the site's profile.

    A document belongs to the domain of its URL, or to the folder it lies in when that is named like
    a domain. The answer lists the sites whose profile changed.

    Args:
        source: A file, a folder, a glob, or a URL of these (s3://…), of many pages a site.
        sites: The folder of the profiles; what people wrote in them stays.
        columns: The names of the fields in JSONL, CSV and Parquet.
    """
    today = datetime.now(UTC).date()
    pages = gather(source, columns, today)
    learned = [
        told
        for site in sorted(pages)
        if (told := learn(site, pages[site], sites, today)) is not None
    ]
    changed = [told for told in learned if told.changed]
    create_table_artifact(
        [_row(told) for told in learned], key="sites-learned", description="What was learned"
    )
    create_markdown_artifact(
        report(changed, len(pages)), key="site-profiles", description="Profiles to review"
    )
    get_run_logger().info("%d sites seen, %d profiles changed", len(pages), len(changed))
    return [told.site for told in changed]


@task(task_run_name="read {source}", cache_policy=NO_CACHE)
def gather(source: str, columns: Columns, today: date) -> dict[str, list[SitePage]]:
    """Some pages of each site, drawn evenly from all of them."""
    pages: dict[str, list[SitePage]] = defaultdict(list)
    seen: dict[str, int] = defaultdict(int)
    dice = random.Random(0)
    for record in all_records(source, columns):
        site = site_of(record.document.url, record.document.id)
        if site is None or record.problem:
            continue
        seen[site] += 1
        kept = pages[site]
        place = len(kept) if seen[site] <= MAX_PAGES_OF_A_SITE else dice.randrange(seen[site])
        if place >= MAX_PAGES_OF_A_SITE:
            continue
        page = furniture.read(record.document, today)
        if page is not None:
            kept[place : place + 1] = [page]
    return dict(pages)


def learn(site: str, pages: Sequence[SitePage], sites: str, today: date) -> Learned | None:
    """What a site prints, written to its profile; ``None`` when there are too few stories."""
    found = furniture.learn(site, pages, today)
    if found is None:
        return None
    file = Path(sites, site + SUFFIX)
    before = file.read_text("utf-8") if file.exists() else ""
    known = load(before, str(file)) if before else SiteProfile(site, version=0)
    profile = furniture.renewed(known, found)
    after = dump(profile)
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(storage.UNFINISHED)
    beside.write_text(after, "utf-8")
    beside.replace(file)
    return Learned(site, str(file), known, profile)


def report(changed: Sequence[Learned], seen: int) -> str:
    """The changed profiles, line by line, for review."""
    lines = ["# Site profiles", "", f"{seen} sites seen, **{len(changed)} profiles changed**."]
    if changed:
        lines += ["", "Pin a line that must stay under `pinned` in the file; commit the rest."]
    for told in changed:
        rows = [_moved(told, what, line) for what, line in told.moved]
        more = len(rows) - MAX_LINES
        lines += ["", f"## {told.site}", ""]
        lines += [f"`{told.file}`, version {told.profile.version}", ""]
        lines += [markdown.rows(("", "line", "printed on", "where"), rows[:MAX_LINES])]
        lines += ["", f"{more} more are in the file."] if more > 0 else []
    return "\n".join(lines) + "\n"


def _moved(told: Learned, what: str, line: SiteLine) -> tuple[str, ...]:
    stories = told.profile.stories if what == "new" else told.before.stories
    place = {"body": "among paragraphs", "head": "above", "tail": "below"}
    shown = markdown.escaped(line.text)
    return what, shown, f"{line.seen} of {stories} stories", place.get(line.place, line.place)


def _row(told: Learned) -> dict[str, object]:
    return {
        "site": told.site,
        "stories": told.profile.stories,
        "lines": len(told.profile.learned),
        "version": told.profile.version,
        "expires": str(told.profile.expires),
        "changed": "yes" if told.changed else "",
    }
