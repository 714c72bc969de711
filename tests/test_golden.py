"""Each golden case comes out as accepted, and the promises hold on it."""

from pathlib import Path

import pytest

from cleaners import BadRule, clean_many
from flows import golden
from tests.invariants import assert_holds

ROOT = Path(__file__).parent.parent / "fixtures"
CASES = golden.load_all(ROOT)
cases = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@cases
def test_a_case_comes_out_as_accepted(case: golden.Case, pytestconfig: pytest.Config):
    outcome = golden.run(case)
    if pytestconfig.getoption("--accept"):
        golden.accept(outcome)
        outcome = golden.run(golden.load(case.folder))
    if outcome.problem:
        pytest.fail(outcome.problem, pytrace=False)


@cases
def test_the_promises_hold_on_a_case(case: golden.Case):
    assert_holds(golden.run(case).article, case.document.language)


def test_cases_cleaned_together_are_as_cleaned_alone():
    plain = [case for case in CASES if not case.policy.treatments]
    together = list(clean_many([case.document for case in plain]))
    alone = [next(iter(clean_many([case.document]))) for case in plain]
    backwards = list(clean_many([case.document for case in reversed(plain)]))
    assert together == alone
    assert together == backwards[::-1]


def a_case(folder: Path, raw: str, toml: str = 'about = "A test."\n') -> golden.Case:
    folder.mkdir(exist_ok=True)
    (folder / "raw.txt").write_text(raw, "utf-8")
    (folder / "case.toml").write_text(toml, "utf-8")
    return golden.load(folder)


def test_a_new_case_fails_until_it_is_accepted(tmp_path: Path):
    case = a_case(tmp_path / "new", "The bridge opened.")
    assert "is missing" in (golden.run(case).problem or "")
    assert golden.accept(golden.run(case))
    assert golden.run(golden.load(case.folder)).problem is None


def test_a_raw_page_without_a_word_about_it_is_named(tmp_path: Path):
    (tmp_path / "forgotten").mkdir()
    (tmp_path / "forgotten" / "raw.txt").write_text("The bridge opened.", "utf-8")
    with pytest.raises(BadRule, match=r"forgotten: no case\.toml"):
        golden.load_all(tmp_path)


def test_a_moved_body_is_shown_as_a_diff(tmp_path: Path):
    case = a_case(tmp_path / "moved", "The bridge opened.")
    (case.folder / "body.txt").write_text("The bridge closed.\n", "utf-8")
    problem = golden.run(golden.load(case.folder)).problem or ""
    assert "-The bridge closed.\n+The bridge opened." in problem


def test_a_known_failure_that_passes_is_a_failure(tmp_path: Path):
    toml = 'about = "A test."\nexpect = "known-failure"\n'
    case = a_case(tmp_path / "known", "The bridge opened.", toml)
    (case.folder / "body.txt").write_text("Something else.\n", "utf-8")
    assert golden.run(golden.load(case.folder)).problem is None
    (case.folder / "body.txt").write_text("The bridge opened.\n", "utf-8")
    assert "passes now" in (golden.run(golden.load(case.folder)).problem or "")


def test_acceptance_leaves_known_failures_and_raw_files(tmp_path: Path):
    toml = 'about = "A test."\nexpect = "known-failure"\n'
    case = a_case(tmp_path / "known", "The bridge opened.", toml)
    assert not golden.accept(golden.run(case))
    assert sorted(path.name for path in case.folder.iterdir()) == ["case.toml", "raw.txt"]


@pytest.mark.parametrize(
    "toml",
    ['abuot = "A test."', 'about = "A test."\nexpect = "maybe"', ""],
    ids=["unknown key", "unknown expectation", "no description"],
)
def test_a_malformed_case_says_what_is_wrong(tmp_path: Path, toml: str):
    with pytest.raises(BadRule, match=r"case\.toml"):
        a_case(tmp_path / "malformed", "The bridge opened.", toml)


def test_acceptance_is_refused_under_ci(pytester: pytest.Pytester, monkeypatch):
    monkeypatch.setenv("CI", "true")
    pytester.makeconftest((Path(__file__).parent / "conftest.py").read_text("utf-8"))
    result = pytester.runpytest_subprocess("--accept")
    result.stderr.fnmatch_lines(["*refused under CI*"])
    assert result.ret == pytest.ExitCode.USAGE_ERROR


# How many cases of professional text must come out with all their words; it only rises.
LEFT_ALONE = 48


def test_professional_text_without_debris_comes_out_whole():
    left_alone = [
        case
        for case in CASES
        if case.expect == "pass"
        and case.document.kind == "text"
        and (case.body or "").split() == bytes(case.document.raw).decode("utf-8", "replace").split()
    ]
    assert len(left_alone) >= LEFT_ALONE
