"""A pool of processes that share the work of a build, where there is enough to do.

Two things decide how it is built. Records stay in the process that has read them: pickling a plan
takes longer than rendering its pages. So each worker is a pool of one process, with its own queue,
and a branch of the tree of government always goes to the same one. And between processes pass
briefs, cache keys and digests, never records.
"""

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import replace
from functools import partial
from multiprocessing.context import BaseContext
from typing import Any, Self, TypeVar

from pendopo.basics.versions import PACKAGE
from pendopo.build.manifest import ReadFile
from pendopo.build.worker import Job, PageWorker, Task, TaskResult, Worker
from pendopo.reading.texts import RecordFile
from pendopo.site.kind import Registry

TOO_FEW = 300
"""Fewer files or pages than this are done sooner than other processes have started."""
BATCH = 40
"""Files or tasks that are sent to a worker at once."""
FEW = 8
"""Pictures that are done sooner than other processes have started."""
MANY = 1000
"""Items that are sent one by one; of more, several at once."""
T = TypeVar("T")
R = TypeVar("R")


def start_method() -> str:
    """How the other processes start: by a fork of this one only where no thread can be beside it.

    A forked child may inherit a lock that nobody will release. Each executor brings a thread, and
    a pool has several: harmless for what a worker does, but deprecated from Python 3.12 on. A
    server that is forked instead has no thread, and imports the package once for all workers.
    """
    alone = threading.active_count() == 1 and sys.version_info < (3, 12)
    return "fork" if alone else "forkserver"


