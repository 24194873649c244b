"""The adapter to MkDocs, and the only file that imports it.

Pages of data are made by the core beside MkDocs, in a document that MkDocs's theme gives once.
Where another plugin or hook is there to see them, they pass through MkDocs one by one instead; the
bytes are the same.
"""

import json
import logging
import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any, Literal
from urllib.parse import urlsplit

from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel, get_files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils import CountHandler

from pendopo.basics import addresses, clock, markdown
from pendopo.basics.translations import translations
from pendopo.basics.versions import code, contents
from pendopo.build.build import Build, Outcome
from pendopo.build.debounce import Renewal
from pendopo.build.manifest import Platform, Row
from pendopo.build.output import files_in
from pendopo.build.pool import Crew
from pendopo.build.progress import Progress
from pendopo.build.reports import lines, mishap, outcome, summary
from pendopo.build.workspace import Place, alone
from pendopo.mkdocs.stylesheet import without_unused
from pendopo.mkdocs.watch import Watch
from pendopo.problems.problem import Problem, faults, problem
from pendopo.reading.load import ChangedError
from pendopo.rendering import renderer as rendering
from pendopo.rendering.templates import WRITTEN_IN
from pendopo.site import page
from pendopo.site import planning as site
from pendopo.site.page import Link
from pendopo.site.shell import Frame, Heading, Outline, Publication, Shell, gap

LIBRARIES = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions")
MOST_WARNINGS = 20
UNUSED = re.compile(
    r"sitemap\.xml|assets/(javascripts/|stylesheets/palette|images/favicon).*|.*\.map"
)
log = logging.getLogger("mkdocs.plugins.pendopo")
command: Literal["build", "gh-deploy", "serve"] = "build"
opened = ExitStack()
"""What the build that is going on has opened: other processes, and the folder's lock."""
told: set[Problem] = set()
"""What the build that is going on has told already."""
renewals: list[Renewal] = []
"""What makes a site searchable that is served."""


class DataPage(Page):
    """A page of data for other plugins to see: it never meets Python-Markdown."""

    def __init__(self, data: page.Page, file: File, config: MkDocsConfig) -> None:
        settings = config.extra["pendopo"]
        self.data = data
        self.renderer: rendering.Renderer = settings["renderer"]
        self.frame: Frame = settings["frame"]
        title = rendering.title(data, self.renderer.site)
        super().__init__(rendering.escaped(title), file, config)
        self.edit_url = self.renderer.edit_url(data.source) or None

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown; what a theme asks of the front matter is set here."""
        self.markdown = ""
        self.meta = {
            "description": rendering.escaped(self.data.description),
            "agency": self.data.agency.id if self.data.agency else "",
            "template": "data.html",
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The content and its contents list; the document around it is that of the core."""
        rendered = self.renderer.page(self.data)
        agency = self.data.agency.id if self.data.agency else ""
        self.content = addresses.shortened(rendered.html, self.data.address, agency)
        self.toc = get_toc(rendering.contents(rendered.headings))
        self.present_anchor_ids = {heading.id for heading in rendered.headings}
        self.meta["around"] = self.renderer.around(self.data, rendered, self.frame)


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remembers what MkDocs was asked for; `build()` called from elsewhere is a build."""
    globals()["command"] = command
    if dirty:
        log.info("--dirty changes nothing: every build does no more than what has changed.")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads what has changed in the data folder: it names the site and its language."""
    settings = config.extra["pendopo"]
    given = json.dumps([dict(config), dict(config.theme)], default=_plain, sort_keys=True)
    folder = _data_folder(config)
    place = _place(config)
    opened.close()
    told.clear()
    for renewal in renewals:
        renewal.halt()
    renewals.clear()
    with _plainly("id"):
        opened.enter_context(alone(place.workshop))
        crew = opened.enter_context(Crew(str(folder)))
        build = Build(folder, place, clock.today(), crew)
        problems = build.read()
    portal = build.context.directory.portal
    config.site_name = rendering.escaped(portal.name)
    config.theme["language"] = portal.language
    config.theme.static_templates = set(config.theme.static_templates) - {"sitemap.xml"}
    config.site_dir = place.platform
    settings |= {"given": given, "build": build, "problems": problems}
    settings |= {"days": {}, "serving": command == "serve", "stylesheet": _stylesheet(config)}
    settings["unsearched"] = set()
    return config


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Serves the pages where they are made, and renews them at every edit of the data."""
    build: Build = config.extra["pendopo"]["build"]
    server.root = build.place.published
    server.error_handler = lambda code: _error_page(build.place.published, code)
    watched = [*server._watched_paths, str(build.data)]
    server.observer, server._watched_paths = Watch(), {}  # type: ignore[assignment]
    for path in watched:
        server.watch(path)
    return server


def on_pre_build(config: MkDocsConfig) -> None:
    """Stops a build of faulty data; otherwise lets the pages be rendered, beside MkDocs."""
    settings = config.extra["pendopo"]
    build: Build = settings["build"]
    if faults(problems := settings["problems"]):
        whole, unplanned = site.plan(build.context, problems)
        taken = _taken(config, whole.by_address)
        _tell(build, sorted({*problems, *unplanned, *taken}))
    _tell(build, problems)
    build.compare()
    build.set_publication(publication := _publication(config))
    renderer = rendering.Renderer(site.plan_portal(build.context)[0], publication)
    settings["not_found"] = not_found = renderer.not_found(_root(config))
    shown = f"{rendering.headings(not_found)[0].text} - {publication.name}"
    said = build.context.translate(
        "The site has no page at this address. It may have a typing error, or the page was moved "
        "or removed."
    )
    outline = Outline(addresses.NOT_FOUND, shown, description=said)
    settings["shell"] = renderer.shell(outline, root=_root(config))._asdict()
    settings["key"] = _platform_key(config, publication)
    platform = None if _others(config) else build.platform(settings["key"])
    settings |= {"platform": platform, "renderer": renderer}
    shutil.rmtree(build.place.platform, ignore_errors=True)
    if platform:
        _nothing_to_do(config)
    settings["frame"] = Frame(platform.frame) if platform else _frame(config)
    settings["warnings"] = warnings = CountHandler()
    warnings.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(warnings)
    opened.callback(logging.getLogger("mkdocs").removeHandler, warnings)
    if _others(config):
        settings["renderer"] = rendering.Renderer(site.plan(build.context)[0], publication)
    else:
        build.render(settings["frame"])


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leaves out what the core makes better or no page uses; adds the pages for other plugins."""
    settings = config.extra["pendopo"]
    if settings["platform"]:
        return Files([])
    for file in list(files):
        if UNUSED.fullmatch(file.src_uri):
            files.remove(file)
        elif file.src_uri == settings["stylesheet"]:
            files.remove(file)
            light = without_unused(file.content_string)
            files.append(File.generated(config, file.src_uri, content=light))
    if _others(config):
        _add_pages(files, config)
    return files


