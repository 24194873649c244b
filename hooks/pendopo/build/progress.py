"""Progress of a long build: a bar on a terminal, an occasional log line elsewhere."""

import logging
import sys
import time
from types import TracebackType
from typing import Any, Self

import click

from pendopo.basics.translations import number, translations

PATIENCE = 2.0
"""Seconds before anything is shown: a short build needs no progress."""
PAUSE = 5.0
"""Seconds between two log lines where there is no terminal."""
STEPS = 1000
"""Length of the bar: `click` counts in whole steps, so a share is rounded to 0.1 %."""


class Progress:
    """Shows pages, pages per second and the time left; nothing in the first two seconds."""

    def __init__(self, language: str, log: logging.Logger) -> None:
        self.language = language
        self.log = log
        # The monotonic clock, since the system's may be set while a build runs.
        self.started = self.told = time.monotonic()
        self.bar: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.bar:
            self.bar.render_finish()

    def show(self, pages: int, share: float) -> None:
        """Shows that `pages` are rendered, and that `share` (0 to 1) of the work is done."""
        now = time.monotonic()
        if now - self.started < PATIENCE or not self.log.isEnabledFor(logging.INFO):
            return
        rate = round(pages / (now - self.started))
        said = translations(self.language).gettext("{pages} pages, {rate} a second")
        shown = said.format(pages=number(pages, self.language), rate=number(rate, self.language))
        # In the log of a CI job a bar would leave one line for each of its states.
        if sys.stderr.isatty():
            self._bar(shown, share)
        elif now - self.told >= PAUSE:
            self.told = now
            self.log.info("%s (%d %%)", shown, 100 * share)

    def _bar(self, shown: str, share: float) -> None:
        # Created on first use: most builds are too short for a bar.
        if self.bar is None:
            self.bar = click.progressbar(
                length=STEPS, item_show_func=lambda item: item, file=sys.stderr, width=20
            )
        self.bar.update(int(share * STEPS) - self.bar.pos, shown)
