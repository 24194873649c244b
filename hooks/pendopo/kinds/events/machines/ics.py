"""Events as iCalendar (RFC 5545), with names that do not depend on the site's host.

Times are in UTC: the time zones of Indonesia are at a fixed distance from it, so no table of a zone
is needed. What changes an event changes its DTSTAMP, which comes from the data, never from a clock.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pendopo.basics import addresses
from pendopo.basics.moments import in_utc
from pendopo.kinds.events.listed import Listed
from pendopo.kinds.events.record import EventBrief

TYPE = "text/calendar"
FOLDED = 75
"""Octets of a line, without its end, beyond which it must go on in another."""
LAST_MINUTE = "23:59"
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


@dataclass(frozen=True)
class Calendar:
    """The events of a calendar, its own name, and the address of the site (empty if unknown)."""

    name: str
    site_url: str
    events: tuple[Listed, ...]


def ics(calendar: Calendar) -> str:
    """Return a calendar as text; a calendar without events is a valid one too."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Pendopo//Agenda//ID",
        "CALSCALE:GREGORIAN",
        *_text("NAME", calendar.name),
        *_text("X-WR-CALNAME", calendar.name),
        *(line for each in calendar.events for line in _event(each, calendar.site_url)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def folded(line: str) -> str:
    """Return a line in parts of at most 75 octets; no character is parted."""
    parts, size = [""], 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > FOLDED:
            parts.append(" ")
            size = 1
        parts[-1] += sign
        size += octets
    return "\r\n".join(parts)


def _event(event: Listed, site_url: str) -> Iterator[str]:
    brief = event.brief
    page = addresses.base(site_url, "")(event.address) if site_url else ""
    changed = (brief.updated or brief.day).replace("-", "")
    yield "BEGIN:VEVENT"
    yield f"UID:{addresses.urn(event.agency.lasting(event.address))}"
    yield f"DTSTAMP:{changed}T000000Z"
    yield from _begins_and_ends(brief, event.zone)
    yield from _text("SUMMARY", brief.title)
    yield from _text("LOCATION", brief.place or brief.online)
    said = (brief.reason, event.agency.name, brief.online, page)
    yield from _text("DESCRIPTION", "\n".join(each for each in said if each))
    if page:
        yield f"URL:{page}"
    # A calendar that has the event takes over a change of a higher number.
    yield f"SEQUENCE:{bool(brief.moved_from) + bool(brief.reason)}"
    yield f"STATUS:{'CANCELLED' if brief.reason else 'CONFIRMED'}"
    yield "END:VEVENT"


def _begins_and_ends(brief: EventBrief, zone: str) -> Iterator[str]:
    if not brief.time:
        after = date.fromisoformat(brief.last_day) + timedelta(days=1)
        yield f"DTSTART;VALUE=DATE:{brief.day.replace('-', '')}"
        yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
        return
    yield f"DTSTART:{in_utc(brief.day, brief.time, zone)}"
    if brief.end_time or brief.last_day > brief.day:
        yield f"DTEND:{in_utc(brief.last_day, brief.end_time or LAST_MINUTE, zone)}"


def _text(name: str, value: str) -> Iterator[str]:
    """Yield a property with any text: it can neither end its line nor begin another property."""
    if value:
        one_way = value.replace("\r\n", "\n")
        yield f"{name}:{CONTROLS.sub(' ', one_way).translate(ESCAPED)}"
