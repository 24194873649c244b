"""Plans a whole site at once, for checks and exports, which do no incremental work."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from pendopo.build.manifest import Manifest
from pendopo.build.pool import Pool
from pendopo.build.records import Reading, read_folder
from pendopo.problems.problem import Problem
from pendopo.problems.settled import settled
from pendopo.site.context import Context
from pendopo.site.dated import as_of_today
from pendopo.site.kind import Registry
from pendopo.site.planning import Site, plan


def plan_folder(
    folder: Path,
    today: date,
    kinds: Registry,
    size: int | None = None,
    *,
    days: Mapping[str, date] | None = None,
) -> tuple[Site, list[Problem]]:
    """The site of a data folder, and all problems of all files, sorted.

    It is read by `size` processes, by default one per processor; `today` is the date in Jakarta,
    `days` are those in the time zones of Indonesia by name. Raises `OSError` or
    `ChangedError` where a file cannot be read or changes meanwhile.
    """
    with Pool(str(folder), kinds, size) as pool:
        reading = read_folder(folder, pool, Manifest())
    return plan_reading(reading, Context(reading.directory, today, kinds, days=days or {}))


def plan_reading(
    reading: Reading, whole: Context, others: Iterable[str] = ()
) -> tuple[Site, list[Problem]]:
    """The site of a folder that has been read, and all problems of all files as they are told.

    `whole` is the context of all its records, `others` are the files that come from elsewhere.
    """
    context, ahead = as_of_today(whole)
    known = {*reading.problems, *ahead}
    site, problems = plan(context, sorted(known), others)
    return site, settled({*known, *problems})
