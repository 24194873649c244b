"""Exports the site's pages as Markdown documents with HTML, for generators other than MkDocs."""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from pendopo.reading.examined import examined
from pendopo.rendering.renderer import RenderedPage, Renderer, escaped, title
from pendopo.site.assets import assets, drawings
from pendopo.site.page import Page
from pendopo.site.planning import Site

MARKER = ".pendopo-export"
"""Name of the file that marks a folder as an export, which another one may replace."""
PRE = re.compile(r"<pre>.*?</pre>", re.DOTALL)


class ExportRefusedError(Exception):
    """The folder holds files that were not written by an export."""


def export(site: Site, data: Path, folder: Path) -> int:
    """Writes all pages and files to `folder`, replacing an earlier export; returns their number.

    Raises `ExportRefusedError` if `folder` is neither empty nor an earlier export, `OSError` if it
    cannot be written, and `ChangedError` if a file of the data has changed since it was read.
    """
    folder = folder.resolve()
    if folder.exists() and not _ours(folder):
        raise ExportRefusedError
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Beside the target, because a rename only works within one file system.
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".export-") as temporary:
        new = Path(temporary) / "new"
        count = _write(site, data, new)
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
    front = yaml.safe_dump(matter, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n\n<div>\n{_unbroken(rendered.html)}\n</div>\n"


def _ours(folder: Path) -> bool:
    return folder.is_dir() and ((folder / MARKER).exists() or not any(folder.iterdir()))


def _write(site: Site, data: Path, folder: Path) -> int:
    """Writes everything below `folder`; returns the number of files."""
    count = 0
    for address, content in _contents(site, data):
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        count += 1
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARKER).write_text("", encoding="utf-8")
    return count


def _contents(site: Site, data: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the site: its address and its content."""
    renderer = Renderer(site)
    for page in site.pages:
        text = document(page, renderer.page(page), site)
        yield f"{page.address}index.md", text.encode()
    for file in site.files:
        yield file.address, file.text.encode()
    for asset in assets(site.context.directory):
        media = asset.media
        yield asset.address, examined(data, media) if media else asset.text.encode()
    for drawing in drawings(site.context.directory):
        yield from drawing.make(data)


def _unbroken(html: str) -> str:
    """HTML without empty lines, which would end a block of HTML in Markdown."""
    # Line breaks within <pre> are content, so they are kept as character references.
    html = PRE.sub(lambda match: match[0].replace("\n", "&#10;"), html)
    return "\n".join(line.strip() for line in html.split("\n") if line.strip())
