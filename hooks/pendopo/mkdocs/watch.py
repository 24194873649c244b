"""Watches files for edits, on behalf of MkDocs's server."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

EDITS: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent)
]
"""Events that count as edits; opening and reading a file do not."""


class _OfFile(FileSystemEventHandler):
    """Hands on what happens to one file of a folder that is watched."""

    def __init__(self, name: str, handler: FileSystemEventHandler) -> None:
        self.name = name
        self.handler = handler

    def dispatch(self, event: FileSystemEvent) -> None:
        """Hands on an event of the file, or of one that has taken its place."""
        if self.name in {Path(str(path)).name for path in (event.src_path, event.dest_path)}:
            self.handler.dispatch(event)


class Watch:
    """Reports edits at once by the system's notifications, or by polling without them.

    It replaces MkDocs's own observer, which polls every file twice a second.
    """

    def __init__(self) -> None:
        self.wanted: dict[str, tuple[FileSystemEventHandler, bool]] = {}
        self.observer: BaseObserver = Observer()

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> str:
        """Remembers a file or folder to watch; returns its path as the handle to unschedule it."""
        self.wanted[path] = handler, recursive
        return path

    def unschedule(self, path: str) -> None:
        """Forgets a path. Raises `KeyError` if it was not scheduled."""
        del self.wanted[path]

    def start(self) -> None:
        """Starts watching. Raises `OSError` where a path cannot be polled either."""
        try:
            self._start()
        # Linux limits the number of inotify watches of a user, which a large folder can exhaust.
        except OSError:
            self.observer = PollingObserver()
            self._start()

    def _start(self) -> None:
        for path, (handler, recursive) in self.wanted.items():
            # Windows can watch folders only.
            if (file := Path(path)).is_file():
                self._see(str(file.parent), _OfFile(file.name, handler), recursive=False)
            else:
                self._see(path, handler, recursive=recursive)
        self.observer.start()

    def _see(self, path: str, handler: FileSystemEventHandler, *, recursive: bool) -> None:
        self.observer.schedule(handler, path, recursive=recursive, event_filter=EDITS)

    def stop(self) -> None:
        """Stops watching."""
        self.observer.stop()

    def join(self) -> None:
        """Waits until the observer's thread has ended."""
        self.observer.join()


def watch(server: LiveReloadServer, paths: Iterable[str]) -> None:
    """Has `server` watch `paths` too, by our observer."""
    watched = {*server._watched_paths, *paths}
    server.observer, server._watched_paths = Watch(), {}  # type: ignore[assignment]
    for path in sorted(watched):
        server.watch(path)
