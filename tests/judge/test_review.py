"""Second looks: what the opinions on the lines around say of a line."""

import pytest

from cleaners import debris
from cleaners.draft import Draft
from cleaners.judge.context import label_in_context
from cleaners.judge.odds import MIN_PROBABILITY
from cleaners.judge.review.alike import keep_with_their_like
from cleaners.judge.review.decks import decks
from cleaners.judge.review.edges import edges, last_teaser
from cleaners.judge.review.emptied import MIN_PARAGRAPHS_TO_EMPTY, refill
from cleaners.judge.review.headlines import headlines
from cleaners.judge.review.links import links_alone
from cleaners.judge.review.numbered import numbered
from cleaners.judge.review.once import once, twice
from cleaners.judge.review.opinions import Opinions
from cleaners.judge.review.pulled import pull_quotes
from cleaners.judge.review.subheads import (
    called_like_subheads,
    dropped_with_their_text,
    kept_with_their_text,
)
from cleaners.model import Category, Document, Elements, Markup, Page, Paragraph, Score
from tests.judge.story import LONGER_STORY as STORY

SURE, LIKELY, LIKED, DISLIKED, LOW = 0.99, 0.8, 0.6, 0.35, 0.1
HEADING, PARAGRAPH = Markup("heading", 2), Markup("paragraph")


def line(text: str, body: float, markup: Markup | None = None) -> tuple[Paragraph, Score]:
    return Paragraph(0, text, 0, markup), Score(body, "")


def link(text: str, body: float, block: str = "paragraph") -> tuple[Paragraph, Score]:
    return line(text, body, Markup(block, link_chars=len(text)))


def kept(look, *lines, taught=True):
    """The places that a look leaves."""
    paragraphs = [each._replace(number=number) for number, (each, _) in enumerate(lines)]
    scene = label_in_context(paragraphs, debris.label(paragraphs))
    opinions = Opinions(scene, [score for _, score in lines], taught=taught)
    look(opinions)
    return [place for place, said in enumerate(opinions.scores) if said.body >= MIN_PROBABILITY]


def told(body: float = SURE):
    return [line(text, body) for text in STORY]


def test_of_two_copies_the_first_stays():
    assert kept(once, *told(), *told()) == [0, 1, 2, 3]


def test_the_copy_that_the_model_likes_more_stays():
    assert kept(once, *told(LIKED), *told()) == [4, 5, 6, 7]


def test_of_lines_alike_in_a_row_the_first_stays():
    twice = [line("Ten walks on the coast", SURE)] * 2
    assert kept(once, *told(), *twice) == [0, 1, 2, 3, 4]
    assert kept(once, *told(), line("By sea", SURE), line("By sea", SURE)) == [0, 1, 2, 3, 4, 5]


def test_a_long_list_of_which_next_to_nothing_would_be_left_stays_whole():
    items = [line(f"Boat {n} leaves the quay at noon, and comes back with the tide.", DISLIKED)
             for n in range(MIN_PARAGRAPHS_TO_EMPTY)]  # fmt: skip
    assert kept(refill, *told(), *items) == list(range(len(STORY) + len(items)))
    assert kept(refill, *told(), *items[1:]) == list(range(len(STORY)))


