"""Everything on one machine in one command: a Prefect server, the work pool, the automations, all
deployments of ``prefect.yaml`` and a worker. Run: ``python -m flows.serve``.
"""

import argparse
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from os.path import relpath
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from flows import TRIGGERS
from flows.addresses import RESULTS, RESULTS_URL

POOL = "cleancopy"
DEPLOYMENTS = "prefect.yaml"
AUTOMATIONS = "automations.yaml"
# A first start makes its database: 26 seconds on a busy machine, minutes on a crowded one.
MAX_SECONDS_TO_START = 480
# A worker waits for its runs after the first signal and ends them after the second.
SECONDS_TO_STOP = 15
SECONDS_TO_ANSWER = 60
# One that cannot work says so in the first seconds.
MIN_SECONDS_OF_A_WORKER = 60

# The names of the automations in their file.
_NAME = re.compile(r"^  - name: (.+)$", re.MULTILINE)


class NotServing(Exception):
    """A part of it did not come up."""


def serve(host: str, port: int, at_once: int, log: Path) -> None:
    """Bring up the server, the worker and all deployments, and stay until interrupted."""
    environment = settings(host, port)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        expect_a_checkout()
        for needed in (port, port + 1):
            expect_free(host, needed)
        log.mkdir(parents=True, exist_ok=True)
        Path("inbox").mkdir(exist_ok=True)
        with (
            running(("prefect", "server", "start", *at(host, port)), environment, log),
            running(pages(host, port + 1), environment, log),
        ):
            wait_for(f"http://{host}:{port}/api/health")
            set_up(environment)
            print(_welcome(host, port, log), flush=True)
            while True:
                work(at_once, environment, log)
    except (KeyboardInterrupt, SystemExit):
        print("stopped", flush=True)
    except NotServing as problem:
        sys.exit(str(problem))


def work(at_once: int, environment: Mapping[str, str], log: Path) -> None:
    """Have a worker until it ends, which it does only when it is killed or cannot work.

    Raises:
        NotServing: it ended at once, as the next would.
    """
    begun = time.monotonic()
    with running(worker(at_once), environment, log) as process:
        process.wait()
    if time.monotonic() - begun < MIN_SECONDS_OF_A_WORKER:
        raise NotServing(f"no worker stays up; see {log}/worker.log")
    print("the worker ended; another takes its place", flush=True)


def _welcome(host: str, port: int, log: Path) -> str:
    """What to look at and what to do, once all is up."""
    prefect = f"{relpath(sys.executable)} -m prefect"
    return f"""
cleancopy is served at http://{host}:{port}; Ctrl-C ends it
  results   http://{host}:{port + 1}
  logs      {log}/
What is put into inbox/ is cleaned every 15 minutes. Other runs, from another terminal:
  export PREFECT_API_URL=http://{host}:{port}/api
  {prefect} deployment run clean-articles/clean-archive -p source=FOLDER
"""


def expect_a_checkout() -> None:
    """Make sure that the deployments are here.

    Raises:
        NotServing: they are not.
    """
    for name in (DEPLOYMENTS, AUTOMATIONS):
        if not Path(name).is_file():
            raise NotServing(f"no {name} in {Path.cwd()}; start in a checkout of cleancopy")


def expect_free(host: str, port: int) -> None:
    """Make sure that nobody listens where we are about to: a stranger would take our deployments.

    Raises:
        NotServing: somebody does.
    """
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError as problem:
            raise NotServing(
                f"{host}:{port}: {problem.strerror}; two ports in a row are needed, say which "
                f"with --port (make serve PORT=4300)"
            ) from None


def at(host: str, port: int) -> tuple[str, ...]:
    """The options that say where a server listens."""
    return "--host", host, "--port", str(port)


def worker(at_once: int) -> tuple[str, ...]:
    """What starts a worker."""
    return "prefect", "worker", "start", "--pool", POOL, "--limit", str(at_once)


def pages(host: str, port: int) -> tuple[str, ...]:
    """What shows the folder of the results, so that the UI can link to the reports in it."""
    return "http.server", str(port), "--bind", host, "--directory", RESULTS


def settings(host: str, port: int) -> dict[str, str]:
    """The environment of server, worker and flows."""
    url = f"http://{host}:{port}"
    return {
        **os.environ,
        "PREFECT_API_URL": f"{url}/api",
        # The page asks this address, not the one it came from, for its data.
        "PREFECT_SERVER_UI_API_URL": f"{url}/api",
        TRIGGERS: "true",
        RESULTS_URL: f"http://{host}:{port + 1}",
        "PYTHONPATH": os.pathsep.join(filter(None, (str(Path.cwd()), os.getenv("PYTHONPATH")))),
    }


def set_up(environment: Mapping[str, str]) -> None:
    """Make the pool, the automations and the deployments, or bring them up to date."""
    prefect(("work-pool", "create", POOL, "--type", "process", "--overwrite"), environment)
    automate(environment)
    prefect(("--no-prompt", "deploy", "--all"), environment)


def automate(environment: Mapping[str, str]) -> None:
    """Make the automations unless all are there; who changed one keeps it as it is."""
    url = environment["PREFECT_API_URL"] + "/automations"
    wanted = set(_NAME.findall(Path(AUTOMATIONS).read_text("utf-8")))
    known = {each["name"]: each["id"] for each in ask("POST", f"{url}/filter")}
    if wanted <= known.keys():
        return
    for name in wanted & known.keys():
        ask("DELETE", f"{url}/{known[name]}")
    prefect(("automation", "create", "--from-file", AUTOMATIONS), environment)


def ask(method: str, url: str) -> Any:
    """What the server answers; Prefect's own command takes seconds to start for this."""
    request = Request(url, b"{}", {"Content-Type": "application/json"}, method=method)
    with urlopen(request, timeout=SECONDS_TO_ANSWER) as answer:
        return json.loads(answer.read() or b"null")


def prefect(command: Sequence[str], environment: Mapping[str, str]) -> str:
    """Run a command of Prefect; what it printed.

    Raises:
        NotServing: it failed.
    """
    print("prefect", *command, flush=True)
    done = subprocess.run(
        (sys.executable, "-m", "prefect", *command),
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise NotServing(f"prefect {' '.join(command)} failed:\n{done.stdout}\n{done.stderr}")
    return done.stdout


@contextmanager
def running(
    command: Sequence[str], environment: Mapping[str, str], log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """A module of Python in a process of its own, ended with this one."""
    name = next(word for word in command if word != "prefect")
    with (log / f"{name}.log").open("ab") as written:
        process = subprocess.Popen(
            (sys.executable, "-m", *command),
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    for ask in (process.terminate, process.terminate, process.kill):
        if process.poll() is None:
            ask()
            try:
                process.wait(SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                continue


def wait_for(url: str) -> None:
    """Wait until a server answers.

    Raises:
        NotServing: it does not.
    """
    last = time.monotonic() + MAX_SECONDS_TO_START
    while time.monotonic() < last:
        try:
            with urlopen(url, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.5)
    raise NotServing(f"{url} does not answer after {MAX_SECONDS_TO_START} seconds")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m flows.serve", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="the address the server listens on")
    parser.add_argument("--port", type=int, default=4200, help="where it listens")
    parser.add_argument("--at-once", type=int, default=2, help="flow runs at the same time")
    parser.add_argument("--log", type=Path, default=Path("out/serve"), help="a folder for logs")
    wanted = parser.parse_args()
    serve(wanted.host, wanted.port, wanted.at_once, wanted.log)


if __name__ == "__main__":
    main()
