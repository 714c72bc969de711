"""What would change if the phrases or the policy did."""

import pytest

from cleaners import Policy
from cleaners.debris import phrasebook
from flows.what_if import Difference, changes

STORY = (
    "The council of Saltby closed the bridge on Monday after engineers found rust in it, and the "
    "ferry was full for the rest of the week.\n\n"
    "Shopkeepers said they had lost a third of their trade since the closure began in spring."
)
PROMO = "Our tide tables hang in every kitchen."
RULE = f"""
[[phrase]]
id = "promo.tide-tables"
match = "our tide tables"
where = "starts"
words = 12
strength = "sure"
drop = ["{PROMO}"]
keep = ["The captain said our tide tables were older than the harbour wall and less use to anyone."]
"""


@pytest.fixture
def source(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "plain.txt").write_text(STORY)
    (tmp_path / "in" / "promoted.txt").write_text(f"{STORY}\n\n{PROMO}")
    (tmp_path / "promo.toml").write_text(RULE)
    return tmp_path


def run(source, **other):
    found = Difference()
    told = list(changes(str(source / "in"), found, Policy(), Policy(), sites="", **other))
    return found, told


def test_nothing_changes_without_a_change(source):
    found, told = run(source)
    assert (found.documents, told) == (2, [])


def test_a_new_phrase_shows_the_documents_it_would_change(source):
    found, told = run(source, more=phrasebook.load(source / "promo.toml"))
    assert [each.id for each in told] == found.changed == ["promoted.txt"]
    assert f"-{PROMO}" in told[0].diff
    assert "1 of 2 documents would change" in str(found)


def test_a_policy_shows_what_it_would_keep(source):
    prompt = "Sign up for our newsletter"
    (source / "in" / "prompted.txt").write_text(f"{STORY}\n\n{prompt}")
    found = Difference()
    keep = Policy.of({"subscribe": "keep"})
    (changed,) = changes(str(source / "in"), found, Policy(), keep, sites="")
    assert changed.id == "prompted.txt"
    assert f"+{prompt}" in changed.diff
    assert str(found) == "1 of 3 documents would change, 5 words more"


def test_a_new_phrase_of_a_category_that_is_kept_changes_nothing(source):
    book = phrasebook.load(source / "promo.toml")
    found = Difference()
    keep = Policy.of({"promo": "keep"})
    assert list(changes(str(source / "in"), found, Policy(), keep, more=book, sites="")) == []
