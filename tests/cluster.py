"""A Dask scheduler and workers of one thread, as processes of this machine."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from conftest import ROOT

LOCAL = ("--no-dashboard", "--host", "127.0.0.1")
QUIET = {"DASK_DISTRIBUTED__ADMIN__LARGE_GRAPH_WARNING_THRESHOLD": "1GB"}


HEDGE = """
import os, sys
def look(event, values):
    path = values[0] if event in {"open", "os.listdir", "os.scandir"} and values else ""
    if isinstance(path, (str, os.PathLike)) and os.fspath(path).startswith(os.environ["APART"]):
        raise PermissionError(13, "This folder is of another machine.", os.fspath(path))
sys.addaudithook(look)
"""


class Cluster:
    """The processes of a cluster; its files are in `folder`, each worker has one of its own there.

    Their environment is that of the tests with `environment`. Workers can open nothing in a folder
    that is `apart`.
    """

    def __init__(
        self, folder: Path, environment: Mapping[str, str] = {}, apart: Path | None = None
    ) -> None:
        self.folder = folder
        self.environment = {**os.environ, **QUIET, **environment, "APART": f"{apart}/"}
        self.paths: list[str] = []
        if apart:
            self.paths.append(str(folder / "hedge"))
            (folder / "hedge").mkdir()
            (folder / "hedge/sitecustomize.py").write_text(HEDGE)
        self.processes: list[subprocess.Popen[bytes]] = []
        # Its processes end by themselves where those of the tests are killed.
        self._start("scheduler", "--port", "0", "--idle-timeout", "300")
        self.engine = f"dask://{self._told('scheduler', 'Scheduler at: ')}"

    def workers(self, number: int) -> list[str]:
        """Starts workers; returns their addresses when all are there."""
        return [each() for each in [self._worker() for _ in range(number)]]

    def worker(self, home: Path = ROOT / "hooks") -> str:
        """Starts a worker with the package of `home`; returns its address when it is there."""
        return self._worker(home)()

    def _worker(self, home: Path = ROOT / "hooks") -> Callable[[], str]:
        """Starts a worker; returns what waits for it, and returns its address."""
        name = f"worker-{len(self.processes)}"
        target = self.engine.replace("dask", "tcp")
        options = (
            "--nthreads",
            "1",
            "--no-nanny",
            "--death-timeout",
            "60",
            "--local-directory",
            str(self.folder / name),
        )
        self._start("worker", target, *options, home=home, name=name)

        def there() -> str:
            self._told(name, "Registered to: ")
            return f"tcp://{self._told(name, 'Listening to: ')}"

        return there

    def _start(self, kind: str, *given: str, home: Path = ROOT / "hooks", name: str = "") -> None:
        with Path(self.folder, f"{name or kind}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.dask_{kind}", *given, *LOCAL],
                env={**self.environment, "PYTHONPATH": os.pathsep.join([*self.paths, str(home)])},
                stdout=log,
                stderr=log,
            )
        self.processes.append(process)

    def _told(self, name: str, before: str) -> str:
        """The address that a process tells in its log."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            for line in Path(self.folder, f"{name}.log").read_text("utf-8").splitlines():
                if before.replace(" ", "") in line.replace(" ", ""):
                    return line.rpartition("tcp://")[2].strip()
            time.sleep(0.05)
        raise TimeoutError(Path(self.folder, f"{name}.log").read_text("utf-8"))

    def end(self) -> None:
        for each in reversed(self.processes):
            each.kill()
            each.wait()


@contextmanager
def cluster(
    folder: Path, workers: int, environment: Mapping[str, str] = {}, apart: Path | None = None
) -> Iterator[Cluster]:
    """A cluster that ends with the block."""
    folder.mkdir(parents=True, exist_ok=True)
    found = Cluster(folder, environment, apart)
    try:
        found.workers(workers)
        yield found
    finally:
        found.end()
