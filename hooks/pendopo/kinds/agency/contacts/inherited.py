"""What holds for an agency by itself or by an agency above it, from briefs alone."""

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.agency.record.complaints import ComplaintChannel, InformationOfficer
from pendopo.kinds.agency.record.contacts import Address
from pendopo.kinds.agency.record.hours import ClosedDays, OtherHours
from pendopo.kinds.agency.record.passed_on import PassedOn, passed_on
from pendopo.reading.telephones import PhoneEntry

AHEAD = timedelta(days=30)
"""How long before its first day a period is shown."""


class Channels(NamedTuple):
    """Complaint channels; `by` is the agency above that they are of, None for its own."""

    found: tuple[ComplaintChannel, ...]
    by: Agency | None


class Officer(NamedTuple):
    """An information officer; `by` is the agency above that it serves, None for its own."""

    found: InformationOfficer
    by: Agency | None


class Office(NamedTuple):
    """The telephones, mail and address of an agency above, which `by` is."""

    phones: tuple[PhoneEntry, ...]
    emails: tuple[str, ...]
    address: Address | None
    by: Agency


class Other(NamedTuple):
    """Other hours; `by` is the agency above that states them, None for its own."""

    found: OtherHours
    by: Agency | None


class Closed(NamedTuple):
    """Closed days; `by` is the agency above that states them, None for its own."""

    found: ClosedDays
    by: Agency | None


def has_any(directory: Directory, agency: Agency) -> bool:
    """Whether there is anything to say on how to reach an agency, of its own or from above."""
    own = {*agency.brief.shows} - {"identity"}
    return bool(own) or any(each.brief.passed_on for each in (agency, *directory.above(agency)))


def channels(directory: Directory, agency: Agency) -> Channels | None:
    """The complaint channels of the nearest agency that has any."""
    found = ((each.complaints, by) for each, by in _chain(directory, agency))
    return next((Channels(some, by) for some, by in found if some), None)


def officer(directory: Directory, agency: Agency) -> Officer | None:
    """The information officer of the nearest agency that has one."""
    found = ((each.information_officer, by) for each, by in _chain(directory, agency))
    return next((Officer(one, by) for one, by in found if one), None)


def office_above(directory: Directory, agency: Agency) -> Office | None:
    """The office of the nearest agency above that has one, for an agency that states none."""
    for found, by in _chain(directory, agency):
        if found.phones or found.emails or found.address:
            return Office(found.phones, found.emails, found.address, by) if by else None
    return None


def periods(
    directory: Directory, agency: Agency, first: date, last: date
) -> tuple[tuple[Other, ...], tuple[Closed, ...]]:
    """The other hours and closed days that touch the days from `first` to `last`, in order.

    Other hours of a nearer agency win over those of a farther one that overlap them, and over its
    closed days; closed days add up.
    """
    others: list[Other] = []
    closed: list[Closed] = []
    taken: list[tuple[date, date]] = []
    for part, by in _chain(directory, agency):
        # Closed days first: within one agency they hold also in a period of other hours.
        within = [each for each in part.closed if each.last >= first and each.first <= last]
        closed += [Closed(each, by) for each in within if not _meets(taken, each)]
        free = [
            each
            for each in part.other_hours
            if each.last >= first and each.first <= last and not _meets(taken, each)
        ]
        others += [Other(each, by) for each in free]
        for each in free:
            insort(taken, (each.first, each.last))
    return _in_order(others), _in_order(closed)


def _chain(directory: Directory, agency: Agency) -> Iterator[tuple[PassedOn, Agency | None]]:
    """What the agency and those above it pass on, the nearest first."""
    yield passed_on(agency.brief.passed_on), None
    for above in reversed(directory.above(agency)):
        if above.brief.passed_on:
            yield passed_on(above.brief.passed_on), above


def _meets(taken: list[tuple[date, date]], period: OtherHours | ClosedDays) -> bool:
    """Whether a period has a day in common with one of `taken`, which are sorted and apart."""
    before = bisect_right(taken, (period.last, date.max))
    return before > 0 and taken[before - 1][1] >= period.first


P = TypeVar("P", Other, Closed)


def _in_order(found: Iterable[P]) -> tuple[P, ...]:
    return tuple(sorted(found, key=lambda each: each.found.first))
