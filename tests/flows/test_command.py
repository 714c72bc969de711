"""`cleancopy run --bare`: the whole run without Prefect."""

import subprocess
import sys

import pytest

from benchmarks.invented import story
from flows.command import app
from tests.flows.running import ids


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(story(number))
    return folder


def run(source, out, *more):
    return app([str(source), str(out), "--bare", "--workers", "1", *more], standalone_mode=False)


def test_a_bare_run_cleans_and_a_second_one_skips(source, tmp_path, capsys):
    out = tmp_path / "out"
    run(source, out)
    assert "6 documents" in capsys.readouterr().out
    run(source, out)
    assert set(ids(out).values()) == {1}
    assert "done before" in capsys.readouterr().out


def test_a_bare_run_leaves_its_page_too(source, tmp_path):
    run(source, tmp_path / "out")
    (page,) = (tmp_path / "out" / "runs").glob("*/report.html")
    assert "0.txt" in page.read_text("utf-8")


def test_a_bare_run_needs_no_prefect():
    asked = "import sys, flows.command; sys.exit('prefect' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def test_dask_is_not_reached_without_prefect(source, tmp_path):
    with pytest.raises(Exception, match="Dask is reached through Prefect"):
        run(source, tmp_path / "out", "--runner", "dask")
