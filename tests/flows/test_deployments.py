"""prefect.yaml: every deployment can be made, and the whole comes up with one command."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
import yaml

from benchmarks import press

ROOT = Path(__file__).resolve().parents[2]
DEPLOYMENTS = yaml.safe_load((ROOT / "prefect.yaml").read_text("utf-8"))["deployments"]
NAMES = {"clean-inbox", "clean-archive", "golden-check", "learn-sites", "drift-report"}
# A machine that does much else takes minutes where an idle one takes seconds.
MAX_SECONDS = 500


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
                with urlopen(request, timeout=30) as answer:
                    return json.load(answer)
            except HTTPError as refused:
                # SQLite is locked for a moment while the server writes much; the server says so.
                if refused.code != HTTPStatus.SERVICE_UNAVAILABLE:
                    raise
                time.sleep(patience)
        raise TimeoutError(f"{path}: the server was too busy five times")

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


@pytest.fixture
def place(tmp_path):
    """A folder like a checkout, with stories in its inbox and a schedule that does not wait."""
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


@pytest.fixture
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
        deployment = served.ask(f"/deployments/name/{flow}/{name}")
        run = served.ask(f"/deployments/{deployment['id']}/create_flow_run", {"parameters": {}})
        served.wait_for_state({"id": {"any_": [run["id"]]}}, "COMPLETED")
    assert list((place / "out" / "inbox" / "bodies").glob("*.jsonl"))
    assert list((place / "out" / "inbox" / "runs").glob("*/report.html"))
    assert (place / "sites" / f"{press.SITES[0].domain}.toml").exists()

    golden = served.ask("/deployments/name/golden-check/golden-check")
    mine = {"deployment_id": {"any_": [golden["id"]]}}
    assert served.wait_for_state(mine, "COMPLETED")["auto_scheduled"]
    keys = {each["key"] for each in served.ask("/artifacts/filter", {})}
    assert {"run-summary", "golden-check", "site-profiles"} <= keys
