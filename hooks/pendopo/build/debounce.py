"""The search index of a site that is served: renewed when nobody edits."""

from collections.abc import Callable
from threading import Event, Thread

QUIET = 2.0
"""Seconds without an edit before the index is renewed."""


class Renewal:
    """Calls `renew` in a thread once it was quiet, with an event that says when to leave off."""

    def __init__(self, renew: Callable[[Event], None]) -> None:
        self.halted = Event()
        self.renew = renew
        Thread(target=self._wait, daemon=True).start()

    def halt(self) -> None:
        """Says that there is an edit, which is not to wait."""
        self.halted.set()

    def _wait(self) -> None:
        if not self.halted.wait(QUIET):
            self.renew(self.halted)
