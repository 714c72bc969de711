"""`cleancopy run --bare`: the whole run without Prefect."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.invented import story
from flows.answers import Exit
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


def test_the_table_ends_with_where_the_page_is(source, tmp_path, capsys):
    run(source, tmp_path / "out")
    *_, report = capsys.readouterr().out.splitlines()
    assert Path(report.removeprefix("report").strip()).read_text("utf-8").startswith("<!doctype")


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("nowhere/*.txt", "no file is there"),
        ("nowhere", "no such file or folder"),
        ("picture.jpg", "no file there has a name that says what it is"),
        ("nosuch://courier/in", "Protocol not known"),
    ],
)
def test_a_source_without_documents_is_one_line_of_complaint(
    tmp_path, monkeypatch, capsys, name, complaint
):
    monkeypatch.chdir(tmp_path)
    Path("picture.jpg").write_bytes(b"\xff\xd8")
    assert run(name, "out") in (Exit.INCOMPLETE, Exit.NOTHING)
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"cleancopy: {name}: {complaint}")


def test_a_policy_may_be_a_file(source, tmp_path):
    policy, kept, out = tmp_path / "ours.toml", 'subscribe = "keep"', tmp_path / "out"
    policy.write_text(kept)
    (source / "0.txt").write_text(f"{story(0)}\n\nSubscribe to our newsletter\n")
    run(source, out, "--sink", "text", "--policy", str(policy))
    assert any("newsletter" in body.read_text() for body in out.rglob("*.txt"))


def test_a_policy_that_does_not_exist_is_wrong_usage(source, tmp_path, capsys):
    assert run(source, tmp_path / "out", "--policy", "captoin=keep") == Exit.USAGE
    assert "captoin" in capsys.readouterr().err
