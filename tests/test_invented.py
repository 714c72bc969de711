"""Pages written for training: each teaches what is body and what is not."""

import pytest

from training import invented


@pytest.fixture(scope="module")
def written():
    return list(invented.pages())


def test_every_page_has_a_story_and_debris(written):
    bare = [
        page.name for page in written if {line.kind is None for line in page.lines} != {True, False}
    ]
    assert written
    assert bare == []


def test_every_page_has_a_name_of_its_own(written):
    names = [page.name for page in written]
    assert len(set(names)) == len(names)


def test_the_body_is_the_lines_with_a_plus_in_order(tmp_path):
    (tmp_path / "sea.txt").write_text(
        "=== 1 | news | container\n-headline Gale\n+ The gale came.\n-ad Advert\n+ It went.\n"
    )
    (page,) = invented.pages(tmp_path)
    assert page.name == "sea-1"
    assert page.body == "The gale came.\n\nIt went."


def test_a_row_that_is_no_line_is_named(tmp_path):
    (tmp_path / "sea.txt").write_text("=== 1 | news | container\n+ The gale came.\nIt went.\n")
    with pytest.raises(ValueError, match=r"sea\.txt, line 3: .*It went"):
        list(invented.pages(tmp_path))


def test_each_page_is_a_site_of_its_own(tmp_path):
    (tmp_path / "sea.txt").write_text(
        "=== 1 | news | whole\n+ One.\n\n=== 2 | article | whole\n+ Two.\n"
    )
    assert len({sample.domain for sample in invented.samples(tmp_path)}) == 2
