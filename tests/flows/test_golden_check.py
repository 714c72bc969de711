"""The report of the golden cases, and the flow that fails when one moved."""

import pytest

from flows import golden, golden_check


@pytest.fixture
def cases(tmp_path):
    for name, raw in (("stays", "A plain story."), ("moves", "Told with ``` in it.")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "case.toml").write_text(f'about = "What {name}."\n')
        (folder / "raw.txt").write_text(raw)
        golden.accept(golden.run(golden.load(folder)))
    (tmp_path / "moves" / "body.txt").write_text("Told with ``` in another way.\n")
    return tmp_path


def outcomes(cases):
    return golden_check.clean_cases.fn(cases)


def test_a_case_that_moved_is_shown_with_its_difference(cases):
    said = golden_check.report(outcomes(cases))
    assert "2 cases, **1 moved**" in said
    assert "## moves\n\nWhat moves." in said
    assert "-Told with ``` in another way.\n+Told with ``` in it." in said
    assert "## stays" not in said


def test_a_long_paragraph_is_read_without_scrolling(cases):
    (cases / "moves" / "body.txt").write_text("A word of many. " * 30 + "\n")
    lines = golden_check.report(outcomes(cases)).splitlines()
    removed = [line for line in lines if line.startswith("-A word") or line.startswith("-of")]
    assert len(removed) > 1
    assert max(map(len, removed)) <= golden_check.MAX_WIDTH_OF_A_DIFF + 1


def test_a_difference_cannot_end_its_code_block(cases):
    assert "````diff" in golden_check.report(outcomes(cases))


def test_a_folder_without_cases_is_no_success(tmp_path):
    with pytest.raises(golden_check.Moved, match="no golden case there"):
        outcomes(tmp_path)


def test_a_long_difference_is_cut_and_the_other_cases_are_named(cases, monkeypatch):
    monkeypatch.setattr(golden_check, "MAX_DIFF_LINES", 2)
    (cases / "stays" / "body.txt").write_text("Another.\n")
    said = golden_check.report(outcomes(cases))
    assert "## moves" in said
    assert "## stays" in said
    assert "(difference left out)" in said
