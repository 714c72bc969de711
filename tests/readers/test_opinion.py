"""The second opinion is asked within bounds, and a page without one is judged all the same."""

from threading import Event

import pytest
import trafilatura

from cleaners import Document, Page, clean
from cleaners.readers import html, opinion

STORY = (
    "<main><article><h1>The ferry sails again</h1>"
    + "<p>The ferry to the island sailed again on Thursday, two winters after the storm.</p>" * 3
    + "</article></main><nav><ul><li><a href='/'>Home</a><li><a href='/s'>Sport</a></ul></nav>"
)


def read_twice(source: str) -> Page:
    page, thinned = html.read_and_thin(source, Document(source))
    return opinion.with_opinion(page, source, thinned)


def test_the_lines_it_likes_are_those_of_the_page():
    page = read_twice(STORY)
    assert page.notes == ()
    assert page.extracted is not None
    extracted = [line.text for line in page.lines if line.number in page.extracted]
    assert "Sport" not in extracted
    assert any(text.startswith("The ferry to the island") for text in extracted)


def test_a_page_of_too_many_tags_is_not_asked_about():
    page = read_twice("<p>some words</p>" * opinion.MAX_TAGS)
    assert page.extracted is None
    assert page.notes == ("judged without a second opinion: the page is too large for it",)


def test_an_answer_that_does_not_come_in_time_is_not_waited_for(monkeypatch: pytest.MonkeyPatch):
    waited_for = Event()
    monkeypatch.setattr(trafilatura, "extract", lambda *_, **__: waited_for.wait() and STORY)
    monkeypatch.setattr(opinion, "MAX_SECONDS", 0.01)
    page = read_twice(STORY)
    waited_for.set()
    assert page.extracted is None
    assert page.notes == ("judged without a second opinion: it had not answered after 0 seconds",)


def test_the_fast_engine_asks_nobody():
    assert clean(STORY, kind="html", engine="fast").page.extracted is None


def test_a_date_that_only_shows_is_found():
    shown = STORY.replace("</h1>", "</h1><time datetime='2024-03-05'>Tuesday</time>")
    assert read_twice(shown).stated.published == "2024-03-05"


def test_a_stated_date_is_not_looked_for():
    stated = '<meta property="article:published_time" content="2023-01-02T03:04:05Z">'
    shown = STORY.replace("</h1>", "</h1><time datetime='2024-03-05'>Tuesday</time>")
    assert read_twice(stated + shown).stated.published == "2023-01-02T03:04:05Z"
