"""The days of a site against its own history: which day is unlike the days before it, and in what.

How days are read from finished runs, and who is told, belongs to `flows.drift`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import log, sqrt
from statistics import median

# Fewer documents than this say little of a template, fewer days little of what is usual.
MIN_DOCUMENTS = 8
MIN_DAYS = 7
# Four weeks hold each weekday four times and forget what a site was like a season ago.
HISTORY_DAYS = 28
# A day this many deviations from the median of its history is unlike it. On quiet months of an
# invented press (benchmarks/drift.py) the furthest day stood at 6.6; the first day of a changed
# template stood at 22 and more.
MAX_DEVIATIONS = 10.0
# A level that holds for this long is the new usual.
DAYS_UNTIL_USUAL = 7
# The median of absolute deviations of normal noise is this much below its standard deviation.
MAD_OF_NORMAL = 0.6745


@dataclass(frozen=True, slots=True)
class Told:
    """What a finished run says of one document, as far as drift is concerned; counts are words."""

    site: str
    day: date
    words_read: int
    words_kept: int
    quality: float
    removed: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured of a day; ``noise`` is how far a site moves for no reason, at least, as a
    share for counts.
    """

    name: str
    noise: float
    percent: bool = False

    def scaled(self, value: float) -> float:
        """Shares as they are; counts as logarithms, so that a tenth more is the same anywhere."""
        return value if self.percent else log(value + WORDS_THAT_ARE_NOTHING)

    def printed(self, value: float) -> str:
        """A value as people read it."""
        return f"{value:.0%}" if self.percent else f"{value:,.0f}"


# Three words of a category on a page instead of none are no change of template.
WORDS_THAT_ARE_NOTHING = 5
SHARE = Measure("share of words removed", 0.012, percent=True)
QUALITY = Measure("quality", 0.012, percent=True)
KEPT = Measure("words kept on a page", 0.06)
# Furniture is as long on a short story as on a long one, so this moves least on a quiet day.
REMOVED = Measure("words removed from a page", 0.05)
CATEGORY_NOISE = 0.08


@dataclass(frozen=True, slots=True)
class SiteDay:
    """A site on a day: medians over its documents, and the mean share of each category."""

    site: str
    day: date
    documents: int
    values: Mapping[Measure, float]


@dataclass(frozen=True, slots=True)
class Shift:
    """One measure of a day that is unlike its history."""

    measure: Measure
    usual: float
    now: float
    deviations: float

    def __str__(self) -> str:
        """``share of words removed 31%, usually 12%``."""
        printed = self.measure.printed
        return f"{self.measure.name} {printed(self.now)}, usually {printed(self.usual)}"


@dataclass(frozen=True, slots=True)
class Drift:
    """A site that is unlike its history since a day; the furthest shift comes first."""

    site: str
    since: date
    day: date
    documents: int
    shifts: tuple[Shift, ...]


def days_of(told: Iterable[Told]) -> list[SiteDay]:
    """The days of each site, in order."""
    by_day: dict[tuple[str, date], list[Told]] = defaultdict(list)
    for each in told:
        by_day[each.site, each.day].append(each)
    return [_day(documents) for _, documents in sorted(by_day.items(), key=lambda item: item[0])]


def _day(documents: Sequence[Told]) -> SiteDay:
    removed: dict[str, int] = defaultdict(int)
    for each in documents:
        for category, words in each.removed.items():
            removed[category] += words
    gone = [max(0, each.words_read - each.words_kept) for each in documents]
    values = {
        SHARE: median(n / (each.words_read or 1) for n, each in zip(gone, documents, strict=True)),
        REMOVED: median(gone),
        KEPT: median(each.words_kept for each in documents),
        QUALITY: median(each.quality for each in documents),
    }
    for category, words in removed.items():
        measure = Measure(f"words removed from a page as {category}", CATEGORY_NOISE)
        values[measure] = words / len(documents)
    return SiteDay(documents[0].site, documents[0].day, len(documents), values)


def drifts(days: Iterable[SiteDay]) -> list[Drift]:
    """The days on which a site is unlike its history, in order; a level that lasts becomes usual.

    A day that drifts is kept out of the history that the next day is held against, so that a
    change is reported until it is undone or has become usual.
    """
    by_site: dict[str, list[SiteDay]] = defaultdict(list)
    for day in sorted(days, key=lambda day: day.day):
        if day.documents >= MIN_DOCUMENTS:
            by_site[day.site].append(day)
    found = [drift for site in by_site.values() for drift in _drifts_of(site)]
    return sorted(found, key=lambda drift: (drift.day, drift.site))


def too_young(days: Iterable[SiteDay]) -> list[str]:
    """The sites that have too short a history to be held against it."""
    enough = {day.site: 0 for day in sorted(days, key=lambda day: day.site)}
    for day in days:
        enough[day.site] += day.documents >= MIN_DOCUMENTS
    # The last of the days is the one that is judged.
    return [site for site, number in enough.items() if number <= MIN_DAYS]


def _drifts_of(days: Sequence[SiteDay]) -> Iterable[Drift]:
    usual: list[SiteDay] = []
    unlike: list[SiteDay] = []
    for day in days:
        shifts = tuple(_shifts(day, usual[-HISTORY_DAYS:])) if len(usual) >= MIN_DAYS else ()
        if not shifts:
            usual += [day]
            unlike = []
            continue
        unlike.append(day)
        yield Drift(day.site, unlike[0].day, day.day, day.documents, shifts)
        if len(unlike) == DAYS_UNTIL_USUAL:
            usual, unlike = unlike, []


def _shifts(day: SiteDay, history: Sequence[SiteDay]) -> list[Shift]:
    measures = {*day.values, *(measure for past in history for measure in past.values)}
    shifts = (_shift(measure, day, history) for measure in measures)
    unlike = [shift for shift in shifts if shift.deviations >= MAX_DEVIATIONS]
    return sorted(unlike, key=lambda shift: (-shift.deviations, shift.measure.name))


def _shift(measure: Measure, day: SiteDay, history: Sequence[SiteDay]) -> Shift:
    """How far a day is from the median of its history, in robust standard deviations.

    A day with fewer documents than usual is noisier by the root of how many fewer.
    """
    past = [each.values.get(measure, 0.0) for each in history]
    now = day.values.get(measure, 0.0)
    usual = median(map(measure.scaled, past))
    spread = median(abs(measure.scaled(value) - usual) for value in past) / MAD_OF_NORMAL
    fewer = min(1.0, day.documents / median(each.documents for each in history))
    deviations = abs(measure.scaled(now) - usual) / max(spread, measure.noise) * sqrt(fewer)
    return Shift(measure, median(past), now, deviations)
