"""The theme: its document around all pages, and which of its files are published."""

import logging
import re
import shutil
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import CountHandler

from pendopo.basics import markdown
from pendopo.basics.fingerprints import fingerprint
from pendopo.basics.translations import N_
from pendopo.basics.versions import code, contents
from pendopo.build.compare import Compared
from pendopo.build.manifest import PageRow, Platform
from pendopo.build.render import render
from pendopo.kinds.portal.record import PortalRecord
from pendopo.mkdocs import settings
from pendopo.mkdocs.agency_pages import agency_of
from pendopo.mkdocs.counter import counter
from pendopo.mkdocs.counter import told as told_of_counter
from pendopo.mkdocs.forms import forms, mark
from pendopo.mkdocs.session import Building, Session
from pendopo.rendering.own_templates import told
from pendopo.rendering.renderer import PICTURED, Renderer, escaped
from pendopo.rendering.template_files import TEMPLATES, Templates
from pendopo.rendering.templates import WRITTEN_IN
from pendopo.site.planning import plan_agency, plan_portal
from pendopo.site.shell import Frame, Heading, Outline, Publication, Shell, gap

LIBRARIES = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions")
UNUSED = re.compile(
    r"sitemap\.xml|assets/(javascripts/|stylesheets/palette|images/favicon).*|.*\.map"
)
"""Files of the theme that the core replaces by its own, or that no page uses."""

COUNTING = "assets/counter.js"
FONTS = (".woff2", ".woff", ".ttf", ".otf")
OF_PORTAL, OF_AGENCY = N_("About this site"), N_("Other page")
"""What search calls a page written by hand."""


class ThemeValues(NamedTuple):
    """Values for the templates main.html and 404.html, at `config.extra.pendopo.theme`.

    `counter` has the fields of a counter and its `host`; it is empty where nothing is counted, as
    while serving. `fonts` is true where docs/ has fonts. `shell` and `not_found` are the shell and
    the content of the page for unknown addresses.
    """

    serving: bool
    counter: dict[str, str]
    fonts: bool
    stylesheet: str
    shell: dict[str, str]
    not_found: str


def prepare(config: MkDocsConfig, portal: PortalRecord) -> None:
    """Sets the name and language of the portal in MkDocs, and adds the package's templates."""
    config.site_name = escaped(portal.name)
    config.theme["language"] = portal.language
    config.theme.static_templates = set(config.theme.static_templates) - {"sitemap.xml"}
    # After the site's own folder, which may override our templates, and before the theme's.
    folders = config.theme.dirs
    if not any(Path(folder).resolve() == TEMPLATES.resolve() for folder in folders):
        folders.insert(1 if config.theme.custom_dir else 0, str(TEMPLATES))


def begin(session: Session, compared: Compared, *, serving: bool) -> Building:
    """Starts rendering, and prepares MkDocs's part, skipped if nothing in it has changed.

    Raises `PluginError` where the theme is not Material.
    """
    config, found = session.config, session.read
    context = found.context
    publication = settings.publication(config, context.directory, found.setup.folder)
    templates = session.templates
    renderer = Renderer(plan_portal(context)[0], publication, templates)
    # The pages of agencies that are written by hand have the surroundings of these.
    of_agencies = {
        name: Renderer(
            plan_agency(context, context.directory.agencies[name])[0], publication, templates
        )
        for name in sorted(publication.menus)
    }
    around = [each.around(context.directory.agencies[name]) for name, each in of_agencies.items()]
    root = settings.root(config)
    shell, not_found = renderer.not_found_shell(root)._asdict(), renderer.not_found(root)
    fonts = any(each.endswith(FONTS) for each in settings.files_by_hand(config))
    counted = counter(config)
    used = counted._asdict() | {"host": counted.host} if counted and not serving else {}
    values = ThemeValues(serving, used, fonts, session.stylesheet, shell, not_found)
    config.extra["pendopo"]["theme"] = values
    # A server shows what the site is; who edits beside it has the files themselves.
    of_staff = None if serving else forms(config, context.directory, found.setup)
    key = _key(session, publication, values, [*around, *(mark(of_staff) if of_staff else [])])
    platform = compared.platform(key)
    shutil.rmtree(found.setup.workspace.platform, ignore_errors=True)
    frame = Frame(platform.frame) if platform else _frame(config, templates)
    if found.setup.division.share:
        # MkDocs builds the pages written by hand where the shares are joined.
        platform = Platform()
    if platform:
        _nothing_to_do(config)
    warnings = CountHandler()
    warnings.setLevel(logging.WARNING)
    return Building(
        publication=publication,
        templates=templates,
        counter=counted,
        rendered_by=renderer,
        forms=of_staff,
        key=key,
        platform=platform,
        frame=frame,
        rendering=render(compared, publication, frame, templates),
        warnings=warnings,
        renderers=of_agencies,
    )


