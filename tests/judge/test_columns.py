"""What single columns say of lines."""

import numpy as np

from cleaners.judge.features import features_of
from cleaners.judge.models import text_model
from cleaners.model import Paragraph


def columns_of(*lines: str) -> dict[str, list[float]]:
    page = [Paragraph(number, text) for number, text in enumerate(lines)]
    _, columns = features_of([page], text_model().wording)
    return {name: np.asarray(column, float).tolist() for name, column in columns.items()}


def test_an_entry_of_contents_is_said_below_and_its_subhead_above():
    columns = columns_of("Sealing the oven", "Clay cracks in winter.", "Sealing the oven")
    assert columns["said below"] == [1, 0, 0]
    assert columns["said above"] == [0, 0, 1]


def test_what_another_page_says_is_not_said_again():
    pages = [[Paragraph(0, "Sealing the oven")], [Paragraph(0, "Sealing the oven")]]
    _, columns = features_of(pages, text_model().wording)
    assert np.asarray(columns["said below"]).tolist() == [0, 0]


def test_a_caption_begins_with_what_somebody_does():
    columns = columns_of("Boarding the ferry to Orrin.", "She was boarding the ferry.")
    assert columns["does first"] == [1, 0]
    assert columns["doing"] == [1 / 5, 1 / 5]


def test_a_short_word_has_no_ending():
    columns = columns_of("The red king sang.", "They painted the singing hall.")
    assert columns["past"] == [0, 1 / 5]
    assert columns["doing"] == [0, 1 / 5]


def test_a_button_asks_something_of_the_reader_at_once():
    assert columns_of("Book a demo", "They book it")["asks first"] == [1, 0]
