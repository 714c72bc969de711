"""How far quiet days and changed templates stand from the history of their site, on months of an
invented press. Run: ``python -m benchmarks.drift --months 20``.
"""

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from benchmarks import press
from benchmarks.sites import learned
from cleaners import Article, SiteProfile, clean_many
from flows import history
from flows.history import SiteDay, Told

START = date(2026, 10, 1)
DAYS = 30
WEEKEND_SHARE = 0.4


def changed(site: press.Site) -> press.Site:
    """The site after a relaunch: other words at its foot, a box of links more."""
    return replace(
        site,
        tail=(
            "We moved house this week and kept every promise we made in the old one.",
            "More that was written on the same floor",
            "{title}",
            "{title}",
            "{title}",
            "Lent to {n} neighbours",
        ),
    )


def told(stories: Sequence[press.Story], articles: Iterable[Article]) -> Iterator[Told]:
    """What a run says of each story."""
    for story, article in zip(stories, articles, strict=True):
        removed: dict[str, int] = {}
        texts = {line.number: line.text for line in article.page.lines}
        for verdict in article.verdicts:
            if not verdict.kept and verdict.category:
                words = len(texts[verdict.line].split())
                removed[verdict.category] = removed.get(verdict.category, 0) + words
        yield Told(
            story.site,
            story.day,
            len(story.raw.split()),
            len(article.body.split()),
            article.quality,
            removed,
        )


def month(
    site: press.Site, profile: SiteProfile, a_day: int, seed: int, relaunch: int | None = None
) -> list[SiteDay]:
    """The days of a site over a month, cleaned; with a day of relaunch, or none."""
    dice = random.Random(seed)
    stories: list[press.Story] = []
    for place in range(DAYS):
        day = START + timedelta(days=place)
        printed = changed(site) if relaunch is not None and place >= relaunch else site
        number = round(a_day * (WEEKEND_SHARE if day.weekday() > 4 else 1) * dice.uniform(0.7, 1.3))
        stories += press.stories(printed, 1, number, seed * 100 + place, day)
    articles = clean_many((story.raw for story in stories), profile=profile)
    return history.days_of(told(stories, articles))


def furthest(days: Sequence[SiteDay]) -> list[float]:
    """The deviations of the furthest measure of each day that has a history."""
    found = []
    for place in range(history.MIN_DAYS, len(days)):
        past = [day for day in days[:place] if day.documents >= history.MIN_DOCUMENTS]
        if days[place].documents >= history.MIN_DOCUMENTS and len(past) >= history.MIN_DAYS:
            shifts = (history._shift(m, days[place], past) for m in days[place].values)
            found.append(max(shift.deviations for shift in shifts))
    return found


def main() -> None:
    """Print the furthest quiet days, and where the day of a relaunch stands."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--months", type=int, default=20, help="quiet months a site")
    parser.add_argument("--a-day", type=int, default=20)
    known = parser.parse_args()
    for site in press.SITES:
        profile = learned(site, 10, 20)
        quiet = [
            deviations
            for seed in range(known.months)
            for deviations in furthest(month(site, profile, known.a_day, seed))
        ]
        relaunched = [
            furthest(month(site, profile, known.a_day, 1000 + seed, relaunch=21)[:22])[-1]
            for seed in range(max(1, known.months // 4))
        ]
        far = sorted(quiet)[-5:]
        print(
            f"{site.domain:26}{len(quiet):6} quiet days, furthest "
            f"{' '.join(f'{x:.1f}' for x in far)}; day of the relaunch "
            f"{min(relaunched):.1f} and more"
        )


if __name__ == "__main__":
    main()
