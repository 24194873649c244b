"""The settings of mkdocs.yml and its environment, as a build needs them."""

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, get_files
from mkdocs.structure.pages import Page as MkDocsPage

from pendopo.build.workspace import Workspace
from pendopo.government.directory import Directory
from pendopo.mkdocs import pictures
from pendopo.mkdocs.agency_pages import menus
from pendopo.mkdocs.divided import divided
from pendopo.mkdocs.menu import documents
from pendopo.problems.problem import Problem, problem
from pendopo.site.page import Page
from pendopo.site.shell import Publication

ADDRESS = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*"
    r"|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?/(?:[\w.~%!$&'()*+,;=:@-]+/)*",
    re.IGNORECASE | re.ASCII,
)
"""An address of a site, with the slash that MkDocs adds at its end."""


def given(config: MkDocsConfig) -> str:
    """All settings as one JSON text, as an input of cache keys."""
    return json.dumps([dict(config), dict(config.theme)], default=_name_of_kind, sort_keys=True)


def own(config: MkDocsConfig) -> Mapping[str, Any]:
    """Pendopo's own settings, `extra.pendopo`; none where these are no keys."""
    found = config.extra.setdefault("pendopo", {})
    return found if isinstance(found, dict) else {}


def commit() -> str:
    """The commit that the data are of, by the environment's COMMIT; empty if it is not named."""
    return os.environ.get("COMMIT", "")


def data_folder(config: MkDocsConfig) -> Path:
    """The data folder: `extra.pendopo.data`, the environment's PENDOPO_DATA, or data/."""
    named = own(config).get("data") or os.environ.get("PENDOPO_DATA") or "data"
    return Path(config.config_file_path).parent / str(named)


def check_address(config: MkDocsConfig) -> None:
    """Raises `PluginError` for an address of the site that no page can have."""
    address = config.site_url or ""
    if address and not ADDRESS.fullmatch(address):
        raise PluginError(
            f"site_url (SITE_URL) is {address!r}, which is no address of a site. Write it whole, "
            "without ? and #, for example https://www.example.go.id/ or https://example.go.id/profil/"
        )


def workspace(config: MkDocsConfig, *, serving: bool) -> Workspace:
    """The published folder and the one for builds beside it; a served site and a share have theirs.

    Raises `PluginError` where a symbolic link beside mkdocs.yml leads to one of them.
    """
    # Beside it, so that both are on one file system: hard links and renames need that.
    root = Path(config.config_file_path).parent
    if serving:
        folder = _unlinked(root / ".serve.pendopo", root)
        return Workspace(f"{folder}/site", str(folder), in_place=True)
    published = _unlinked(Path(config.site_dir), root)
    folder = _unlinked(published.with_name(f".{published.name}.pendopo"), root.resolve())
    found = divided(Workspace(str(published), str(folder)))
    # Those of a share lie deeper, and a repository may bring along the folders between.
    for each in (found.published, found.folder):
        _unlinked(Path(each), root.resolve())
    return found


def publication(config: MkDocsConfig, directory: Directory, data: Path) -> Publication:
    """The choices of the publisher, from mkdocs.yml and its environment."""
    return Publication(
        name=directory.portal.name,
        site_url=config.site_url or "",
        edit_url=_edit_url(config, data.resolve()),
        repository=config.repo_url or "",
        documents=tuple(documents(config)),
        menus=menus(config, directory.agencies),
        icon=pictures.icon(config),
        logo=pictures.logo(config),
    )


def root(config: MkDocsConfig) -> str:
    """The absolute path of the site, such as `/` or `/portal/`."""
    return urlsplit(config.site_url or "/").path


def by_hand(config: MkDocsConfig) -> dict[str, str]:
    """The pages written by hand: source files by address."""
    files = get_files(config).documentation_pages()
    return {file.url.removeprefix("./"): file.src_uri for file in files}


def files_by_hand(config: MkDocsConfig) -> list[str]:
    """All files that MkDocs makes of the folder docs/, by their path in the published folder."""
    return [file.dest_uri for file in get_files(config)]


def taken(config: MkDocsConfig, pages: Mapping[str, Page]) -> list[Problem]:
    """Problems for pages of data that have the address of a page written by hand."""
    return [
        problem(pages[address].source, "address-taken", other=other, address=address)
        for address, other in by_hand(config).items()
        if address in pages
    ]


def shown(folder: Path) -> str:
    """The folder relative to the working directory if it is inside, else as it is."""
    if folder.is_relative_to(Path.cwd()):
        return Path(os.path.relpath(folder)).as_posix()
    return folder.as_posix()


def _unlinked(folder: Path, root: Path) -> Path:
    """The real path of a folder that a build replaces. Raises `PluginError` for a link below root.

    Links above are those of the machine. One below may come with a repository, and would have a
    build replace another folder, such as docs/.
    """
    for each in (folder, *folder.parents):
        if each.is_relative_to(root) and each != root and each.is_symlink():
            raise PluginError(f"{each} is a symbolic link: remove it, and a build makes a folder.")
    return folder.resolve()


def _edit_url(config: MkDocsConfig, folder: Path) -> str:
    """MkDocs's URL for editing a file of the data, with `{}` for its path; empty if unknown."""
    if not folder.is_relative_to(Path(config.config_file_path).parent.resolve()):
        return ""
    file = File.generated(config, "pendopo.md", content="")
    file.edit_uri = f"{Path(os.path.relpath(folder, config.docs_dir)).as_posix()}/PATH"
    return (MkDocsPage("", file, config).edit_url or "").replace("PATH", "{}")


def _name_of_kind(value: Any) -> str:
    """Replaces a setting that JSON lacks: the name of its class, or of the function."""
    # Not repr(), which may contain a memory address and differ in each process.
    kind = value if isinstance(value, type) or callable(value) else type(value)
    return f"{kind.__module__}.{kind.__qualname__}"
