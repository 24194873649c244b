"""Calendars to subscribe to: of each agency that has events, and of all; and a file per event."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from pendopo.government.agency import Agency
from pendopo.kinds.events.listed import Listed, calendar_file, list_address, listed
from pendopo.kinds.events.machines.ics import TYPE, Calendar, ics
from pendopo.kinds.events.record import EVENT
from pendopo.site.context import Context
from pendopo.site.page import Alternate, DataFile

MOST = 500
"""Most events of a calendar, which phones load again and again."""
KEPT = timedelta(days=90)
"""How long a calendar keeps past events."""


def of_all(context: Context) -> Iterator[DataFile]:
    """Yield the calendar of all agencies."""
    yield from _calendar(context, None)


def files(context: Context, agency: Agency) -> Iterator[DataFile]:
    """Yield the calendar of an agency, and the file of each of its events."""
    yield from _calendar(context, agency)
    for each in listed(context, agency):
        view = partial(Calendar, agency.name, context.site_url, (each,))
        yield DataFile(calendar_file(each), view, ics)


def alternate(context: Context, agency: Agency | None) -> Alternate | None:
    """Return the calendar of an agency, or of all; None if there are no events."""
    agencies = [agency] if agency else context.directory.agencies.values()
    if not any(each.records(EVENT) for each in agencies):
        return None
    _ = context.translate
    label = _("Agenda") if agency else _("Agenda of all agencies")
    return Alternate(f"{list_address(agency)}agenda.ics", TYPE, label)


def _calendar(context: Context, agency: Agency | None) -> Iterator[DataFile]:
    if known := alternate(context, agency):
        yield DataFile(known.address, partial(_view, context, agency, known), ics)


def _view(context: Context, agency: Agency | None, known: Alternate) -> Calendar:
    owner = agency.name if agency else context.directory.portal.name
    events = _kept(listed(context, agency), context.today)
    return Calendar(f"{known.title} – {owner}", context.site_url, events)


def _kept(events: list[Listed], today: date) -> tuple[Listed, ...]:
    since = (today - KEPT).isoformat()
    return tuple([each for each in events if each.brief.last_day >= since][:MOST])
