"""redirects.yml: where pages are that have had other addresses."""

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
    """One page that has another address now."""

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
    """Old addresses of an agency, or of the portal."""

    redirects: tuple[Redirect, ...] = described(
        "Redirects",
        "Each old address with the new one.",
        [{"old": "profil", "new": "visi-misi"}],
    )


class RedirectsBrief(NamedTuple):
    """All of a record: pairs of an old address and the new one."""

    rows: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, record: RedirectsRecord) -> Self:
        """The brief of `record`."""
        return cls(tuple((each.old, each.new) for each in record.redirects))


REDIRECTS = RecordType("redirects", RedirectsRecord, RedirectsBrief, in_portal=True)
Redirects = Entry[RedirectsRecord, RedirectsBrief]
