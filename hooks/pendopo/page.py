"""A page of the site before it is rendered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from .directory import Agency, Directory
from .translations import Translate, translations


class Link(NamedTuple):
    """A label and the address it leads to."""

    label: str
    address: str


@dataclass(frozen=True)
class Page:
    """One page: its address, what is known of it before it is rendered, and how to render it.

    `source` is the file it comes from, relative to the data folder. `describe` says
    in plain text of any length what it is about; `view` makes what the template
    `pages/<template>.html` prints. `menu` is the label of a page that its agency's menu shows;
    `trail` the pages between the agency's first page and this one. `canonical` is the address of a
    page with the same content that should be quoted instead.
    """

    address: str
    title: str
    describe: Callable[[], str]
    source: str
    template: str
    view: Callable[[], Any]
    agency: Agency | None = None
    menu: str = ""
    trail: tuple[Link, ...] = ()
    previous: str | None = None
    next: str | None = None
    canonical: str | None = None
    updated: date | None = None

    @cached_property
    def description(self) -> str:
        """What the page is about, in one line of at most 160 characters."""
        return shortened(self.describe())


@dataclass(frozen=True)
class Context:
    """What all page kinds plan from."""

    directory: Directory
    today: date

    @property
    def language(self) -> str:
        """The language of all labels."""
        return self.directory.portal.language

    @cached_property
    def translate(self) -> Translate:
        """The catalogue of the site's language."""
        return translations(self.language).gettext


def shortened(text: str, limit: int = 155) -> str:
    """`text` on one line, cut at a word where it is longer than `limit` characters."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
