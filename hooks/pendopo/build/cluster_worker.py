"""The part of a build on a worker of a cluster: reads files and renders pages.

Nothing here relies on what another worker holds: a worker may end or join at any time. The job is a
file on the storage that all machines share, and a record that this worker has not read is read when
a page needs it. Where they share a store instead, each task names the bundles that it needs, and
pages go into one.
"""

import os
import pickle
import threading
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pendopo.basics.digests import digest
from pendopo.basics.fingerprints import fingerprint
from pendopo.basics.translations import N_
from pendopo.basics.versions import environment
from pendopo.build.cluster_home import DATA, TEMPLATES, Home
from pendopo.build.engine import EngineError
from pendopo.build.manifest import ReadFile
from pendopo.build.tasks import Job, Task, TaskResult, TaskWorker
from pendopo.build.worker import Worker
from pendopo.kinds.registry import KINDS
from pendopo.reading.texts import RecordFile
from pendopo.rendering.template_files import Templates

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


class Address(str):
    """The address of a store; it may hold a password, which Dask would log with a failed task."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"


class Build(NamedTuple):
    """What a worker must know of a build, sent with each task; the kinds it knows by its own code.

    `mark` is the fingerprint of code and templates; `folder` is the data folder, `inode` its number
    in the file system, and `workshop` the folder for builds. `token` is of this build alone. With
    the address of a `store`, nothing of these folders is used but as names.
    """

    mark: str
    folder: str
    inode: int
    workshop: str
    token: str
    store: Address = Address()


class Stored(NamedTuple):
    """The results of tasks, and the bundle of the pages written for them; empty if none were."""

    results: list[TaskResult]
    bundle: str


@cache
def mark() -> str:
    """Fingerprint of the code, its environment and the package's templates on this machine."""
    return fingerprint(environment(), Templates.of().mark)


def examine(build: Build) -> str:
    """The sentence of what makes this worker unfit for a build; empty if it is fit."""
    if build.mark != mark():
        return OTHER_VERSION
    # A store is examined by the tasks, which may wait for it: this holds up the whole worker.
    if build.store:
        return ""
    # Times may still be those of the client's cache on a network file system, its number may not.
    folder = Path(build.folder)
    if not folder.is_dir() or folder.stat().st_ino != build.inode:
        return NO_DATA
    probe = Path(build.workshop, PROBE)
    seen = probe.read_text("ascii") if probe.is_file() else ""
    return "" if seen == build.token and os.access(build.workshop, os.W_OK) else NO_OUTPUT


class _State(threading.local):
    """What a thread keeps from one task to the next of a build: records share no thread."""

    token = ""
    job = ""
    reading: Worker
    rendering: TaskWorker
    home: Home


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


def read_stored(
    build: Build, files: Sequence[RecordFile], bundles: Sequence[str]
) -> list[ReadFile]:
    """Reads and checks files of `bundles`. Raises `EngineError` on a worker that is unfit."""
    worker = _worker(build)
    _state.home.bring(bundles)
    return [_as_of(build.folder, each) for each in worker.read(files)]


def render_stored(build: Build, job: str, tasks: Sequence[Task], bundles: Sequence[str]) -> Stored:
    """Renders the pages of `tasks` of records in `bundles`; `job` is the bundle of the job.

    Raises `EngineError` on a worker that is unfit.
    """
    worker, home = _worker(build), _state.home
    home.bring(bundles)
    if _state.job != job:
        found: Job = pickle.loads(home.file(job))  # noqa: S301  (its digest came from the build)
        own = found.templates.own
        here = home.folder(f"{TEMPLATES}/{own.name}") if own else None
        _state.rendering = worker.renders(replace(_with_templates(found, here), writer=home))
        _state.job = job
    home.pages.clear()
    results = _state.rendering.render(tasks)
    return Stored(results, home.sent())


def _as_of(folder: str, read: ReadFile) -> ReadFile:
    """What was read, as if in another folder."""
    return read._replace(entry=replace(read.entry, folder=folder)) if read.entry else read


def _worker(build: Build) -> Worker:
    """The worker of this thread. A cluster may have got new workers since all were examined."""
    if _state.token != build.token:
        if found := examine(build):
            folder = build.folder if found == NO_DATA else build.workshop
            raise EngineError(found, worker=_name(), folder=folder)
        folder = build.folder
        if build.store:
            _state.home = Home(build.store, build.token, _name(), _this_worker().local_directory)
            folder = _state.home.folder(DATA)
        _state.reading = Worker(folder, KINDS)
        _state.token, _state.job = build.token, ""
    return _state.reading


def _loaded(path: Path) -> Job:
    """The job in a file, whose name has the digest of its content."""
    content = path.read_bytes()
    if job_name(content) != path.name:
        raise EngineError(NO_OUTPUT, worker=_name(), folder=str(path.parent))
    job: Job = pickle.loads(content)  # noqa: S301  (the digest came from the build itself)
    return _with_templates(job, job.templates.own)


def _with_templates(job: Job, own: str | Path | None) -> Job:
    """The job with the templates as they are here, those of the publisher in the folder `own`."""
    # The package may be installed elsewhere here; its templates are the same, since `mark` is.
    here = Templates.of(own)
    if here.mark != job.templates.mark:
        raise EngineError(OTHER_VERSION, worker=_name())
    return replace(job, templates=here)


def job_name(content: bytes) -> str:
    """The name of the file with the pickled job `content`."""
    return f"job-{digest(content)}"


def _name() -> str:
    return str(_this_worker().address)


def _this_worker() -> Any:
    from distributed import get_worker  # noqa: PLC0415  (an extra, which only workers have)

    return get_worker()
