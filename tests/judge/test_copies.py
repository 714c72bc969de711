"""A story printed twice on a page, and what comes again in a story."""

from cleaners.judge.copies import copies
from tests.judge.story import LONGER_STORY as STORY
from tests.judge.story import paragraphs


def test_paragraphs_that_come_again_in_another_order_are_no_copy():
    assert list(copies(paragraphs(*STORY, *reversed(STORY)))) == []


def test_three_paragraphs_that_come_again_are_no_copy():
    assert list(copies(paragraphs(*STORY, *STORY[:3]))) == []


def test_a_refrain_is_no_copy():
    assert list(copies(paragraphs(*STORY[:2] * 6))) == []


def test_lines_that_come_again_are_no_copy():
    assert list(copies(paragraphs(*("Tea or coffee", "Bread", "Soup", "Fish") * 2, *STORY))) == []


def test_a_story_printed_twice_is_a_copy_with_its_subheads():
    page = paragraphs("By sea", *STORY, "Read also", "By sea", *STORY)
    assert list(copies(page)) == [(range(5), range(6, 11))]


def test_a_story_printed_three_times_has_two_copies():
    page = paragraphs(*STORY * 3)
    assert list(copies(page)) == [(range(4), range(4, 8)), (range(4), range(8, 12))]
