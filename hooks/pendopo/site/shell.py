"""The shell around the content of a page: rendered once for many pages, filled in for each."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, NamedTuple, Self

from pendopo.site.page import Alternate, Link

MARK = "\0"
"""Delimits the names of gaps in a frame. Data never contains it, since reading refuses it."""
ICON = "assets/favicon.svg"
"""The package's own icon."""
ICON_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
}
"""Media types of the portal's own pictures, by the end of their names."""
EMPTY_LINES = re.compile(r"\s*\n\s*")


class Heading(NamedTuple):
    """A heading in the table of contents: its level, its id and its plain text.

    `written` is true if the text comes from the data, and false if it is a label.
    """

    level: int
    id: str
    text: str
    written: bool = False


class Shell(NamedTuple):
    """The parts around the content of a page, as HTML; `stylesheet` is an address.

    `before` comes directly before the content and `after` directly after it.
    """

    head: str
    stylesheet: str
    skip: str
    masthead: str
    before: str
    after: str
    footer: str


@dataclass(frozen=True)
class Publication:
    """Settings of the publisher that pages show.

    `site_url` is the absolute address of the site, empty if unknown; `edit_url` the address at
    which a data file is edited, with `{}` for its path; `repository` is the address of the
    repository, `documents` the hand-written pages and other sites that the footer links to. `menus`
    are the hand-written pages of agencies, by the id of these. `icon` and `logo` are addresses of
    the portal's own pictures; without a logo it has a drawn emblem.
    """

    name: str = ""
    site_url: str = ""
    edit_url: str = ""
    repository: str = ""
    documents: Sequence[Link] = ()
    menus: Mapping[str, Sequence[Link]] = field(default_factory=dict)
    icon: str = ICON
    logo: str = ""

    @property
    def icon_type(self) -> str:
        """The media type of the icon."""
        return ICON_TYPES[PurePosixPath(self.icon).suffix.lower()]


@dataclass(frozen=True)
class Outline:
    """The parts of one page that the shell shows, whether written by hand or made from data.

    `title` includes the portal's name, `subject` does not. `contents` is false for a page without a
    list of its sections, `search` for one without a search in its head. `published` is None for
    pages that are not articles; `card` is the picture of shared links, `pictured` its description;
    `qr_address` is the address of the QR code in print. `canonical`, `card` and `qr_address` are
    absolute, and empty if the address of the site is unknown.
    """

    address: str
    title: str
    subject: str = ""
    description: str = ""
    canonical: str = ""
    previous: str | None = None
    next: str | None = None
    label: str = ""
    trail: Sequence[Link] = ()
    headings: Sequence[Heading] = field(default_factory=tuple)
    contents: bool = True
    search: bool = True
    edit_url: str = ""
    alternates: tuple[Alternate, ...] = ()
    linked: str = ""
    updated: str = ""
    published: str | None = None
    card: str = ""
    pictured: str = ""
    qr_address: str = ""


@dataclass(frozen=True)
class Frame:
    """A complete document with gaps: `parts` alternates between text and names of gaps."""

    parts: tuple[str, ...]

    @classmethod
    def of(cls, html: str) -> Self:
        """Creates the frame of a document whose gaps are marked with `gap`."""
        parts = html.split(MARK)
        return cls(
            tuple(
                part if number % 2 else EMPTY_LINES.sub("\n", part)
                for number, part in enumerate(parts)
            )
        )

    def fill(self, values: Mapping[str, str]) -> str:
        """Fills the gaps with `values`. Raises `KeyError` for a gap without a value."""
        parts: list[Any] = list(self.parts)
        parts[1::2] = [values[name] for name in parts[1::2]]
        return "".join(parts)


def gap(name: str) -> str:
    """Marks a gap in a document, in which `Frame.fill` inserts a value."""
    return f"{MARK}{name}{MARK}"
