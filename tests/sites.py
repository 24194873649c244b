"""Sites as MkDocs publishes them, read by many tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from mkdocs.config.config_options import _IpAddressValue
from mkdocs.config.defaults import MkDocsConfig

ELSEWHERE = "https://example.org"


@contextmanager
def serving(config: MkDocsConfig) -> Iterator[Any]:
    """The hook as `mkdocs serve` starts it."""
    config.strict = False
    config.dev_addr = _IpAddressValue("127.0.0.1", 0)  # whichever port is free
    hook: Any = config.plugins["hooks/mkdocs_hooks.py"]
    hook.on_startup(command="serve", dirty=False)
    try:
        yield hook
    finally:
        hook.on_startup(command="build", dirty=False)


def pages(site: Path) -> Iterator[tuple[str, Element]]:
    """Address and tree of every page that was written, but for those that lead on."""
    return (each for each in documents(site) if not leads_on(each[1]))


def documents(site: Path) -> Iterator[tuple[str, Element]]:
    """Address and tree of every document that was written. A tree is parsed once, and only read."""
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        status = path.stat()
        yield address, _parsed(path, status.st_mtime_ns, status.st_size)


def leads_on(tree: Element) -> bool:
    """Whether a document stands at an old address."""
    return tree.find(".//meta[@http-equiv='refresh']") is not None


def relative_links(tree: Element) -> list[str]:
    links = [each.get("href") or "" for each in tree.iter() if each.tag in ("a", "link")]
    return [link for link in links if "://" not in link]


@lru_cache(maxsize=1024)
def _parsed(path: Path, changed: int, size: int) -> Element:
    with path.open("rb") as file:
        root = html5lib.parse(file, namespaceHTMLElements=False)
    assert isinstance(root, Element)
    return root
