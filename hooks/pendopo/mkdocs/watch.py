"""Edits of files, told to a server."""

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
"""Reading a file is none of them."""


class Watch:
    """Tells edits at once, by the system's own means, or by looking again and again.

    MkDocs's own observer looks at every file twice a second.
    """

    def __init__(self) -> None:
        self.wanted: dict[str, tuple[FileSystemEventHandler, bool]] = {}
        self.observer: BaseObserver = Observer()

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> str:
        """Remembers a file or folder to watch."""
        self.wanted[path] = handler, recursive
        return path

    def unschedule(self, path: str) -> None:
        """Forgets one."""
        del self.wanted[path]

    def start(self) -> None:
        """Begins to watch."""
        try:
            self._start()
        except OSError:
            self.observer = PollingObserver()
            self._start()

    def _start(self) -> None:
        for path, (handler, recursive) in self.wanted.items():
            self.observer.schedule(handler, path, recursive=recursive, event_filter=EDITS)
        self.observer.start()

    def stop(self) -> None:
        """Ends watching."""
        self.observer.stop()

    def join(self) -> None:
        """Waits for the end."""
        self.observer.join()
