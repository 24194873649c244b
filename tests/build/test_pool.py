"""Work shared out among processes comes to the same as work done alone."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from pathlib import Path

import pytest

from benchmarks.government import write
from conftest import MINIATURE, TODAY, at_length
from pendopo.build import pool as pools
from pendopo.build import processes
from pendopo.build.manifest import Manifest
from pendopo.build.pool import Pool
from pendopo.build.publish import Outcome
from pendopo.build.records import read_folder
from pendopo.build.tasks import Job, Planning, TaskWorker
from pendopo.build.worker import Worker
from pendopo.problems.problem import faults
from pendopo.site.context import Context
from places import built, contents, place, pool_of


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """All work is shared out, however little there is."""
    monkeypatch.setattr(pools, "TOO_FEW", 1)


def by(start: str, size: int = 2) -> Callable[[str], Pool]:
    return lambda folder: pool_of(folder, size, start)


def test_a_job_is_pickled_by_the_thread_that_may_change_it(
    many: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The thread of an executor would pickle it while this one renders pages of the portal."""
    threads: list[threading.Thread] = []

    def state(job: Job) -> dict[str, object]:
        threads.append(threading.current_thread())
        return vars(job)

    monkeypatch.setattr(Job, "__getstate__", state)
    assert isinstance(built(MINIATURE, place(tmp_path), TODAY, pool=by("fork")), Outcome)
    assert threads == [threading.main_thread()] * 2


def test_what_stopped_a_worker_is_told_and_not_what_followed(
    many: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fails(worker: Worker, job: Planning, context: Context | None = None) -> TaskWorker:
        if context is None:
            time.sleep(0.1)
            raise MemoryError("no room for the job")
        return job.worker(context)

    monkeypatch.setattr(Worker, "renders", fails)
    with pytest.raises(MemoryError, match="no room"):
        built(MINIATURE, place(tmp_path), TODAY, pool=by("fork"))


@pytest.mark.parametrize(
    ("threads", "version", "start"),
    [(1, (3, 11), "fork"), (2, (3, 11), "forkserver"), (1, (3, 12), "forkserver")],
)
def test_workers_are_forked_only_where_no_thread_is_beside_them(
    threads: int, version: tuple[int, int], start: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: threads)
    monkeypatch.setattr(sys, "version_info", version)
    assert processes.start_method() == start


def test_no_process_is_forked_where_the_system_starts_them_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As Windows, which cannot, and macOS, which should not."""
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn", "fork"])
    assert processes.start_method() == "spawn"
    with pool_of(MINIATURE, 2) as pool:
        assert pool.aside(os.getpid)() == os.getpid()


def test_there_are_as_many_processes_as_processors_that_may_be_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {3, 5, 7}, raising=False)
    assert processes.processors() == 3
    monkeypatch.delattr(os, "sched_getaffinity")
    for count, used in ((None, 1), (4, 4), (128, 61)):
        monkeypatch.setattr(os, "cpu_count", lambda count=count: count)
        assert processes.processors() == used


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize(
    "start", ["fork", *(pytest.param(each, marks=at_length) for each in ("forkserver", "spawn"))]
)
def test_however_processes_start_the_pages_are_the_same(start: str, tmp_path: Path) -> None:
    assert isinstance(built(MINIATURE, place(tmp_path / "alone"), TODAY), Outcome)
    first = built(MINIATURE, place(tmp_path / "shared"), TODAY, pool=by(start))
    assert isinstance(first, Outcome)
    assert contents(tmp_path / "shared/site") == contents(tmp_path / "alone/site")
    again = built(MINIATURE, place(tmp_path / "shared"), TODAY, pool=by(start))
    assert isinstance(again, Outcome)
    assert (again.built, again.kept) == (0, first.built)


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("size", [2, *(pytest.param(each, marks=at_length) for each in (1, 3, 7))])
def test_however_many_processes_there_are_the_pages_are_the_same(
    size: int, tmp_path: Path, alone: Path
) -> None:
    shared = built(alone / "data", place(tmp_path), TODAY, pool=by("fork", size))
    assert isinstance(shared, Outcome)
    assert contents(tmp_path / "site") == contents(alone / "site")


@pytest.mark.usefixtures("many")
def test_problems_come_from_all_processes(tmp_path: Path) -> None:
    write(tmp_path / "data", 150, 1)
    heads = sorted((tmp_path / "data").rglob("agency.yml"))
    for head in heads:
        head.write_text(head.read_text() + "warna: merah\n")
    with pool_of(tmp_path / "data", 2, "fork") as shared:
        found = faults(read_folder(tmp_path / "data", shared, Manifest()).problems)
    with pool_of(tmp_path / "data") as alone:
        assert faults(read_folder(tmp_path / "data", alone, Manifest()).problems) == found
    assert len(found) == len(heads)


@pytest.mark.usefixtures("many")
def test_the_end_of_a_process_ends_the_build(tmp_path: Path) -> None:
    with pool_of(MINIATURE, 2, "fork") as shared:
        shared._open()
        ended = shared.workers[0].submit(os.kill, os.getpid(), 0)
        ended.result()
        shared.workers[0].submit(signal.raise_signal, signal.SIGKILL)
        with pytest.raises(BrokenExecutor):
            read_folder(MINIATURE, shared, Manifest())


WAITING = """
import signal
import time
from pendopo.build.pool import Pool
from pendopo.kinds.registry import KINDS
# What a shell runs in the background ignores interruptions, and so does all that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    with Pool("data", KINDS, 2, "{start}") as pool:
        slept = pool.each(time.sleep, [60.0] * 8)
        print("ready", flush=True)
        print([*slept])
except KeyboardInterrupt:
    print("interrupted")
"""


@pytest.mark.parametrize("start", ["fork", "forkserver"])
def test_an_interruption_ends_all_processes_in_silence(start: str) -> None:
    script = WAITING.format(start=start)
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        os.killpg(process.pid, signal.SIGINT)
        told, errors = process.communicate(timeout=30)
    assert (told, errors, process.returncode) == ("interrupted\n", "", 0)
    # The server that forks ends when it sees that nobody is there any more.
    gone = time.monotonic() + 10
    while living(process.pid) and time.monotonic() < gone:
        time.sleep(0.02)
    assert not living(process.pid)


def living(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_where_no_thread_can_start_the_build_ends_for_want_of_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refused)
        with pytest.raises(MemoryError), pool_of(MINIATURE, 2, "fork") as shared:
            shared.each(abs, [1] * 8)
    assert shared.others == []
