"""What is learned of the sites of an invented press, and what that does to their next stories."""

from dataclasses import replace
from datetime import date

import pytest

from benchmarks import press
from benchmarks.sites import f1, learned
from cleaners import clean_many
from cleaners.site_files import dump, load
from flows import furniture

DAYS, A_DAY = 6, 10


@pytest.fixture(scope="module", params=press.SITES, ids=lambda site: site.domain)
def site(request):
    return request.param


@pytest.fixture(scope="module")
def profile(site):
    return learned(site, DAYS, A_DAY)


@pytest.fixture(scope="module")
def fresh(site):
    """Stories that the profile was not learned from; several quote a line of their site."""
    return list(press.stories(site, DAYS, A_DAY, seed=2))


@pytest.fixture(scope="module")
def cleaned(fresh, profile):
    plain = list(clean_many(story.raw for story in fresh))
    return plain, list(clean_many((story.raw for story in fresh), profile=profile))


def test_no_line_of_a_story_is_lost_to_what_was_learned(fresh, cleaned):
    for story, without, with_it in zip(fresh, *cleaned, strict=True):
        mine = set(story.body.split("\n\n")) & set(without.body.split("\n\n"))
        assert mine <= set(with_it.body.split("\n\n"))


def test_a_line_that_one_story_quotes_stays_in_it(fresh, cleaned, profile):
    quoting = [(s, a) for s, a in zip(fresh, cleaned[1], strict=True) if s.quotes]
    assert quoting, "the invented press quotes its sites in three stories of a hundred"
    for story, article in quoting:
        assert story.quotes in article.body.split("\n\n")


def test_what_was_learned_makes_the_bodies_better(fresh, cleaned):
    without, with_it = (f1(fresh, (a.body for a in articles)) for articles in cleaned)
    assert with_it > 0.96
    # Once the rules know better than to keep the furniture of a site unseen, less is left to gain.
    assert with_it - without > min(0.05, 0.5 * (1 - without))


def test_bodies_stay_as_they_are_when_cleaned_again(cleaned, profile):
    bodies = [article.body for article in cleaned[1]]
    assert [article.body for article in clean_many(bodies, profile=profile)] == bodies


def test_subheads_and_stock_sentences_are_not_learned(site, profile):
    told = {line.text for line in profile.learned}
    assert not told & {*site.subheads, *press.STOCK}


def test_what_was_learned_can_be_reviewed_as_a_file(profile):
    assert load(dump(profile)) == profile


def test_versions_of_one_story_count_once():
    page = furniture.SitePage(date(2026, 11, 1), tuple(f"{word} stood there." for word in "abcdef"))
    assert furniture.learn("a.example", [page] * 400, date(2026, 11, 2)) is None


def test_learning_again_keeps_what_people_wrote_and_the_first_days(profile):
    mine = replace(profile, pinned=("Ahoy.",), forbidden=("Avast.",), version=4)
    later = replace(
        profile,
        stories=999,
        learned=tuple(replace(x, first=date(2026, 12, 1)) for x in profile.learned),
    )
    again = furniture.renewed(mine, later)
    assert (again.pinned, again.forbidden, again.version) == (("Ahoy.",), ("Avast.",), 4)
    assert again.stories == 999
    assert {line.first for line in again.learned} == {line.first for line in profile.learned}
    fewer = replace(later, learned=later.learned[1:])
    assert furniture.renewed(mine, fewer).version == 5
