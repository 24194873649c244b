"""What pages show of how an agency is reached, on a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from pendopo.government.agency import Agency
from pendopo.kinds.agency.contacts.inherited import (
    AHEAD,
    Channels,
    Closed,
    Office,
    Officer,
    Other,
    channels,
    has_any,
    office_above,
    officer,
    periods,
)
from pendopo.kinds.agency.contacts.open_now import open_now
from pendopo.kinds.agency.contacts.seats import Seat, seat, seat_at
from pendopo.kinds.agency.contacts.week import Days, by_days
from pendopo.kinds.agency.record.agency import AgencyBrief, AgencyRecord
from pendopo.kinds.agency.record.contacts import Place
from pendopo.reading.entry import Entry
from pendopo.site.context import Context

NAME = "kontak"
SOON = timedelta(days=14)
"""How long before its first day a period stands among the hours, and not folded."""


class OtherWeek(NamedTuple):
    """Other hours that hold between two days; `by` is the agency above that states them."""

    name: str
    first: date
    last: date
    week: tuple[Days, ...]
    note: str | None
    by: Agency | None


class ShownPlace(NamedTuple):
    """Another place of the agency."""

    place: Place
    seat: Seat
    week: tuple[Days, ...]


class ShownOffice(NamedTuple):
    """The office of an agency above, with its address as it is written."""

    office: Office
    seat: Seat


class ShownOfficer(NamedTuple):
    """The information officer, with the address and the hours of the counter."""

    officer: Officer
    seat: Seat
    week: tuple[Days, ...]
    time_zone: str


@dataclass(frozen=True)
class Contacts:
    """How one agency is reached; `address` is that of the page that says it in full.

    `open_now` is what the script of that name reads; `soon` if other hours or closed days begin
    within days; `above` is where one asks if the agency states no office of its own.
    """

    address: str
    entry: Entry[AgencyRecord, AgencyBrief]
    time_zone: str
    seat: Seat
    above: ShownOffice | None
    week: tuple[Days, ...]
    open_now: str
    others: tuple[OtherWeek, ...]
    closed: tuple[Closed, ...]
    soon: bool
    places: tuple[ShownPlace, ...]
    channels: Channels | None
    officer: ShownOfficer | None

    @property
    def record(self) -> AgencyRecord:
        """The agency's own record."""
        return self.entry.record


def address(agency: Agency) -> str:
    """Where an agency says how it is reached."""
    return f"{agency.id}/{NAME}/"


def contacts(context: Context, agency: Agency) -> Contacts | None:
    """How an agency is reached; None where nothing is known of it."""
    if not has_any(context.directory, agency):
        return None
    return context.once(f"contacts of {agency.id}", lambda: _contacts(context, agency))


def _contacts(context: Context, agency: Agency) -> Contacts:
    directory, record = context.directory, agency.record
    today = context.today_of(agency)
    others, closed = periods(directory, agency, today, today + AHEAD)
    chain = chain_of(context, agency)
    return Contacts(
        address=address(agency),
        entry=agency.entry,
        time_zone=directory.time_zone(agency),
        seat=seat_at(record.address, chain),
        above=_above(context, agency),
        week=by_days(record.hours),
        open_now=open_now(context, agency),
        others=tuple(map(_other_week, others)),
        closed=closed,
        soon=min(_first_days(others, closed), default=date.max) <= today + SOON,
        places=tuple(
            ShownPlace(each, seat(each.address, each.point, chain), by_days(each.hours))
            for each in record.places
        ),
        channels=channels(directory, agency),
        officer=_officer(context, agency),
    )


def _first_days(others: Iterable[Other], closed: Iterable[Closed]) -> Iterator[date]:
    yield from (each.found.first for each in others)
    yield from (each.found.first for each in closed)


def _other_week(other: Other) -> OtherWeek:
    found = other.found
    week = by_days(found.hours)
    return OtherWeek(found.name, found.first, found.last, week, found.note, other.by)


def _above(context: Context, agency: Agency) -> ShownOffice | None:
    found = office_above(context.directory, agency)
    if not found:
        return None
    return ShownOffice(found, seat_at(found.address, chain_of(context, found.by)))


def _officer(context: Context, agency: Agency) -> ShownOfficer | None:
    found = officer(context.directory, agency)
    if not found:
        return None
    office = found.by or agency
    shown = seat_at(found.found.address, chain_of(context, office))
    time_zone = context.directory.time_zone(office)
    return ShownOfficer(found, shown, by_days(found.found.hours), time_zone)


def chain_of(context: Context, agency: Agency) -> tuple[AgencyBrief, ...]:
    """The agency and those above it, the nearest first."""
    above = context.directory.above(agency)
    return (agency.brief, *(each.brief for each in reversed(above)))
