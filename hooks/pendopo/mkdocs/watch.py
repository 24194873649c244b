"""Watches files for edits, on behalf of MkDocs's server."""

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
            self.observer.schedule(handler, path, recursive=recursive, event_filter=EDITS)
        self.observer.start()

    def stop(self) -> None:
        """Stops watching."""
        self.observer.stop()

    def join(self) -> None:
        """Waits until the observer's thread has ended."""
        self.observer.join()
