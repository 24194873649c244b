"""Linked data (schema.org) of a service."""

from typing import Any

from pendopo.basics.numbers import plain_number
from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.agency.contacts.linked_data import OFFSETS, postal_address, week
from pendopo.kinds.agency.linked_data import area_served
from pendopo.kinds.services.pages.addresses import service as address_of
from pendopo.kinds.services.record.fee import FeeRecord
from pendopo.kinds.services.record.parts import Duration
from pendopo.kinds.services.record.service import Service, ServiceRecord
from pendopo.reading.telephones import in_words
from pendopo.site.linked_data import reference, stated
from pendopo.site.page import LinkedBase

PERIODS = {
    "menit": "PT{}M",
    "jam": "PT{}H",
    "hari": "P{}D",
    "hari kerja": "P{}D",
    "minggu": "P{}W",
    "bulan": "P{}M",
}
"""Durations of ISO 8601, which does not tell working days from others."""


def service(
    agency: Agency, entry: Service, directory: Directory, base: LinkedBase
) -> dict[str, Any]:
    """Return a service of an agency."""
    record, address = entry.record, base(address_of(agency.id, entry.name))
    provider = reference(agency, base)
    offset = OFFSETS.get(directory.time_zone(agency), "")
    return stated(
        {
            "@type": "GovernmentService",
            "name": record.title,
            "description": record.summary,
            "url": address,
            "serviceType": ", ".join(record.topics) or record.title,
            "provider": provider,
            "serviceOperator": provider,
            "areaServed": area_served(agency, directory),
            "audience": [
                {"@type": "Audience", "audienceType": each} for each in record.audience
            ],
            "serviceOutput": {"@type": "Thing", "name": record.product},
            "availableChannel": _channels(agency, record),
            "offers": _offers(record.fee),
            "hoursAvailable": [*week(record.hours or agency.record.hours, offset)],
            "termsOfService": f"{address}#persyaratan",
        }
    )  # fmt: skip


def duration(takes: Duration) -> str:
    """Return the longest time as a duration of ISO 8601: `P5D`."""
    return PERIODS[takes.unit].format(takes.most)


def _channels(agency: Agency, record: ServiceRecord) -> list[dict[str, Any]]:
    """Return the ways to the service: online, and at an office."""
    takes = duration(record.time)
    place = record.place or agency.record.address
    online = {"@type": "ServiceChannel", "processingTime": takes}
    phones = [*map(in_words, record.phones or agency.record.phones)]
    office = {
        "@type": "ServiceChannel",
        "processingTime": takes,
        "serviceLocation": place
        and {
            "@type": "Place",
            "name": record.unit or agency.record.name,
            "address": stated(postal_address(place)),
        },
        "servicePhone": {"@type": "ContactPoint", "telephone": [*map(in_words, phones)]}
        if phones
        else None,
    }
    return [
        *([online | {"serviceUrl": record.online.url}] if record.online else []),
        *([stated(office)] if place or phones else []),
    ]


def _offers(fee: FeeRecord) -> list[dict[str, Any]]:
    prices = [("", fee.amount)] if fee.amount is not None else []
    prices += [(each.what, each.amount) for each in fee.table]
    return [
        stated(
            {
                "@type": "Offer",
                "name": what,
                "price": plain_number(amount),
                "priceCurrency": "IDR",
            }
        )
        for what, amount in prices
    ]
