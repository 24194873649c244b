"""How far a long build is: a bar on a terminal, a line now and then elsewhere."""

import logging
import sys
import time
from types import TracebackType
from typing import Any, Self

import click

from pendopo.basics.translations import number, translations

PATIENCE = 2.0
"""Seconds after which a person wants to know."""
PAUSE = 5.0
"""Seconds between two lines where there is no terminal."""
STEPS = 1000


class Progress:
    """Shows pages, pages a second and the time left; nothing on builds of under two seconds."""

    def __init__(self, language: str, log: logging.Logger) -> None:
        self.language = language
        self.log = log
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
        """Tells that `pages` are there and which share, 0 to 1, of the work is done."""
        now = time.monotonic()
        if now - self.started < PATIENCE or not self.log.isEnabledFor(logging.INFO):
            return
        rate = round(pages / (now - self.started))
        said = translations(self.language).gettext("{pages} pages, {rate} a second")
        shown = said.format(pages=number(pages, self.language), rate=number(rate, self.language))
        if sys.stderr.isatty():
            self._bar(shown, share)
        elif now - self.told >= PAUSE:
            self.told = now
            self.log.info("%s (%d %%)", shown, 100 * share)

    def _bar(self, shown: str, share: float) -> None:
        if self.bar is None:
            self.bar = click.progressbar(
                length=STEPS, item_show_func=lambda item: item, file=sys.stderr, width=20
            )
        self.bar.update(int(share * STEPS) - self.bar.pos, shown)
