"""Stage 1: reads the changed files of the data folder, and links all records."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from pendopo.basics.versions import environment
from pendopo.build import output
from pendopo.build.manifest import Manifest
from pendopo.build.records import Reading, read_folder
from pendopo.build.setup import Setup
from pendopo.problems.problem import Problem
from pendopo.reading.files import Stamp
from pendopo.site.context import Context


@dataclass(frozen=True)
class Read:
    """The linked records of the data folder, and the manifest of the last build.

    `published` waits until the next folder is a mirror of the published one, and returns the stamps
    of its files by path.
    """

    setup: Setup
    manifest: Manifest
    reading: Reading
    published: Callable[[], dict[str, Stamp]]

    @property
    def problems(self) -> Sequence[Problem]:
        """Problems of the data found so far."""
        return self.reading.problems

    @cached_property
    def context(self) -> Context:
        """The context that pages are planned from."""
        return Context(self.reading.directory, self.setup.today, self.setup.pool.kinds)


def read(setup: Setup) -> Read:
    """Reads what has changed, and links all records. Raises `OSError` where that fails."""
    with setup.timings.of("read"):
        workspace = setup.workspace
        # Taken before any file is read: one that changes from now on counts as unsettled.
        begun = workspace.file_system_time()
        # Mirroring is all system calls, so it runs beside the reading in a process of its own.
        look = output.files_in if workspace.in_place else output.mirror
        published = setup.pool.aside(look, workspace.published, workspace.next)
        types = setup.pool.kinds.types
        manifest = Manifest.read(workspace.manifest, environment(), str(setup.data), types)
        reading = read_folder(setup.data, setup.pool, manifest, begun)
        return Read(setup, manifest, reading, published)
