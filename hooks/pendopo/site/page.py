"""A page of the site before it is rendered."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any, NamedTuple

from pendopo.basics.translations import Translate, translations
from pendopo.government.directory import Agency, Directory
from pendopo.reading.load import Entry, digest
from pendopo.reading.record import Part


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
    """One page: its address, what is known of it before it is rendered, and how to render it.

    `source` is the file it comes from, relative to the data folder. `describe` says
    in plain text of any length what it is about; `view` makes what the template
    `pages/<template>.html` prints. `menu` is the label of a page that its agency's menu shows;
    `trail` the pages between the agency's first page and this one. `canonical` is the address of a
    page with the same content that should be quoted instead; `updated` the day of the last change,
    as `2026-11-22`, if it is known; `alternates` the same content for machines, `linked` what
    schema.org says of it. Of an article, `published` is the day, empty where that is not known.
    `picture` is the file of the agency that a shared link shows; `hung_up` a page that an office
    may hang up, so that in print it bears the code of its address.
    `kind` is what search calls a page of this kind, empty where it does not look; `years` are those
    it is about, as `2026` or `2025-2029`.
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
    updated: str = ""
    picture: str = ""
    hung_up: bool = False
    published: str | None = None
    alternates: tuple[Alternate, ...] = ()
    kind: str = ""
    years: str = ""
    linked: Callable[[LinkedBase], list[dict[str, Any]]] = lambda base: []

    @cached_property
    def shown(self) -> Any:
        """What the template prints."""
        return self.view()

    @cached_property
    def description(self) -> str:
        """What the page is about, in one line of at most 160 characters."""
        return shortened(self.describe())


@dataclass(frozen=True)
class DataFile:
    """A file for machines: its address, what it is made of, and how it is made of that."""

    address: str
    view: Callable[[], Any]
    write: Callable[[Any], str]

    @cached_property
    def shown(self) -> Any:
        """What the file is made of."""
        return self.view()

    @property
    def text(self) -> str:
        """The whole file."""
        return self.write(self.shown)


@dataclass(frozen=True)
class Context:
    """What all page kinds plan from; `site_url` is the site's own address, empty if unknown."""

    directory: Directory
    today: date
    site_url: str = ""
    made: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What several pages of an agency are made of, made once."""

    @property
    def language(self) -> str:
        """The language of all labels."""
        return self.directory.portal.language

    @cached_property
    def translate(self) -> Translate:
        """The catalogue of the site's language."""
        return translations(self.language).gettext

    def of(self, directory: Directory) -> "Context":
        """The same of another part of the directory."""
        return Context(directory, self.today, self.site_url)


def latest(days: Iterable[str]) -> str:
    """The last of days as `2026-11-22`; empty where none is known."""
    return max(days, default="")


def shortened(text: str, limit: int = 155) -> str:
    """`text` on one line, cut at a word where it is longer than `limit` characters."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def fingerprint(*values: Any) -> str:
    """What tells values from any others: 32 hexadecimal digits of their content.

    An entry counts by the name and digest of its file, an agency by what others may show: so a
    view that holds entries is told from another without reading a record. Raises `TypeError` for
    what has no content to compare.
    """
    return digest(json.dumps(values, default=_content, ensure_ascii=False))


def _content(value: Any) -> Any:
    match value:
        case Entry():
            return [value.path, value.digest]
        case Agency():
            return [value.id, value.brief, value.emblem]
        case Part():
            return value.model_dump(mode="json")
        case date():
            return value.isoformat()
        case _ if is_dataclass(value):
            kind: Any = type(value)
            return [kind.__name__, *(getattr(value, each) for each in _fields(kind))]
    raise TypeError(f"{value!r} has no content to compare.")


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))
