"""The fields that the text of a page gives: title, byline, date, source, captions."""

import pytest

from cleaners import BadPolicy, Policy, clean
from cleaners.dates import dates_in
from cleaners.debris.writers import names_in

STORY = (
    "The ferry to Sant Pol sailed again on Monday after nine days in which the island had neither"
    " post nor milk, its harbour office said.\n\n"
    "Some forty people stood on the quay in the rain when it came round the point, and one of them"
    " had brought a trumpet."
)


@pytest.mark.parametrize(
    "text",
    ["3/4/2024", "The 2024 season", "May was warm", "Version 3.14.2024.1", "February 31, 2024"],
)
def test_what_is_no_date_for_sure_is_none(text):
    assert list(dates_in(text)) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Published March 3, 2024", "2024-03-03"),
        ("Sunday, 3rd March 2024", "2024-03-03"),
        ("date 2024-03-03 By Harbour Post", "2024-03-03"),
        ("March 3, 2024 8:05 PM", "2024-03-03T20:05"),
        ("March 3, 2024 at 12:05 a.m.", "2024-03-03T00:05"),
        ("3 March 2024, 20:05 GMT", "2024-03-03T20:05Z"),
        ("3.4.2024 um 8:05 Uhr", "2024-04-03T08:05"),
        ("Stand: 3. März 2024", "2024-03-03"),
        ("Publié le 3 février 2024", "2024-02-03"),
        ("3 de marzo de 2024", "2024-03-03"),
        ("3 марта 2024", "2024-03-03"),
        ("25/12/2023", "2023-12-25"),
        ("12/25/2023", "2023-12-25"),
    ],
)
def test_a_date_is_read_as_news_pages_print_it(text, date):
    assert list(dates_in(text)) == [date]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ana Rios", "Ana Rios"),
        (
            "by The Harbour Post news desk March 3, 2024 8:05 AM 4 min read",
            "The Harbour Post news desk",
        ),
        ("date 2024-03-03 By Harbour Post with AP", "Harbour Post with AP"),
        ("Ana Rios | March 3, 2024", "Ana Rios"),
        ("Ana Rios and Bo Lind and updated March 3, 2024", "Ana Rios and Bo Lind"),
        ("Updated March 3, 2024", None),
        ("Listen to this article", None),
        ("Date", None),
        ("Contact Us | March 3, 2024", None),
    ],
)
def test_a_byline_gives_the_names_alone(text, names):
    assert names_in(text) == names


def test_a_page_gives_its_fields():
    article = clean(
        "Ferry sails again after nine days\n\nBy Ana Rios\n\nUpdated March 4, 2024\n\n"
        f"Published March 3, 2024\n\n{STORY}\n\nSource: https://harbourpost.example/ferry"
    )
    assert article.body == STORY
    assert article.title == "Ferry sails again after nine days"
    assert article.byline == "Ana Rios"
    assert article.published == "2024-03-03"
    assert article.fields.source == "https://harbourpost.example/ferry"


@pytest.mark.parametrize("word", ["Source", "Sources", "Quelle"])
def test_a_source_is_known_in_one_or_several(word):
    assert clean(f"{STORY}\n\n{word}: The Harbour Post").fields.source == "The Harbour Post"


def test_a_treatment_that_does_not_exist_is_named():
    with pytest.raises(BadPolicy, match="caption = 'kept'; it can be drop, keep, field"):
        Policy.of({"caption": "kept"})


def test_a_category_that_does_not_exist_is_named():
    with pytest.raises(BadPolicy, match="no category 'captoin'; there are headline, byline"):
        Policy.of({"captoin": "keep"})


def test_a_dropped_category_gives_no_field():
    policy = Policy.of({"byline": "drop"})
    assert clean(f"Ferry sails again\n\nBy Ana Rios\n\n{STORY}", policy=policy).byline is None


def test_a_byline_that_ran_together_with_the_story_gives_its_name():
    story = "The council of Ilmen approved a budget for the harbour on Monday night, 5 to 2."
    assert clean(f"By Ana Rios2 min read{story}").byline == "Ana Rios"
