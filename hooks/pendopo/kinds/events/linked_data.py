"""Linked data (schema.org) of an event."""

from typing import Any

from pendopo.basics.moments import stated as moment
from pendopo.kinds.events.listed import Listed
from pendopo.kinds.events.record import EventRecord
from pendopo.site.linked_data import reference, stated
from pendopo.site.page import LinkedBase


def event(
    shown: Listed, record: EventRecord, description: str, language: str, base: LinkedBase
) -> dict[str, Any]:
    """Return an event; without an organiser, the agency is the one."""
    brief, zone = shown.brief, shown.zone
    holder: dict[str, Any] = {"@type": "Organization", "name": record.organiser}
    return stated(
        {
            "@type": "Event",
            "name": brief.title,
            "description": description,
            "startDate": moment(brief.day, brief.time, zone),
            "endDate": moment(brief.last_day, brief.end_time, zone) if record.end else None,
            "previousStartDate": moment(brief.moved_from, brief.moved_time, zone),
            "eventStatus": f"https://schema.org/{_status(shown)}",
            "eventAttendanceMode": _mode(record),
            "location": [*_places(record)],
            "organizer": holder if record.organiser else reference(shown.agency, base),
            "url": base(shown.address),
            "inLanguage": language,
        }
    )


def _status(shown: Listed) -> str:
    if shown.brief.reason:
        return "EventCancelled"
    return "EventRescheduled" if shown.brief.moved_from else "EventScheduled"


def _mode(record: EventRecord) -> str | None:
    if not (record.place or record.online):
        return None
    mode = "Mixed" if record.place and record.online else "Online" if record.online else "Offline"
    return f"https://schema.org/{mode}EventAttendanceMode"


def _places(record: EventRecord) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if place := record.place:
        found.append(stated({"@type": "Place", "name": place.name, "address": place.address}))
    if record.online:
        found.append({"@type": "VirtualLocation", "url": record.online})
    return found
