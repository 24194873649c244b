"""Delays work until editing pauses: the search index of a served site."""

from collections.abc import Callable
from threading import Event, Thread

QUIET = 2.0
"""Seconds without an edit before the work starts."""


class Debounced:
    """Calls `work` in a thread after a pause, with an event that is set when it should give up."""

    def __init__(self, work: Callable[[Event], None]) -> None:
        self.cancelled = Event()
        self.work = work
        # A daemon, so that the server can stop while the work still waits.
        Thread(target=self._wait, daemon=True).start()

    def cancel(self) -> None:
        """Cancels the work because of a new edit, which must not wait for it."""
        self.cancelled.set()

    def _wait(self) -> None:
        if not self.cancelled.wait(QUIET):
            self.work(self.cancelled)
