"""prefect.yaml: every deployment can be made, and the whole comes up with one command."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
import yaml

from benchmarks import press
from cleaners.model import Category, Treatment
from flows import TRIGGERS, serve
from flows.storage import Folder
from tests.flows.test_drift import put_run

ROOT = Path(__file__).resolve().parents[2]
DEPLOYMENTS = yaml.safe_load((ROOT / "prefect.yaml").read_text("utf-8"))["deployments"]
NAMES = {"clean-inbox", "clean-archive", "golden-check", "learn-sites", "drift-report"}
# A machine that does much else takes minutes where an idle one takes seconds.
MAX_SECONDS = 500
SECONDS_TO_ANSWER = 120


def named(deployment):
    return deployment["name"]


def test_these_are_the_deployments():
    assert {named(each) for each in DEPLOYMENTS} == NAMES


@pytest.mark.parametrize("deployment", DEPLOYMENTS, ids=named)
def test_a_deployment_says_what_it_does_and_how_many_may_run(deployment):
    assert deployment["description"].strip()
    assert "cleancopy" in deployment["tags"]
    assert deployment["concurrency_limit"]["limit"] == 1
    assert deployment["work_pool"]["name"] == "cleancopy"


@pytest.mark.parametrize("deployment", DEPLOYMENTS, ids=named)
def test_the_parameters_of_a_deployment_are_those_of_its_flow(deployment):
    from prefect import Flow
    from prefect.utilities.importtools import import_object

    flow = import_object(str(ROOT / deployment["entrypoint"]))
    assert isinstance(flow, Flow)
    flow.validate_parameters(deployment["parameters"])


@pytest.mark.parametrize("deployment", DEPLOYMENTS, ids=named)
def test_every_parameter_is_explained_in_the_form(deployment):
    from prefect.utilities.callables import parameter_schema
    from prefect.utilities.importtools import import_object

    flow = import_object(str(ROOT / deployment["entrypoint"]))
    properties = parameter_schema(flow.fn).properties
    assert [name for name, told in properties.items() if not told.get("description")] == []


def test_the_form_names_every_kind_of_debris():
    from prefect.utilities.callables import parameter_schema

    from flows.clean_articles import clean_articles

    said = parameter_schema(clean_articles.fn).properties["policy"]["description"]
    assert [kind for kind in (*Category, *Treatment) if kind not in said] == []


def test_automations_are_for_a_server_that_stays():
    assert os.environ[TRIGGERS] == "false"
    assert serve.settings("127.0.0.1", 4200)[TRIGGERS] == "true"


def test_a_port_that_is_taken_is_named_before_anything_starts(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SystemExit, match=f"127.0.0.1:{port}: Address already in use"):
            serve.serve("127.0.0.1", port, 1, tmp_path / "log")


def test_a_folder_without_deployments_is_named_before_anything_starts(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit, match=r"no prefect\.yaml in"):
        serve.serve("127.0.0.1", 4200, 1, tmp_path / "log")
    assert list(tmp_path.iterdir()) == []


def test_a_worker_that_is_killed_is_replaced(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(serve, "worker", lambda at_once: ("this", "-c", "ends at once"))
    monkeypatch.setattr(serve, "MIN_SECONDS_OF_A_WORKER", 0)
    serve.work(1, os.environ, tmp_path)
    assert "another takes its place" in capsys.readouterr().out


def test_a_worker_that_cannot_work_is_not_tried_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr(serve, "worker", lambda at_once: ("this", "-c", "ends at once"))
    with pytest.raises(serve.NotServing, match="no worker stays up"):
        serve.work(1, os.environ, tmp_path)


def test_nothing_is_left_to_the_environment_of_who_deploys():
    for name in ("prefect.yaml", "automations.yaml"):
        assert "{{" not in (ROOT / name).read_text("utf-8")


class Api:
    """What a person sees in the UI, over its REST API."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/api"

    def ask(self, path: str, body: object = None) -> object:
        data = None if body is None else json.dumps(body).encode()
        request = Request(self.url + path, data, {"Content-Type": "application/json"})
        for patience in (1, 2, 4, 8, 16):
            try:
                with urlopen(request, timeout=SECONDS_TO_ANSWER) as answer:
                    return json.load(answer)
            except HTTPError as refused:
                # SQLite is locked for a moment while the server writes much; the server says so.
                if refused.code != HTTPStatus.SERVICE_UNAVAILABLE:
                    raise
                time.sleep(patience)
        raise TimeoutError(f"{path}: the server was too busy five times")

    def run(self, flow: str, name: str, **parameters: object) -> None:
        """Run a deployment until it completes."""
        deployment = self.ask(f"/deployments/name/{flow}/{name}")
        wanted = {"parameters": parameters}
        run = self.ask(f"/deployments/{deployment['id']}/create_flow_run", wanted)
        self.wait_for_state({"id": {"any_": [run["id"]]}}, "COMPLETED")

    def wait_for_state(self, filter_: object, state: str) -> dict:
        """The first flow run of a filter that has reached a state."""
        last = time.monotonic() + MAX_SECONDS
        runs = []
        while time.monotonic() < last:
            runs = self.ask("/flow_runs/filter", {"flow_runs": filter_})
            for run in runs:
                if run["state_type"] == state:
                    return run
                assert run["state_type"] not in ("FAILED", "CRASHED"), run["state"]["message"]
            time.sleep(1)
        raise AssertionError([(run["name"], run["state_type"]) for run in runs])


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder like a checkout, with stories in its inbox and a schedule that does not wait."""
    tmp_path = tmp_path_factory.mktemp("checkout")
    for name in ("flows", "cleaners", "fixtures"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "automations.yaml").write_bytes((ROOT / "automations.yaml").read_bytes())
    text = (ROOT / "prefect.yaml").read_text("utf-8")
    assert text.count('cron: "30 2 * * *"') == 1
    (tmp_path / "prefect.yaml").write_text(text.replace('cron: "30 2 * * *"', "interval: 20"))
    inbox = tmp_path / "inbox" / press.SITES[0].domain
    inbox.mkdir(parents=True)
    for story in press.stories(press.SITES[0], 2, 12, seed=1):
        (inbox / f"{story.id}.txt").write_text(story.raw, "utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def served(place):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("PREFECT_")},
        "PREFECT_HOME": str(place / ".prefect"),
        "PREFECT_WORKER_QUERY_SECONDS": "2",
        "PREFECT_SERVER_UI_ENABLED": "false",
    }
    command = (sys.executable, "-m", "flows.serve", "--port", str(port))
    with (place / "serve.log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=place, env=environment, stdout=log, stderr=log, start_new_session=True
        )
        try:
            last = time.monotonic() + MAX_SECONDS
            while "is served at" not in (place / "serve.log").read_text():
                assert process.poll() is None, (place / "serve.log").read_text()
                assert time.monotonic() < last
                time.sleep(0.5)
            yield Api(port)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(90)


@pytest.mark.e2e
def test_one_command_serves_all_deployments_and_runs_them(served, place):
    deployed = served.ask("/deployments/filter", {})
    assert {each["name"] for each in deployed} == NAMES
    assert "{{" not in json.dumps(deployed)
    assert served.ask("/automations/filter", {})[0]["enabled"]

    for flow, name in (("clean-articles", "clean-inbox"), ("learn-sites", "learn-sites")):
        served.run(flow, name)
    assert list((place / "out" / "inbox" / "bodies").glob("*.jsonl"))
    assert list((place / "out" / "inbox" / "runs").glob("*/report.html"))
    assert (place / "sites" / f"{press.SITES[0].domain}.toml").exists()

    golden = served.ask("/deployments/name/golden-check/golden-check")
    mine = {"deployment_id": {"any_": [golden["id"]]}}
    assert served.wait_for_state(mine, "COMPLETED")["auto_scheduled"]
    keys = {each["key"] for each in served.ask("/artifacts/filter", {})}
    assert {"run-summary", "golden-check", "site-profiles"} <= keys


class Listener(HTTPServer):
    """Where people read messages: keeps what is posted to it."""

    def __init__(self) -> None:
        self.told: list[str] = []

        class Keep(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                self.server.told.append(self.rfile.read(length).decode())
                self.send_response(HTTPStatus.OK)
                self.end_headers()

        super().__init__(("127.0.0.1", 0), Keep)

    def wait(self) -> str:
        last = time.monotonic() + MAX_SECONDS
        while not self.told and time.monotonic() < last:
            time.sleep(0.5)
        return self.told[0]


@pytest.fixture
def listener():
    with Listener() as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield found
        found.shutdown()


def automate(served: Api, listener: Listener) -> None:
    """The automation of docs/operations.md, with a webhook of ours in it."""
    block = served.ask("/block_types/slug/webhook")
    schema = served.ask(
        "/block_schemas/filter", {"block_schemas": {"block_type_id": {"any_": [block["id"]]}}}
    )[0]
    url = f"http://127.0.0.1:{listener.server_port}/"
    webhook = {
        "name": "press-room",
        "block_type_id": block["id"],
        "block_schema_id": schema["id"],
        "data": {"method": "POST", "url": url, "allow_private_urls": True},
    }
    made = served.ask("/block_documents/", webhook)
    text = (ROOT / "docs" / "operations.md").read_text("utf-8")
    (example,) = re.findall(r"```yaml\n(automations:.*?)```", text, re.DOTALL)
    (automation,) = yaml.safe_load(example)["automations"]
    automation["actions"][0]["block_document_id"] = made["id"]
    served.ask("/automations/", automation)


@pytest.mark.e2e
def test_a_site_that_drifts_is_told_of_by_an_automation(served, place, listener):
    automate(served, listener)
    today = datetime.now(UTC).date()
    for place_in_time in range(12):
        day = today - timedelta(days=11 - place_in_time)
        folder = Folder(str(place / "out" / "drifting"))
        put_run(folder, day, "wild.example", 160 if day == today else 40)
    served.run("drift-report", "drift-report", out="out/drifting")
    told = listener.wait()
    assert f"wild.example changed on {today}" in told
    assert "usually 40" in told
    assert "drift" in {each["key"] for each in served.ask("/artifacts/filter", {})}
