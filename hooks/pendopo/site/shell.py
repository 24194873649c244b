"""The shell around the content of a page: made once for many pages, filled in for each."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Self

from pendopo.site.page import Alternate, Link

MARK = "\0"
"""Stands for what differs from page to page. No text of data holds it: it is refused there."""
EMPTY_LINES = re.compile(r"\s*\n\s*")


class Heading(NamedTuple):
    """A heading that the contents list names: its level, its id and its plain text.

    `written` tells one that data wrote from one that is a label.
    """

    level: int
    id: str
    text: str
    written: bool = False


class Shell(NamedTuple):
    """The parts around the content of a page, as HTML; `stylesheet` is an address.

    `before` stands directly before the content and `after` behind it.
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

    `site_url` is the absolute address of the site, empty where it is not known; `edit_url` the
    address where a file of the data is edited, with `{}` for its path; `repository` is the
    address of the repository, `documents` the pages written by hand that the foot names.
    """

    name: str = ""
    site_url: str = ""
    edit_url: str = ""
    repository: str = ""
    documents: Sequence[Link] = ()


@dataclass(frozen=True)
class Outline:
    """The parts of one page that the shell shows, whether written by hand or made from data.

    `title` names the portal too, `subject` does not. `published` is None for what is no article;
    `card` is the picture that a shared link shows, `pictured` what one sees there; `qr_address` the
    address whose code stands on paper. `canonical`, `card` and `qr_address` are absolute, and empty
    where the site's own address is not known.
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
    """A whole document with gaps: `parts` are text, the name of a gap, text, and so on."""

    parts: tuple[str, ...]

    @classmethod
    def of(cls, html: str) -> Self:
        """The frame of a document in which each gap is written as `gap` writes it."""
        parts = html.split(MARK)
        return cls(
            tuple(
                part if number % 2 else EMPTY_LINES.sub("\n", part)
                for number, part in enumerate(parts)
            )
        )

    def fill(self, values: Mapping[str, str]) -> str:
        """The document with `values` in its gaps. Raises `KeyError` for a gap without one."""
        parts: list[Any] = list(self.parts)
        parts[1::2] = [values[name] for name in parts[1::2]]
        return "".join(parts)


def gap(name: str) -> str:
    """The place in a document where `Frame.fill` puts a value."""
    return f"{MARK}{name}{MARK}"
