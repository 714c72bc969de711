"""Numbers of ordered lists, as a browser prints them."""

import pytest

from cleaners.model import Document
from cleaners.readers import html


def lines(source: str) -> list[str]:
    return [line.text for line in html.read(source, Document(source)).lines]


def test_items_of_an_ordered_list_are_numbered():
    assert lines("<ol><li>Read<li><p>Write</p><p>Well</p></ol>") == ["1. Read", "2. Write", "Well"]


def test_items_of_other_lists_are_not():
    assert lines("<ul><li>Read</ul><menu><li>Write</menu>") == ["Read", "Write"]


@pytest.mark.parametrize(
    ("attributes", "marks"),
    [
        ('start="9"', "9. 10. 11."),
        ("reversed", "3. 2. 1."),
        ('reversed start="8"', "8. 7. 6."),
        ('type="a" start="26"', "z. aa. ab."),
        ('type="I" start="3"', "III. IV. V."),
        ('start="soon"', "1. 2. 3."),
    ],
)
def test_a_list_says_how_it_counts(attributes: str, marks: str):
    found = lines(f"<ol {attributes}><li>x<li>x<li>x</ol>")
    assert " ".join(line.removesuffix(" x") for line in found) == marks


def test_an_item_may_say_its_number():
    assert lines('<ol><li>a<li value="7">b<li>c</ol>') == ["1. a", "7. b", "8. c"]


def test_lists_count_each_for_itself():
    source = "<ol><li>a<ol><li>b<li>c</ol><li>d</ol><ol><li>e</ol>"
    assert lines(source) == ["1. a", "1. b", "2. c", "2. d", "1. e"]


def test_a_hidden_item_is_not_counted():
    assert lines('<ol><li>a<li style="display:none">b<li>c</ol>') == ["1. a", "2. c"]


def test_an_item_without_text_gives_its_number_to_no_other():
    assert lines("<ol><li><img src=a.png><li>b</ol><p>c</p>") == ["2. b", "c"]


@pytest.mark.parametrize("text", ["1. Read", "1) Read", "1Read"])
def test_a_number_that_the_page_wrote_is_not_written_twice(text: str):
    assert lines(f"<ol><li>{text}</ol>") == [text]


def test_a_figure_that_begins_alike_is_no_number():
    assert lines("<ol><li>10 boats</ol>") == ["1. 10 boats"]


@pytest.mark.parametrize(
    "attributes",
    [
        'style="list-style: none"',
        'class="list-unstyled"',
        'class="article-toc"',
        'class="breadcrumb"',
    ],
)
def test_a_list_that_shows_no_numbers_has_none(attributes: str):
    assert lines(f"<ol {attributes}><li>Read</ol>") == ["Read"]


def test_formats_stay_on_their_words():
    page = html.read("<ol><li>Read <b>it</b></ol>", Document(""))
    (line,) = page.lines
    assert line.markup is not None
    (bold,) = line.markup.formats
    assert line.text[bold.start : bold.end] == "it"
