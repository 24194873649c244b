"""A Dask scheduler and workers of one thread, as processes of this machine."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from conftest import ROOT

LOCAL = ("--no-dashboard", "--host", "127.0.0.1")
QUIET = {"DASK_DISTRIBUTED__ADMIN__LARGE_GRAPH_WARNING_THRESHOLD": "1GB"}


class Cluster:
    """The processes of a cluster; its files are in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        # Its processes end by themselves where those of the tests are killed.
        self._start("scheduler", "--port", "0", "--idle-timeout", "300")
        self.engine = f"dask://{self._told('scheduler', 'Scheduler at: ')}"

    def worker(self, home: Path = ROOT / "hooks") -> str:
        """Starts a worker with the package of `home`; returns its address when it is there."""
        name = f"worker-{len(self.processes)}"
        target = self.engine.replace("dask", "tcp")
        options = (
            "--nthreads",
            "1",
            "--no-nanny",
            "--death-timeout",
            "60",
            "--local-directory",
            str(self.folder),
        )
        self._start("worker", target, *options, home=home, name=name)
        self._told(name, "Registered to: ")
        return f"tcp://{self._told(name, 'Listening to: ')}"

    def _start(self, kind: str, *given: str, home: Path = ROOT / "hooks", name: str = "") -> None:
        with Path(self.folder, f"{name or kind}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.dask_{kind}", *given, *LOCAL],
                env={**os.environ, **QUIET, "PYTHONPATH": str(home)},
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
def cluster(folder: Path, workers: int) -> Iterator[Cluster]:
    """A cluster that ends with the block."""
    folder.mkdir(parents=True, exist_ok=True)
    found = Cluster(folder)
    try:
        for _ in range(workers):
            found.worker()
        yield found
    finally:
        found.end()
