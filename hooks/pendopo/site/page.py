"""A page of the site before it is rendered."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from pendopo.government.agency import Agency


class Link(NamedTuple):
    """A label and the address it leads to."""

    label: str
    address: str


class Alternate(NamedTuple):
    """The same content for machines: an address, a media type and a title."""

    address: str
    type: str
    title: str


LinkedBase = Callable[[str], str]
"""Makes an address of the site one that stands in JSON-LD."""


@dataclass(frozen=True)
class Page:
    """One page: its address, what is known of it before it is rendered, and how to render it."""

    address: str
    title: str
    describe: Callable[[], str]
    """Summary of the page, in plain text of any length."""
    source: str
    """The file it comes from, relative to the data folder."""
    template: str
    """The name of the template below `pages/`, without its suffix: `news/article`."""
    view: Callable[[], Any]
    """Makes what the template prints. The cache key of the page is its fingerprint."""
    agency: Agency | None = None
    menu: str = ""
    """Its label in the menu of its agency, or of the portal; empty where it is not there."""
    trail: tuple[Link, ...] = ()
    """The pages between the agency's first page and this one."""
    previous: str | None = None
    next: str | None = None
    canonical: str | None = None
    """The address of a page with the same content that should be quoted instead."""
    updated: str = ""
    """The day of the last change, as `2026-11-22`, if it is known."""
    picture: str = ""
    """The file of the agency that a shared link shows."""
    qr_code: bool = False
    """Whether it bears its address as a QR code in print: pages that offices put on a wall."""
    published: str | None = None
    """Of an article, its day, empty where that is not known; None for all other pages."""
    alternates: tuple[Alternate, ...] = ()
    """The same content for machines."""
    kind: str = ""
    """Label of this kind of page in search; empty for pages that are not indexed."""
    years: str = ""
    """The years that it is about, as `2026` or `2025-2029`."""
    linked: Callable[[LinkedBase], list[dict[str, Any]]] = lambda base: []
    """Structured data of the page, with terms of schema.org."""

    @cached_property
    def shown(self) -> Any:
        """The view that the template prints."""
        return self.view()

    @cached_property
    def description(self) -> str:
        """Summary in one line of at most 160 characters; the title if there is none."""
        return shortened(self.describe()) or self.title


@dataclass(frozen=True)
class DataFile:
    """A file for machines: its address, what it is made of, and how it is made of that."""

    address: str
    view: Callable[[], Any]
    write: Callable[[Any], str]

    @cached_property
    def shown(self) -> Any:
        """The data that the file is written from."""
        return self.view()

    @property
    def text(self) -> str:
        """The whole file."""
        return self.write(self.shown)


def latest(days: Iterable[str]) -> str:
    """The last of days as `2026-11-22`; empty where none is known."""
    return max(days, default="")


def shortened(text: str, limit: int = 155) -> str:
    """`text` on one line, cut at a word where it is longer than `limit` characters."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
