"""Stage 1: reads the changed files of the data folder, and links all records."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pendopo.basics.versions import environment
from pendopo.build import output
from pendopo.build.known import with_known
from pendopo.build.manifest import Manifest
from pendopo.build.manifest_file import read_manifest
from pendopo.build.records import Reading, read_folder
from pendopo.build.setup import Setup
from pendopo.government.directory import Directory
from pendopo.government.standing import Standing
from pendopo.problems.problem import Problem
from pendopo.reading.files import Stamp
from pendopo.site.context import Context
from pendopo.site.dated import as_of_today


@dataclass(frozen=True)
class Read:
    """The linked records of the data folder, and the manifest of the last build.

    `context` is what pages are planned from, without the records that `ahead` tells of.
    `published` waits until the next folder is a mirror of the published one, and returns the stamps
    of its files by path.
    """

    setup: Setup
    manifest: Manifest
    reading: Reading
    context: Context
    ahead: Sequence[Problem]
    published: Callable[[], dict[str, Stamp]]

    @cached_property
    def problems(self) -> Sequence[Problem]:
        """Problems of the data found so far, with what is told of records dated ahead."""
        return sorted({*self.reading.problems, *self.ahead})

    @cached_property
    def own(self) -> frozenset[str]:
        """Ids of the agencies whose pages this build makes; empty for the portal."""
        share, directory = self.setup.division.share, self.context.directory
        if share:
            return share.agencies(directory, self.context.kinds)
        return frozenset({"", *directory.agencies})


def read(setup: Setup) -> Read:
    """Reads what has changed, and links all records. Raises `OSError` where that fails.

    Raises `ChangedError` where a file changes meanwhile.
    """
    with setup.timings.of("read"):
        workspace = setup.workspace
        # Taken before any file is read: one that changes from now on counts as unsettled.
        begun = workspace.file_system_time()
        # Mirroring is all system calls, so it runs beside the reading in a process of its own.
        look = output.files_in if workspace.in_place else output.mirror
        published = setup.pool.aside(look, workspace.published, workspace.next)
        types = setup.pool.kinds.types
        manifest = read_manifest(
            workspace.manifest, environment(), str(setup.folder), types, str(setup.data)
        )
        manifest = with_known(manifest, setup, begun)
        reading = read_folder(setup.data, setup.pool, manifest, begun)
        if setup.division.divided:
            setup.division.seen(reading)
        directory = _with_standing(reading.directory, setup.standing)
        kinds = setup.pool.kinds
        whole = Context(directory, setup.today, kinds, setup.site_url, setup.days)
        context, ahead = as_of_today(whole)
        return Read(setup, manifest, reading, context, ahead, published)


def _with_standing(directory: Directory, standing: Mapping[str, Standing]) -> Directory:
    """The directory, in which each agency that stands at an earlier state has the day of it."""
    known = {
        name: replace(directory.agencies[name], standing=each.day)
        for name, each in standing.items()
        if name in directory.agencies
    }
    return replace(directory, agencies={**directory.agencies, **known})
