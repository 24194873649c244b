"""Rules for contacts: weeks without overlaps, sound periods, channels that one can use."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from pendopo.basics.locations import Location
from pendopo.government.agency import Agency
from pendopo.kinds.agency.record.agency import AgencyRecord
from pendopo.kinds.agency.record.hours import (
    MINUTES,
    WEEK,
    ClosedDays,
    OpeningHours,
    OtherHours,
)
from pendopo.kinds.agency.record.passed_on import passed_on
from pendopo.problems.problem import Problem
from pendopo.reading.finding import Finding
from pendopo.site.context import Context
from pendopo.site.dated import FAR

LONGEST = timedelta(days=366)
"""A longer period is likely to have a mistyped year."""
Period = OtherHours | ClosedDays


def contact_rules(agency: AgencyRecord) -> Iterator[Finding]:
    """All hours, periods and complaint channels of an agency are sound."""
    yield from hours_rules(agency.hours, ("hours",))
    for index, other in enumerate(agency.other_hours):
        place = ("other_hours", index, "hours")
        if not other.hours:
            yield Finding(place, "hours-none")
        yield from hours_rules(other.hours, place)
    for index, each in enumerate(agency.places):
        yield from hours_rules(each.hours, ("places", index, "hours"))
    if agency.information_officer:
        yield from hours_rules(agency.information_officer.hours, ("information_officer", "hours"))
    yield from _period_rules(agency.other_hours, "other_hours", "from")
    yield from _period_rules(agency.closed, "closed", "day")
    yield from _channels(agency)


def hours_rules(hours: Sequence[OpeningHours], place: Location) -> Iterator[Finding]:
    """Offices close after they open, a range of days has two ends, and no sessions overlap."""
    for index, each in enumerate(hours):
        if each.last_day == each.first_day:
            yield Finding((*place, index, "last_day"), "hours-day")
        values = {"opens": each.opens, "closes": each.closes}
        if each.closes == each.opens:
            yield Finding((*place, index, "closes"), "hours-order", values)
        elif each.overnight:
            yield Finding((*place, index, "closes"), "hours-overnight", values)
    yield from _overlaps(hours, place)


def _overlaps(hours: Sequence[OpeningHours], place: Location) -> Iterator[Finding]:
    """No two entries are open at the same time of the week."""
    told: set[int] = set()
    before: tuple[int, int] | None = None
    for start, end, index in _sessions(hours):
        if before and start < before[0]:
            first, second = sorted((before[1], index))
            if second not in told:
                told.add(second)
                values = {
                    "day": WEEK[start // MINUTES % 7],
                    "value": _written(hours[second]),
                    "other": _written(hours[first]),
                }
                yield Finding((*place, second, "opens"), "hours-overlap", values)
        if not before or end > before[0]:
            before = end, index


def _sessions(hours: Sequence[OpeningHours]) -> list[tuple[int, int, int]]:
    """Beginning and end of every session of a week, and of the Monday after it, in order.

    Each is in minutes from Monday's midnight, with the index of its entry.
    """
    found = []
    for index, each in enumerate(hours):
        opens, closes = each.minutes
        for day in each.days if opens != closes else ():
            for start in (day * MINUTES, *((7 * MINUTES,) if day == 0 else ())):
                found.append((start + opens, start + closes, index))
    return sorted(found)


def _written(hours: OpeningHours) -> str:
    return f"{hours.opens}–{hours.closes}"


def _period_rules(periods: Sequence[Period], field: str, first: str) -> Iterator[Finding]:
    """Periods end after they begin, last no longer than a year, and do not overlap."""
    for index, each in enumerate(periods):
        values = {"first": each.first, "value": each.last}
        if each.last < each.first:
            yield Finding((field, index, "until"), "days-order", values)
        elif each.last - each.first > LONGEST:
            yield Finding((field, index, "until"), "days-long", values)
    before: tuple[Period, int] | None = None
    for index, each in sorted(enumerate(periods), key=lambda found: found[1].first):
        if before and each.first <= before[0].last:
            place = (field, max(index, before[1]), first)
            values = {"first": before[0].first, "value": before[0].last}
            yield Finding(place, "days-overlap", values)
        if not before or each.last > before[0].last:
            before = each, index


def _channels(agency: AgencyRecord) -> Iterator[Finding]:
    """A complaint channel has an address, a number or a place."""
    for index, each in enumerate(agency.complaints):
        if not (each.url or each.phones or each.emails or each.place):
            yield Finding(("complaints", index), "complaint-contact")


def periods_far(context: Context, agency: Agency) -> Iterator[Problem]:
    """No period begins more than a year ahead: its year may be mistyped."""
    found = passed_on(agency.brief.passed_on)
    last = context.today_of(agency) + FAR
    for index, other in enumerate(found.other_hours):
        if other.first > last:
            place = ("other_hours", index, "from")
            yield agency.entry.problem(place, "days-far", value=other.first)
    for index, closed in enumerate(found.closed):
        if closed.first > last:
            yield agency.entry.problem(("closed", index, "day"), "days-far", value=closed.first)