def on_page_context(context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> None:
    """Gives the pages written by hand the portal's shell."""
    if isinstance(page, DataPage):
        return
    renderer: rendering.Renderer = config.extra["pendopo"]["renderer"]
    label = Markup(page.title)  # noqa: S704  (MkDocs gives HTML)
    name = renderer.publication.name
    if "<h1" not in (page.content or ""):
        page.content = f"<h1>{label}</h1>\n{page.content}"
    page.content = markdown.tables(page.content or "")
    spoken = str(page.meta.get("language", WRITTEN_IN))
    if spoken != renderer.site.context.language:
        page.content = f'<div lang="{rendering.escaped(spoken)}">{page.content}</div>'
    outline = Outline(
        address=page.url.removeprefix("./"),
        title=label + f" - {name}",
        subject=label,
        description=str(page.meta.get("description", "")),
        canonical=page.canonical_url or "",
        label=label,
        trail=[Link(renderer.site.context.directory.portal.name, "")],
        headings=[*_headings(page.toc.items)],
        edit_url=page.edit_url or "",
        card=renderer.card(None),
        pictured=renderer.site.context.translate(rendering.PICTURED),
        updated=_day(page.meta.get("updated")),
    )
    config.extra["pendopo"]["days"][outline.address] = outline.updated
    page.meta["shell"] = renderer.shell(outline)._asdict()
    if (page.meta.get("search") or {}).get("exclude"):
        config.extra["pendopo"]["unsearched"].add(outline.address)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Waits for the pages and puts all in their place, unless `--strict` has found a fault."""
    build: Build = config.extra["pendopo"]["build"]
    config.extra["pendopo"]["sound"] = not config.extra["pendopo"]["warnings"].get_counts()
    with _plainly(build.context.language), opened:
        _tell(build, _rendered(config, build))
        if not _failed(config):
            log.info(outcome(_published(config, build), build.context.language))
            if config.extra["pendopo"]["serving"]:
                renewals.append(Renewal(partial(_renew_index, build)))
    config.site_dir = build.place.published


def on_build_error(error: Exception) -> None:
    """Ends what was begun; the last good site stays as it is."""
    opened.close()


@contextmanager
def _plainly(language: str) -> Iterator[None]:
    """Says in a sentence what went wrong beside the data."""
    try:
        yield
    except (ChangedError, BrokenExecutor, OSError) as error:
        raise PluginError(mishap(error, language)) from error


def _rendered(config: MkDocsConfig, build: Build) -> list[Problem]:
    """Waits until all pages are rendered; tells what only their plan could tell."""
    if _others(config):
        whole, problems = site.plan(build.context)
        return [*problems, *_taken(config, whole.by_address)]
    with Progress(build.context.language, log) as progress:
        problems = build.finish(progress.show)
    if _by_hand(config).keys() & {address for address, _ in build.pages()}:
        problems += _taken(config, site.plan(build.context)[0].by_address)
    return problems


def _published(config: MkDocsConfig, build: Build) -> Outcome:
    """Everything in its place, with what MkDocs has made of its own part."""
    settings = config.extra["pendopo"]
    if platform := settings["platform"]:
        return build.publish(platform, None)
    made = build.place.platform
    kind = build.context.translate("About this site")
    documents = [
        Row(
            address,
            updated=settings["days"].get(address, ""),
            kind="" if address in settings["unsearched"] else kind,
        )
        for address in _by_hand(config)
    ]
    if _others(config):
        pages = settings["renderer"].site.pages
        documents += [Row(each.address, "", each.updated, each.kind, each.years) for each in pages]
    key = settings["key"] if settings["sound"] and not _others(config) else ""
    files = tuple(sorted(files_in(made)))
    platform = Platform(key, settings["frame"].parts, files, tuple(documents))
    return build.publish(platform, made)


def _tell(build: Build, problems: Sequence[Problem]) -> None:
    """Logs all problems. Raises `PluginError` where one is no warning, unless the site is served.

    A warning is logged as mere information: `--strict` may publish with it.
    """
    translate = translations(build.context.language)
    new = [each for each in problems if each not in told]
    told.update(new)
    warnings = [each for each in new if each.warning]
    for each in faults(new):
        log.error("\n    ".join(lines(each, f"{_shown(build.data)}/", translate.gettext)))
    for each in warnings[:MOST_WARNINGS]:
        log.info("\n    ".join(lines(each, f"{_shown(build.data)}/", translate.gettext)))
    if len(warnings) > MOST_WARNINGS:
        said = translate.gettext("{count} more warnings; pendopo check lists all of them.")
        log.info(said.format(count=len(warnings) - MOST_WARNINGS))
    if faults(problems) and command != "serve":
        raise PluginError(summary(problems, translate))


def _renew_index(build: Build, halted: Event) -> None:
    """Makes what was served searchable, after the reader has it already."""
    try:
        build.renew_index(halted)
    except OSError as error:
        log.error(mishap(error, build.context.language))


def _failed(config: MkDocsConfig) -> bool:
    """Whether `--strict` will end the build: whatever is warned of counts."""
    handlers = [each for each in logging.getLogger("mkdocs").handlers if type(each) is CountHandler]
    return config.strict and any(each.get_counts() for each in handlers)


def _others(config: MkDocsConfig) -> bool:
    """Whether a plugin or hook but this one wants to see the pages."""
    return len(config.plugins) > 1


def _nothing_to_do(config: MkDocsConfig) -> None:
    """Lets MkDocs pass quickly: its own part of the site is there already."""
    config.theme.static_templates = set()
    config.theme.dirs = []
    config.extra_templates = []
    config.nav = []


def _place(config: MkDocsConfig) -> Place:
    """The published folder with a workshop beside it; a served site has a place of its own."""
    if command == "serve":
        workshop = Path(config.config_file_path).parent.resolve() / ".serve.pendopo"
        return Place(f"{workshop}/site", str(workshop), in_place=True)
    published = Path(config.site_dir).resolve()
    return Place(str(published), str(published.parent / f".{published.name}.pendopo"))


def _publication(config: MkDocsConfig) -> Publication:
    """What the publisher has decided, in mkdocs.yml and its environment."""
    build: Build = config.extra["pendopo"]["build"]
    return Publication(
        name=build.context.directory.portal.name,
        site_url=config.site_url or "",
        edit_url=_edit_url(config, build.data.resolve()),
        repository=config.repo_url or "",
        documents=tuple(_documents(config)),
    )


def _edit_url(config: MkDocsConfig, folder: Path) -> str:
    """Where MkDocs would let a file of the data be edited, `{}` standing for its path."""
    if not folder.is_relative_to(Path(config.config_file_path).parent.resolve()):
        return ""
    file = File.generated(config, "pendopo.md", content="")
    file.edit_uri = f"{Path(os.path.relpath(folder, config.docs_dir)).as_posix()}/PATH"
    return (Page("", file, config).edit_url or "").replace("PATH", "{}")


def _platform_key(config: MkDocsConfig, publication: Publication) -> str:
    """What tells MkDocs's own part of the site: the settings, the files it reads, its versions."""
    settings = config.extra["pendopo"]
    folders = [config.docs_dir, *([config.theme.custom_dir] if config.theme.custom_dir else [])]
    files = [
        contents(
            Path(folder),
            (
                Path(top, name)
                for top, _, names in os.walk(folder, followlinks=True)
                for name in names
            ),
        )
        for folder in folders
    ]
    return page.fingerprint(
        settings["given"],
        publication,
        settings["shell"],
        settings["not_found"],
        settings["build"].context.language,
        files,
        [version(each) for each in LIBRARIES],
        code(),
    )


def _frame(config: MkDocsConfig) -> Frame:
    """The document that the theme puts around every page, with gaps for what differs."""
    shell = Shell(*map(gap, Shell._fields))._asdict()
    around = {"meta": {"shell": shell}, "content": gap("content"), "url": ""}
    context: Any = get_context(Navigation([], []), [], config)
    context["page"] = SimpleNamespace(**around)
    context["extra_css"] = [_from_root(str(path)) for path in config.extra_css]
    environment = config.theme.get_env()
    environment.filters["url"] = _from_root
    return Frame.of(environment.get_template("main.html").render(context))


def _from_root(target: str) -> str:
    """A link as the theme's filter `url` writes it, on a page whose depth is not known yet."""
    whole = urlsplit(target).scheme or target.startswith(("/", "#"))
    return target if whole else gap("root") + target


def _add_pages(files: Files, config: MkDocsConfig) -> None:
    """Gives every page of data to MkDocs, for other plugins to see, and every file for machines."""
    settings = config.extra["pendopo"]
    build: Build = settings["build"]
    folder = build.data.resolve()
    made: dict[str, DataPage] = {}
    built: site.Site = settings["renderer"].site
    for each in built.pages:
        file = File.generated(
            config, f"{each.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
        )
        file.abs_src_path = f"{folder}/{each.source}"
        files.append(file)
        made[each.address] = DataPage(each, file, config)
    for made_file in built.files:
        files.append(File.generated(config, made_file.address, content=made_file.text.encode()))
    _connect(built, made)


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


def _documents(config: MkDocsConfig) -> list[Link]:
    """The pages written by hand that the navigation names at its top level."""
    files = get_files(config)
    entries = [item for each in config.nav or [] if isinstance(each, dict) for item in each.items()]
    found = [
        (title, files.get_file_from_path(path)) for title, path in entries if isinstance(path, str)
    ]
    return [Link(title, file.url.removeprefix("./")) for title, file in found if file]


def _by_hand(config: MkDocsConfig) -> dict[str, str]:
    """The pages written by hand: their files by their addresses."""
    files = get_files(config).documentation_pages()
    return {file.url.removeprefix("./"): file.src_uri for file in files}


def _taken(config: MkDocsConfig, pages: Mapping[str, page.Page]) -> list[Problem]:
    """A page of data may not take the address of a page written by hand."""
    return [
        problem(pages[address].source, "address-taken", other=other, address=address)
        for address, other in _by_hand(config).items()
        if address in pages
    ]


def _day(written: Any) -> str:
    """A day of a page's front matter as `2026-11-22`; empty for anything else."""
    return f"{written:%Y-%m-%d}" if isinstance(written, date) else ""


def _headings(items: Sequence[AnchorLink]) -> Iterator[Heading]:
    for item in items:
        yield Heading(item.level, item.id, Markup(item.title))  # noqa: S704  (MkDocs gives HTML)
        yield from _headings(item.children)


def _error_page(folder: str, code: int) -> bytes | None:
    file = Path(folder, f"{code}.html")
    return file.read_bytes() if file.is_file() else None


def _plain(value: Any) -> str:
    """What tells a setting that is no text from another: the name of its kind."""
    kind = value if isinstance(value, type) or callable(value) else type(value)
    return f"{kind.__module__}.{kind.__qualname__}"


def _stylesheet(config: MkDocsConfig) -> str:
    """The theme's own stylesheet, whose name changes with its content."""
    found = (
        f"assets/stylesheets/{path.name}"
        for folder in config.theme.dirs
        for path in sorted(Path(folder).glob("assets/stylesheets/main.*.min.css"))
    )
    if stylesheet := next(found, ""):
        return stylesheet
    raise PluginError("Pendopo needs the theme material; mkdocs.yml names another.")


def _root(config: MkDocsConfig) -> str:
    """The absolute path of the site."""
    return urlsplit(config.site_url or "/").path


def _shown(folder: Path) -> str:
    """The folder as a person standing in the working directory writes it."""
    return os.path.relpath(folder) if folder.is_relative_to(Path.cwd()) else str(folder)
