"""Exports the site for generators other than MkDocs: its pages as Markdown documents with HTML.

Beside them come a configuration and the theme. Generators that read mkdocs.yml build the export as
it is; the theme's templates find in it the values that the adapter to MkDocs gives them elsewhere.
"""

import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from pendopo.reading.examined import examined
from pendopo.rendering.own_templates import told
from pendopo.rendering.renderer import RenderedPage, Renderer, escaped
from pendopo.rendering.template_files import Templates
from pendopo.rendering.titles import title
from pendopo.site.assets import assets, drawings
from pendopo.site.page import Page
from pendopo.site.planning import Site
from pendopo.site.shell import Publication

MARKER = ".pendopo-export"
"""Name of the file that marks a folder as an export, which another one may replace."""
DOCUMENTS, THEME = "docs", "theme"
"""Folders of an export: what becomes the site, and what surrounds each page of it."""
CONFIGURATION = "mkdocs.yml"
STYLESHEET = "assets/stylesheets/base.css"
"""Address of the stylesheet below that of Pendopo."""
PRE = re.compile(r"<pre>.*?</pre>", re.DOTALL)


class ExportRefusedError(Exception):
    """The folder holds files that were not written by an export."""


def export(
    site: Site, data: Path, folder: Path, stylesheet: str = "", templates: Templates | None = None
) -> int:
    """Writes all there is of the site to `folder`, replacing an earlier export.

    `stylesheet` is the CSS that Pendopo's own builds on. Returns the number of files.

    Raises `ExportRefusedError` if `folder` is neither empty nor an earlier export, `OSError` if it
    cannot be written, `ChangedError` if a file of the data has changed since it was read, and
    `TemplateFaultError` where a template of the publisher fails.
    """
    templates = templates or Templates.of()
    folder = folder.resolve()
    if folder.exists() and not _ours(folder):
        raise ExportRefusedError
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Beside the target, because a rename only works within one file system.
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".export-") as temporary:
        new = Path(temporary) / "new"
        with told(templates):
            count = _write(_contents(site, data, stylesheet, templates), new)
        if folder.exists():
            folder.rename(Path(temporary) / "old")
        new.rename(folder)
    return count


def document(page: Page, rendered: RenderedPage, site: Site) -> str:
    """A page as front matter and one block of HTML, which Markdown leaves unchanged."""
    matter = {
        "title": escaped(title(page, site)),
        "description": escaped(page.description),
        "shell": rendered.shell._asdict(),
    }
    return f"---\n{_yaml(matter)}---\n\n<div>\n{_unbroken(rendered.html)}\n</div>\n"


def _ours(folder: Path) -> bool:
    return folder.is_dir() and ((folder / MARKER).exists() or not any(folder.iterdir()))


def _write(contents: Iterator[tuple[str, bytes]], folder: Path) -> int:
    """Writes everything below `folder`; returns the number of files."""
    count = 0
    for address, content in contents:
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        count += 1
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARKER).write_bytes(b"")
    return count


def _contents(
    site: Site, data: Path, stylesheet: str, templates: Templates
) -> Iterator[tuple[str, bytes]]:
    """Every file of the export: its path and its content."""
    publication = Publication(name=site.context.directory.portal.name)
    renderer = Renderer(site, publication, templates)
    yield CONFIGURATION, _yaml(_configuration(renderer)).encode()
    yield f"{THEME}/{STYLESHEET}", stylesheet.encode()
    for name, path in (templates.files("*.html") | templates.files("assets/*")).items():
        yield f"{THEME}/{name}", path.read_bytes()
    for page in site.pages:
        text = document(page, renderer.page(page), site)
        yield f"{DOCUMENTS}/{page.address}index.md", text.encode()
    for address, content in _files(site, data):
        yield f"{DOCUMENTS}/{address}", content


def _files(site: Site, data: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the site that is no page: its address and its content."""
    for file in site.files:
        yield file.address, file.text.encode()
    for asset in assets(site.context.directory):
        media = asset.media
        yield asset.address, examined(data, media) if media else asset.text.encode()
    for drawing in drawings(site.context.directory):
        yield from drawing.make(data)


def _configuration(renderer: Renderer) -> dict[str, Any]:
    """The settings of the export, with the values that the theme's templates ask for."""
    portal = renderer.site.context.directory.portal
    values = {
        "serving": False,
        "counter": {},
        "fonts": False,
        "stylesheet": STYLESHEET,
        "shell": renderer.not_found_shell("/")._asdict(),
        "not_found": renderer.not_found("/"),
    }
    return {
        "site_name": portal.name,
        "docs_dir": DOCUMENTS,
        "theme": {
            "name": "material",
            "custom_dir": THEME,
            "language": portal.language,
            "font": False,
        },
        # Named so that no generator adds its own: some of those read files that a text names.
        "markdown_extensions": [],
        "plugins": [],
        "extra": {"pendopo": {"theme": values}},
    }


def _yaml(value: Mapping[str, Any]) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)


def _unbroken(html: str) -> str:
    """HTML without empty lines, which would end a block of HTML in Markdown."""
    # Line breaks within <pre> are content, so they are kept as character references.
    html = PRE.sub(lambda match: match[0].replace("\n", "&#10;"), html)
    return "\n".join(line.strip() for line in html.split("\n") if line.strip())
