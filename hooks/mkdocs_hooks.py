"""The adapter to MkDocs, and the only file that imports it: pages of data become its pages."""

import logging
import os
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel, get_files
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from pendopo import clock, page, rendering, site
from pendopo.problems import Problem, problem
from pendopo.reports import lines, summary
from pendopo.translations import translations

log = logging.getLogger("mkdocs.plugins.pendopo")
command: Literal["build", "gh-deploy", "serve"] = "build"


class DataPage(Page):
    """A page of data: every event of MkDocs runs for it, but it never meets Python-Markdown."""

    def __init__(self, data: page.Page, file: File, config: MkDocsConfig) -> None:
        settings = config.extra["pendopo"]
        self.data = data
        self.renderer: rendering.Renderer = settings["renderer"]
        title = rendering.title(data, self.renderer.site)
        super().__init__(rendering.escaped(title), file, config)
        edit_url = self.renderer.site.context.directory.portal.edit_url
        if edit_url:
            self.edit_url = f"{edit_url.rstrip('/')}/{data.source}"
        self.update_date = (data.updated or self.renderer.site.context.today).isoformat()

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown; what a theme asks of the front matter is set here."""
        self.markdown = ""
        self.meta = {
            "description": rendering.escaped(self.data.description),
            "agency": self.data.agency.id if self.data.agency else "",
        }
        if self.data.canonical and config.site_url:
            self.meta["canonical"] = urljoin(config.site_url, self.data.canonical)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The content, its contents list and the shell, from the core."""
        rendered = self.renderer.page(self.data)
        self.content = rendered.html
        self.toc = get_toc(rendering.contents(rendered.headings))
        self.present_anchor_ids = {heading.id for heading in rendered.headings}
        self.meta["shell"] = rendered.shell._asdict()


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remembers what MkDocs was asked for; `build()` called from elsewhere is a build."""
    globals()["command"] = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the data folder: it names the site and its language."""
    settings = config.extra["pendopo"]
    folder = _data_folder(config)
    built, problems = site.build(folder, clock.today())
    portal = built.context.directory.portal
    config.site_name = rendering.escaped(portal.name)
    config.theme["language"] = portal.language
    settings |= {"folder": folder, "site": built, "problems": problems}
    return config


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> None:
    """Renews the site at every edit of the data."""
    server.watch(str(config.extra["pendopo"]["folder"]))


def on_pre_build(config: MkDocsConfig) -> None:
    """Stops a build of faulty data before MkDocs empties the last good site."""
    settings = config.extra["pendopo"]
    built: site.Site = settings["site"]
    renderer = settings["renderer"] = rendering.Renderer(built, _documents(config))
    problems = sorted([*settings["problems"], *_taken(config, built)])
    translate = translations(built.context.language)
    for each in problems:
        log.error("\n    ".join(lines(each, f"{_shown(settings['folder'])}/", translate.gettext)))
    if problems and command != "serve":
        raise PluginError(summary(problems, translate))
    root = urlsplit(config.site_url or "/").path
    settings["shell"] = renderer.shell("", root=root)._asdict()
    settings["not_found"] = renderer.not_found(root)
    settings["title"] = rendering.escaped(rendering.headings(settings["not_found"])[0].text)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the pages and files of the data; leaves out the theme's scripts, which no page runs."""
    settings = config.extra["pendopo"]
    built: site.Site = settings["site"]
    folder = settings["folder"].resolve()
    edited = _edited(folder, config)
    made: dict[str, DataPage] = {}
    for each in built.pages:
        file = File.generated(
            config, f"{each.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
        )
        file.abs_src_path = f"{folder}/{each.source}"
        file.edit_uri = f"{edited}/{each.source}" if edited else None
        files.append(file)
        made[each.address] = DataPage(each, file, config)
    for asset in built.assets:
        path = f"{folder}/{asset.media.path}" if asset.media else None
        content = None if path else asset.text
        files.append(
            File.generated(
                config,
                asset.address,
                content=content,
                abs_src_path=path,  # type: ignore[call-overload]
                inclusion=InclusionLevel.INCLUDED,
            )
        )
    for file in list(files):
        if file.src_uri.startswith("assets/javascripts/") or file.src_uri.endswith(".map"):
            files.remove(file)
    _connect(built, made)
    return files


def on_page_context(context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> None:
    """Gives the pages written by hand the portal's shell."""
    if not isinstance(page, DataPage):
        renderer: rendering.Renderer = config.extra["pendopo"]["renderer"]
        page.meta["shell"] = renderer.shell(page.url)._asdict()


def _connect(built: site.Site, made: dict[str, DataPage]) -> None:
    """Sets what is before, after and above each page."""
    sections: dict[str, Section] = {}
    for each in made.values():
        data = each.data
        each.previous_page = made.get(data.previous) if data.previous is not None else None
        each.next_page = made.get(data.next) if data.next is not None else None
        parent: Section | None = None
        for link in built.trail(data)[1:]:
            if link.address not in sections:
                title = rendering.escaped(link.label)
                sections[link.address] = Section(title, [made[link.address]])
                sections[link.address].parent = parent
            parent = sections[link.address]
        each.parent = parent


def _data_folder(config: MkDocsConfig) -> Path:
    """The data folder, which MkDocs may not publish as it is: nothing there is checked by it."""
    folder = Path(config.config_file_path).parent / str(config.extra["pendopo"]["data"] or "data")
    for name, other in (("docs_dir", config.docs_dir), ("site_dir", config.site_dir)):
        if folder.resolve().is_relative_to(Path(other).resolve()):
            raise PluginError(f"The data folder {folder} may not lie within the {name} {other}.")
    if not config.use_directory_urls:
        raise PluginError("Pendopo needs use_directory_urls: true, the default of MkDocs.")
    return folder


def _documents(config: MkDocsConfig) -> list[page.Link]:
    """The pages written by hand that the navigation names at its top level."""
    files = get_files(config)
    entries = [item for each in config.nav or [] if isinstance(each, dict) for item in each.items()]
    found = [
        (title, files.get_file_from_path(path)) for title, path in entries if isinstance(path, str)
    ]
    return [page.Link(title, file.url.removeprefix("./")) for title, file in found if file]


def _taken(config: MkDocsConfig, built: site.Site) -> list[Problem]:
    """A page of data may not take the address of a page written by hand."""
    by_hand = {file.url.removeprefix("./"): file.src_uri for file in get_files(config)}
    return [
        problem(each.source, "address-taken", other=by_hand[each.address], address=each.address)
        for each in built.pages
        if each.address in by_hand
    ]


def _shown(folder: Path) -> str:
    """The folder as a person standing in the working directory writes it."""
    return os.path.relpath(folder) if folder.is_relative_to(Path.cwd()) else str(folder)


def _edited(folder: Path, config: MkDocsConfig) -> str | None:
    """Where MkDocs finds the data for its edit links, if it lies in this repository."""
    if not folder.is_relative_to(Path(config.config_file_path).parent.resolve()):
        return None
    return Path(os.path.relpath(folder, config.docs_dir)).as_posix()
