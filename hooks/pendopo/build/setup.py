"""What a build is given, and how long its stages take."""

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pendopo.build.pool import Pool
from pendopo.build.workspace import Workspace


class Timings:
    """Seconds that each stage took; a stage may come in several pieces."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        """Times a stage. It keeps what it makes, so that Python need not look for garbage."""
        started = time.perf_counter()
        gc.disable()
        try:
            yield
        finally:
            gc.enable()
        took = time.perf_counter() - started
        self.seconds[stage] = self.seconds.get(stage, 0.0) + took


@dataclass(frozen=True)
class Setup:
    """What a build is given."""

    data: Path
    workspace: Workspace
    today: date
    pool: Pool
    timings: Timings = field(default_factory=Timings)
