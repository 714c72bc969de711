"""The ``--accept`` option: rewrite the accepted bodies and ledgers of the golden cases."""

import os

import pytest
from hypothesis import settings

# The same examples at each run: a change that is to land must not fail by chance. To search on:
# pytest tests/test_promises.py --hypothesis-profile=search
settings.register_profile("same", derandomize=True, max_examples=60, deadline=None)
settings.register_profile("search", max_examples=1000, deadline=None)
settings.load_profile("same")

pytest_plugins = ("pytester",)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="rewrite body.txt and ledger.txt of the golden cases; raw files are never touched",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--accept") and os.environ.get("CI"):
        raise pytest.UsageError("--accept rewrites what was reviewed; it is refused under CI")
