"""A page for each service, in the order in which citizens need what it says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from pendopo.basics import addresses as of_site
from pendopo.government.agency import Agency, Attached
from pendopo.kinds.agency.contacts.inherited import has_any
from pendopo.kinds.agency.contacts.seats import Seat, seat_at
from pendopo.kinds.agency.contacts.view import address as contacts_of
from pendopo.kinds.agency.contacts.view import chain_of
from pendopo.kinds.agency.contacts.week import Days, by_days
from pendopo.kinds.agency.record.agency import AgencyBrief, AgencyRecord
from pendopo.kinds.services import linked_data
from pendopo.kinds.services.labels import time_text
from pendopo.kinds.services.pages import addresses
from pendopo.kinds.services.record.service import SERVICE, Service, ServiceBrief, ServiceRecord
from pendopo.kinds.topics.vocabulary import VOCABULARY
from pendopo.reading.entry import Entry
from pendopo.site.context import Context
from pendopo.site.page import Link, LinkedBase, Page


@dataclass(frozen=True)
class View:
    """The data that the template prints; `office` is the agency's own record.

    `chain` are the agency and those above it. What the service's record says is not read before
    the page is printed.
    """

    entry: Service
    office: Entry[AgencyRecord, AgencyBrief]
    complaints: Link
    time: str
    chain: tuple[AgencyBrief, ...]
    time_zone: str
    topics: list[Link]
    related: list[Link]
    attached: Mapping[str, Attached]

    @property
    def service(self) -> ServiceRecord:
        """The service itself."""
        return self.entry.record

    @property
    def agency(self) -> AgencyRecord:
        """The record of the agency."""
        return self.office.record

    @property
    def seat(self) -> Seat:
        """Where to go: the place of the service, or the seat of the agency."""
        return seat_at(self.service.place or self.agency.address, self.chain)

    @property
    def week(self) -> tuple[Days, ...]:
        """When it is open: the hours of the service, or of the agency."""
        return by_days(self.service.hours or self.agency.hours)


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield one page per service."""
    _ = context.translate
    for entry in agency.records(SERVICE):
        yield Page(
            address=addresses.service(agency.id, entry.name),
            title=entry.brief.title,
            describe=partial(str, entry.brief.summary),
            source=entry.path,
            template="services/service",
            view=partial(_view, context, agency, entry),
            agency=agency,
            trail=(Link(_("Services"), addresses.of_agency(agency.id)),),
            updated=entry.brief.updated,
            qr_code=True,
            kind=_("Service"),
            linked=partial(_linked, context, agency, entry),
        )


def weight(agency: Agency) -> int:
    """Number of pages of an agency's services: one each."""
    return len(agency.records(SERVICE))


def _view(context: Context, agency: Agency, entry: Service) -> View:
    return View(
        entry,
        agency.entry,
        Link(agency.name, _complaints(context, agency)),
        time_text(entry.brief, context.translate, context.language),
        chain_of(context, agency),
        context.directory.time_zone(agency),
        _topics(context, entry.brief),
        _related(agency, entry.brief),
        agency.attached(entry),
    )


def _complaints(context: Context, agency: Agency) -> str:
    """Where an agency says to whom one complains."""
    known = has_any(context.directory, agency)
    return f"{contacts_of(agency)}#pengaduan" if known else of_site.profile(agency.id)


def _topics(context: Context, brief: ServiceBrief) -> list[Link]:
    found = (context.directory.fact(VOCABULARY).topic(name) for name in brief.topics)
    return [Link(each.name, addresses.topic(each.key)) for each in found if each]


def _related(agency: Agency, brief: ServiceBrief) -> list[Link]:
    found = (agency.named(SERVICE, name) for name in brief.related)
    return [
        Link(each.brief.title, addresses.service(agency.id, each.name)) for each in found if each
    ]


def _linked(
    context: Context, agency: Agency, entry: Service, base: LinkedBase
) -> list[dict[str, Any]]:
    return [linked_data.service(agency, entry, context.directory, base)]
