"""What is read of an HTML page: its words as a browser shows them, line by line, with markup."""

from time import process_time

import pytest

from cleaners import BadRule, Document, Page, clean
from cleaners.model import SiteProfile
from cleaners.readers import html


def read(source: str, profile: SiteProfile | None = None) -> Page:
    return html.read(source, Document(source, profile=profile))


def texts(source: str) -> list[str]:
    return [line.text for line in read(source).lines]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Hel<b>lo</b> world</p>", ["Hello world"]),
        ("<p>The i<b>Phone</b> fell</p>", ["The iPhone fell"]),
        ("<p>so&shy;ft, lo<wbr>ng</p>", ["soft, long"]),
        ("<p>H<sub>2</sub>O and CO<sub>2</sub></p>", ["H2O and CO2"]),
        ("<p><span class=cap>T</span>he bridge</p>", ["The bridge"]),
        ("<p>word<!-- a note -->s</p>", ["words"]),
        ("<p>a<script>b</script>c</p>", ["ac"]),
    ],
)
def test_words_are_not_split(source: str, expected: list[str]):
    assert texts(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>By <a>Ana Rios</a> <b>today</b></p>", ["By Ana Rios today"]),
        ("<p>by<a>Ana Rios</a></p>", ["by Ana Rios"]),
        ("<p><a>News</a><a>sport</a></p>", ["News sport"]),
        ("<p>ten&nbsp;miles</p>", ["ten miles"]),
        ("<p>one<br>two<br/>three</p>", ["one", "two", "three"]),
        ("<div>one<p>two</p>three</div>", ["one", "two", "three"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<p>one\n   two</p>", ["one two"]),
        ("<p>one<p>two", ["one", "two"]),
        ("<h2>Head</h2>text", ["Head", "text"]),
    ],
)
def test_words_are_not_fused(source: str, expected: list[str]):
    assert texts(source) == expected


def test_a_row_of_a_table_is_a_line():
    rows = "<tr><th>Year</th><th><p>Ships</p></th></tr><tr><td>1901<td>12</tr>"
    assert texts(f"<table>{rows}</table>") == ["Year | Ships", "1901 | 12"]


def test_a_table_that_lays_out_the_page_is_no_row():
    cells = "<td><p>Menu</p></td><td><p>A story.</p><p>Its end.</p></td>"
    assert texts(f"<table><tr>{cells}</tr></table>") == ["Menu", "A story.", "Its end."]


def test_lines_of_code_stay_lines_and_know_their_indent():
    lines = read("<pre><code>if ready:\n    go()\n</code></pre>").lines
    assert [(x.text, x.markup.level) for x in lines if x.markup] == [("if ready:", 0), ("go()", 4)]


@pytest.mark.parametrize(
    ("source", "block"),
    [
        ("<h3>x</h3>", "heading"),
        ("<ul><li><p>x</p></ul>", "item"),
        ("<blockquote><p>x</p></blockquote>", "quote"),
        ("<figure><figcaption>x</figcaption></figure>", "caption"),
        ('<blockquote class="twitter-tweet"><p>x</p></blockquote>', "embed"),
        ("<p>x</p>", "paragraph"),
    ],
)
def test_a_line_knows_its_block(source: str, block: str):
    (line,) = read(source).lines
    assert line.markup is not None
    assert line.markup.block == block


def test_the_depth_of_a_list_is_kept():
    lines = read("<ul><li>one<ul><li>two</ul></ul>").lines
    assert [line.markup.level for line in lines if line.markup] == [1, 2]


@pytest.mark.parametrize(
    "source",
    [
        "<p hidden>x</p>",
        "<p style='color: red; display: none'>x</p>",
        "<div style='visibility:hidden'><p>x</p></div>",
        "<noscript>x</noscript>",
        "<template><p>x</p></template>",
        "<style>x</style><svg><text>x</text></svg>",
        "<select><option>x</select><textarea>x</textarea>",
    ],
)
def test_what_is_not_shown_is_not_read(source: str):
    assert texts(f"<p>above</p>{source}<p>shown</p>") == ["above", "shown"]


def test_folded_answers_are_read():
    assert texts('<div class="faq-answer" hidden><p>Yes.</p></div>') == ["Yes."]


def test_a_part_sent_late_stands_where_it_belongs():
    late = '<div hidden id="S:0"><p>two</p></div>'
    source = f'<p>one</p><template id="B:0"></template><p>three</p>{late}'
    assert texts(source) == ["one", "two", "three"]


def test_a_page_that_a_script_reveals_is_read():
    story = "<p>The bridge opened on Monday, after years.</p>" * 20
    assert len(texts(f'<p>Loading</p><div style="display:none">{story}</div>')) == 21


def test_formats_mark_their_text():
    (line,) = read('<p>See <a href="/x">the <b>plan</b></a>.</p>').lines
    assert line.markup is not None
    found = {(f.name, line.text[f.start : f.end], f.target) for f in line.markup.formats}
    assert found == {("link", "the plan", "/x"), ("strong", "plan", "")}
    assert line.markup.link_chars == len("the plan")


def test_elements_know_their_lines():
    page = read('<div class="story"><p>one</p><p>two</p></div><p>three</p>')
    story = page.elements.names.index("story")
    assert (page.elements.first[story], page.elements.end[story]) == (0, 2)


def test_a_selector_of_the_site_is_heard():
    profile = SiteProfile("example.org", drop=(".promo",))
    page = read('<div class="promo"><p>one</p></div><p>two</p>', profile)
    assert [x.markup.chosen for x in page.lines if x.markup] == ["drop", None]


def test_a_selector_that_is_none_is_our_fault():
    with pytest.raises(BadRule, match=r"example\.org.*no CSS selector"):
        read("<p>x</p>", SiteProfile("example.org", drop=("p[",)))


HOSTILE = {
    "nested": "<div>" * 100_000 + "text",
    "nested and closed": "<div>" * 100_000 + "text" + "</div>" * 100_000,
    "nested paragraphs": "<div><p>a" * 30_000,
    "formats never closed": "<b><i>x" * 30_000,
    "links in links": "<a href=x>y" * 100_000,
    "lists in lists": "<ul><li>x" * 30_000,
    "tables in tables": "<table><tr><td>" * 20_000 + "x",
    "many attributes": "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">x",
    "paragraphs never closed": "<p>some text" * 100_000,
    "a tag never closed": "<p>x</p><a href='" + "y" * 1_000_000,
    "one long line": "<p>" + "word " * 1_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_read_in_time(name: str):
    begun = process_time()
    assert read(HOSTILE[name]).lines
    # Seconds; each takes at most two on a slow machine, a minute where nesting is not bounded.
    assert process_time() - begun < 20


SENTENCE = "<p>The ferry sailed again on Thursday, two winters after the storm, they said."


@pytest.mark.parametrize("page", ["<div>" * 100_000 + SENTENCE, SENTENCE * 10_000])
def test_hostile_pages_are_cleaned_in_time(page: str):
    begun = process_time()
    assert clean(page, kind="html", engine="fast").verdicts
    # Seconds; each takes one, and ten megabytes of paragraphs take five and 630 MB of memory.
    assert process_time() - begun < 20


NEVER_CLOSED = (
    f"<div class=story>{SENTENCE}<b>Read more<li><a href=/x>next <table><tr><td>Harbour news"
)


HEADING = "<h2>The ferry and the town</h2>"


@pytest.mark.parametrize(
    "piece", [NEVER_CLOSED, SENTENCE + "\n", HEADING, "They sailed on Thursday. "]
)
def test_the_cost_of_a_page_grows_as_the_page_does(piece: str):
    clean(piece, kind="html", engine="fast")

    def seconds(characters: int) -> float:
        begun = process_time()
        clean(piece * (characters // len(piece)), kind="html", engine="fast")
        return process_time() - begun

    # Eight times the page took 7 to 9 times as long; a square would take 64 times.
    assert seconds(800_000) < 20 * max(seconds(100_000), 0.01)


HEAD = """
<html lang="en-GB"><head><title>Bridge opens | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post">
<meta property="og:image" content="/bridge.jpg">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
 {"@type": "NewsArticle", "datePublished": "2024-05-06T07:08:09+01:00",
  "author": [{"name": "By Ana Rios"}, {"name": "Jon Bell"}]}]}</script></head>
"""


def test_a_page_states_its_fields():
    page = html.read(HEAD + "<p>x</p>", Document("", url="https://harbour.example/news/1"))
    stated = page.stated
    assert stated.title == "Bridge opens"
    assert stated.byline == "Ana Rios, Jon Bell"
    assert stated.published == "2024-05-06T07:08:09+01:00"
    assert stated.language == "en"
    assert stated.site == "The Harbour Post"
    assert stated.image == "https://harbour.example/bridge.jpg"


def test_the_headline_is_the_one_that_is_printed():
    assert read(HEAD + "<h1>The bridge opens at last</h1>").stated.title == (
        "The bridge opens at last"
    )


def test_the_name_of_a_blog_above_its_title_is_no_headline():
    source = (
        '<meta property="og:title" content="A long walk"><h1>Slow Notes</h1><h3>A long walk</h3>'
    )
    assert read(source).stated.title == "A long walk"


def test_the_site_behind_the_title_is_no_headline_though_it_is_printed_first():
    title = "The night the circus slept in our school"
    source = f"<title>{title} - Mill Notes</title><h1>Mill Notes</h1><h2>{title}</h2>"
    assert read(source).stated.title == title


def test_the_mark_of_a_link_to_a_heading_is_not_in_the_title():
    source = '<title>Quickstart - pebble</title><h1>Quickstart<a href="#q">¶</a></h1>'
    assert read(source).stated.title == "Quickstart"


def test_a_date_without_hyphens_is_a_date():
    source = '<meta property="article:published_time" content="20250412T1130">'
    assert read(source).stated.published == "2025-04-12T11:30"


def test_the_site_is_not_an_author():
    linked = '{"@type":"NewsArticle","author":{"name":"Ana Rios, Harbour Post"}}'
    source = (
        '<meta property="og:site_name" content="Harbour Post">'
        f'<script type="application/ld+json">{linked}</script>'
    )
    assert read(source).stated.byline == "Ana Rios"


@pytest.mark.parametrize(
    "linked", ["{", "[[]]", '{"@type": 3}', '{"author": {"name": {}}}', "[" * 9999]
)
def test_broken_linked_data_state_nothing(linked: str):
    source = f'<title>A title</title><script type="application/ld+json">{linked}</script><p>x</p>'
    assert read(source).stated.title == "A title"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://harbour.example/2024/3/05/bridge", "2024-03-05"),
        ("https://harbour.example/2024/03/bridge", None),
        ("https://harbour.example/2024/13/05/bridge", None),
    ],
)
def test_the_address_may_tell_the_day(url: str, day: str | None):
    assert html.read("<p>x</p>", Document("", url=url)).stated.published == day


def test_a_malformed_address_states_nothing():
    source = '<meta property="og:image" content="/bridge.jpg"><p>x</p>'
    stated = html.read(source, Document("", url="http://[harbour")).stated
    assert (stated.site, stated.image) == (None, None)


def test_a_picture_of_a_malformed_address_is_none():
    source = '<meta property="og:image" content="http://[harbour/bridge.jpg"><p>x</p>'
    assert html.read(source, Document("", url="https://harbour.example")).stated.image is None


def test_the_story_in_linked_data_is_read_without_its_tags():
    linked = '{"@type": "NewsArticle", "articleBody": "<p>The bridge &amp; the ferry</p>"}'
    source = f'<script type="application/ld+json">{linked}</script><p>x</p>'
    assert read(source).article_body.split() == ["The", "bridge", "&", "the", "ferry"]


def test_pictures_and_rules_between_lines_are_told():
    page = read("<p>one</p><picture><img></picture><img><p>two</p><hr><p>three</p>")
    marks = [line.markup for line in page.lines]
    assert [(m.pictures, m.ruled) for m in marks if m] == [(0, False), (2, False), (0, True)]


def test_html_for_another_extractor_holds_the_same_text():
    source = "<div><div class=ad><svg></svg></div><p>The <b>ferry</b> sails.</p></div>"
    page, thinned = html.read_and_thin(source, Document(source))
    assert page == read(source)
    assert read(thinned).lines == page.lines


def test_html_for_another_extractor_holds_no_scripts_and_no_empty_boxes():
    linked = '<script type="application/ld+json">{}</script>'
    box = "<section><ul><li><template><style>p</style></template></ul></section>"
    source = f"<p>one</p>{linked}<script>two</script>{box}"
    _, thinned = html.read_and_thin(source, Document(source))
    assert thinned == f"<html><head></head><body><p>one</p>{linked}</body></html>"


def test_html_for_another_extractor_holds_no_debris_that_its_tag_gives_away():
    menu = "<aside><div></div><nav><button>Menu</button></nav>Alerts</aside>"
    figures = "<figure><img>The pier</figure><figure><table><tr><td>9 m</table></figure>"
    _, thinned = html.read_and_thin(f"{menu}<p>one</p>{figures}", Document(""))
    table = "<table><tbody><tr><td>9 m</td></tr></tbody></table>"
    body = f"<body><p>one</p><figure>{table}</figure></body>"
    assert thinned == f"<html><head></head>{body}</html>"
