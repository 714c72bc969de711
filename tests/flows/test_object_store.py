"""Sources and results in an object store, against moto's S3 server."""

import pytest
from moto.server import ThreadedMotoServer

from cleaners import clean
from flows import isolation, storage
from flows.storage import Folder
from tests.flows.running import ids, results, run
from tests.flows.writing import jsonl, rows

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def bucket():
    """The URL of an empty bucket."""
    server = ThreadedMotoServer(port=0)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        environment.setenv("AWS_ACCESS_KEY_ID", "testing")
        environment.setenv("AWS_SECRET_ACCESS_KEY", "testing")
        environment.setenv("AWS_DEFAULT_REGION", "us-east-1")
        import s3fs

        s3fs.S3FileSystem().mkdir("news")
        yield "s3://news"
    server.stop()


@pytest.fixture
def source(bucket, request):
    folder = Folder(f"{bucket}/{request.node.name}/in")
    folder.put_text(jsonl(20).decode(), "many.jsonl")
    for number, row in enumerate(rows(3)):
        folder.put_text(row["text"], f"deep/er/{number}.txt")
    return folder


@pytest.fixture
def out(bucket, request):
    return f"{bucket}/{request.node.name}/out"


@pytest.mark.parametrize("sink", ["jsonl", "parquet", "text"])
def test_objects_are_cleaned_into_objects_once_only(source, out, sink):
    first = run(source.url, out, sink=sink, do=isolation.do)
    assert first.documents == 23
    assert set(ids(out).values()) == {1}
    again = run(source.url, out, sink=sink, do=isolation.do)
    assert (again.documents, again.skipped) == (0, 23)
    isolation.CHILDREN.close()


def test_a_changed_object_takes_the_place_of_the_old(source, out):
    run(source.url, out)
    source.put_text("The vote was called off on Friday.", "deep/er/1.txt")
    again = run(source.url, out)
    assert (again.documents, again.replaced) == (1, 1)
    bodies = {row["id"]: row["body"] for row in results(out)}
    assert bodies["deep/er/1.txt"] == clean("The vote was called off on Friday.").body
    assert set(ids(out).values()) == {1}


def test_what_was_never_finished_is_swept_away(source, out):
    run(source.url, out, only=1)
    Folder(out).put_text("{}\n", "bodies/half.jsonl")
    run(source.url, out)
    assert "bodies/half.jsonl" not in Folder(out).names("bodies")
    assert len(ids(out)) == 23


def test_a_glob_finds_objects(source):
    found = [file.name for file in storage.find(f"{source.url}/deep/*/*.txt")]
    assert found == ["er/0.txt", "er/1.txt", "er/2.txt"]
