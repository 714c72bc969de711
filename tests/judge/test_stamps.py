"""Dates with a clock time: of comments and further stories, and of the story itself."""

from cleaners.judge.context.stamps import stamped
from cleaners.judge.zones import Scene
from tests.judge.story import STORY, paragraphs

REMARK = "I was one of the forty on that quay, and what came round was a cloud and not a boat."
NAMED = ("Ana", "March 3, 2025 at 9:14 pm", REMARK)
STAMPS = tuple(f"{day} March 2025, 16:{day}" for day in range(10, 14))


def places(*texts):
    return [label.number for label in stamped(Scene.of(paragraphs(*texts), ()))]


def test_three_dates_with_a_time_are_no_thread():
    assert places(*STORY, *NAMED * 3) == []


def test_dates_without_a_time_are_no_thread():
    assert places(*STORY, *("March 3, 2025", REMARK) * 5) == []


def test_the_heads_of_letters_are_no_thread():
    assert places(*STORY, *("Date: Fri, 1 Feb 2002 13:07:39", REMARK) * 5) == []


def test_comments_go_with_the_name_above_the_first_and_the_text_below_the_last():
    assert places(*STORY, *NAMED * 4) == list(range(3, 15))


def test_a_last_line_of_the_story_above_a_stamp_with_a_name_stands():
    named = [f"Ana March {day}, 2025 at 9:14 pm" for day in range(1, 5)]
    lines = [line for stamp in named for line in (stamp, REMARK)]
    assert places(*STORY, "Bring boots", *lines) == list(range(4, 12))


def test_the_story_below_its_own_date_stands():
    lines = [line for stamp in STAMPS[1:] for line in (stamp, REMARK)]
    assert places(STORY[0], STAMPS[0], *STORY, *lines) == list(range(5, 11))
