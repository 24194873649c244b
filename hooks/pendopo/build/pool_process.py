"""What runs in the other processes of a pool."""

import gc
import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Sequence

from pendopo.build.manifest import ReadFile
from pendopo.build.tasks import Planning, Task, TaskResult, TaskWorker
from pendopo.build.worker import Worker
from pendopo.reading.texts import RecordFile
from pendopo.site.kind import Registry

# Globals, because a process has no other place to keep its worker, and the records that it has
# read, from one call of the executor to the next.

_reading: Worker
_rendering: TaskWorker


def enter(folder: str, kinds: Registry) -> None:
    """Begins a process, which leaves interruptions by the keyboard to the one that started it."""
    global _reading  # noqa: PLW0603
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _reading = Worker(folder, kinds)
    # Reading creates many objects and no cycles, so every collection would be in vain.
    gc.disable()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Ends this process when its parent is gone, even if the parent was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def read(files: Sequence[RecordFile]) -> list[ReadFile]:
    """Reads and checks files."""
    return _reading.read(files)


def begin(pickled: bytes) -> list[TaskResult]:
    """Takes on a job; has no results yet."""
    global _rendering  # noqa: PLW0603
    job: Planning = pickle.loads(pickled)  # noqa: S301  (from the process that started this one)
    _rendering = _reading.renders(job)
    # Rendering does create cycles. What has been read lives long: collections need not visit it.
    gc.freeze()
    gc.enable()
    return []


def render(tasks: Sequence[Task]) -> list[TaskResult]:
    """Renders and writes the pages of `tasks`, of the job that was taken on."""
    return _rendering.render(tasks)