class Pool:
    """The workers of a build: this process, and others as soon as they are worth their start."""

    def __init__(
        self, folder: str, kinds: Registry, size: int | None = None, start: str | None = None
    ) -> None:
        self.folder = folder
        self.kinds = kinds
        self.size = size or len(os.sched_getaffinity(0))
        self.start = start or start_method()
        self.own = Worker(folder, kinds)
        self.workers: list[ProcessPoolExecutor] = []
        self.others: list[ProcessPoolExecutor] = []
        self.worker_of: dict[str, int] = {}
        """The number of the worker that each branch of the tree goes to."""

    def aside(self, function: Callable[..., T], *arguments: Any) -> Callable[[], T]:
        """Starts a function in its own process, if that is cheap; returns what waits for it."""
        if self.start != "fork" or self.size == 1:
            return partial(function, *arguments)
        pool = ProcessPoolExecutor(1, multiprocessing.get_context("fork"), _enter, self._entering)
        self.others.append(pool)
        return pool.submit(function, *arguments).result

    def each(self, function: Callable[[T], R], items: Sequence[T]) -> Iterable[R]:
        """`function` of each item, in their order; shared where each takes long and many are."""
        if len(items) < FEW or self.size == 1:
            return map(function, items)
        pool = ProcessPoolExecutor(self.size, self._context(), _enter, self._entering)
        self.others.append(pool)
        return pool.map(function, items, chunksize=1 + len(items) // MANY)

    def read(self, files: Sequence[RecordFile]) -> Iterator[tuple[RecordFile, ReadFile]]:
        """Each of `files` as it was read and checked, in any order."""
        if len(files) < TOO_FEW or self.size == 1:
            yield from zip(files, self.own.read(files), strict=True)
            return
        self._open()
        self._assign((file.agency, file.stamp[2]) for file in files)
        batches: list[list[RecordFile]] = [[] for _ in range(self.size)]
        futures: dict[Future[list[ReadFile]], list[RecordFile]] = {}
        for file in files:
            number = self.worker_of[_branch(file.agency)]
            batches[number].append(file)
            if len(batches[number]) >= BATCH:
                futures[self.workers[number].submit(_read, batches[number])] = batches[number]
                batches[number] = []
        for number, rest in enumerate(batches):
            futures[self.workers[number].submit(_read, rest)] = rest
        for future in as_completed(futures):
            yield from zip(futures[future], future.result(), strict=True)

    def render(self, job: Job, tasks: Sequence[Task]) -> Callable[[], Iterator[TaskResult]]:
        """Starts the tasks; returns what waits for their results, which come in any order.

        The pages of the portal are rendered by this process: they need the briefs of all agencies.
        """
        own = self.own.renders(job)
        agencies = job.context.directory.agencies
        weigh = self.kinds.weight
        weights = {each.agency: weigh(agencies[each.agency]) for each in tasks if each.agency}
        if not self.workers and (sum(weights.values()) < TOO_FEW or self.size == 1):
            return partial(_results, own, tasks, [])
        self._open()
        self._assign(weights.items())
        shares: list[list[Task]] = [[] for _ in range(self.size)]
        for task in tasks:
            if task.agency:
                shares[self.worker_of[_branch(task.agency)]].append(task)
        futures: list[Future[list[TaskResult]]] = []
        for worker, share in zip(self.workers, shares, strict=True):
            futures.append(worker.submit(_begin, _only(job, {task.agency for task in share})))
            futures += [worker.submit(_render, batch) for batch in _batches(share)]
        return partial(_results, own, [task for task in tasks if not task.agency], futures)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.end()

    def end(self) -> None:
        """Ends all processes and frees their memory; what they have not begun is not done."""
        for pool in [*self.workers, *self.others]:
            pool.shutdown(wait=True, cancel_futures=True)
        self.workers, self.others = [], []

    @property
    def _entering(self) -> tuple[str, Registry]:
        return self.folder, self.kinds

    def _open(self) -> None:
        if self.workers:
            return
        gc.freeze()  # what exists now need not be looked through again by each child
        context = self._context()
        self.workers = [
            ProcessPoolExecutor(1, context, _enter, self._entering) for _ in range(self.size)
        ]

    def _context(self) -> BaseContext:
        context = multiprocessing.get_context(self.start)
        if self.start != "fork" and (home := str(PACKAGE.parent)) not in sys.path:
            sys.path.insert(0, home)
        if self.start == "forkserver":
            context.set_forkserver_preload([__name__])
        return context

    def _assign(self, weights: Iterable[tuple[str, int]]) -> None:
        """Gives each branch of the tree to one worker, the heaviest first to the lightest."""
        branches: dict[str, int] = {}
        for agency, weight in weights:
            branch = _branch(agency)
            branches[branch] = branches.get(branch, 0) + weight
        loads = [0] * self.size
        for branch in sorted(branches, key=lambda each: (-branches[each], each)):
            number = self.worker_of.setdefault(branch, loads.index(min(loads)))
            loads[number] += branches[branch]


def _results(
    own: PageWorker, tasks: Sequence[Task], futures: Sequence[Future[list[TaskResult]]]
) -> Iterator[TaskResult]:
    for task in tasks:
        yield from own.render([task])
    for future in as_completed(futures):
        yield from future.result()


def _branch(agency: str) -> str:
    """An agency at the top, or one directly below it with all that is below."""
    return "/".join(agency.split("/")[:2])


def _only(job: Job, agencies: set[str]) -> Job:
    """The job with no more records of other agencies than their pages may show."""
    directory = job.context.directory
    types = directory.types_shown_below
    for each in directory.types_shown_above:
        if any(each.shown_above and each.shown_above(a.brief) for a in directory.agencies.values()):
            types += (each,)
    shown = {
        name: each if name in agencies else each.with_records(types)
        for name, each in directory.agencies.items()
    }
    return replace(job, context=job.context.within(replace(directory, agencies=shown)))


def _batches(tasks: Sequence[Task]) -> Iterable[Sequence[Task]]:
    return (tasks[first : first + BATCH] for first in range(0, len(tasks), BATCH))


# What runs in the other processes. Each has one worker, which later becomes a page worker.

_reading: Worker
_rendering: PageWorker


def _enter(folder: str, kinds: Registry) -> None:
    global _reading  # noqa: PLW0603
    _reading = Worker(folder, kinds)
    gc.disable()  # reading makes no cycles, and many objects that would be looked through in vain
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Ends this process when the one that started it is gone, even if that was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(files: Sequence[RecordFile]) -> list[ReadFile]:
    return _reading.read(files)


def _begin(job: Job) -> list[TaskResult]:
    global _rendering  # noqa: PLW0603
    _rendering = _reading.renders(job)
    gc.freeze()
    gc.enable()
    return []


def _render(tasks: Sequence[Task]) -> list[TaskResult]:
    return _rendering.render(tasks)
