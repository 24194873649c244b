"""Model of redirects.yml: the new addresses of pages that have moved."""

import re
from typing import Annotated, NamedTuple, Self
from urllib.parse import unquote

from pydantic import AfterValidator

from pendopo.reading.accepts import Accepts
from pendopo.reading.entry import Entry
from pendopo.reading.fields import ADDRESS, Line, described, is_web_address, refuse
from pendopo.reading.record import Model
from pendopo.reading.record_type import RecordType

DEEPEST = 13
"""Most segments of an old address."""
LONGEST = 255
"""Most bytes of a segment, which file systems set as the limit of a name."""
BROKEN = re.compile(r"%(?![0-9A-Fa-f]{2})")
UNFIT = re.compile(r'[\\"<>|:*?#/]|^[.\s]|[.\s]$')
"""Not in any name: signs that some file system or address refuses, and hidden files."""
NEW = re.compile(
    r"/?(?:[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}/){0,12}(?:[A-Za-z0-9_-][A-Za-z0-9._-]{0,99})?"
    r"(?:#[A-Za-z0-9_-]{1,100})?"
)


def _old(value: str) -> str:
    page, mark, _ = value.partition("?")
    if mark and not page:
        raise refuse("redirect-query-alone")
    segments = page.removesuffix("/").split("/")
    if len(segments) > DEEPEST or not all(map(_fits, segments)):
        raise refuse("redirect-old")
    if mark:
        raise refuse("redirect-query", page=page)
    return value


def _fits(segment: str) -> bool:
    """Whether a segment of an address, with its `%20` read, is fit for the name of a file."""
    try:
        name = unquote(segment, errors="strict")
    except UnicodeDecodeError:
        return False
    sound = not (BROKEN.search(segment) or UNFIT.search(name))
    return sound and name.isprintable() and 0 < len(name.encode()) <= LONGEST


def _new(value: str) -> str:
    if value.startswith("#") or not (NEW.fullmatch(value) or is_web_address(value)):
        raise refuse("redirect-new")
    return value


class Redirect(Model):
    """One page that has moved to another address."""

    old: Annotated[Line, AfterValidator(_old)] = described(
        "Old address",
        "Where the page was, from the folder of this file on.",
        "berita/2018-04-25-kunjungan-kerja",
    )
    new: Annotated[
        Line, Accepts("redirect-new", f"{NEW.pattern}|{ADDRESS}"), AfterValidator(_new)
    ] = described(
        "New address",
        "Where it is now: from the folder of this file on, with / before it from the front page on,"
        " or a whole web address.",
        "berita/2018-04-25-kunjungan-setjen-dpr-ri",
    )


class RedirectsRecord(Model):
    """The old addresses of an agency's pages, or of the portal's."""

    redirects: tuple[Redirect, ...] = described(
        "Redirects",
        "Each old address with the new one.",
        [{"old": "profil", "new": "visi-misi"}],
    )


class RedirectsBrief(NamedTuple):
    """The whole record: pairs of old address and new address."""

    rows: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, record: RedirectsRecord) -> Self:
        """Return the brief of `record`."""
        return cls(tuple((each.old, each.new) for each in record.redirects))


REDIRECTS = RecordType("redirects", RedirectsRecord, RedirectsBrief, in_portal=True)
Redirects = Entry[RedirectsRecord, RedirectsBrief]
