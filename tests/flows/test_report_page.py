"""The page of HTML that shows documents with what was removed and why."""

from html.parser import HTMLParser

from cleaners import clean, clean_many
from flows.report.page import MAX_CHARACTERS, MAX_PASSAGES, Head, Shown, Table, anchor, page, shown

RUN = Head("A run")


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.met: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.met.append((tag, dict(attrs)))
        if tag not in ("meta", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_no_text_of_a_document_becomes_markup():
    evil = '"><script>alert(1)</script>'
    told = Shown(evil, evil, 0.1, shown("x", clean(evil, kind="text")).passages, evil, evil, evil)
    text = page(
        Head(evil, evil, evil, ((evil, evil),), (Table(evil, (evil,), ((evil,),)),)), [told]
    )
    assert text.count("<script") == 1
    assert "alert(1)" in text
    assert Tags(text).open == []


def test_nothing_is_loaded_from_elsewhere():
    text = page(RUN, [shown("a", clean("It is a story."))])
    loads = {"src", "href", "action", "srcset"}
    assert not [tag for tag, attributes in Tags(text).met if loads & set(attributes)]
    assert "url(" not in text


def test_a_change_shows_what_stood_there_and_why():
    text = page(RUN, [shown("a", clean("Itâ€™s over, she said to nobody at all."))])
    assert "<del>" in text
    assert "<ins>" in text
    assert "encoding.mojibake" in text


def test_a_document_that_failed_says_why():
    (article,) = clean_many([bytes(range(32)) * 10])
    assert "control characters" in page(RUN, [shown("a", article)])


def test_what_a_document_failed_of_is_read_without_opening_it():
    (article,) = clean_many([bytes(range(32)) * 10])
    text = page(RUN, [shown("a", clean("It is a story.")), shown("b", article)])
    assert "control characters" in text.rpartition("<summary>")[2].partition("</summary>")[0]


def test_every_document_can_be_linked_to():
    text = page(RUN, [Shown(name, "clean", 1.0) for name in "abc"])
    assert all(f'id="{anchor(place)}"' in text for place in range(3))


def test_a_huge_document_is_cut_and_says_so():
    many = "\n\n".join(f"Line {n} of the list of all lines." for n in range(MAX_PASSAGES + 7))
    text = page(RUN, [shown("a", clean(many)), shown("b", clean("long " * MAX_CHARACTERS))])
    assert "7 more lines are not shown" in text
    assert len(text) < 200_000


def test_an_empty_run_gives_a_page_too():
    assert "A run" in page(RUN, [])
