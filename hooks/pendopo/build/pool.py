"""Processes that share the work of a build, where there is enough to do."""

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import replace
from functools import partial
from typing import Any, Self, TypeVar

from pendopo.basics.versions import PACKAGE
from pendopo.build.manifest import Judged
from pendopo.build.worker import Done, Job, Share, Task
from pendopo.government.directory import Agency
from pendopo.reading.folder import File

TOO_FEW = 300
"""Fewer files or pages than this are done sooner than other processes are there."""
BATCH = 40
FEW = 8
"""Pictures that are done sooner than other processes are there."""
MANY = 1000
"""Items given to other processes one by one; of more, each time a few."""
T = TypeVar("T")
R = TypeVar("R")


class Crew:
    """The shares of a build. A file is read by the same process that renders its agency."""

    def __init__(self, folder: str, size: int | None = None, start: str | None = None) -> None:
        self.folder = folder
        self.size = size or len(os.sched_getaffinity(0))
        self.start = start or ("fork" if threading.active_count() == 1 else "spawn")
        self.own = Share(folder)
        self.pools: list[ProcessPoolExecutor] = []
        self.others: list[ProcessPoolExecutor] = []
        self.shares: dict[str, int] = {}
        self.inline: Sequence[Task] = ()
        self.futures: list[Future[list[Done]]] = []

    def aside(self, function: Callable[..., Any], *arguments: Any) -> Callable[[], Any]:
        """Starts a function in a process of its own, if that is cheap; gives what waits for it."""
        if self.start != "fork" or self.size == 1:
            return partial(function, *arguments)
        pool = ProcessPoolExecutor(1, multiprocessing.get_context("fork"), _enter, (self.folder,))
        self.others.append(pool)
        return pool.submit(function, *arguments).result

    def each(self, function: Callable[[T], R], items: Sequence[T]) -> Iterable[R]:
        """`function` of each item, in their order; shared where each takes long and many are."""
        if len(items) < FEW or self.size == 1:
            return map(function, items)
        context = multiprocessing.get_context(self.start)
        pool = ProcessPoolExecutor(self.size, context, _enter, (self.folder,))
        self.others.append(pool)
        return pool.map(function, items, chunksize=1 + len(items) // MANY)

    def read(self, files: Sequence[File]) -> Iterator[tuple[File, Judged]]:
        """Each of `files` as it was judged, in any order."""
        if len(files) < TOO_FEW or self.size == 1:
            yield from zip(files, self.own.read(files), strict=True)
            return
        self._open()
        self._assign((file.agency, file.stamp[2]) for file in files)
        batches: list[list[File]] = [[] for _ in range(self.size)]
        futures: dict[Future[list[Judged]], list[File]] = {}
        for file in files:
            number = self.shares[_branch(file.agency)]
            batches[number].append(file)
            if len(batches[number]) >= BATCH:
                futures[self.pools[number].submit(_read, batches[number])] = batches[number]
                batches[number] = []
        for number, rest in enumerate(batches):
            futures[self.pools[number].submit(_read, rest)] = rest
        for future in as_completed(futures):
            yield from zip(futures[future], future.result(), strict=True)

    def begin(self, job: Job, tasks: Sequence[Task]) -> None:
        """Starts the tasks; those of the portal are done by this process."""
        self.own.begin(job)
        self.inline, self.futures = tasks, []
        agencies = job.context.directory.agencies
        weights = {each.agency: _weight(agencies[each.agency]) for each in tasks if each.agency}
        if not self.pools and (sum(weights.values()) < TOO_FEW or self.size == 1):
            return
        self._open()
        self._assign(weights.items())
        self.inline = [task for task in tasks if not task.agency]
        shares: list[list[Task]] = [[] for _ in range(self.size)]
        for task in tasks:
            if task.agency:
                shares[self.shares[_branch(task.agency)]].append(task)
        for pool, share in zip(self.pools, shares, strict=True):
            self.futures.append(pool.submit(_begin, _only(job, {task.agency for task in share})))
            self.futures += [pool.submit(_render, batch) for batch in _batches(share)]

    def done(self) -> Iterator[Done]:
        """What came of each task, in any order."""
        for task in self.inline:
            yield from self.own.render([task])
        for future in as_completed(self.futures):
            yield from future.result()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.end()

    def end(self) -> None:
        """Ends all processes and frees their memory; what they have not begun is not done."""
        for pool in [*self.pools, *self.others]:
            pool.shutdown(wait=True, cancel_futures=True)
        self.pools, self.others = [], []

    def _open(self) -> None:
        if self.pools:
            return
        home = str(PACKAGE.parent)
        if self.start != "fork" and home not in sys.path:
            sys.path.insert(0, home)
        gc.freeze()  # what is there now need not be looked through again and again
        context = multiprocessing.get_context(self.start)
        self.pools = [
            ProcessPoolExecutor(1, context, _enter, (self.folder,)) for _ in range(self.size)
        ]

    def _assign(self, weights: Iterable[tuple[str, int]]) -> None:
        """Gives each branch of the tree to one share, the heaviest first to the lightest."""
        branches: dict[str, int] = {}
        for agency, weight in weights:
            branch = _branch(agency)
            branches[branch] = branches.get(branch, 0) + weight
        loads = [0] * self.size
        for branch in sorted(branches, key=lambda each: (-branches[each], each)):
            number = self.shares.setdefault(branch, loads.index(min(loads)))
            loads[number] += branches[branch]


def _branch(agency: str) -> str:
    """An agency at the top, or one directly below it with all that is below."""
    return "/".join(agency.split("/")[:2])


def _weight(agency: Agency) -> int:
    """Roughly how many pages an agency has."""
    return 3 + 6 * len(agency.plans) + len(agency.articles)


def _only(job: Job, agencies: set[str]) -> Job:
    """The job with no more records of other agencies than their pages may show."""
    directory = job.context.directory
    all_news = any(each.brief.news_from_below for each in directory.agencies.values())
    kinds = ("plan", "article") if all_news else ("plan",)
    shown = {
        name: each if name in agencies else each.with_records(*kinds)
        for name, each in directory.agencies.items()
    }
    return replace(job, context=job.context.of(replace(directory, agencies=shown)))


def _batches(tasks: Sequence[Task]) -> Iterable[Sequence[Task]]:
    return (tasks[first : first + BATCH] for first in range(0, len(tasks), BATCH))


# What runs in the other processes, of which each has one share.

_share = Share("")


def _enter(folder: str) -> None:
    global _share  # noqa: PLW0603
    _share = Share(folder)
    gc.disable()  # reading makes no circles, and many objects that would be looked through
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Ends this process when the one that started it is gone, however it went."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(files: Sequence[File]) -> list[Judged]:
    return _share.read(files)


def _begin(job: Job) -> list[Done]:
    _share.begin(job)
    gc.freeze()
    gc.enable()
    return []


def _render(tasks: Sequence[Task]) -> list[Done]:
    return _share.render(tasks)