def test_comments_among_their_buttons_do_not_make_a_page_a_list():
    items = [line(f"Boat {n} was late again, and nobody told us why it was.", DISLIKED)
             for n in range(MIN_PARAGRAPHS_TO_EMPTY)]  # fmt: skip
    buttons = [line("Reply", DISLIKED)] * (len(items) // 4)
    assert kept(refill, *told(), *items, *buttons) == list(range(len(STORY)))


def test_a_sentence_that_a_text_has_twice_must_be_sure():
    assert kept(twice, *told(), line(STORY[1], LIKED)) == [0, 1, 2, 3]
    assert kept(twice, *told(), line(STORY[1], SURE)) == [0, 1, 2, 3, 4]
    asked = line("How did some forty people come to stand there in the rain of that Monday?", LIKED)
    assert kept(twice, asked, *told(), asked) == [0, 1, 2, 3, 4, 5]
    marked = [line(STORY[1], LIKED, PARAGRAPH)] * 2
    assert kept(twice, *marked) == [0, 1]


def test_a_sentence_pulled_from_a_paragraph_near_by_goes():
    pulled = "“It came round the point at noon, and nobody on the quay believed it.”"
    around = (
        "The clerk was there. It came round the point at noon, and nobody on the quay believed it."
    )
    assert kept(pull_quotes, *told(), line(pulled, SURE), line(around, SURE)) == [0, 1, 2, 3, 5]
    assert kept(pull_quotes, line(around, SURE), *told(), line(pulled, SURE)) == [0, 1, 2, 3, 4]


def test_what_a_longer_paragraph_far_off_repeats_stays():
    said = "It came round the point at noon, and nobody on the quay believed it."
    around = line(f"The clerk was there. {said}", SURE)
    assert len(kept(pull_quotes, around, *told() * 2, line(said, SURE))) == 10
    asked = line("It came round the point at noon, and who on the quay believed it?", SURE)
    assert kept(pull_quotes, asked, line(f"The clerk was there. {asked[0].text}", SURE)) == [0, 1]


def test_a_paragraph_that_holds_several_lines_is_a_summary():
    copy = line(" ".join(STORY), SURE)
    assert kept(pull_quotes, *told(), copy) == [0, 1, 2, 3, 4]


def test_a_line_by_itself_that_a_page_has_twice_must_be_sure():
    walks, gone = line("Ten walks", LIKELY), line("The old quay and its nets", 0.1)
    assert kept(twice, walks, gone, *told(), gone, walks) == [2, 3, 4, 5]
    assert kept(twice, walks, *told(), walks) == [0, 1, 2, 3, 4, 5]


def test_a_short_last_paragraph_far_below_the_story_must_be_sure():
    gone = [line("The old quay and its nets", 0.1)] * 3
    teaser = "Ten walks on the coast begin at a quay, and all of them end at another one."
    assert kept(last_teaser, *told(), *gone, line(teaser, LIKELY)) == [0, 1, 2, 3]
    assert kept(last_teaser, *told(), *gone, line(teaser, SURE)) == [0, 1, 2, 3, 7]
    assert kept(last_teaser, *told(), *gone[:2], line(teaser, LIKELY)) == [0, 1, 2, 3, 6]
    assert kept(last_teaser, *gone, line(teaser, LIKELY)) == [3]


def test_what_a_guide_is_about_falls_and_the_deck_of_a_story_without_subheads_stands():
    deck = line("Nine days without a boat, and what they did to the island.", LIKELY, PARAGRAPH)
    byline, heading = line("By Berta Sala", 0.1, PARAGRAPH), line("By sea", SURE, HEADING)
    marked = [line(text, SURE, PARAGRAPH) for text in STORY]
    guide = [marked[0], heading, *marked[1:3], heading, marked[3]]
    assert 0 not in kept(decks, deck, byline, *guide)
    assert 0 in kept(decks, deck, byline, *marked)
    assert 0 in kept(decks, deck, *guide)


def test_a_line_by_itself_beside_the_story_must_be_sure():
    gone = line("The old quay and its nets", 0.1)
    assert kept(edges, *told(), gone, line("Ten walks on the coast", LIKELY)) == [0, 1, 2, 3]
    assert kept(edges, *told(), gone, line("Ten walks on the coast", SURE)) == [0, 1, 2, 3, 5]


def test_a_few_words_at_the_edge_of_the_story_must_be_sure():
    assert kept(edges, *told(), line("Coast", LIKELY)) == [0, 1, 2, 3]
    assert kept(edges, line("Coast", LIKELY), *told()) == [1, 2, 3, 4]
    assert kept(edges, *told()[:2], line("Coast", LIKELY), *told()[2:]) == [0, 1, 2, 3, 4]


def test_a_heading_right_above_the_story_is_its_first_subhead():
    assert 0 in kept(edges, line("By sea", LIKELY, HEADING), *told())


def page_with_its_last_paragraph(names: str, text: str = "A third boat is to be bought next year."):
    """A page whose paragraphs are set alike, but for the last one, which the model dislikes."""
    elements = Elements(("div", "p", "p"), (-1, 0, 0), (0, 0, 4), (5, 4, 5), ("", "", names))
    places = [Markup("paragraph", element=1)] * 4 + [Markup("paragraph", element=2)]
    lines = [*(line(each, SURE) for each in STORY), line(text, DISLIKED)]
    paragraphs = tuple(
        Paragraph(number, paragraph.text, 1, mark)
        for number, ((paragraph, _), mark) in enumerate(zip(lines, places, strict=True))
    )
    draft = Draft(Document(""), Page((), "html", elements=elements), paragraphs, paragraphs, "en")
    scene = label_in_context(paragraphs, debris.label(paragraphs))
    opinions = Opinions(scene, [score for _, score in lines], taught=True)
    keep_with_their_like(opinions, draft)
    return opinions.kept()


def test_a_last_sentence_that_is_set_like_the_story_stands_with_it():
    assert page_with_its_last_paragraph("") == [0, 1, 2, 3, 4]
    assert page_with_its_last_paragraph("note") == [0, 1, 2, 3]


def test_a_plea_that_is_set_like_the_story_falls():
    plea = "Sign up for the newsletter of the island, and never miss a boat."
    assert page_with_its_last_paragraph("", plea) == [0, 1, 2, 3]


def test_of_a_list_at_the_edge_one_line_falls():
    rows = [line(f"Nets of the size of {size} fathoms", LIKED) for size in ("two", "ten", "six")]
    assert kept(edges, *told(), *rows) == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize("end", ["Was it the weather?", "What it takes, in short:"])
def test_a_short_sentence_stands_near_the_story_and_far_below_it_must_be_sure(end):
    gone = line("The old quay and its nets", 0.1)
    assert kept(edges, *told(), line(end, LIKED)) == [0, 1, 2, 3, 4]
    assert kept(edges, *told(), gone, line(end, LIKED)) == [0, 1, 2, 3, 5]
    assert kept(edges, *told(), gone, gone, gone, line(end, LIKED)) == [0, 1, 2, 3]
    assert kept(edges, *told(), gone, gone, gone, line(end, SURE)) == [0, 1, 2, 3, 7]


def test_a_story_is_never_an_edge():
    assert kept(edges, *told(LIKED)) == [0, 1, 2, 3]


def test_a_heading_stands_with_the_paragraph_below_it():
    heading = line("By sea", DISLIKED, HEADING)
    assert kept(kept_with_their_text, *told(), heading, *told()) == list(range(9))
    assert 4 in kept(kept_with_their_text, *told(), heading, line("Coast", SURE), *told())
    assert 4 not in kept(kept_with_their_text, *told(), heading, line("Coast", 0.1), *told())
    assert 4 not in kept(kept_with_their_text, *told(), line("By sea", DISLIKED), *told())


def test_the_title_of_the_page_between_lines_of_the_story_is_a_subhead():
    title = line("By sea", 0.05, HEADING)
    title = title[0], title[1]._replace(category=Category.HEADLINE)
    assert 4 in kept(kept_with_their_text, *told(), title, *told())
    assert 0 not in kept(kept_with_their_text, title, *told())


def test_a_few_words_above_a_paragraph_stand_in_a_language_that_was_not_taught():
    words = line("By sea", 0.2)
    assert 4 in kept(kept_with_their_text, *told(), words, *told(), taught=False)


def test_a_heading_falls_without_its_text():
    heading = line("By sea", LIKELY, HEADING)
    assert kept(dropped_with_their_text, *told(), heading) == [0, 1, 2, 3]
    assert kept(dropped_with_their_text, *told(), heading, heading, line("Coast", 0.1)) == [
        0,
        1,
        2,
        3,
    ]
    assert 4 in kept(dropped_with_their_text, *told(), heading, *told())


def test_a_link_by_itself_falls_below_the_story():
    assert kept(links_alone, *told(), link("Ten walks on the coast", SURE)) == [0, 1, 2, 3]
    assert kept(links_alone, *told(), link("Ten walks", LIKELY, "item")) == [0, 1, 2, 3]
    assert 4 in kept(links_alone, *told(), link("Ten walks", SURE, "item"))
    assert 4 in kept(links_alone, *told(), link("1", LIKED))


def test_a_button_inside_the_story_falls_and_a_headline_stays():
    inside = link("Book here", LIKELY), link("Ten walks on the coast", LIKELY)
    assert kept(links_alone, *told(), *inside, *told()) == [0, 1, 2, 3, 5, 6, 7, 8, 9]


def test_a_headline_above_the_story_must_be_sure_in_plain_text():
    title = "The ferry sails again after nine days"
    assert kept(headlines, line(title, LIKELY), *told()) == [1, 2, 3, 4]
    assert kept(headlines, line(title, SURE), *told()) == [0, 1, 2, 3, 4]


def test_in_html_a_line_right_above_the_story_is_no_headline():
    title = line("The ferry sails again after nine days", LIKELY, PARAGRAPH)
    gone = line("By Berta Sala", 0.1, PARAGRAPH)
    marked = [line(text, SURE, PARAGRAPH) for text in STORY]
    assert kept(headlines, title, *marked) == [0, 1, 2, 3, 4]
    assert kept(headlines, title, gone, *marked) == [2, 3, 4, 5]


def test_in_a_language_that_was_not_taught_only_a_heading_is_a_subhead():
    title, block = "The ferry sails again after nine days", Markup("paragraph")
    marked = [line(text, SURE, block) for text in STORY]
    assert kept(headlines, line(title, SURE, block), *marked, taught=False) == [1, 2, 3, 4]
    assert kept(headlines, line(title, SURE, HEADING), *marked, taught=False) == [0, 1, 2, 3, 4]


def test_a_number_stands_between_its_neighbours():
    one, two, three = "1. The quay", "2. Nets", "3. The island’s ferry"
    page = (line(one, SURE), *told(), line(two, LOW), *told(), line(three, SURE), *told())
    assert kept(numbered, *page) == list(range(len(page)))


def test_a_number_without_neighbours_is_left_to_the_model():
    assert kept(numbered, line("1. The quay", SURE), *told(), line("3. Nets", LOW), *told()) == [
        *range(5),
        *range(6, 10),
    ]


def test_a_number_that_stands_elsewhere_is_of_a_table_of_contents():
    contents = [line("1. The quay", SURE), line("2. Nets", LOW)]
    page = (*contents, *told(), line("2. Nets and ropes", SURE), *told())
    assert 1 not in kept(numbered, *page)


def test_key_takeaways_stand_above_what_they_head():
    assert kept(called_like_subheads, line("Key takeaways", LOW), *told()) == [0, 1, 2, 3, 4]
    assert kept(called_like_subheads, line("Key takeaways", LOW), line("Ferries", LOW)) == []
    assert kept(called_like_subheads, line("Keys of the town", LOW), *told()) == [1, 2, 3, 4]
