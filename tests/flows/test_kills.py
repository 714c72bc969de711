import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.e2e
def test_killed_runs_end_with_each_document_once_and_as_it_should_be(tmp_path):
    """The short form; `python -m benchmarks.kills` is the long one."""
    size = ["--documents", "400", "--kills", "6", "--wait", "4"]
    command = [sys.executable, "-m", "benchmarks.kills", "--bare", *size, "--folder", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "exact" in done.stdout
