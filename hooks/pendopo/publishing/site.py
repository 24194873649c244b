"""The files of a built site, with a mark that tells whether each is in the store as it is here."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pendopo.basics.addresses import BUILD
from pendopo.basics.digests import digest
from pendopo.publishing.failures import CHANGED, NO_SITE, NOT_OURS, PublishingError
from pendopo.publishing.headers import headers
from pendopo.stores.store import Headers

FRONT = "index.html"
SHOWN = ".well-known"
"""The one hidden folder that is for everybody."""


@dataclass(frozen=True)
class SiteFile:
    """A file of a site. Its mark covers its content and its headers."""

    mark: str
    size: int
    headers: Headers


@dataclass(frozen=True)
class LocalSite:
    """A site in a folder: its files by path."""

    folder: Path
    files: Mapping[str, SiteFile]

    def content(self, path: str) -> bytes:
        """What a file holds. Raises `PublishingError` if that has changed since it was marked."""
        try:
            content = (self.folder / path).read_bytes()
        except OSError:
            content = b""
        if _marked(content, self.files[path].headers) != self.files[path].mark:
            raise PublishingError(CHANGED, file=self.folder / path)
        return content


def site_in(folder: Path, packed: bool) -> LocalSite:
    """Reads the site of a folder. Raises `PublishingError` if there is none, or none of ours."""
    if not folder.is_dir() or not any(folder.iterdir()):
        raise PublishingError(NO_SITE, folder=folder)
    for name in (BUILD, FRONT):
        if not (folder / name).is_file():
            raise PublishingError(NOT_OURS, folder=folder, file=name)
    return LocalSite(folder, {path: _read(folder, path, packed) for path in _paths(str(folder))})


def _read(folder: Path, path: str, packed: bool) -> SiteFile:
    content = (folder / path).read_bytes()
    found = headers(path, len(content), packed)
    return SiteFile(_marked(content, found), len(content), found)


def _marked(content: bytes, found: Headers) -> str:
    # With its headers: another version of Pendopo may know a better type for the same bytes.
    return digest("\n".join((*found, "")).encode() + content)


def _paths(root: str) -> Iterator[str]:
    """All files but what is hidden, such as a `.git`, and links, which no build writes."""
    folders = [""]
    while folders:
        path = folders.pop()
        with os.scandir(f"{root}/{path}") as entries:
            for entry in entries:
                if entry.name.startswith(".") and (path or entry.name != SHOWN):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{path}{entry.name}/")
                elif entry.is_file(follow_symlinks=False):
                    yield f"{path}{entry.name}"