def unused(file: File, config: MkDocsConfig) -> bool:
    """Whether a file is one of the theme that is not published; of docs/, the sitemap alone is."""
    of_theme = file.src_dir in config.theme.dirs
    if of_theme and file.src_uri == COUNTING:
        return counter(config) is None
    return bool(UNUSED.fullmatch(file.src_uri)) and (of_theme or file.src_uri == "sitemap.xml")


def surround(page: MkDocsPage, building: Building) -> None:
    """Puts the portal's shell around a page written by hand, and records its row."""
    address = page.url.removeprefix("./")
    directory = building.rendered_by.site.context.directory
    agency = directory.agencies.get(agency_of(address, directory.agencies))
    renderer = building.renderer_of(agency)
    context = renderer.site.context
    label = Markup(page.title)  # noqa: S704  (MkDocs gives HTML)
    if "<h1" not in (page.content or ""):
        page.content = f"<h1>{label}</h1>\n{page.content}"
    page.content = told_of_counter(markdown.tables(page.content or ""), building.counter)
    language = str(page.meta.get("language", WRITTEN_IN))
    if language != context.language:
        page.content = f'<div lang="{escaped(language)}">{page.content}</div>'
    outline = Outline(
        address=address,
        title=label + f" - {building.publication.name}",
        subject=label,
        description=str(page.meta.get("description", "")),
        canonical=page.canonical_url or "",
        label=label,
        trail=renderer.site.trail_to(agency),
        headings=[*_headings(page.toc.items)],
        edit_url=page.edit_url or "",
        card=renderer.card(agency),
        pictured=context.translate(PICTURED),
        updated=_day(page.meta.get("updated")),
    )
    page.meta["shell"] = renderer.shell(outline, agency)._asdict()
    searched = not (page.meta.get("search") or {}).get("exclude")
    building.documents[outline.address] = PageRow(
        outline.address,
        updated=outline.updated,
        kind=context.translate(OF_AGENCY if agency else OF_PORTAL) if searched else "",
    )


def _key(
    session: Session, publication: Publication, values: ThemeValues, around: Sequence[str]
) -> str:
    """Cache key of MkDocs's part: settings, what is around its pages, its files, and versions.

    For the folders of an installed package, its version stands for the content.
    """
    config = session.config
    own = (Path(each) for each in config.theme.dirs if "site-packages" not in Path(each).parts)
    folders = [Path(config.docs_dir), *own]
    return fingerprint(
        session.given,
        publication,
        values,
        around,
        session.read.context.language,
        [contents(folder, _files_below(folder)) for folder in folders],
        [version(each) for each in LIBRARIES],
        code(),
    )


def _files_below(folder: Path) -> Iterator[Path]:
    return (each for each in folder.rglob("*") if each.is_file())


def _nothing_to_do(config: MkDocsConfig) -> None:
    """Leaves MkDocs nothing to build, since its part of the site is published already."""
    # MkDocs has no way to skip a build, but without inputs it takes no time.
    config.theme.static_templates = set()
    config.theme.dirs = []
    config.extra_templates = []
    config.nav = []


def _frame(config: MkDocsConfig, templates: Templates) -> Frame:
    """The document that the theme puts around every page, with gaps for the parts that differ."""
    # Rendered once: running the theme for each of many thousand pages takes most of a build.
    shell = Shell(*map(gap, Shell._fields))._asdict()
    page = {"meta": {"shell": shell}, "content": gap("content"), "url": ""}
    context: Any = get_context(Navigation([], []), [], config)
    context["page"] = SimpleNamespace(**page)
    context["extra_css"] = [_from_root(str(path)) for path in config.extra_css]
    environment = config.theme.get_env()
    environment.filters["url"] = _from_root
    with told(templates):
        return Frame.of(environment.get_template("main.html").render(context))


def _from_root(target: str) -> str:
    """Replaces the theme's filter `url` for a page whose depth is not known yet."""
    whole = urlsplit(target).scheme or target.startswith(("/", "#"))
    return target if whole else gap("root") + target


def _headings(items: Sequence[AnchorLink]) -> Iterator[Heading]:
    for item in items:
        yield Heading(item.level, item.id, Markup(item.title))  # noqa: S704  (MkDocs gives HTML)
        yield from _headings(item.children)


def _day(written: Any) -> str:
    """A date from front matter in ISO 8601, `2026-11-22`; empty for anything else."""
    return f"{written:%Y-%m-%d}" if isinstance(written, date) else ""
