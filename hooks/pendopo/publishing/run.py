"""A run: uploads, then the record, then deletions; it may be broken off at any moment."""

import gzip
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, Lock

from pendopo.publishing.failures import MEANWHILE, PublishingError
from pendopo.publishing.plan import Plan
from pendopo.publishing.records import PUBLISHED, UNFINISHED, UNSURE, Known, packed
from pendopo.publishing.site import LocalSite
from pendopo.stores.failures import StoreError
from pendopo.stores.store import WORKERS, Store

PAUSE = 3.0
"""Seconds between two writings of the record of what is done."""
LARGE = 16_000_000
"""Bytes from which files go up one at a time, so that few are in memory at once."""


@dataclass
class Run:
    """Brings a store from what is `known` to a site; `tell` learns how many files are up."""

    store: Store
    site: LocalSite
    known: Known
    plan: Plan
    tell: Callable[[int], None] = lambda done: None
    marks: dict[str, str] = field(init=False)
    done: int = 0
    written: float = 0
    lock: Lock = field(default_factory=Lock)
    large: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        unsure = [*self.plan.uploads, *self.plan.deletions]
        self.marks = {**self.known.unfinished, **dict.fromkeys(unsure, UNSURE)}

    def whole(self) -> None:
        """Brings the store to the state of the site. Raises `StoreError` where it fails.

        What was done until then is written down, if the store takes that.
        """
        # Before anything else: a store that takes no file is left as it was.
        self._write_down()
        try:
            for group in self.plan.groups:
                _each(self._upload, group)
        finally:
            with suppress(StoreError):
                self._write_down()
        self._finish()

    def _finish(self) -> None:
        if self.store.read(PUBLISHED) != self.known.raw:
            raise PublishingError(MEANWHILE, address=self.store.address)
        files = {path: each.mark for path, each in self.site.files.items()}
        self.store.write(PUBLISHED, packed(files))
        for group in self.plan.gone:
            _each(self.store.delete, group)
        self.store.delete(UNFINISHED)
        self.store.clear()

    def _upload(self, path: str) -> None:
        file = self.site.files[path]
        if file.size >= LARGE:
            with self.large:
                self._put(path)
        else:
            self._put(path)
        with self.lock:
            self.marks[path] = file.mark
            self.done += 1
            self.tell(self.done)
            due = time.monotonic() - self.written >= PAUSE
            if due:
                self.written = time.monotonic()
        if due:
            self._write_down()

    def _put(self, path: str) -> None:
        content, headers = self.site.content(path), self.site.files[path].headers
        body = gzip.compress(content, 9, mtime=0) if headers.encoding else content
        self.store.write(path, body, headers)

    def _write_down(self) -> None:
        with self.lock:
            self.written = time.monotonic()
            content = packed(self.marks)
        self.store.write(UNFINISHED, content)


def _each(work: Callable[[str], None], paths: Iterable[str]) -> None:
    """Does the work for each path, several at once; raises the first error after those at work."""
    left, lock, halted = iter(paths), Lock(), Event()

    def share() -> None:
        while not halted.is_set():
            with lock:
                path = next(left, None)
            if path is None:
                return
            try:
                work(path)
            except BaseException:
                halted.set()
                raise

    with ThreadPoolExecutor(WORKERS) as workers:
        shares = [workers.submit(share) for _ in range(WORKERS)]
        try:
            for each in shares:
                each.result()
        finally:
            halted.set()
