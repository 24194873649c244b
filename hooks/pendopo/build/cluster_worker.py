"""The part of a build on a worker of a cluster: reads files and renders pages.

Nothing here relies on what another worker holds: a worker may end or join at any time. The job is a
file on the storage that all machines share, and a record that this worker has not read is read when
a page needs it.
"""

import os
import pickle
import threading
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pendopo.basics.digests import digest
from pendopo.basics.fingerprints import fingerprint
from pendopo.basics.translations import N_
from pendopo.basics.versions import environment
from pendopo.build.manifest import ReadFile
from pendopo.build.worker import Job, Task, TaskResult, TaskWorker, Worker
from pendopo.reading.texts import RecordFile
from pendopo.rendering.template_files import Templates
from pendopo.site.kind import Registry

OTHER_VERSION = N_(
    "The worker {worker} has another version of Pendopo, of its libraries or of Python, or other "
    "templates. Install the same there and start again."
)
NO_DATA = N_(
    "The worker {worker} does not see the data folder {folder}. Mount it there at the same path "
    "and start again."
)
NO_OUTPUT = N_(
    "The worker {worker} cannot write to {folder}. Mount it there at the same path, with the right "
    "to write, and start again."
)
PROBE = "probe"
"""A file in the folder for builds, by which a worker knows that the folder is the same one."""


class EngineError(BrokenExecutor):
    """A failure of the engine that carries out a build: a sentence and its values."""

    def __init__(self, sentence: str, **values: str) -> None:
        super().__init__(sentence, values)
        self.sentence = sentence
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        return _error, (self.sentence, self.values)


def _error(sentence: str, values: dict[str, str]) -> EngineError:
    return EngineError(sentence, **values)


class Build(NamedTuple):
    """What a worker must know of a build, sent with each task.

    `mark` is the fingerprint of code and templates; `folder` is the data folder, `inode` its number
    in the file system, and `workshop` the folder for builds. `token` is of this build alone.
    """

    mark: str
    folder: str
    inode: int
    workshop: str
    token: str
    kinds: Registry


@cache
def mark() -> str:
    """Fingerprint of the code, its environment and the package's templates on this machine."""
    return fingerprint(environment(), Templates.of().mark)


def examine(wanted: str, folder: str, inode: int, workshop: str, token: str) -> str:
    """The sentence of what makes this worker unfit for a build; empty if it is fit."""
    if wanted != mark():
        return OTHER_VERSION
    # Times may still be those of the client's cache on a network file system, its number may not.
    if not Path(folder).is_dir() or Path(folder).stat().st_ino != inode:
        return NO_DATA
    probe = Path(workshop, PROBE)
    seen = probe.read_text("ascii") if probe.is_file() else ""
    return "" if seen == token and os.access(workshop, os.W_OK) else NO_OUTPUT


class _State(threading.local):
    """What a thread keeps from one task to the next of a build: records share no thread."""

    token = ""
    job = ""
    reading: Worker
    rendering: TaskWorker


_state = _State()


def read(build: Build, files: Sequence[RecordFile]) -> list[ReadFile]:
    """Reads and checks files. Raises `EngineError` on a worker that is unfit."""
    return _worker(build).read(files)


def render(build: Build, job: str, tasks: Sequence[Task]) -> list[TaskResult]:
    """Renders and writes the pages of `tasks`; `job` is the name of the job's file.

    Raises `EngineError` on a worker that is unfit, and `FileNotFoundError` where the build is over.
    """
    worker = _worker(build)
    path = Path(build.workshop, job)
    if _state.job != job:
        _state.rendering = worker.renders(_loaded(path))
        _state.job = job
    found: list[TaskResult] = []
    for task in tasks:
        # The build may have ended without this worker: it must not write into the next one.
        path.stat()
        found += _state.rendering.render([task])
    return found


def _worker(build: Build) -> Worker:
    """The worker of this thread. A cluster may have got new workers since all were examined."""
    if _state.token != build.token:
        found = examine(build.mark, build.folder, build.inode, build.workshop, build.token)
        if found:
            folder = build.folder if found == NO_DATA else build.workshop
            raise EngineError(found, worker=_name(), folder=folder)
        _state.reading = Worker(build.folder, build.kinds)
        _state.token, _state.job = build.token, ""
    return _state.reading


def _loaded(path: Path) -> Job:
    """The job in a file, whose name has the digest of its content."""
    content = path.read_bytes()
    if job_name(content) != path.name:
        raise EngineError(NO_OUTPUT, worker=_name(), folder=str(path.parent))
    job: Job = pickle.loads(content)  # noqa: S301  (the digest came from the build itself)
    # The package may be installed elsewhere here; its templates are the same, since `mark` is.
    here = Templates.of(job.templates.own)
    if here.mark != job.templates.mark:
        raise EngineError(OTHER_VERSION, worker=_name())
    return replace(job, templates=here)


def job_name(content: bytes) -> str:
    """The name of the file with the pickled job `content`."""
    return f"job-{digest(content)}"


def _name() -> str:
    from distributed import get_worker  # noqa: PLC0415  (an extra, which only workers have)

    return str(get_worker().address)
