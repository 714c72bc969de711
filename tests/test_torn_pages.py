"""Pages to learn joins from: what is said to be torn must have been torn."""

import pytest

from training import seams
from training.pages import Sample

STORY = (
    "The harbour board voted on Monday to reopen the old swing bridge, as it had said in May.",
    "The mayor of the town crossed it on foot with some of those who had waited for two years.",
)
WHOLE = Sample("page-1", "varde.example", "News\n\n" + "\n\n".join(STORY), "", seams.WHOLE)
TORN = Sample(
    "page-1",
    "varde.example",
    "News\n" + STORY[0].replace(" old swing bridge", "\nold swing bridge\n") + f"\n{STORY[1]}",
    "",
    "torn",
)


def taught(variant: str) -> list[seams.Torn]:
    return [page for page in seams.of([WHOLE, TORN]) if page.sample.variant == variant]


def test_lines_of_one_block_go_on_and_the_next_block_does_not():
    (page,) = taught("torn")
    assert page.goes_on.tolist() == [False, False, True, True, False]


def test_the_first_line_teaches_nothing_and_lines_of_prose_all():
    (page,) = taught("torn")
    assert page.weight.tolist() == [0, 1, 1, 1, 1]


def test_an_entry_of_a_menu_teaches_little():
    page = seams.torn(Sample("page-1", "varde.example", "News\nSport", ""), ["News", "Sport"])
    assert page.weight[1] == pytest.approx(seams.WEIGHT_OF_AN_ITEM)


def test_nothing_goes_on_where_lines_are_blocks():
    as_printed, a_line_a_block, wrapped = taught(seams.WHOLE)
    assert not as_printed.goes_on.any()
    assert not a_line_a_block.goes_on.any()
    assert wrapped.goes_on.sum() == len(wrapped.lines) - 3


def test_what_another_scraper_printed_alone_teaches_nothing():
    other = Sample("page-1", "varde.example", "Buy a boat today\nfrom us", "", "other")
    (page,) = [page for page in seams.of([WHOLE, other]) if page.sample.variant == "other"]
    assert not page.weight.any()
