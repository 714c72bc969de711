"""The promises of `clean`, on small texts."""

import pytest

from cleaners import BadInput, BadPolicy, Policy, clean, clean_many, explain

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


def test_a_short_headline_that_is_wanted_stays_above_a_byline():
    page = (
        "<article><h1>Bridge reopens</h1><p>By Ana Rios</p>"
        "<p>The bridge of Varde reopened on Monday after two years of repairs, and its first "
        "drivers waited in the rain.</p><p>The city paid for the piers from a fund that was set "
        "up after the flood, and more will follow in the spring.</p></article>"
    )
    wanted = Policy.of({"headline": "keep", "byline": "keep"})
    body = clean(page, policy=wanted).body
    assert body.startswith("Bridge reopens\n\nBy Ana Rios\n\nThe bridge of Varde")
    assert clean(body, policy=wanted).body == body


def test_what_does_not_exist_is_refused_with_what_does():
    with pytest.raises(BadInput, match="kind is 'pdf'; it can be text or html"):
        clean(STORY, kind="pdf")
    with pytest.raises(BadPolicy, match="engine is 'quick'; it can be thorough or fast"):
        clean(STORY, engine="quick")


def test_one_text_is_not_taken_for_many():
    with pytest.raises(BadInput, match="put it in a list"):
        list(clean_many(STORY))


def test_an_article_is_shown_in_one_line_of_a_notebook():
    assert repr(clean(STORY)) == (
        "Article(unchanged, quality 0.97, title None, "
        "body 'Mayor Ana Rios opened the bridge on Monday. …')"
    )
