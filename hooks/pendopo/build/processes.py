"""Other processes: how they start on each system, how many of them, and how they end."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

MOST = 61
"""Most processes of one executor: for more of them, Windows cannot wait at once."""


class Executor(ProcessPoolExecutor):
    """Processes that an interruption by the keyboard leaves to the one that started them."""

    def submit(self, *arguments: Any, **named: Any) -> "Future[Any]":
        """Submits a call. A process that this starts gets no interruption, not even at first.

        Raises `MemoryError` where no thread can be started.
        """
        try:
            with _uninterrupted():
                return super().submit(*arguments, **named)
        except RuntimeError as error:
            raise error if isinstance(error, BrokenExecutor) else MemoryError from error

    def kill(self) -> None:
        """Ends all processes at once, whatever they do."""
        # The thread of the executor fails calls that are cancelled already, and would print that.
        if thread := self._executor_manager_thread:
            thread._invoke_excepthook = lambda thread: None  # type: ignore[attr-defined]
        for process in [*(self._processes or {}).values()]:
            process.kill()
        # Not waited for: the thread that would end may never have started.
        self.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Lets processes that start meanwhile begin without interruptions; not on Windows.

    Ctrl-C reaches all processes of a terminal, and each would print where it was.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def processors() -> int:
    """The number of processes worth having: one for each processor that this one may use."""
    # Unlike os.cpu_count, this respects taskset and the cpusets of containers; only Linux has it.
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return min(os.cpu_count() or 1, MOST)


def never_forks() -> bool:
    """Whether processes start anew on this system, without anything of this one.

    Windows cannot fork, and on macOS the libraries of the system may not survive it.
    """
    # The first method is the default one.
    return multiprocessing.get_all_start_methods()[0] == "spawn"


def start_method() -> str:
    """How the other processes start: by a fork of this one only where no thread can be beside it.

    A forked child may inherit a lock that nobody will release. Each executor brings a thread, and
    a pool has several: harmless for what a worker does, but deprecated from Python 3.12 on. A
    server that is forked instead has no thread, and imports the package once for all workers.
    """
    if never_forks():
        return "spawn"
    alone = threading.active_count() == 1 and sys.version_info < (3, 12)
    return "fork" if alone else "forkserver"
