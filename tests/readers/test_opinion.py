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


def asked(source: str) -> Page:
    page, thinned = html.read_and_thin(source, Document(source))
    return opinion.asked(page, source, thinned)


def test_the_lines_it_likes_are_those_of_the_page():
    page = asked(STORY)
    assert page.notes == ()
    assert page.liked is not None
    liked = [line.text for line in page.lines if line.number in page.liked]
    assert "Sport" not in liked
    assert any(text.startswith("The ferry to the island") for text in liked)


def test_a_page_of_too_many_tags_is_not_asked_about():
    page = asked("<p>some words</p>" * opinion.MAX_TAGS)
    assert page.liked is None
    assert page.notes == ("judged without a second opinion: the page is too large for it",)


def test_an_answer_that_does_not_come_in_time_is_not_waited_for(monkeypatch: pytest.MonkeyPatch):
    waited_for = Event()
    monkeypatch.setattr(trafilatura, "extract", lambda *_, **__: waited_for.wait() and STORY)
    monkeypatch.setattr(opinion, "MAX_SECONDS", 0.01)
    page = asked(STORY)
    waited_for.set()
    assert page.liked is None
    assert page.notes == ("judged without a second opinion: it had not answered after 0 seconds",)


def test_the_fast_engine_asks_nobody():
    assert clean(STORY, kind="html", engine="fast").page.liked is None


def test_a_date_that_only_shows_is_found():
    shown = STORY.replace("</h1>", "</h1><time datetime='2024-03-05'>Tuesday</time>")
    assert asked(shown).stated.published == "2024-03-05"


def test_a_stated_date_is_not_looked_for():
    stated = '<meta property="article:published_time" content="2023-01-02T03:04:05Z">'
    shown = STORY.replace("</h1>", "</h1><time datetime='2024-03-05'>Tuesday</time>")
    assert asked(stated + shown).stated.published == "2023-01-02T03:04:05Z"
