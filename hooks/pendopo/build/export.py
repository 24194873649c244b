"""The site's pages as Markdown documents with HTML, for another generator than MkDocs."""

import re
import shutil
import tempfile
from pathlib import Path

import yaml

from pendopo.rendering.renderer import Rendered, Renderer, escaped, title
from pendopo.site.page import Page
from pendopo.site.planning import Site

MARKER = ".pendopo-export"
PRE = re.compile(r"<pre>.*?</pre>", re.DOTALL)


class ExportRefusedError(Exception):
    """The folder holds what no export has written."""


def export(site: Site, data: Path, folder: Path) -> int:
    """Writes all pages and files to `folder`, replacing an earlier export; returns their number.

    Raises `ExportRefusedError` where `folder` is not empty and no export of ours, and `OSError`
    where it cannot be written.
    """
    folder = folder.resolve()
    if folder.exists() and not _ours(folder):
        raise ExportRefusedError
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".export-") as temporary:
        new = Path(temporary) / "new"
        _write(site, data, new)
        if folder.exists():
            folder.rename(Path(temporary) / "old")
        new.rename(folder)
    drawn = sum(len(each.addresses) for each in site.drawings)
    return len(site.pages) + len(site.assets) + len(site.files) + drawn


def document(page: Page, rendered: Rendered, site: Site) -> str:
    """A page as front matter and one block of HTML, which Markdown leaves as it is."""
    matter = {
        "title": escaped(title(page, site)),
        "description": escaped(page.description),
        "shell": rendered.shell._asdict(),
    }
    front = yaml.safe_dump(matter, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n\n<div>\n{_unbroken(rendered.html)}\n</div>\n"


def _ours(folder: Path) -> bool:
    return folder.is_dir() and ((folder / MARKER).exists() or not any(folder.iterdir()))


def _write(site: Site, data: Path, folder: Path) -> None:
    renderer = Renderer(site)
    for page in site.pages:
        path = folder / page.address / "index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document(page, renderer.page(page), site), encoding="utf-8")
    for file in site.files:
        path = folder / file.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8", newline="")
    for asset in site.assets:
        path = folder / asset.address
        path.parent.mkdir(parents=True, exist_ok=True)
        if asset.media:
            shutil.copyfile(data / asset.media.path, path)
        else:
            path.write_text(asset.text, encoding="utf-8")
    for drawing in site.drawings:
        for address, content in drawing.make(data):
            (folder / address).parent.mkdir(parents=True, exist_ok=True)
            (folder / address).write_bytes(content)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARKER).write_text("", encoding="utf-8")


def _unbroken(html: str) -> str:
    """HTML without empty lines, which would end a block of HTML in Markdown."""
    html = PRE.sub(lambda match: match[0].replace("\n", "&#10;"), html)
    return "\n".join(line.strip() for line in html.split("\n") if line.strip())
