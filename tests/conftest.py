"""The ``--accept`` option: rewrite the accepted bodies and ledgers of the golden cases."""

import os

import pytest

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
