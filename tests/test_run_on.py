"""Pages on one line, and lines that only are long."""

import pytest

from cleaners import Policy, clean, debris, run_on
from cleaners.model import Markup, Paragraph, edited

SENTENCES = [
    "The town council of Ilmen approved a new budget for the harbour on Monday night.",
    "The mayor, Oleg Marsh, said the work would begin in spring and take two years.",
    "Residents had asked for the repair of the old quay since the storm of last November.",
    "The plan costs 4.2 million crowns, of which the county pays half.",
    "The rest comes from a loan that the town will pay back over twelve years.",
    "Opponents said that the money would be better spent on the school.",
    "“We asked for radiators in 2019,” said the head teacher, Lena Moss.",
    "Two of the five members who voted against it said they would ask for a review.",
    "The harbour master expects the first pontoons to be moved in April.",
    "Fishermen will have to land their catch at Orm, 14 miles up the coast, until August.",
    "They have been promised that the town will pay for the fuel.",
    "The ferry to the islands will use the northern pier while the old quay is rebuilt.",
    "The council meets again on March 30, when the first bids are to be opened.",
    "The bids will be public, and the county has to agree to the winner.",
]
STORY = " ".join(SENTENCES)


def sentences(text: str) -> list[str]:
    found = run_on.sentences([Paragraph(0, text)], debris.matcher(None).label_alone)
    return [text[start:end].strip() for start, end in found[1]] if found else []


def test_a_page_on_one_line_is_taken_sentence_by_sentence():
    assert sentences(STORY) == SENTENCES


@pytest.mark.parametrize("name", ["J. Marsh", "Dr. Marsh", "the U.S. Coast Guard", "St. Ilmen"])
def test_no_sentence_ends_in_a_name(name: str):
    first = f"On Monday {name} said that the harbour would stay closed for the week."
    assert sentences(f"{first} {STORY}")[0] == first


def test_the_menu_and_the_buttons_before_a_sentence_are_lines():
    text = f"Harbour Post Home News Skip to content {STORY} Scroll down for video {SENTENCES[0]}"
    found = sentences(text)
    assert found[0] == "Harbour Post Home News Skip to content"
    assert found[-2:] == ["Scroll down for video", SENTENCES[0]]


def test_a_page_with_lines_has_no_run_on_line():
    matcher = debris.matcher(None)
    lines = [Paragraph(0, STORY), Paragraph(1, STORY)]
    assert run_on.sentences(lines, matcher.label_alone) is None
    assert run_on.sentences([Paragraph(0, STORY, 0, Markup())], matcher.label_alone) is None


def test_the_debris_of_a_page_on_one_line_goes_and_the_story_stays():
    text = f"{STORY} We use cookies to improve your experience. All rights reserved."
    article = clean(text)
    assert article.body == STORY
    assert article.replay() == STORY
    assert article.quality < clean(STORY).quality


def test_what_is_left_of_a_page_on_one_line_ends_in_no_space():
    text = f"{STORY} We use cookies to improve your experience. All rights reserved."
    assert edited(text, clean(text).edits) == STORY


def test_a_story_on_one_line_is_left_alone():
    assert clean(STORY).status == "unchanged"


def test_sentences_that_go_from_a_page_on_one_line_count_as_lost():
    plea = "Sign up to our free newsletter and get the best stories of the week in your inbox."
    strict = Policy(min_kept=0.98)
    assert clean(f"{STORY} {plea}").status == "clean"
    assert clean(f"{STORY} {plea}", policy=strict).status == "doubtful"
    assert clean(f"{STORY} Read more", policy=strict).status != "doubtful"
