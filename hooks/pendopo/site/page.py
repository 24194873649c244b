"""Pages and data files of the site, before they are rendered."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from pendopo.basics.markdown import shortened
from pendopo.government.agency import Agency
from pendopo.reading.named_media import NamedMedia


class Link(NamedTuple):
    """A label and the address that it links to."""

    label: str
    address: str


class Alternate(NamedTuple):
    """A machine-readable alternate of a page: its address, media type and title."""

    address: str
    type: str
    title: str


LinkedBase = Callable[[str], str]
"""Converts an address of the site to one for JSON-LD."""


@dataclass(frozen=True)
class Page:
    """One page: its address, its metadata, and the view and template that render it."""

    address: str
    title: str
    describe: Callable[[], str]
    """Summary of the page, in plain text of any length."""
    source: str
    """The file it comes from, relative to the data folder."""
    template: str
    """The name of the template below `pages/`, without its suffix: `news/article`."""
    view: Callable[[], Any]
    """Creates the view that the template prints; its fingerprint is the page's cache key."""
    agency: Agency | None = None
    menu: str = ""
    """Its label in the menu of its agency or the portal; empty if it is not in the menu."""
    menu_written: bool = False
    """Whether that label comes from the data."""
    contents: bool = True
    """Whether a list of its sections stands beside it, where it has enough of them."""
    search: bool = True
    """Whether the search stands in its head; not where the page has one in its content."""
    trail: tuple[Link, ...] = ()
    """The pages between the agency's first page and this one."""
    previous: str | None = None
    next: str | None = None
    updated: str = ""
    """The date of the last change, as `2026-11-22`; empty if unknown."""
    picture: NamedMedia | None = None
    """The picture for shared links, the first that the page's record names, if any."""
    qr_code: bool = False
    """Whether the printed page has a QR code of its address, for posting on office walls."""
    published: str | None = None
    """The date of an article, empty if unknown; None for all other pages."""
    alternates: tuple[Alternate, ...] = ()
    """Machine-readable alternates of the page."""
    kind: str = ""
    """Label of this kind of page in search; empty for pages that are not indexed."""
    years: str = ""
    """The years that it covers, as `2026` or `2025-2029`."""
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
    """A machine-readable file: its address, its data, and the function that writes it."""

    address: str
    view: Callable[[], Any]
    write: Callable[[Any], str]

    @cached_property
    def shown(self) -> Any:
        """The data that the file is written from."""
        return self.view()

    @property
    def text(self) -> str:
        """The complete text of the file."""
        return self.write(self.shown)


def latest(days: Iterable[str]) -> str:
    """The latest of dates such as `2026-11-22`; empty if there are none."""
    return max(days, default="")
