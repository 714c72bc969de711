"""What the CSS selectors of a site's profile do to its pages."""

import pytest

from cleaners import BadRule, SiteProfile, clean

STORY = (
    "The harbour board put off the repair of the east pier on Monday after divers found two of its "
    "piles hollow.",
    "The ferry to Sandmere will leave from the fish quay until the spring, the harbour master "
    "said, and it will carry no lorries.",
    "Traders asked who would pay for the lost weeks, and were told that nobody had worked it out.",
)
PAGE = f"""<html><head><title>Pier stays shut</title>
<meta name="author" content="The Desk"></head><body>
<article><h1>Pier stays shut</h1><span class="who">Odile Nygaard, at the quay</span>
<time class="when">21 November</time>
<p>{STORY[0]}</p><p>{STORY[1]}</p>
<aside class="tide"><p>High water at the east pier came at six and the low water a little after
noon, and the moon was new on Tuesday.</p></aside><p>{STORY[2]}</p></article></body></html>"""


def cleaned(**wanted):
    return clean(PAGE, kind="html", profile=SiteProfile("courier.example", **wanted))


def test_a_field_is_what_its_selector_finds():
    found = cleaned(fields=(("byline", "span.who"), ("published", "time.when")))
    assert found.byline == "Odile Nygaard, at the quay"
    assert found.published == "21 November"


def test_a_field_that_its_selector_does_not_find_is_what_the_page_states():
    assert cleaned(fields=(("byline", "span.nobody"),)).byline == cleaned().byline == "The Desk"


def test_what_a_selector_drops_goes_with_its_reason():
    found = cleaned(drop=("aside.tide",))
    assert "High water" not in found.body
    assert all(paragraph in found.body for paragraph in STORY)
    (verdict,) = [
        v for v in found.verdicts if "High water" in found.page.lines[v.line].text and not v.kept
    ]
    assert "courier.example" in verdict.because


def test_what_a_selector_keeps_stays():
    page = PAGE.replace("High water", "Sign up for our newsletter</p><p>High water")
    prompt = SiteProfile("courier.example", keep=("aside.tide p",))
    assert "Sign up" not in clean(page, kind="html").body
    assert "Sign up" in clean(page, kind="html", profile=prompt).body


def test_a_selector_that_is_none_is_refused_by_name():
    with pytest.raises(BadRule, match=r"courier\.example: 'p\.\.x'"):
        cleaned(fields=(("byline", "p..x"),))
