"""Runs a command as a whole process and tells what it took. Linux only."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.05
PATIENCE = 20
"""The sampler rests this many times as long as a sample took, so that it costs at most 5 %."""


@dataclass(frozen=True)
class Cost:
    """Seconds on the wall and of processors, and the highest memory in bytes."""

    wall: float
    processor: float
    memory: int

    def __add__(self, after: "Cost") -> "Cost":
        """The cost of both, one after the other."""
        highest = max(self.memory, after.memory)
        return Cost(self.wall + after.wall, self.processor + after.processor, highest)


@dataclass(frozen=True)
class Output:
    """The output of a generator: pages, all files and their bytes."""

    pages: int
    files: int
    bytes: int


def run(command: Sequence[str | Path], folder: Path, variables: Mapping[str, str]) -> Cost:
    """The cost of a command in `folder`; what it says is shown only if it fails."""
    os.sync()
    begin = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    sampler = _Sampler(process.pid)
    sampler.start()
    with process.stdout or nullcontext() as stream:
        said = stream.read() if stream else b""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    sampler.stop()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.stderr.buffer.write(said)
        raise subprocess.CalledProcessError(process.returncode, [str(part) for part in command])
    return Cost(wall, usage.ru_utime + usage.ru_stime, sampler.highest)


def output(site: Path) -> Output:
    """Counts what lies in `site`."""
    pages = files = size = 0
    for folder, _, names in os.walk(site):
        files += len(names)
        pages += "index.html" in names
        size += sum(Path(folder, name).stat().st_size for name in names)
    return Output(pages, files, size)


class _Sampler(threading.Thread):
    """Watches the memory of a process and of all that it has started.

    It adds the proportional share (PSS): pages that forked processes share count once.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.highest = 0
        self.stopped = threading.Event()

    def run(self) -> None:
        """Samples until stopped."""
        while True:
            begin = time.perf_counter()
            self.highest = max(self.highest, sum(map(_share, _tree(self.pid))))
            took = time.perf_counter() - begin
            if self.stopped.wait(max(INTERVAL, PATIENCE * took)):
                return

    def stop(self) -> None:
        """Ends the sampling."""
        self.stopped.set()
        self.join()


def _tree(pid: int) -> Iterator[int]:
    """A process and its descendants."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in _read(children).split():
            yield from _tree(int(child))


def _share(pid: int) -> int:
    for line in _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: Path) -> str:
    """The text of a file of a process, empty if that has ended."""
    try:
        return path.read_text("utf-8")
    except OSError:
        return ""
