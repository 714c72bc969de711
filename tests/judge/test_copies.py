"""A story printed twice on a page, and what comes again in a story."""

from cleaners.judge.copies import copies, once
from cleaners.model import Paragraph, Score

STORY = (
    "The ferry to Sant Pol sailed again on Monday after nine days without a boat, its office said.",
    "Some forty people stood on the quay in the rain when at last it came round the western point.",
    "A second boat, smaller and thirty years older, will stand by in the harbour all winter.",
    "Its captain, who is smaller and thirty years older too, said that he had nothing else to do.",
)
LIKED, DISLIKED = 0.9, 0.6


def paragraphs(*texts):
    return [Paragraph(number, text) for number, text in enumerate(texts)]


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


def scored(*likes):
    return [Score(like, "") for like in likes]


def kept(page, scores):
    return [place for place, score in enumerate(once(page, scores)) if score.body > DISLIKED - 0.1]


def test_of_two_copies_the_first_stays():
    assert kept(paragraphs(*STORY * 2), scored(*[LIKED] * 8)) == [0, 1, 2, 3]


def test_the_copy_that_the_model_likes_more_stays():
    scores = scored(*[DISLIKED] * 4, *[LIKED] * 4)
    assert kept(paragraphs(*STORY * 2), scores) == [4, 5, 6, 7]
