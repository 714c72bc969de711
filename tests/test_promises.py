"""The promises hold on any text, on text that looks like scraped news, and on small pages."""

from hypothesis import given
from hypothesis import strategies as st

from cleaners import Document, Policy, clean, clean_many, explain, ledger
from tests.invariants import assert_holds

SENTENCES = (
    "Mayor Ana Rios opened the bridge on Monday.",
    "Traffic had waited for it for nine years, said Karim Bensaid, who drives the No. 4 bus.",
    "“We are late,” she said, “and we know it.”",
    "\"I was there at 9:30,\" he told The Courier. 'Nobody else was.'",
    "The council meets on Thursday to discuss the cost, put at $2.4 million",
    "Engineers found rot in eleven of the forty piles, the report says.",
    "Why did nobody look?",
    "Traffic Returns to the Old Town",
    "Mayor Riossaid on Tuesday that the pier wouldreopen.",
    "Die Brücke öffnete am Montag, sagte die Bürgermeisterin.",
    "Мост открыли в понедельник, сказала мэр.",
)
DEBRIS = (
    "Subscribe to our newsletter",
    "Please enter a valid email address",
    "Read more: Bridge opens after nine years",
    "Keep reading:",
    "Photo: Lena Okafor/Getty Images",
    "The bridge at dawn. (Lena Okafor/AFP via Getty Images)",
    "By Lena Okafor",
    "March 3, 2026 · 4 min read",
    "Share this article",
    "Comments (12)",
    "Advertisement",
    "© 2026 The Courier. All rights reserved.",
    "We use cookies to improve your experience.",
    "10:42 AM",
    "News Feed",
    "Skip to content",
    "source:courier",
    "(Reporting by Lena Okafor; Editing by Jo Lind)",
    "Listen to this article",
    "Sponsored",
)
NOISE = (
    "",
    " ",
    "\t",
    "\xa0",
    "\u200b",
    "\ufeff",
    "â€™",
    "Ã©",
    "\x00",
    "\x85",
    "-",
    "* ",
    "> ",
    "1. ",
)
BREAKS = ("\n", "\n\n", "\r\n", "\n \n", "\n\n\n", "\u2028", " ")

phrases = st.sampled_from(SENTENCES + DEBRIS) | st.text(max_size=12)
lines = st.lists(phrases, min_size=1, max_size=3).map(" ".join)
dirty = st.builds(
    str.__add__, st.sampled_from(NOISE), st.builds(str.__add__, lines, st.sampled_from(NOISE))
)
pieces = st.tuples(dirty, st.sampled_from(BREAKS)).map("".join)
news = st.lists(pieces, max_size=25).map("".join)

tags = st.sampled_from(
    [
        "p",
        "h2",
        "li",
        "blockquote",
        "figcaption",
        "div",
        "span",
        "td",
        "pre",
        "aside",
        "a",
        "em",
        "br",
    ]
)
nodes = st.recursive(
    lines,
    lambda inner: st.builds(
        lambda tag, name, kids: f'<{tag} class="{name}">{"".join(kids)}</{tag}>',
        tags,
        st.sampled_from(("", "story-body", "related", "caption", "newsletter-signup", "byline")),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)
pages = st.lists(nodes, max_size=8).map(
    lambda parts: f"<html><head><title>Bridge</title></head><body>{''.join(parts)}</body></html>"
)


@given(st.text())
def test_the_promises_hold_on_any_text(text: str):
    assert_holds(clean(text, kind="text"))


@given(news)
def test_the_promises_hold_on_news_with_debris(text: str):
    assert_holds(clean(text, kind="text"))


@given(pages)
def test_the_promises_hold_on_small_pages(page: str):
    assert_holds(clean(page, kind="html"))


@given(st.binary(max_size=400))
def test_any_bytes_give_an_article_or_a_reason(raw: bytes):
    (article,) = clean_many([raw])
    if article.status == "failed":
        assert article.page.notes
    else:
        assert_holds(article)


@given(st.lists(news, max_size=5))
def test_no_document_affects_another(texts: list[str]):
    alone = [clean(text, kind="text") for text in texts]
    assert list(clean_many(texts, kind="text")) == alone
    assert list(clean_many(texts[::-1], kind="text")) == alone[::-1]


@given(news, st.sampled_from(("caption", "byline", "related", "headline", "source")))
def test_the_promises_hold_when_a_category_is_kept(text: str, category: str):
    assert_holds(clean(text, kind="text", policy=Policy.of({category: "keep"})))


@given(news)
def test_every_removal_and_change_is_in_the_explanation(text: str):
    article = clean(text, kind="text")
    printed = str(explain(article))
    for entry in ledger.entries(article):
        assert entry.because in printed
    standing = [p for p in explain(article).passages if p.kept]
    texts = ["".join(part.text for part in p.parts if part.mark != "removed") for p in standing]
    assert "\n\n".join(text.strip() for text in texts if text.strip()) == article.body


def test_a_document_keeps_what_its_scraper_stated():
    document = Document(SENTENCES[0], "bridge", "text", "https://courier.example/bridge", "en")
    (article,) = clean_many([document])
    assert article.page.url == "https://courier.example/bridge"
    assert article.language == "en"
