"""A copy of a site that opens from a folder, without any server."""

import re
import shutil
from pathlib import Path

TAG = re.compile(r"<(?:a|area|form|link)\s[^>]*>")
TO_FOLDER = re.compile(r'(\b(?:href|action)=")(?![\w+.-]+:|/)((?:[^"?#]*/)?\.{0,2})(?=[?#"])')
"""A link to a page by the address of its folder. What follows `?` or `#` is kept."""


def copy(site: Path, folder: Path) -> None:
    """Copies a site to `folder`, in which every link to a page names the file.

    A server answers for a folder with its `index.html`; a browser would list its files. Raises
    `FileExistsError` if the folder exists, and `OSError` where a file cannot be read or written.
    """
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns(".git"))
    for path in folder.rglob("*.html"):
        # Of a page that somebody laid into docs/, in whichever encoding, no other byte changes.
        page = path.read_bytes().decode("utf-8", "surrogateescape")
        path.write_bytes(linked(page).encode("utf-8", "surrogateescape"))


def linked(page: str) -> str:
    """The HTML of a page with links to files in the place of links to folders."""
    return TAG.sub(lambda tag: TO_FOLDER.sub(_named, tag[0]), page)


def _named(link: re.Match[str]) -> str:
    start, folder = link.groups()
    # An empty address is the page itself; of a file there is nothing to add.
    if not folder:
        return link[0]
    return f"{start}{folder}{'' if folder.endswith('/') else '/'}index.html"
