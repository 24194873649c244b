"""Model of redirects.yml: the new addresses of pages that have moved."""

import re
from typing import Annotated, NamedTuple, Self

from pydantic import AfterValidator

from pendopo.reading.entry import Entry
from pendopo.reading.fields import Line, described, is_web_address, refuse
from pendopo.reading.record import Model
from pendopo.reading.record_type import RecordType

OLD = re.compile(
    r"(?:[A-Za-z0-9_-]{1,100}/){0,12}[A-Za-z0-9_-]{1,100}(?:\.(?:html?|php|aspx?|jsp))?/?"
)
NEW = re.compile(
    r"/?(?:[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}/){0,12}(?:[A-Za-z0-9_-][A-Za-z0-9._-]{0,99})?"
    r"(?:#[A-Za-z0-9_-]{1,100})?"
)


def _old(value: str) -> str:
    if not OLD.fullmatch(value):
        raise refuse("redirect-old")
    return value


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
    new: Annotated[Line, AfterValidator(_new)] = described(
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
