"""Work that waits until nobody edits: the search index of a served site."""

from collections.abc import Callable
from threading import Event, Thread

QUIET = 2.0
"""Seconds without an edit before the work begins."""


class Debounced:
    """Calls `work` in a thread after a quiet time, with an event that says when to give up."""

    def __init__(self, work: Callable[[Event], None]) -> None:
        self.cancelled = Event()
        self.work = work
        Thread(target=self._wait, daemon=True).start()

    def cancel(self) -> None:
        """Says that there is an edit, which must not wait for the work."""
        self.cancelled.set()

    def _wait(self) -> None:
        if not self.cancelled.wait(QUIET):
            self.work(self.cancelled)
