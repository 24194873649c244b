"""The state of a build, as the adapter keeps it between events of MkDocs."""

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import CountHandler

from pendopo.build.manifest import PageRow, Platform
from pendopo.build.output import files_in
from pendopo.build.pool import Pool
from pendopo.build.read import Read
from pendopo.build.render import Rendering
from pendopo.build.workspace import Workspace
from pendopo.forms.configuration import Forms
from pendopo.government.agency import Agency
from pendopo.history.search import Sound
from pendopo.kinds.registry import KINDS
from pendopo.mkdocs.counter import Counter
from pendopo.mkdocs.problem_log import ProblemLog
from pendopo.problems.problem import Problem
from pendopo.rendering.renderer import Renderer
from pendopo.rendering.template_files import Templates
from pendopo.site.planning import plan_agency
from pendopo.site.shell import Frame, Publication


@dataclass
class KeptGoing:
    """A build that is to go on where some agencies have faults.

    `faults` are those that stopped it; `sound` is what to publish in place of the data folder.
    """

    faults: Sequence[Problem] = ()
    sound: Sound | None = None

    def source(self, data: Path) -> Sound:
        """What is read and published: the sound folder, or `data` as it is."""
        return self.sound or Sound(data, {})


KEPT_GOING: ContextVar[KeptGoing | None] = ContextVar("kept_going", default=None)
"""Set by the command that goes on, in the same process: MkDocs hands nothing to its hooks."""


class Engine(NamedTuple):
    """Where the work of a build is done, such as `dask://HOST:PORT`; empty for this machine.

    `storage` is the address of what its machines share, empty if they mount the same folders.
    """

    address: str = ""
    storage: str = ""

    def pool(self, data: str, workspace: Workspace) -> Pool:
        """What shares out the work of a build of the data folder `data`."""
        if not self.address:
            return Pool(data, KINDS)
        # Their library is an extra.
        from pendopo.build.cluster import ClusterPool  # noqa: PLC0415
        from pendopo.build.cluster_storage import StoragePool  # noqa: PLC0415

        if not self.storage:
            return ClusterPool(data, KINDS, self.address, workspace.folder)
        return StoragePool(data, KINDS, self.address, workspace, storage=self.storage)


ENGINE: ContextVar[Engine] = ContextVar("engine", default=Engine())  # noqa: B039  (immutable)


@dataclass(frozen=True)
class Session:
    """A build whose data has been read; `given` is the configuration as it was before that."""

    config: MkDocsConfig
    given: str
    read: Read
    problem_log: ProblemLog

    @cached_property
    def templates(self) -> Templates:
        """The package's templates, with those of mkdocs.yml's `custom_dir` in their place."""
        return Templates.of(self.config.theme.custom_dir)

    @cached_property
    def stylesheet(self) -> str:
        """The address of the theme's own stylesheet. Raises `PluginError` for another theme."""
        # Its name contains a hash, so it is searched for.
        found = (
            f"assets/stylesheets/{path.name}"
            for folder in self.config.theme.dirs
            for path in sorted(Path(folder).glob("assets/stylesheets/main.*.min.css"))
        )
        if stylesheet := next(found, ""):
            return stylesheet
        raise PluginError("Pendopo needs the theme material; mkdocs.yml names another.")


@dataclass(frozen=True)
class Building:
    """A build whose pages are being rendered.

    `platform` is MkDocs's part of the last build if it is up to date, and `key` its cache key.
    `rendered_by` renders the portal's shell around pages written by hand, whose rows are added to
    `documents` one by one. `forms` are those that the site has for staff. `warnings` counts the
    warnings of MkDocs.
    """

    publication: Publication
    templates: Templates
    counter: Counter | None
    rendered_by: Renderer
    forms: Forms | None
    key: str
    platform: Platform | None
    frame: Frame
    rendering: Rendering
    warnings: CountHandler
    documents: dict[str, PageRow] = field(default_factory=dict)
    renderers: dict[str, Renderer] = field(default_factory=dict)

    def renderer_of(self, agency: Agency | None) -> Renderer:
        """Renders the shell around pages written by hand for `agency`, or for the portal."""
        if agency is None:
            return self.rendered_by
        if agency.id not in self.renderers:
            site, _ = plan_agency(self.rendered_by.site.context, agency)
            self.renderers[agency.id] = Renderer(site, self.publication, self.templates)
        return self.renderers[agency.id]

    def made(self, folder: str, key: str) -> Platform:
        """MkDocs's part of the site: files in `folder` and pages, under the cache key `key`."""
        documents: Mapping[str, PageRow] = self.documents
        files = tuple(sorted(files_in(folder)))
        return Platform(key, self.frame.parts, files, tuple(documents.values()))
