"""Where results can be looked at: on the web while `flows.serve` shows them, else on disk."""

import os
from pathlib import Path
from urllib.parse import quote

# The folder that is shown, and the setting that says where.
RESULTS = "out"
RESULTS_URL = "CLEANCOPY_RESULTS_URL"


def address(file: str) -> str:
    """Where a file of results can be seen."""
    url, shown = os.environ.get(RESULTS_URL), Path(RESULTS).absolute()
    if url and Path(file).is_relative_to(shown):
        return f"{url}/{quote(Path(file).relative_to(shown).as_posix())}"
    return file
