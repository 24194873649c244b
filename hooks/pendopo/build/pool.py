"""A pool of processes that share the work of a build when there is enough of it.

`cluster.ClusterPool` shares it out to other machines instead.

Records stay in the process that read them, since pickling a plan takes longer than rendering its
pages. So each worker is an executor with a single process and its own queue, and each branch of the
tree of government always goes to the same worker. Only briefs, cache keys and digests pass between
processes, never records.
"""

import gc
import multiprocessing
import pickle
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, as_completed
from functools import partial
from multiprocessing.context import BaseContext
from typing import Any, Self, TypeVar

from pendopo.basics.versions import PACKAGE
from pendopo.build import pool_process
from pendopo.build.manifest import ReadFile
from pendopo.build.processes import Executor, never_forks, processors, start_method
from pendopo.build.tasks import Planning, Task, TaskResult, TaskWorker
from pendopo.build.worker import Worker
from pendopo.reading.texts import RecordFile
from pendopo.site.kind import Registry

TOO_FEW = 300
"""Below this many files or pages, one process finishes before others could have started."""
BATCH = 40
"""Files or tasks sent to a worker at once, to spread the cost of pickling and of the queue."""
FEW = 8
"""Below this many pictures, one process finishes before others could have started."""
MANY = 1000
"""Up to this many items are sent one by one, more in chunks."""
T = TypeVar("T")
R = TypeVar("R")


