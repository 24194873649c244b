"""Shares the work of a build out to the workers of a Dask cluster.

Data folder, templates and the folder of the build lie on storage that all machines mount at the
same path; `cluster_storage` does without that. A branch prefers one worker, which has read its
records, but any other may take it over.
"""

import pickle
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Any, TypeVar

from distributed import Client, KilledWorker

from pendopo.basics.translations import N_
from pendopo.build.cluster_worker import (
    NO_DATA,
    OTHER_VERSION,
    PROBE,
    Build,
    examine,
    job_name,
    mark,
    read,
    render,
)
from pendopo.build.engine import EngineError
from pendopo.build.manifest import ReadFile
from pendopo.build.pool import Pool, batches
from pendopo.build.tasks import Planning, Task, TaskResult
from pendopo.reading.texts import RecordFile
from pendopo.site.kind import Registry

SCHEME = "dask://"
REACHED = 10
"""Seconds in which a scheduler must answer."""
RETURNED = 30.0
"""Seconds in which a new worker must join after the last one has left."""
LOOK = 2.0
"""Seconds between two looks whether there are workers."""
RETRIES = 2
"""How often a task is tried again that failed, as by a hiccup of a network file system."""
UNREACHABLE = N_(
    "No Dask scheduler answers at {address}. Start it, or correct the address, and start again."
)
NO_WORKERS = N_("The Dask scheduler at {address} has no workers. Start some and start again.")
LOST = N_(
    "The work was lost with workers of {address} that ended. Read their logs and start again."
)
T = TypeVar("T")


class ClusterPool(Pool):
    """The workers of a cluster, for reading and rendering; all else is done on this machine.

    `address` is `dask://HOST:PORT`; `workshop` is the folder for builds. Raises `EngineError` where
    the scheduler does not answer, has no workers, or one of them is unfit.
    """

    def __init__(self, folder: str, kinds: Registry, address: str, workshop: str) -> None:
        self.address = address
        self.client = _client(address)
        # Only now is it known how processes start: the client has brought threads.
        super().__init__(folder, kinds)
        self.job: Path | None = None
        try:
            self.build = self._build(workshop)
            workers = self._examined()
        except BaseException:
            self.kill()
            raise
        self.cluster = [
            self.client.get_executor(
                workers=[each], allow_other_workers=True, retries=RETRIES, pure=False
            )
            for each in workers
        ]

    @property
    def shares(self) -> int:
        """One a worker; never a single one, which would be done here."""
        return max(2, len(self.cluster))

    def end(self) -> None:
        """Ends the work, and leaves the cluster to itself."""
        self._leave()
        super().end()

    def kill(self) -> None:
        """Cancels the work, and leaves the cluster to itself."""
        self._leave()
        super().kill()

    def _leave(self) -> None:
        # Without this file, a worker that goes on by itself writes no further page.
        if self.job:
            self.job.unlink(missing_ok=True)
        # Closing cancels what this client has asked for.
        self.client.close()

    def _build(self, workshop: str) -> Build:
        """What is told to workers of this build, whose probe lies in `workshop`."""
        for old in Path(workshop).glob("job-*"):
            old.unlink(missing_ok=True)
        folder, token = str(Path(self.folder).absolute()), token_hex(16)
        Path(workshop, PROBE).write_bytes(token.encode())
        inode = Path(folder).stat().st_ino
        return Build(mark(), folder, inode, workshop, token)

    def _examined(self) -> list[str]:
        """The addresses of all workers. Raises `EngineError` for one that is unfit."""
        told = self.client.run(examine, self.build, on_error="return")
        # One that ends at this moment is gone, and not unfit.
        found = {each: said for each, said in told.items() if not isinstance(said, OSError)}
        if not found:
            raise EngineError(NO_WORKERS, address=self.address)
        for worker, said in sorted(found.items()):
            # A worker without this function has none or an older version of the package.
            sentence = said if isinstance(said, str) else OTHER_VERSION
            if sentence:
                folder = self.build.folder if said == NO_DATA else self.build.workshop
                raise EngineError(sentence, worker=worker, folder=folder)
        return sorted(found)

    def _open(self) -> None:
        """Starts no process here: the workers are there."""

    def _worker(self, number: int) -> Any:
        return self.cluster[number % len(self.cluster)]

    def _reading(self, number: int, files: Sequence[RecordFile]) -> "Future[list[ReadFile]]":
        future: Future[list[ReadFile]] = self._worker(number).submit(read, self.build, files)
        return future

    def _rendering(
        self, job: Planning, shares: Sequence[Sequence[Task]]
    ) -> "list[Future[list[TaskResult]]]":
        # A file, and no data of the cluster: it outlives every worker.
        content = pickle.dumps(job)
        self.job = Path(self.build.workshop, job_name(content))
        self.job.write_bytes(content)
        return [
            self._worker(number).submit(render, self.build, self.job.name, batch)
            for number, share in enumerate(shares)
            for batch in batches(share)
        ]

    def _completed(self, futures: Iterable["Future[T]"]) -> Iterator["Future[T]"]:
        """The futures as they are completed. Raises `EngineError` where nobody works on them."""
        waiting, alone = {*futures}, 0.0
        while waiting:
            done, waiting = wait(waiting, LOOK, FIRST_COMPLETED)
            alone = 0.0 if done or self._has_workers() else alone + LOOK
            if alone >= RETURNED:
                raise EngineError(NO_WORKERS, address=self.address)
            for each in done:
                if each.cancelled() or isinstance(each.exception(), KilledWorker | CancelledError):
                    raise EngineError(LOST, address=self.address)
                yield each

    def _has_workers(self) -> bool:
        """Whether the cluster has workers. Raises `EngineError` where the scheduler is gone."""
        if self.client.status != "running":
            raise EngineError(UNREACHABLE, address=self.address)
        with suppress(OSError):
            return bool(self.client.scheduler_info(n_workers=1)["workers"])
        return False


def _client(address: str) -> Client:
    target = address.removeprefix(SCHEME)
    try:
        return Client(f"tcp://{target}", timeout=REACHED, set_as_default=False)
    # A host that is none is an OSError, a port that is none a ValueError.
    except (OSError, ValueError) as error:
        raise EngineError(UNREACHABLE, address=address) from error
