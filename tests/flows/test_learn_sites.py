"""The flow that writes profiles, without a server."""

from dataclasses import replace
from datetime import date

import pytest

from benchmarks import press
from cleaners import SiteProfile
from cleaners.site_files import dump, load
from flows import learn_sites
from flows.records import Columns

TODAY = date(2026, 11, 1)
SITE = press.SITES[0]


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    root = tmp_path_factory.mktemp("in")
    folder = root / SITE.domain
    folder.mkdir()
    (root / "notes").mkdir()
    for story in press.stories(SITE, 3, 10, seed=1):
        (folder / f"{story.id}.txt").write_text(story.raw, "utf-8")
        (root / "notes" / f"{story.id}.txt").write_text(story.raw, "utf-8")
    return root


@pytest.fixture(scope="module")
def pages(source):
    return learn_sites.gather.fn(str(source), Columns(), TODAY)


def test_pages_are_gathered_by_site_and_a_plain_folder_is_none(pages):
    assert list(pages) == [SITE.domain]


def test_no_more_pages_are_kept_than_are_needed(source, monkeypatch):
    monkeypatch.setattr(learn_sites, "MAX_PAGES_OF_A_SITE", 7)
    pages = learn_sites.gather.fn(str(source), Columns(), TODAY)
    assert len(pages[SITE.domain]) == 7


def test_a_profile_is_written_and_can_be_read(pages, tmp_path):
    told = learn_sites.learn(SITE.domain, pages[SITE.domain], str(tmp_path), TODAY)
    written = load((tmp_path / f"{SITE.domain}.toml").read_text("utf-8"))
    assert written == told.profile
    assert written.version == 1
    assert any("belongs to the readers" in line.text for line in written.learned)


def test_what_people_wrote_stays_and_nothing_changes_without_new_lines(pages, tmp_path):
    file = tmp_path / f"{SITE.domain}.toml"
    file.write_text(dump(SiteProfile(SITE.domain, version=3, pinned=("Stay.",))), "utf-8")
    first = learn_sites.learn(SITE.domain, pages[SITE.domain], str(tmp_path), TODAY)
    again = learn_sites.learn(SITE.domain, pages[SITE.domain], str(tmp_path), TODAY)
    assert first.profile.pinned == again.profile.pinned == ("Stay.",)
    assert (first.changed, again.changed) == (True, False)
    assert [what for what, _ in first.moved] == ["new"] * len(first.profile.learned)
    assert list(again.moved) == []


def test_a_line_that_came_is_reported_with_how_often_it_was_printed(pages, tmp_path):
    told = learn_sites.learn(SITE.domain, pages[SITE.domain], str(tmp_path), TODAY)
    said = learn_sites.report([told], 1)
    assert f"## {SITE.domain}" in said
    assert "| new | From the same quay | 30 of 30 stories | below |" in said


def test_a_line_that_went_is_reported(pages, tmp_path):
    learn_sites.learn(SITE.domain, pages[SITE.domain], str(tmp_path), TODAY)
    relaunched = replace(SITE, tail=SITE.tail[3:])
    for story in press.stories(relaunched, 3, 10, seed=2):
        (tmp_path / "in" / SITE.domain).mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / SITE.domain / f"{story.id}.txt").write_text(story.raw, "utf-8")
    pages = learn_sites.gather.fn(str(tmp_path / "in"), Columns(), TODAY)
    told = learn_sites.learn(SITE.domain, pages[SITE.domain], str(tmp_path), TODAY)
    assert "| gone | From the same quay | 30 of 30 stories | below |" in learn_sites.report(
        [told], 1
    )