class Pool:
    """The workers of a build: this process, and others once they are worth starting.

    `size` is the number of processes, by default one per available processor; `start` is how
    `multiprocessing` starts them.
    """

    def __init__(
        self, folder: str, kinds: Registry, size: int | None = None, start: str | None = None
    ) -> None:
        self.folder = folder
        self.kinds = kinds
        self.size = size or processors()
        self.start = start or start_method()
        self.own = Worker(folder, kinds)
        self.workers: list[Executor] = []
        self.others: list[Executor] = []
        self.worker_of: dict[str, int] = {}
        """Index of the worker that each branch of the tree is assigned to."""

    def aside(self, function: Callable[..., T], *arguments: Any) -> Callable[[], T]:
        """Starts a function in a process of its own if forking is possible.

        Returns a function that waits for the result; without a fork, it does the work when called.
        """
        # A process that is not forked would import everything first: longer than the work takes.
        # Before any executor has brought its thread, a fork is harmless on every Python.
        forks = self.start == "fork" or threading.active_count() == 1
        if not forks or never_forks() or self.size == 1:
            return partial(function, *arguments)
        pool = Executor(1, multiprocessing.get_context("fork"), pool_process.enter, self._entering)
        self.others.append(pool)
        return pool.submit(function, *arguments).result

    def each(self, function: Callable[[T], R], items: Sequence[T]) -> Iterable[R]:
        """Results of `function` for each item, in order; shared if there are enough items.

        `function` should take long for each item, as drawing a picture does.
        """
        if len(items) < FEW or self.size == 1:
            return map(function, items)
        # They need no records, so any process may take any: one queue balances the load.
        pool = Executor(self.size, self._context(), pool_process.enter, self._entering)
        self.others.append(pool)
        return pool.map(function, items, chunksize=1 + len(items) // MANY)

    def read(self, files: Sequence[RecordFile]) -> Iterator[tuple[RecordFile, ReadFile]]:
        """Each of `files` with the result of reading and checking it, in any order."""
        if self._alone(len(files)):
            yield from zip(files, self.own.read(files), strict=True)
            return
        self._open()
        # stamp[2] is the size in bytes, a fair measure of the time that parsing takes.
        self._assign((file.agency, file.stamp[2]) for file in files)
        batches: list[list[RecordFile]] = [[] for _ in range(self.shares)]
        futures: dict[Future[list[ReadFile]], list[RecordFile]] = {}
        for file in files:
            number = self.worker_of[branch_of(file.agency)]
            batches[number].append(file)
            if len(batches[number]) >= BATCH:
                futures[self._reading(number, batches[number])] = batches[number]
                batches[number] = []
        for number, rest in enumerate(batches):
            futures[self._reading(number, rest)] = rest
        for future in self._completed(futures):
            yield from zip(futures[future], future.result(), strict=True)

    def render(self, job: Planning, tasks: Sequence[Task]) -> Callable[[], Iterator[TaskResult]]:
        """Starts the tasks; returns a function that yields their results in any order.

        This process renders the pages of the portal, which need the briefs of all agencies.
        """
        # It needs no records for that, only what the context may have computed already.
        own = self.own.renders(job, job.context)
        agencies = job.context.directory.agencies
        weigh = self.kinds.weight
        weights = {each.agency: weigh(agencies[each.agency]) for each in tasks if each.agency}
        if not self.workers and self._alone(sum(weights.values())):
            return partial(self._results, own, tasks, [])
        self._open()
        self._assign(weights.items())
        shares: list[list[Task]] = [[] for _ in range(self.shares)]
        for task in tasks:
            if task.agency:
                shares[self.worker_of[branch_of(task.agency)]].append(task)
        futures = self._rendering(job, shares)
        return partial(self._results, own, [task for task in tasks if not task.agency], futures)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if error is None:
            self.end()
        else:
            self.kill()

    def end(self) -> None:
        """Ends all processes, freeing their memory; work not yet begun is cancelled."""
        for pool in [*self.workers, *self.others]:
            pool.shutdown(wait=True, cancel_futures=True)
        self.workers, self.others = [], []

    def kill(self) -> None:
        """Ends all processes at once: what they do is no longer wanted."""
        for pool in [*self.workers, *self.others]:
            pool.kill()
        self.workers, self.others = [], []

    @property
    def shares(self) -> int:
        """Into how many shares reading and rendering are divided: one a process."""
        return self.size

    def _alone(self, count: int) -> bool:
        """Whether so many files or pages are not worth sharing."""
        return count < TOO_FEW or self.shares == 1

    @property
    def _entering(self) -> tuple[str, Registry]:
        return self.folder, self.kinds

    def _open(self) -> None:
        if self.workers:
            return
        # Frozen objects are skipped by the collections of each child. Visiting them would take time
        # and, by writing to their headers, copy memory pages shared with this process.
        gc.freeze()
        context = self._context()
        # One process per executor: a larger one hands a task to any idle process, which would not
        # have the records that the task needs.
        self.workers = [
            Executor(1, context, pool_process.enter, self._entering) for _ in range(self.size)
        ]

    def _context(self) -> BaseContext:
        context = multiprocessing.get_context(self.start)
        # A process that is not forked takes over sys.path, and has to import this package by it.
        if self.start != "fork" and (home := str(PACKAGE.parent)) not in sys.path:
            sys.path.insert(0, home)
        if self.start == "forkserver":
            # A preload that fails does so silently: then each worker imports the package by itself.
            context.set_forkserver_preload([pool_process.__name__])
        return context

    def _assign(self, weights: Iterable[tuple[str, int]]) -> None:
        """Assigns each branch of the tree to a worker: heaviest first, to the least loaded."""
        branches: dict[str, int] = {}
        for agency, weight in weights:
            branch = branch_of(agency)
            branches[branch] = branches.get(branch, 0) + weight
        loads = [0] * self.shares
        for branch in sorted(branches, key=lambda each: (-branches[each], each)):
            # A branch that was read stays where it is: only that worker has its records.
            number = self.worker_of.setdefault(branch, loads.index(min(loads)))
            loads[number] += branches[branch]

    def _reading(self, number: int, files: Sequence[RecordFile]) -> "Future[list[ReadFile]]":
        """Has a worker read files."""
        return self.workers[number].submit(pool_process.read, files)

    def _rendering(
        self, job: Planning, shares: Sequence[Sequence[Task]]
    ) -> "list[Future[list[TaskResult]]]":
        """Has each worker render its share."""
        futures: list[Future[list[TaskResult]]] = []
        # A worker has a single process and so runs its queue in order: beginning comes first.
        for worker, share in zip(self.workers, shares, strict=True):
            # Pickled here: the thread of the executor would do it while this one renders pages of
            # the portal, which changes what the context has computed, and then pickling fails.
            pickled = pickle.dumps(job.only({task.agency for task in share}))
            futures.append(worker.submit(pool_process.begin, pickled))
            futures += [worker.submit(pool_process.render, batch) for batch in batches(share)]
        return futures

    def _completed(self, futures: Iterable["Future[T]"]) -> Iterator["Future[T]"]:
        """The futures in the order in which they are completed."""
        return as_completed(futures)

    def _results(
        self, own: TaskWorker, tasks: Sequence[Task], futures: Sequence["Future[list[TaskResult]]"]
    ) -> Iterator[TaskResult]:
        # The portal's pages first: this process works while the others do, instead of waiting.
        for task in tasks:
            yield from own.render([task])
        for future in self._completed(futures):
            if future.exception():
                # A worker that could not begin fails in what it should do next, too.
                next(each for each in futures if each.done() and each.exception()).result()
            yield from self._taken(future.result())

    def _taken(self, found: Any) -> Iterable[TaskResult]:
        """The results of tasks in what a worker has returned."""
        results: Iterable[TaskResult] = found
        return results


def branch_of(agency: str) -> str:
    """The branch an agency is on: a top agency alone, or one right below it with all beneath."""
    return "/".join(agency.split("/")[:2])


def batches(tasks: Sequence[Task]) -> Iterable[Sequence[Task]]:
    """The tasks in the pieces that are sent to a worker."""
    return (tasks[first : first + BATCH] for first in range(0, len(tasks), BATCH))
