"""Linked data (schema.org) of the places where an agency is reached, and of when they are open.

Programs can tell from it whether an office is open: `specialOpeningHoursSpecification` holds in
place of the regular hours on its days, and a row that opens and closes at midnight is a closed day.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from pendopo.government.agency import Agency
from pendopo.kinds.agency.contacts.inherited import Closed, Other, periods
from pendopo.kinds.agency.contacts.seats import map_link
from pendopo.kinds.agency.record.contacts import Address, GeoLocation, Place
from pendopo.kinds.agency.record.hours import MIDNIGHT, WEEK, OpeningHours
from pendopo.reading.telephones import in_words
from pendopo.site.context import Context
from pendopo.site.linked_data import stated

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OFFSETS = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}
LATEST = "23:59"
"""The end of a day, as search engines want it."""


def places(context: Context, agency: Agency) -> list[dict[str, Any]]:
    """The seat of an agency and its other places, with their hours from today on."""
    record, today = agency.record, context.today_of(agency)
    offset = OFFSETS.get(context.directory.time_zone(agency), "")
    others, closed = periods(context.directory, agency, today, date.max)
    special = [*_others(others, offset), *_closed(closed, offset)]
    seat = stated(
        {
            "@type": "Place",
            **_located(record.address, record.address.location if record.address else None),
            "openingHoursSpecification": [*week(record.hours, offset)],
            "specialOpeningHoursSpecification": special,
        }
    )
    found = [seat] if len(seat) > 1 else []
    return [*found, *(_place(each, special, offset) for each in record.places)]


def postal_address(address: Address) -> dict[str, Any]:
    """An address in parts."""
    return {
        "@type": "PostalAddress",
        "streetAddress": ", ".join(filter(None, (address.street, address.village))),
        "addressLocality": ", ".join(filter(None, (address.district, address.regency))),
        "addressRegion": address.province,
        "postalCode": address.postal_code,
        "addressCountry": "ID",
    }


def _place(place: Place, special: list[dict[str, Any]], offset: str) -> dict[str, Any]:
    return stated(
        {
            "@type": "Place",
            "name": place.name,
            **_located(place.address, place.point),
            "telephone": [in_words(each) for each in place.phones],
            "openingHoursSpecification": [*week(place.hours, offset)],
            "specialOpeningHoursSpecification": special if place.hours else [],
        }
    )


def _located(address: Address | None, location: GeoLocation | None) -> dict[str, Any]:
    if location is None:
        return {"address": address and postal_address(address)}
    return {
        "address": address and postal_address(address),
        "geo": {
            "@type": "GeoCoordinates",
            "latitude": float(location.latitude),
            "longitude": float(location.longitude),
        },
        "hasMap": map_link(location),
    }


def week(hours: Iterable[OpeningHours], offset: str) -> Iterator[dict[str, Any]]:
    """Regular hours, in the zone with this offset."""
    for each in hours:
        yield {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [DAYS[day] for day in each.days],
            "opens": each.opens + offset,
            "closes": (LATEST if each.closes == MIDNIGHT else each.closes) + offset,
        }


def _others(others: Iterable[Other], offset: str) -> Iterator[dict[str, Any]]:
    for each in others:
        period = {
            "name": each.found.name,
            "validFrom": each.found.first.isoformat(),
            "validThrough": each.found.last.isoformat(),
        }
        yield from ({**row, **period} for row in week(each.found.hours, offset))
        open_days = {day for hours in each.found.hours for day in hours.days}
        if closed := [DAYS[day] for day in range(len(WEEK)) if day not in open_days]:
            yield {**_never(offset), "dayOfWeek": closed, **period}


def _closed(closed: Iterable[Closed], offset: str) -> Iterator[dict[str, Any]]:
    for each in closed:
        yield stated(
            {
                **_never(offset),
                "name": each.found.reason,
                "validFrom": each.found.first.isoformat(),
                "validThrough": each.found.last.isoformat(),
            }
        )


def _never(offset: str) -> dict[str, Any]:
    midnight = f"00:00{offset}"
    return {"@type": "OpeningHoursSpecification", "opens": midnight, "closes": midnight}
