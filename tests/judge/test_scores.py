"""What the model sees, and that it sees it alike whoever stands beside."""

import numpy as np

from cleaners import clean
from cleaners.arrays.pages import Pages
from cleaners.arrays.table import tabulate
from cleaners.arrays.words import measure, pairs
from cleaners.judge.case import MAX_LINES_AT_ONCE, Case, examine, portions
from cleaners.judge.elements import part_of
from cleaners.judge.models import text_model
from cleaners.judge.odds import sheet_of
from cleaners.judge.scores import score
from cleaners.model import Category, Document, Label, Paragraph, Strength
from cleaners.pipeline import begin

STORY = (
    "Home",
    "Council sells the old tram depot",
    "The council of Norwell voted on Tuesday to sell the tram depot, which has stood empty since"
    " the last line closed in the spring.",
    "“We waited too long,” said Ines Okafor, who chairs the housing committee.",
    "Read more",
    "Share this",
)
SURE_OF_ONE = Label(0, "share.line", Category.SHARE, Strength.SURE, "the line “Share this”")
LIST = ("Menu", "Sign in", "Weather", "Sport", "© Norwell Echo")


def paragraphs(*texts):
    return tuple(Paragraph(number, text, 1) for number, text in enumerate(texts))


def test_a_document_is_scored_alike_alone_and_among_others():
    pages = [paragraphs(*LIST), paragraphs(*STORY), (), paragraphs(*LIST * 40)]
    cases = [Case(page) for page in pages]
    alone = [score([case], text_model())[0] for case in cases]
    assert alone == score(cases, text_model())


def test_features_are_alike_alone_and_among_others():
    wording = text_model().wording
    cases = [Case(paragraphs(*LIST)), Case(paragraphs(*STORY))]
    among = tabulate(examine(cases, wording)[1]).values
    alone = tabulate(examine(cases[1:], wording)[1]).values
    assert np.array_equal(alone, among[:, len(LIST) :])


def test_clean_copy_is_left_to_the_rules():
    page = paragraphs(*STORY[2:4] * 9)
    assert score([Case(page)], text_model()) == [()]


def test_one_line_that_a_rule_is_sure_of_brings_the_model_in():
    page = paragraphs(*STORY[2:4] * 9)
    assert score([Case(page, (SURE_OF_ONE,))], text_model()) != [()]


def test_a_story_that_is_printed_twice_brings_the_model_in():
    page = paragraphs(*STORY[2:4] * 9)
    assert score([Case(page, has_copies=True)], text_model()) != [()]


def test_a_page_of_short_lines_is_not_taken_for_clean_copy():
    page = paragraphs(*LIST * 40)
    assert score([Case(page)], text_model()) != [()]


def test_no_paragraph_is_no_score():
    assert score([Case(()), Case(())], text_model()) == [(), ()]


def test_a_text_of_marks_alone_is_measured():
    assert measure(["…", "•", "a"]).bounds.tolist() == [0, 0, 0, 1]


def test_words_are_letters_digits_and_apostrophes_between_them():
    words = measure(["It’s “Ana’s” 24-hour  walk'"])
    assert words.lengths.tolist() == [4, 5, 2, 4, 4]


def test_case_and_the_shape_of_apostrophes_do_not_make_another_word():
    first, second = measure(["ANA’S", "ana's"]).hashes
    assert first == second


def test_a_pair_never_reaches_into_the_next_text():
    alone, among = pairs(measure(["a b"])), pairs(measure(["a b", "c d"]))
    assert alone.tolist() == among[:2].tolist()


def test_lone_surrogates_and_long_lines_are_measured():
    assert measure(["\ud800 a", "x" * 50_000]).chars.tolist() == [3, 50_000]


def test_the_best_stretch_is_found_in_each_document():
    start, stop = Pages.of([4, 3]).best_stretch(np.array([-1, 5, 2, -9, 3, -1, 4]))
    assert (start[0], stop[0], start[4], stop[4]) == (1, 2, 4, 6)


def test_a_window_stays_in_its_document():
    pages = Pages.of([2, 2])
    above, below = pages.sums_beside(np.array([[1, 2, 4, 8]]), (5,))
    assert above[0, 0].tolist() == [0, 1, 0, 4]
    assert below[0, 0].tolist() == [2, 0, 8, 0]


def test_each_page_is_seen_by_itself():
    net = text_model().net
    pages = [Case(paragraphs(*page)) for page in (LIST, STORY, STORY * 30)]
    measures, columns = examine(pages, text_model().wording)
    among = net.log_odds(sheet_of(measures, columns))
    measures, columns = examine(pages[1:2], text_model().wording)
    alone = net.log_odds(sheet_of(measures, columns))
    assert alone.tolist() == among[len(LIST) : len(LIST) + len(STORY)].tolist()


def test_a_page_of_no_known_term_is_judged_all_the_same():
    net = text_model().net
    measures, columns = examine([Case(paragraphs("zxqv jwpk", "qqzx vvkk"))], text_model().wording)
    assert net.log_odds(sheet_of(measures, columns)).shape == (2,)


def test_prose_that_is_all_taken_away_is_doubtful_not_empty():
    plea = "Sign up for our newsletter and get the best of the harbour every week, dear readers."
    article = clean(plea)
    assert (article.body, article.status) == ("", "doubtful")


def test_a_page_too_long_to_be_judged_in_one_go_is_judged_in_stretches():
    last = Label(MAX_LINES_AT_ONCE, "share.line", Category.SHARE, Strength.SURE, "a button")
    long = Case(paragraphs(*["x"] * (MAX_LINES_AT_ONCE + 2)), (SURE_OF_ONE, last))
    short = Case(paragraphs(*LIST))
    found = list(portions([short, long, short]))
    assert [[place for place, _ in portion] for portion in found] == [[0], [1], [1, 2]]
    assert [case.labels for _, case in found[1] + found[2]] == [[SURE_OF_ONE], [last], ()]


def test_a_stretch_of_a_page_has_the_elements_around_it():
    source = "<div id=a><p>one<p>two<ul><li>three</ul></div><div id=b><p>four</div>"
    draft = begin(Document(source, kind="html"), "fast")
    page, case = part_of(draft.page, Case(draft.paragraphs[1:3]))
    assert page.elements.tags == ("body", "div", "p", "ul", "li")
    assert page.elements.around == (-1, 0, 1, 1, 3)
    leaves = [p.markup.element for p in case.paragraphs if p.markup]
    assert [page.elements.tags[leaf] for leaf in leaves] == ["p", "li"]


def test_every_line_of_a_page_longer_than_that_is_judged():
    lines = MAX_LINES_AT_ONCE + 500
    page = "<div><p>The ferry sailed again on Thursday, two winters after the storm.</div>" * lines
    assert len(clean(page, kind="html", engine="fast").verdicts) == lines
