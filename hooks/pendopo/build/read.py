"""Stage 1: what has changed in the data folder is read, and all records are linked."""

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
    """The records of the data folder, linked, beside the manifest of the last build.

    `published` waits for the stamps of all files in the published folder; meanwhile, the folder for
    the next build has become a mirror of it.
    """

    setup: Setup
    manifest: Manifest
    reading: Reading
    published: Callable[[], dict[str, Stamp]]

    @property
    def problems(self) -> Sequence[Problem]:
        """What is wrong with the data so far."""
        return self.reading.problems

    @cached_property
    def context(self) -> Context:
        """What pages are planned from."""
        return Context(self.reading.directory, self.setup.today, self.setup.pool.kinds)


def read(setup: Setup) -> Read:
    """Reads what has changed, and links all records."""
    with setup.timings.of("read"):
        workspace = setup.workspace
        begun = workspace.file_system_time()
        look = output.files_in if workspace.in_place else output.mirror
        published = setup.pool.aside(look, workspace.published, workspace.next)
        types = setup.pool.kinds.types
        manifest = Manifest.read(workspace.manifest, environment(), str(setup.data), types)
        reading = read_folder(setup.data, setup.pool, manifest, begun)
        return Read(setup, manifest, reading, published)
