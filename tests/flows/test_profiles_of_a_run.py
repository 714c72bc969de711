"""The site profiles that a run begins with."""

from dataclasses import replace
from datetime import date

import pytest

from cleaners import BadRule, Document, SiteProfile
from cleaners.model import SiteLine, Zone
from cleaners.site_files import dump
from flows.profiles import Profiles, site_of
from flows.storage import Folder

TODAY = date(2026, 11, 1)
LINE = SiteLine("Ahoy, reader.", 90, Zone.TAIL, 20, TODAY, TODAY)
KNOWN = SiteProfile(
    "courier.example", expires=date(2026, 12, 1), stories=100, pinned=("Stay.",), learned=(LINE,)
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "courier.example.toml").write_text(dump(KNOWN), "utf-8")
    return str(tmp_path)


def test_no_folder_means_no_profiles():
    assert Profiles.of_folder("nowhere", TODAY) == Profiles()
    assert Profiles().digest() == ""


@pytest.mark.parametrize(
    ("url", "name", "found"),
    [
        ("https://www.courier.example/a", None, True),
        ("https://news.courier.example/a", "x", True),
        (None, "courier.example/a.txt", True),
        ("https://other.example/courier.example/a", "courier.example/a.txt", False),
        ("https://notcourier.example/a", None, False),
        (None, "courier.example", False),
        (None, None, False),
    ],
)
def test_a_document_gets_the_profile_of_its_site_alone(folder, url, name, found):
    profiles = Profiles.of_folder(folder, TODAY)
    assert (profiles.of(Document("", name, url=url)) == KNOWN) is found


def test_a_malformed_address_is_of_no_site():
    assert site_of("http://[courier.example/a", None) is None


def test_a_hidden_folder_is_no_site():
    assert site_of(None, ".cache/a.txt") is None


def test_a_run_keeps_the_profiles_it_began_with(folder, tmp_path):
    profiles = Profiles.of_folder(folder, TODAY)
    where = profiles.freeze(Folder(str(tmp_path / "out")), "runs/1/sites.jsonl")
    (tmp_path / "courier.example.toml").unlink()
    assert Profiles.of_snapshot(where) == profiles


def test_what_was_learned_is_left_out_when_it_has_expired(folder):
    later = Profiles.of_folder(folder, date(2027, 1, 1))
    assert later.by_site["courier.example"] == replace(KNOWN, learned=())


def test_the_digest_moves_with_results_and_not_with_counts():
    def digest(known):
        return Profiles({known.site: known}).digest()

    recounted = replace(KNOWN, learned=(replace(LINE, seen=80),), version=9, expires=None)
    assert digest(recounted) == digest(KNOWN)
    for other in (
        replace(KNOWN, learned=()),
        replace(KNOWN, pinned=()),
        replace(KNOWN, learned=(replace(LINE, seen=4),)),
        replace(KNOWN, learned=(replace(LINE, words_beyond=40),)),
    ):
        assert digest(other) != digest(KNOWN)


def test_a_malformed_profile_is_named(tmp_path):
    (tmp_path / "bad.toml").write_text("site = ")
    with pytest.raises(BadRule, match=r"bad\.toml"):
        Profiles.of_folder(str(tmp_path), TODAY)
