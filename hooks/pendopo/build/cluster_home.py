"""A folder of a worker of a cluster, with what it has brought from a store for one build."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from errno import ENOENT
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from weakref import WeakSet

from pendopo.basics.translations import N_
from pendopo.build.bundles import LOST, Bundles, packed
from pendopo.build.engine import EngineError
from pendopo.reading.files import Stamp
from pendopo.stores.failures import StoreError

DATA, TEMPLATES, JOB = "data", "templates", "job"
"""What the paths in bundles begin with; the last is one file."""
BUILDS = "pendopo-builds"
"""The folder of a store with what is of one build alone, in a folder named by its token."""
UNUSABLE = N_(
    "The worker {worker} cannot use {address}: {reason}. Give it the packages and the right to "
    "read and write there, and start again."
)
UNSEEN = N_(
    "The worker {worker} does not find in {address} what was put there for it. Let it use the same "
    "store, let nobody else change what is there, and start again."
)


class Home:
    """What a worker has of a build, in a temporary folder below `folder`.

    Raises `EngineError` where the store at `address` cannot be used from here, and
    `FileNotFoundError` where the build is over.
    """

    def __init__(self, address: str, token: str, worker: str, folder: str) -> None:
        self.token = token
        self.worker = worker
        self.brought: set[str] = set()
        self.pages: dict[str, bytes] = {}
        with self._told():
            self.bundles = Bundles(address)
        with _going_on(token):
            self.temporary = TemporaryDirectory("", "pendopo-", folder, ignore_cleanup_errors=True)
            _homes.add(self)

    def folder(self, name: str) -> str:
        """The path of a folder in it."""
        return f"{self.temporary.name}/{name}"

    def bring(self, paths: Iterable[str]) -> None:
        """Brings those bundles that are not here yet.

        Raises `FileNotFoundError` where the build is over.
        """
        with self._told():
            for path, files in self.bundles.get_all({*paths} - self.brought):
                with _going_on(self.token):
                    for name, content in files.items():
                        file = Path(self.folder(name))
                        file.parent.mkdir(parents=True, exist_ok=True)
                        file.write_bytes(content)
                self.brought.add(path)

    def file(self, path: str) -> bytes:
        """The file of a bundle that has one."""
        with self._told():
            return self.bundles.get(path)[JOB]

    def write(self, path: str, content: bytes) -> Stamp:
        """Keeps a page until it is sent; it has no stamp, since it is in no file."""
        self.pages[path] = content
        return ()

    def sent(self) -> str:
        """Puts the pages into a bundle; returns its path, empty if there are none."""
        pages, self.pages = self.pages, {}
        with self._told():
            return self.bundles.put(f"{BUILDS}/{self.token}", packed(pages)) if pages else ""

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except StoreError as error:
            said = UNSEEN if error.said == LOST else UNUSABLE
            address, reason = (str(error.gaps.get(name, "")) for name in ("address", "reason"))
            raise EngineError(said, worker=self.worker, address=address, reason=reason) from error


_homes: WeakSet[Home] = WeakSet()
"""All that this process has, each of one of its threads."""
_over: set[str] = set()
"""The tokens of builds that this process has left: a task may still be running."""
_lock = Lock()
"""Held by who writes into a home, or removes it."""


@contextmanager
def _going_on(token: str) -> Iterator[None]:
    """Holds the lock; raises `FileNotFoundError` where the build is over."""
    with _lock:
        if token in _over:
            raise FileNotFoundError(ENOENT, "The build is over", token)
        yield


def leave(token: str) -> None:
    """Removes what this process has of a build that is over."""
    with _lock:
        _over.add(token)
        for home in [*_homes]:
            if home.token == token:
                home.temporary.cleanup()
