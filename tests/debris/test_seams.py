"""Debris that ran together with a paragraph, and words that only look so."""

import pytest

from cleaners import clean, debris
from cleaners.model import Paragraph
from cleaners.policy import parse

STORY = "The town council of Ilmen approved a new budget for the harbour on Monday night, 5 to 2."


def left_of(text: str) -> str:
    for label in reversed(list(debris.matcher(None).stuck([Paragraph(0, text)]))):
        start, end = label.span or (0, len(text))
        text = text[:start] + text[end:]
    return text


@pytest.mark.parametrize(
    "head",
    [
        "Advertisement",
        "ADVERTISEMENT",
        "Share this article",
        "5 min read",
        "Published 3 hours ago",
        "Updated: March 9, 2024",
        "March 9, 2024",
        "By Ana Rios",
        "By Ana Rios2 min read",
        "Listen to this article4 min",
    ],
)
def test_debris_before_a_paragraph_goes_alone(head: str):
    assert left_of(head + STORY) == STORY


@pytest.mark.parametrize(
    "tail",
    [
        "Advertisement",
        "Story continues below advertisement",
        "Sign up for our newsletter",
        "Share on FacebookShare on TwitterShare via Email",
        "© 2024 Harbour Press. All rights reserved.",
    ],
)
def test_debris_behind_a_paragraph_goes_alone(tail: str):
    assert left_of(STORY + tail).rstrip() == STORY


def test_debris_between_two_paragraphs_goes_alone():
    assert left_of(f"{STORY}Advertisement{STORY}") == STORY + STORY


@pytest.mark.parametrize(
    "text",
    [
        "On January 1, 2024, SafeBreach showed the council how its harbour lights can be put out.",
        "After reading McKinley’s message of March 3, 2024, the council put off its vote a week.",
        "The function os.ReadFile reads the budget of the harbour whole, and the parser splits it.",
        "The field approvedEmailAddresses lists whoever may write to the council of the town.",
        "The U.S. Coast Guard said on March 3, 2024 that the harbour of Ilmen would stay closed.",
    ],
)
def test_capitals_inside_words_are_no_seams(text: str):
    assert left_of(text) == text


def test_a_line_of_nothing_but_debris_is_no_paragraph():
    line = "Share on FacebookShare on TwitterShare via EmailAdvertisement"
    assert left_of(line) == line


def test_a_policy_that_keeps_a_category_keeps_it_at_seams():
    policy = parse("share=keep")
    text = f"{STORY}Share on Facebook"
    assert "Share on Facebook" in clean(text, policy=policy).body
    assert "Share on Facebook" not in clean(text).body


def test_stories_are_judged_without_what_ran_together_with_them():
    lines = [f"{STORY}Sign up for our newsletter", f"Advertisement{STORY.replace('Ilmen', 'Orm')}"]
    assert clean("\n".join(lines)).body.count("town council") == 2
