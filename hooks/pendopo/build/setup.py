"""The inputs of a build, and the times of its stages."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pendopo.basics.garbage import no_collections
from pendopo.build.division import Division
from pendopo.build.pool import Pool
from pendopo.build.workspace import Workspace
from pendopo.government.standing import Standing


class Timings:
    """Seconds that each stage took, summed up if it ran in several pieces."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        """Measures a stage, with the garbage collector off."""
        started = time.perf_counter()
        with no_collections():
            yield
        took = time.perf_counter() - started
        self.seconds[stage] = self.seconds.get(stage, 0.0) + took


@dataclass(frozen=True)
class Setup:
    """The inputs of a build, and the timings that it collects.

    `today` is the date in Jakarta, `days` are those in the time zones of Indonesia by name.
    `standing` has the agencies of `data` whose files are not their newest, by id; the portal's own
    files by the empty string. `commit` is the one that the publisher says the data are of; empty if
    that is unknown. `home` is the data folder in whose place `data` is read, if it is another.
    `division` tells of shares, if the build makes one or joins them. `site_url` is the address of
    the site, empty if it is unknown.
    """

    data: Path
    workspace: Workspace
    today: date
    pool: Pool
    days: Mapping[str, date] = field(default_factory=dict)
    timings: Timings = field(default_factory=Timings)
    standing: Mapping[str, Standing] = field(default_factory=dict)
    commit: str = ""
    home: Path | None = None
    division: Division = field(default_factory=Division)
    site_url: str = ""

    @property
    def folder(self) -> Path:
        """The data folder that staff edit."""
        return self.home or self.data
