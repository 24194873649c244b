"""The menu at the foot of every page: pages written by hand, and links to other sites."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files
from pydantic import TypeAdapter, ValidationError

from pendopo.mkdocs.positions import Key, Positions
from pendopo.problems.problem import Problem
from pendopo.reading.fields import WebAddress
from pendopo.site.page import Link

ADDRESS: TypeAdapter[str] = TypeAdapter(WebAddress)


def documents(config: MkDocsConfig) -> list[Link]:
    """The entries of the navigation; that of a page written by hand has its address."""
    files = get_files(config)
    found: list[Link] = []
    for _, title, target in _entries(config):
        if _outside(target):
            found.append(Link(title, target))
        elif file := files.get_file_from_path(target):
            found.append(Link(title, file.url.removeprefix("./")))
    return found


def problems(at: Positions, config: MkDocsConfig) -> Iterator[Problem]:
    """Entries that could not be shown. A file that does not exist is a warning of MkDocs."""
    for number, item in enumerate(config.nav or []):
        if not isinstance(item, dict):
            yield at.problem("menu-title", ("nav", number), value=item)
            continue
        for title, inner in item.items():
            if not isinstance(inner, str):
                yield at.problem("menu-section", ("nav", number, title), title=title)
    for key, _, target in _entries(config):
        if not _sound(target):
            yield at.problem("menu-address", key, value=target)


def _entries(config: MkDocsConfig) -> Iterator[tuple[Key, str, str]]:
    """Place, title and target of all entries that have both."""
    for number, item in enumerate(config.nav or []):
        for title, target in item.items() if isinstance(item, dict) else ():
            if isinstance(target, str):
                yield ("nav", number, title), str(title), target


def _sound(target: str) -> bool:
    """Whether the target of an entry is a path within docs/ or a whole web address."""
    if not _outside(target):
        return not target.startswith("/")
    try:
        ADDRESS.validate_python(target)
    except ValidationError:
        return False
    return True


def _outside(target: str) -> bool:
    try:
        address = urlsplit(target)
    except ValueError:
        return True
    return bool(address.scheme or address.netloc)
