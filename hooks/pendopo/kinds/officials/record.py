"""Model of officials/NAME.yml: a person as an official of an agency.

It has no field for what identifies a person privately: number, birth, religion, address.
"""

import re
from datetime import date
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import AfterValidator

from pendopo.basics.days import day_in
from pendopo.basics.locations import Location
from pendopo.reading.accepts import Accepts
from pendopo.reading.entry import Entry
from pendopo.reading.fields import (
    DAY,
    Day,
    Email,
    Key,
    Line,
    Phone,
    Prose,
    Statement,
    WebAddress,
    Year,
    described,
    refuse,
)
from pendopo.reading.record import Model, Picture, Source, written
from pendopo.reading.record_type import RecordType

Status = Literal["definitif", "Plt", "Plh", "Pj", "Pjs"]
OPEN = "9999-12-31"
"""The last day of a term that has not ended."""


def _moment(value: str) -> str:
    """A day as `2024-05-20`, month or year. Raises `PydanticCustomError` otherwise."""
    if day := day_in(value):
        value = day.isoformat()
    try:
        if not re.fullmatch(r"\d{4}(-\d\d){0,2}", value, re.ASCII):
            raise ValueError
        found = date.fromisoformat(first_day(value))
    except ValueError:
        raise refuse("official-moment") from None
    if not 1945 <= found.year <= 2100:
        raise refuse("official-moment")
    return value


def first_day(moment: str) -> str:
    """The first day of a day, month or year."""
    return moment + "-01-01"[len(moment) - 10 :] if len(moment) < 10 else moment


def last_day(moment: str) -> str:
    """The last day of a day, month or year, as a text to compare; a month has 31 here."""
    return moment + "-12-31"[len(moment) - 10 :] if len(moment) < 10 else moment


Moment = Annotated[
    Line, Accepts("official-moment", rf"{DAY}|\d{{4}}(-(0[1-9]|1[0-2]))?"), AfterValidator(_moment)
]
"""`2024-05-20`, or `2024-05` or `2024` where no more is known."""


class WealthReport(Model):
    """The official's report of wealth (LHKPN), as the commission publishes it."""

    year: Year = described("Year", "The year that it reports on.", "2024")
    url: WebAddress = described(
        "Address", "Where it can be read.", "https://elhkpn.example.go.id/pengumuman"
    )


class Greeting(Model):
    """What the head says to visitors."""

    title: Line | None = described("Title", "Its heading.", "Sambutan Camat", None)
    text: Prose = described("Text", "The greeting.", "Selamat datang di laman kami.")


class Term(Model):
    """The time in which a person holds a post."""

    post: Key = described("Post", "Id of the post in structure.yml.", "camat")
    since: Moment = described(
        "Since", "First day; month or year if no more is known.", "2024-05-20"
    )
    until: Moment | None = described(
        "Until", "Last day; left out while it lasts.", "2025-12-31", None
    )
    status: Status = described(
        "Status", "definitif, or how it is held meanwhile.", "Plt", "definitif"
    )
    decree: Statement | None = described(
        "Decree", "The decree of the appointment.", "Keputusan Wali Kota Nomor 5 Tahun 2024", None
    )


class OfficialRecord(Model):
    """A person as an official of the agency."""

    name: Line = described("Name", "The name without degrees.", "Siti Rahmawati")
    degrees_before: Line | None = described("Degrees before", "As printed.", "Dra. Hj.", None)
    degrees_after: Line | None = described("Degrees after", "As printed.", "S.H., M.Si.", None)
    rank: Line | None = described("Rank", "Rank and grade.", "Pembina Tk. I (IV/b)", None)
    portrait: Picture | None = described(
        "Portrait", "The official portrait.", {"file": "a.jpg", "alt": "Siti di kantornya."}, None
    )
    biography: Prose | None = described("Biography", "A short one.", "Memulai karier di …", None)
    education: tuple[Statement, ...] = described(
        "Education", "One by one.", ["S-1 Ilmu Pemerintahan, Universitas Contoh, 1998"], ()
    )
    career: tuple[Statement, ...] = described(
        "Career", "Earlier posts, one by one.", ["Lurah Tengah, 2015–2019"], ()
    )
    wealth_report: WealthReport | None = described(
        "Wealth report",
        "The newest report of wealth (LHKPN).",
        {"year": "2024", "url": "https://elhkpn.example.go.id/pengumuman"},
        None,
    )
    emails: tuple[Email, ...] = described(
        "E-mail", "Those of the office, none that is private.", ["camat@example.go.id"], ()
    )
    phones: tuple[Phone, ...] = described(
        "Telephone", "Those of the office, none that is private.", ["0725-1234567"], ()
    )
    greeting: Greeting | None = described(
        "Greeting", "That of the head of the agency.", {"text": "Selamat datang."}, None
    )
    terms: tuple[Term, ...] = described(
        "Terms", "The posts that the person holds or held.", [{"post": "camat", "since": "2024"}]
    )
    sources: tuple[Source, ...] = described(
        "Sources", "Where this was taken from.", [{"title": "Keputusan Wali Kota"}], ()
    )
    updated: Day | None = described("Updated", "Day of the last change.", "2026-11-22", None)

    @property
    def printed(self) -> str:
        """The name with degrees: `Dra. Hj. Siti Rahmawati, S.H., M.Si.`"""
        before = f"{self.degrees_before} " if self.degrees_before else ""
        after = self.degrees_after or ""
        if after and not after.startswith(","):
            after = f", {after}"
        return f"{before}{self.name}{after}"


class TermBrief(NamedTuple):
    """A term in a brief; `until` is empty while it lasts."""

    post: str
    since: str
    until: str
    status: Status

    @property
    def begins(self) -> str:
        """The first day on which it may have begun."""
        return first_day(self.since)

    @property
    def ends(self) -> str:
        """The last day on which it may have ended."""
        return last_day(self.until) if self.until else OPEN


class OfficialBrief(NamedTuple):
    """What is known of an official without the record; `printed` is the name with degrees.

    `portrait` is the name of its file, `wealth_report` the year of that; both may be empty.
    """

    name: str
    printed: str
    portrait: str
    wealth_report: str
    term_rows: tuple[tuple[str, str, str, Status], ...]
    updated: str

    @property
    def terms(self) -> list[TermBrief]:
        """The terms in the order of the file."""
        return [*map(TermBrief._make, self.term_rows)]

    def serves(self, today: date) -> bool:
        """Whether one of the terms has not ended by `today`."""
        return any(each.ends >= today.isoformat() for each in self.terms)

    @classmethod
    def of(cls, record: OfficialRecord) -> Self:
        """Return the brief of `record`."""
        return cls(
            record.name,
            record.printed,
            (record.portrait.file if record.portrait else None) or "",
            str(record.wealth_report.year) if record.wealth_report else "",
            tuple((each.post, each.since, each.until or "", each.status) for each in record.terms),
            written(record.updated),
        )


def held_from(brief: OfficialBrief) -> tuple[str, Location]:
    """The day on which the first term of an official begins, and where it stands."""
    begins = [(each.begins, index) for index, each in enumerate(brief.terms)]
    day, index = min(begins, default=("", 0))
    return day, ("terms", index, "since")


OFFICIAL = RecordType(
    "official",
    OfficialRecord,
    OfficialBrief,
    folder="officials",
    dated=held_from,
    changed="updated",
)
Official = Entry[OfficialRecord, OfficialBrief]
