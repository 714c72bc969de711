"""What the rules say, as the judge's columns."""

from cleaners import debris
from cleaners.judge.case import Case, examine
from cleaners.judge.context import label_in_context
from cleaners.judge.models import text_model
from cleaners.model import Paragraph


def columns(*texts):
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts))
    case = Case(paragraphs, label_in_context(paragraphs, debris.label(paragraphs)).every_label)
    return examine([case], text_model().wording)[1]


def test_a_line_that_a_rule_is_sure_of_weighs_two():
    assert columns("The depot was sold on Tuesday.", "Share this article")["rule share"][1] == 2


def test_a_line_that_no_rule_speaks_of_weighs_nothing():
    found = columns("The depot was sold on Tuesday, after a vote that took all of the night.")
    assert not any(found[name].any() for name in found if name.startswith("rule "))


def test_debris_that_hangs_on_a_paragraph_is_told_apart():
    found = columns("The depot was sold on Tuesday. (Reporting by Ines Okafor)")
    assert found["rule hanging"][0] == 2
    assert found["rule source"][0] == 0
