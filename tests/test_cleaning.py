"""The promises of `clean`, on small texts."""

import pytest

from cleaners import BadInput, clean, clean_many, explain

STORY = "Mayor Ana Rios opened the bridge on Monday.\nTraffic had waited for it for years."


def test_clean_text_is_left_alone():
    article = clean(STORY)
    assert article.body == STORY.replace("\n", "\n\n")
    assert article.status == "unchanged"


def test_the_ledger_rebuilds_the_body():
    article = clean("Itâ€™s over, she said.\n\nThe end came late.")
    assert article.replay() == article.body


def test_each_space_put_in_is_explained_once_at_its_place():
    told = str(explain(clean("The bridge opened.The mayor came.Everybody cheered for an hour.")))
    assert "opened.{+ +}The mayor came.{+ +}Everybody cheered" in told


def test_bad_input_is_refused_by_clean_and_recorded_by_clean_many():
    with pytest.raises(BadInput, match="not text"):
        clean(bytes(range(32)) * 10)
    assert [a.status for a in clean_many([STORY, bytes(range(32)) * 10])] == ["unchanged", "failed"]


def test_a_stray_byte_in_a_cyrillic_page_costs_its_own_place_only():
    story = "Мост открыли в понедельник, сказала мэр. Его ждали девять лет."
    assert clean(story.encode() + b"\xff", kind="text").body.startswith(story)
