"""Lines that a scraper tore apart are joined; lines that were written apart stay apart."""

import pytest

from cleaners.model import Document
from cleaners.readers import read
from cleaners.reflow import reflow, seams

TORN_AT_LINKS = """The harbour board of Varde voted on Monday to
reopen the old swing bridge
, which ships had waited two years for. The mayor,
Ottilie Brandvold
, crossed it on foot (
see the pictures
) with some 200 residents.
A
report of the county
found that the bridge carries 4,000 people on a day in summer."""


def paragraphs(raw: str) -> list[str]:
    page = read(Document(raw, kind="text"), "fast")
    return [paragraph.text for paragraph in reflow(page, ())[0]]


def test_a_sentence_torn_at_its_links_is_whole_again():
    assert paragraphs(TORN_AT_LINKS) == [
        "The harbour board of Varde voted on Monday to reopen the old swing bridge, which ships"
        " had waited two years for. The mayor, Ottilie Brandvold, crossed it on foot (see the"
        " pictures) with some 200 residents.",
        "A report of the county found that the bridge carries 4,000 people on a day in summer.",
    ]


def test_one_blank_line_on_a_page_does_not_keep_its_short_links_apart():
    first, *others = paragraphs("Harbour news\n\n" + TORN_AT_LINKS)
    assert [first, others] == ["Harbour news", paragraphs(TORN_AT_LINKS)]


def test_a_link_in_a_wrapped_paragraph_is_joined_on_both_sides():
    wrapped = (
        "The harbour board voted on Monday to reopen the old swing bridge after\n"
        "two years of repairs. The mayor added that the\nMinistry of Transport\n"
        "had paid most of what it cost.\n\nShips have to give two hours of notice before they"
        " pass the bridge, the\nboard said, and none may pass at night."
    )
    assert [text.split()[-1] for text in paragraphs(wrapped)] == ["cost.", "night."]


@pytest.mark.parametrize(
    "apart",
    [
        "The board voted on Monday to open the bridge.\nThe mayor crossed it on foot.",
        "The bridge opens on Friday\nThe toll is gone until September\nShips must wait",
        "Now take the keys, the pens, the phone,\nthe window, and the view.\n\nIt rained.",
        "# Bridge to open\nBy [Ana Rios](/author/ana-rios)\n![The bridge](/bridge.jpg)",
        "Bridge opens in Varde\nby Ana Rios\nThe board voted on Monday to open the bridge.",
        "What to bring\n-\nA warm coat\n-\nA map of the quays",
        "Bridge\nHarbour\nSchools\nSport\nWeather",
    ],
)
def test_what_was_written_apart_stays_apart(apart):
    assert paragraphs(apart) == [line for line in apart.split("\n") if line]


def test_a_join_says_why():
    page = read(Document(TORN_AT_LINKS, kind="text"), "fast")
    assert [join.because for join in reflow(page, ())[1]][:2] == [
        "goes on in lower case",
        "goes on with a stop or comma",
    ]


def test_a_page_read_in_parts_loses_nothing_where_they_meet(monkeypatch):
    monkeypatch.setattr(seams, "LINES_AT_ONCE", 4)
    raw = "\n".join([TORN_AT_LINKS] * 3)
    assert "".join("".join(paragraphs(raw)).split()) == "".join(raw.split())
