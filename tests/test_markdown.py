"""Kept paragraphs as Markdown, with the formats they had on the page."""

import pytest

from cleaners import markdown
from cleaners.article import body_of
from cleaners.model import Edit, Format, Line, Markup, Page


def rendered(text: str, *formats: Format, **markup: object) -> str:
    return markdown.render([(text, Markup(formats=formats, **markup))])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["2 * 3", "snake_case", "[sic]", "# of votes", "- of all", "1. May", "a < b", "`x`"]
)
def test_signs_in_the_text_stay_signs(text: str):
    assert rendered(text) != text
    assert rendered(text).replace("\\", "") == text


def test_formats_are_printed():
    link = Format(4, 12, "link", "/plan")
    bold = Format(8, 12, "strong")
    assert rendered("See the plan.", link, bold) == "See [the **plan**](/plan)."


def test_a_script_is_no_link():
    assert rendered("See this.", Format(4, 8, "link", "javascript:go()")) == "See this."


def test_blocks_are_printed():
    paragraphs = [
        ("Why", Markup("heading", 3)),
        ("one", Markup("item", 1)),
        ("two", Markup("item", 2)),
        ("said", Markup("quote")),
        ("if x:", Markup("code")),
        ("go()", Markup("code", 4)),
    ]
    assert markdown.render(paragraphs) == (
        "### Why\n\n- one\n   - two\n\n> said\n\n```\nif x:\n    go()\n```"
    )


def test_a_numbered_item_needs_no_dash():
    items = [
        ("1. Read", Markup("item", 1)),
        ("write", Markup("item", 2)),
        ("2. Go", Markup("item", 1)),
    ]
    assert markdown.render(items) == "1. Read\n   - write\n2. Go"


def test_formats_survive_edits():
    line = Line(0, "Teh the plan is readyy now", Markup(formats=(Format(8, 12, "strong"),)))
    edits = (
        Edit(0, 0, 4, "Teh ", "", "typos.doubled", "said twice"),
        Edit(0, 12, 18, "readyy", "ready", "typos.spelling", "not a word"),
    )
    body = body_of(Page((line,), "html"), frozenset({0}), edits, (), "markdown")
    assert body == "the **plan** is ready now"
