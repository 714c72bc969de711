"""What site profiles are worth: F1 of the bodies of invented sites with and without a profile that
was learned from other stories of the same site. Run: ``python -m benchmarks.sites``.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from benchmarks import press
from cleaners import Document, SiteProfile, clean_many
from flows import furniture


def learned(site: press.Site, days: int, a_day: int, seed: int = 1) -> SiteProfile:
    """The profile learned from the pages of a site over some days."""
    told = press.stories(site, days, a_day, seed)
    pages = (furniture.read(Document(story.raw), story.day) for story in told)
    profile = furniture.learn(site.domain, [p for p in pages if p], date(2026, 11, 22))
    assert profile is not None
    return profile


def f1(told: Sequence[press.Story], bodies: Iterable[str]) -> float:
    """The mean F1 of the words of the bodies."""
    scores = [
        _f1(story.body.split(), body.split()) for story, body in zip(told, bodies, strict=True)
    ]
    return sum(scores) / len(scores)


def _f1(right: list[str], given: list[str]) -> float:
    same = sum((Counter(right) & Counter(given)).values())
    return 2 * same / (len(right) + len(given))


def main() -> None:
    """Print one row a site."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=10)
    parser.add_argument("--a-day", type=int, default=10)
    known = parser.parse_args()
    print(f"{'site':26}{'without':>9}{'with':>9}  story lines lost to the profile")
    for site in press.SITES:
        profile = learned(site, known.days, known.a_day)
        fresh = list(press.stories(site, known.days, known.a_day, seed=2))
        without = list(clean_many(story.raw for story in fresh))
        with_it = list(clean_many((story.raw for story in fresh), profile=profile))
        lost = [
            line
            for story, old, new in zip(fresh, without, with_it, strict=True)
            for line in Counter(story.body.split("\n\n")).keys() & old.body.split("\n\n")
            if line not in new.body.split("\n\n")
        ]
        scores = [f1(fresh, (a.body for a in articles)) for articles in (without, with_it)]
        print(f"{site.domain:26}{scores[0]:9.4f}{scores[1]:9.4f}  {len(lost)} {lost[:2]}")


if __name__ == "__main__":
    main()
