"""What the adapter knows of a build, as far as it has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import CountHandler

from pendopo.build.compare import Compared
from pendopo.build.manifest import PageRow, Platform
from pendopo.build.output import files_in
from pendopo.build.read import Read
from pendopo.build.render import Rendering
from pendopo.rendering.renderer import Renderer
from pendopo.site.shell import Frame, Publication


@dataclass(frozen=True)
class Session:
    """A build whose data have been read: the configuration, and `given`, as it was before."""

    config: MkDocsConfig
    given: str
    read: Read

    @cached_property
    def stylesheet(self) -> str:
        """The address of the theme's own stylesheet, whose name changes with its content."""
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

    `platform` is what MkDocs made last time, if it would make the same again; `key` covers all that
    it makes it of. `rendered_by` renders the portal's shell around pages written by hand, whose
    rows come into `documents` one after the other. `warnings` counts what MkDocs warns of.
    """

    compared: Compared
    publication: Publication
    rendered_by: Renderer
    key: str
    platform: Platform | None
    frame: Frame
    warnings: CountHandler
    documents: dict[str, PageRow] = field(default_factory=dict)
    _rendering: tuple[Rendering, ...] = ()

    def started(self, rendering: Rendering) -> "Building":
        """The same with its pages on their way."""
        return replace(self, _rendering=(rendering,))

    @property
    def rendering(self) -> Rendering:
        """The pages that are being rendered."""
        return self._rendering[0]

    def made(self, folder: str, key: str) -> Platform:
        """What MkDocs has made in `folder`."""
        documents: Mapping[str, PageRow] = self.documents
        files = tuple(sorted(files_in(folder)))
        return Platform(key, self.frame.parts, files, tuple(documents.values()))
