"""What the README shows is what happens, and every file it names is there."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_examples_of_the_readme_are_true():
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert result.attempted > 5
    assert result.failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_names_exists(page: Path):
    text = page.read_text("utf-8")
    named = re.findall(r"\]\(([\w./-]+)\)", text)
    named += re.findall(
        r"`((?:cleaners|flows|tests|fixtures|docs|training|benchmarks)/[\w./]+)`", text
    )
    missing = [
        name for name in named if not any((base / name).exists() for base in (page.parent, ROOT))
    ]
    assert missing == []
