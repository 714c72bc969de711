import gzip
import io

import pytest

from flows import piped
from flows.storage import Folder
from tests.flows.writing import jsonl, records


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (jsonl(5), 5),
        (gzip.compress(jsonl(5)), 5),
        (b"<p>Rain fell.</p>", 1),
        (b"Rain fell on Monday.", 1),
        (b"", 1),
    ],
    ids=["lines", "packed lines", "a page", "a text", "nothing"],
)
def test_what_is_piped_in_is_recognised(tmp_path, data, count):
    url = piped.keep(io.BytesIO(data), Folder(str(tmp_path)))
    assert [r.problem for r in records(url)] == [None] * count


def test_the_same_input_is_known_again(tmp_path):
    folder = Folder(str(tmp_path))
    first, second = (piped.keep(io.BytesIO(jsonl(5)), folder) for _ in range(2))
    assert first == second != piped.keep(io.BytesIO(jsonl(6)), folder)
