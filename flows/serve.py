"""Everything on one machine in one command: a Prefect server, the work pool, the automations, all
deployments of ``prefect.yaml`` and a worker. Run: ``python -m flows.serve``.
"""

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

POOL = "cleancopy"
# A first start makes its database: 26 seconds on a busy machine, minutes on a crowded one.
MAX_SECONDS_TO_START = 480
# A worker waits for its runs after the first signal and ends them after the second.
SECONDS_TO_STOP = 15


class NotServing(Exception):
    """A part of it did not come up."""


def serve(host: str, port: int, at_once: int, log: Path) -> None:
    """Bring up the server, the worker and all deployments, and stay until interrupted."""
    url = f"http://{host}:{port}"
    log.mkdir(parents=True, exist_ok=True)
    Path("inbox").mkdir(exist_ok=True)
    environment = settings(url)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with running(("server", "start", "--host", host, "--port", str(port)), environment, log):
            wait_for(f"{url}/api/health")
            set_up(environment)
            worker = ("worker", "start", "--pool", POOL, "--limit", str(at_once))
            with running(worker, environment, log) as process:
                print(f"\ncleancopy is served at {url} (logs in {log}/)", flush=True)
                print(f"Put files into inbox/, or: export PREFECT_API_URL={url}/api", flush=True)
                print("  prefect deployment run clean-articles/clean-archive -p source=…\n")
                process.wait()
                raise NotServing(f"the worker ended by itself; see {log}/worker.log")
    except (KeyboardInterrupt, SystemExit):
        print("stopped", flush=True)
    except NotServing as problem:
        sys.exit(str(problem))


def settings(url: str) -> dict[str, str]:
    """The environment of server, worker and flows."""
    return {
        **os.environ,
        "PREFECT_API_URL": f"{url}/api",
        # The page asks this address, not the one it came from, for its data.
        "PREFECT_SERVER_UI_API_URL": f"{url}/api",
        "PYTHONPATH": os.pathsep.join(filter(None, (str(Path.cwd()), os.getenv("PYTHONPATH")))),
    }


def set_up(environment: Mapping[str, str]) -> None:
    """Make the pool, the automations and the deployments, or bring them up to date."""
    prefect(("work-pool", "create", POOL, "--type", "process", "--overwrite"), environment)
    known = prefect(("automation", "ls"), environment)
    if "Free the place" not in known:
        prefect(("automation", "create", "--from-file", "automations.yaml"), environment)
    prefect(("--no-prompt", "deploy", "--all"), environment)


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
    """A part of Prefect in a process of its own, ended with this one."""
    with (log / f"{command[0]}.log").open("ab") as written:
        process = subprocess.Popen(
            (sys.executable, "-m", "prefect", *command),
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
