"""Which days of a site are unlike its history."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from benchmarks import press
from benchmarks.drift import DAYS, START, month
from benchmarks.sites import learned
from flows import history
from flows.history import Told

RELAUNCH = 21


@pytest.fixture(scope="module", params=press.SITES, ids=lambda site: site.domain)
def site(request):
    return request.param


@pytest.fixture(scope="module")
def profile(site):
    return learned(site, 6, 10)


def day_of(place: int, words_kept: int = 800, documents: int = 20, **removed: int):
    day = START + timedelta(days=place)
    return [Told("a.example", day, 1000, words_kept, 0.9, removed) for _ in range(documents)]


def drifts(*days):
    return history.drifts(history.days_of(told for day in days for told in day))


def test_a_quiet_month_raises_no_alarm(site, profile):
    assert history.drifts(month(site, profile, 14, seed=5)) == []


def test_a_changed_template_is_named_on_its_first_day(site, profile):
    found = history.drifts(month(site, profile, 14, seed=5, relaunch=RELAUNCH))
    assert found[0].site == site.domain
    assert found[0].day == found[0].since == START + timedelta(days=RELAUNCH)


def test_one_site_that_changes_does_not_accuse_another(profile, site):
    other = [replace(day, site="calm.example") for day in month(site, profile, 14, seed=7)]
    found = history.drifts(month(site, profile, 14, seed=5, relaunch=RELAUNCH) + other)
    assert {drift.site for drift in found} == {site.domain}


def test_a_new_level_is_reported_for_a_week_and_then_usual():
    days = [day_of(place) for place in range(10)] + [
        day_of(place, words_kept=500) for place in range(10, DAYS)
    ]
    found = drifts(*days)
    assert [drift.day for drift in found] == [
        START + timedelta(days=10 + n) for n in range(history.DAYS_UNTIL_USUAL)
    ]
    assert {drift.since for drift in found} == {START + timedelta(days=10)}


def test_the_shift_says_what_moved_and_from_where():
    (drift,) = drifts(*(day_of(place) for place in range(10)), day_of(10, words_kept=500))
    assert "share of words removed 50%, usually 20%" in map(str, drift.shifts)
    assert "words removed from a page 500, usually 200" in map(str, drift.shifts)


def test_another_mix_of_categories_is_a_drift_though_as_much_goes():
    mixes = [day_of(place, related=150, share=50) for place in range(10)]
    (drift,) = drifts(*mixes, day_of(10, related=50, share=150))
    assert {shift.measure.name for shift in drift.shifts} == {
        "words removed from a page as related",
        "words removed from a page as share",
    }


def test_a_handful_of_documents_is_no_evidence():
    days = [day_of(place) for place in range(10)]
    assert drifts(*days, day_of(10, words_kept=10, documents=history.MIN_DOCUMENTS - 1)) == []


def test_a_week_of_history_is_asked_for():
    days = [day_of(place) for place in range(history.MIN_DAYS - 1)]
    assert drifts(*days, day_of(10, words_kept=10)) == []


def test_days_without_words_are_days_too():
    empty = [Told("a.example", date(2026, 10, 1), 0, 0, 0.0)]
    assert history.days_of(empty)[0].values[history.SHARE] == 0.0
