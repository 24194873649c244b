"""Events as lists and calendars show them, and their addresses."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from pendopo.government.agency import Agency
from pendopo.kinds.events.record import EVENT, EventBrief, order
from pendopo.site.context import Context

PLACE = "agenda"
ALL = f"{PLACE}/"
"""The address of the portal's agenda."""


@dataclass(frozen=True)
class Listed:
    """An event in a list; `zone` is its time zone (empty if unknown), `over` that it is past."""

    agency: Agency
    name: str
    brief: EventBrief
    address: str
    zone: str
    over: bool


def list_address(agency: Agency | None) -> str:
    """Where the agenda of an agency, or of the portal, begins."""
    return f"{agency.id}/{ALL}" if agency else ALL


def address(agency: Agency, name: str) -> str:
    """Where an event has its page."""
    return f"{agency.id}/{PLACE}/{name}/"


def calendar_file(event: Listed) -> str:
    """Where an event has its file for calendars."""
    return f"{event.address}{event.name}.ics"


def listed(context: Context, agency: Agency | None) -> list[Listed]:
    """Return the events of an agency, or of all, the earliest first."""
    key = f"events {agency.id if agency else ''}"
    return context.once(key, partial(_listed, context, agency))


def coming(context: Context, agency: Agency | None) -> list[Listed]:
    """Return the events that are not past, the first to come first."""
    return [each for each in listed(context, agency) if not each.over]


def _listed(context: Context, agency: Agency | None) -> list[Listed]:
    agencies = [agency] if agency else context.directory.agencies.values()
    found = [each for one in agencies for each in _of(context, one)]
    return sorted(found, key=lambda each: (*order(each.brief, each.name), each.address))


def _of(context: Context, agency: Agency) -> Iterator[Listed]:
    entries = agency.records(EVENT)
    if not entries:
        return
    zone, today = context.directory.time_zone(agency), context.today_of(agency)
    for each in entries:
        place, over = address(agency, each.name), each.brief.is_over(today)
        yield Listed(agency, each.name, each.brief, place, zone, over)
