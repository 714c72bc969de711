"""What the address of a page says of its paragraphs."""

import pytest

from cleaners import clean
from cleaners.judge.address import address_of
from cleaners.judge.case import Case, examine
from cleaners.judge.scores import text_model
from cleaners.model import Paragraph

URL = "https://www.norwellecho.example/news/2025/03/04/old-tram-depots-sold-to-brewery.html"
PAGE = (
    "Norwell Echo",
    "Old tram depot sold to brewery",
    "Council calls for calm over parking",
    "The brewery paid four million for the hall, which has stood empty since the last tram.",
)


def columns(url, *texts):
    case = Case(tuple(Paragraph(number, text) for number, text in enumerate(texts)), (), url)
    return examine([case], text_model().wording)[1]


def test_the_headline_has_the_words_of_the_address():
    assert columns(URL, *PAGE)["slug line"].tolist() == [0, 1, 0, 0]


def test_a_paragraph_knows_how_far_below_the_headline_it_stands():
    assert columns(URL, *PAGE)["lines after slug line"].tolist() == [0, 1, 2, 3]


def test_a_story_shares_words_with_its_address_and_a_teaser_does_not():
    hits = columns(URL, *PAGE)["slug hit"]
    assert hits[3] > hits[2] == 0


def test_the_name_of_the_site_is_found_in_two_words():
    assert columns(URL, *PAGE)["site named"].tolist() == [1, 0, 0, 0]


def test_a_page_without_address_has_nothing_in_these_columns():
    assert not any(columns(None, *PAGE)[name].any() for name in ("slug words", "site named"))


def test_what_is_no_headline_in_an_address_is_left():
    assert address_of("https://echo.example/sport/?id=4711").size == 0


@pytest.mark.parametrize("url", ["http://[broken", "", "no address at all", "mailto:a@b.example"])
def test_a_broken_address_costs_nothing(url):
    assert address_of(url).size <= 4
    assert clean("\n".join(PAGE), url=url).body == clean("\n".join(PAGE)).body


def test_a_body_that_was_cleaned_with_an_address_stands_without_it():
    story = "\n".join([*PAGE, *(f"{PAGE[3]} It was bid number {n}." for n in range(12))])
    body = clean(story, url=URL).body
    assert clean(body).body == body


def test_pages_do_not_lend_each_other_their_address():
    cases = [
        Case(tuple(Paragraph(n, text) for n, text in enumerate(PAGE)), (), u)
        for u in (None, URL, None)
    ]
    among = examine(cases, text_model().wording)[1]["slug line"]
    assert among.tolist() == [0] * 4 + [0, 1, 0, 0] + [0] * 4
