"""Events, one page each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from pendopo.basics.markdown import plain, shortened
from pendopo.basics.translations import full_date
from pendopo.government.agency import Agency, Attached
from pendopo.kinds.events import linked_data
from pendopo.kinds.events.listed import Listed, calendar_file, list_address, listed
from pendopo.kinds.events.machines.ics import TYPE
from pendopo.kinds.events.record import EVENT, Event, EventRecord
from pendopo.site.context import Context
from pendopo.site.page import Alternate, Link, LinkedBase, Page


@dataclass(frozen=True)
class View:
    """The data that the template prints."""

    entry: Event
    event: Listed
    attached: Mapping[str, Attached]
    calendar: Alternate

    @property
    def record(self) -> EventRecord:
        """The event itself."""
        return self.entry.record


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield one page per event."""
    for each in listed(context, agency):
        if entry := agency.named(EVENT, each.name):
            yield _page(context, agency, entry, each)


def _page(context: Context, agency: Agency, entry: Event, shown: Listed) -> Page:
    brief = entry.brief
    calendar = Alternate(calendar_file(shown), TYPE, brief.title)
    return Page(
        address=shown.address,
        title=brief.title,
        describe=partial(_described, context, entry),
        source=entry.path,
        template="events/event",
        view=lambda: View(entry, shown, agency.attached(entry), calendar),
        agency=agency,
        trail=(Link(context.translate("Agenda"), list_address(agency)),),
        updated=brief.updated,
        qr_code=True,
        alternates=(calendar,),
        kind=context.translate("Agenda"),
        years=_years(brief.day[:4], brief.last_day[:4]),
        linked=partial(_linked, context, entry, shown),
    )


def _years(first: str, last: str) -> str:
    return first if first == last else f"{first}-{last}"


def _described(context: Context, entry: Event) -> str:
    """Return the day and the place of an event, and the beginning of its text."""
    brief, body = entry.brief, entry.record.body
    parts = (full_date(brief.day, context.language), brief.place, plain(body) if body else "")
    return ". ".join(part.rstrip(".") for part in parts if part)


def _linked(
    context: Context, entry: Event, shown: Listed, base: LinkedBase
) -> list[dict[str, Any]]:
    description = shortened(_described(context, entry))
    return [linked_data.event(shown, entry.record, description, context.language, base)]


def weight(agency: Agency) -> int:
    """Number of pages of an agency's events."""
    return len(agency.records(EVENT))
