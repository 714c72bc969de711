"""What a site profile does to a page, and its file."""

from dataclasses import replace
from datetime import date

import pytest

from cleaners import BadRule, SiteProfile, clean, sites
from cleaners.model import Category, Paragraph, SiteLine, SitePhrase, Where, Zone
from cleaners.site_files import dump, load

DAY = date(2026, 11, 1)
TAGLINE = "The Harbour Courier belongs to the 312 readers who founded it."
STORY = (
    "The council closed the old swing bridge on Monday after engineers found rust in both of its "
    "main bearings.",
    "Ferry crews will carry workers across the water until spring, the harbour master told the "
    "council in a letter read aloud that night.",
    "Shopkeepers on the north bank said they had lost a third of their trade in the first week "
    "and asked for help with their rents.",
)


def profile(**known: object) -> SiteProfile:
    line = SiteLine(sites.printed(TAGLINE), 412, Zone.TAIL, 20, DAY, DAY)
    return replace(SiteProfile("courier.example", stories=430, learned=(line,)), **known)


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def test_a_line_quoted_inside_a_sentence_is_kept():
    told = f"A plaque in its hall reads: {TAGLINE}"
    assert told in clean(page(*STORY[:2], told, STORY[2]), profile=profile()).body


def test_a_line_quoted_in_the_middle_of_a_story_is_kept():
    raw = page(STORY[0], TAGLINE, *STORY[1:])
    assert clean(raw, profile=profile()).body == raw


def test_a_line_in_quotation_marks_is_kept_at_the_end_too():
    raw = page(*STORY, f"“{TAGLINE}”")
    assert clean(raw, profile=profile()).body == raw


def test_a_line_of_the_site_goes_where_the_site_prints_it_and_says_how_often():
    article = clean(page(*STORY, TAGLINE), profile=profile())
    assert article.body == page(*STORY)
    (verdict,) = (v for v in article.verdicts if not v.kept)
    assert verdict.because == "printed on 412 of 430 pages of courier.example"


def test_numbers_may_move_on_a_line_of_the_site():
    raw = page(*STORY, TAGLINE.replace("312", "1,408"))
    assert clean(raw, profile=profile()).body == page(*STORY)


def test_what_was_quoted_stays_when_the_body_is_cleaned_again():
    body = clean(page(STORY[0], TAGLINE, *STORY[1:], TAGLINE), profile=profile()).body
    assert clean(body, profile=profile()).body == body == page(STORY[0], TAGLINE, *STORY[1:])


def test_a_person_who_pins_a_line_wins_over_what_was_learned():
    raw = page(*STORY, TAGLINE)
    article = clean(raw, profile=profile(pinned=(TAGLINE,)))
    assert article.body == raw
    assert article.verdicts[-1].because == "pinned in the profile of courier.example"


def test_a_person_who_forbids_a_line_wins_anywhere_on_the_page():
    article = clean(page(*STORY), profile=profile(forbidden=(STORY[1],)))
    assert article.body == page(STORY[0], STORY[2])


def test_a_phrase_marks_the_part_of_the_line_that_it_is():
    phrase = SitePhrase("Filed from the quay.", Where.ENDS, Category.BYLINE)
    told = SiteProfile("courier.example", phrases=(phrase,))
    text = STORY[2] + " Filed from the quay."
    (label,) = sites.label([Paragraph(0, STORY[1]), Paragraph(1, text)], told)
    assert (label.number, label.span) == (1, (len(STORY[2]), len(text)))


def test_what_was_learned_expires_and_what_people_wrote_does_not():
    known = profile(expires=date(2027, 1, 31), forbidden=("Ahoy.",))
    assert sites.as_of(known, date(2027, 1, 31)) == known
    assert sites.as_of(known, date(2027, 2, 1)) == replace(known, learned=())


def test_a_profile_survives_its_file():
    known = profile(
        pinned=('Say "ahoy" \\ twice',),
        forbidden=("No\x7f\tentry",),
        phrases=(SitePhrase("Filed from the quay.", Where.ENDS, Category.BYLINE),),
        drop=("aside.tide",),
        keep=("div.story > p",),
        fields=(("byline", "span.by"), ("title", "h1")),
        expires=date(2027, 1, 31),
        version=7,
    )
    assert load(dump(known)) == known


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("site = ", "courier.toml"),
        ("pinned = []", "site"),
        ('site = "a.example"\npined = ["x"]', "no profile has pined"),
        ('site = "a.example"\n[[phrase]]\ntext = "x"\nwhere = "top"', "top"),
        ('site = "a.example"\n[html]\nfields.colour = "b"', "no article has the field colour"),
        ('site = "a.example"\n[learned]\n[[learned.line]]\ntext = "x"', "lacks a value"),
    ],
)
def test_a_malformed_file_is_refused_by_name(text, said):
    with pytest.raises(BadRule, match=said):
        load(text, "courier.toml")
