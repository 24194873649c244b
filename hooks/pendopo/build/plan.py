"""Plans a whole site at once, for checks and exports, which do no incremental work."""

from datetime import date
from pathlib import Path

from pendopo.build.manifest import Manifest
from pendopo.build.pool import Pool
from pendopo.build.records import read_folder
from pendopo.problems.problem import Problem
from pendopo.site.context import Context
from pendopo.site.kind import Registry
from pendopo.site.planning import Site, plan


def plan_folder(
    folder: Path, today: date, kinds: Registry, size: int | None = None
) -> tuple[Site, list[Problem]]:
    """The site of a data folder, and all problems of all files, sorted.

    It is read by `size` processes, by default one per processor. Raises `OSError` or
    `ChangedError` where a file cannot be read or changes meanwhile.
    """
    with Pool(str(folder), kinds, size) as pool:
        reading = read_folder(folder, pool, Manifest())
    site, problems = plan(Context(reading.directory, today, kinds), reading.problems)
    return site, sorted({*reading.problems, *problems})
