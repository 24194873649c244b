"""Days with times in the time zones of Indonesia, whose distance from UTC never changes."""

from datetime import UTC, date, datetime, time, tzinfo

from pendopo.basics.clock import ZONES


def moment(day: str, at: str, zone: str) -> datetime:
    """The moment of a day `2026-03-01` and a time `09:00` in a zone such as `WITA`.

    An unknown zone is that of Jakarta.
    """
    hour, minute = map(int, at.split(":"))
    found: tzinfo = ZONES.get(zone, ZONES["WIB"])
    return datetime.combine(date.fromisoformat(day), time(hour, minute), found)


def stated(day: str, at: str, zone: str) -> str:
    """A day, and its time if it has one, in ISO 8601: `2026-03-01T09:00:00+08:00`."""
    return moment(day, at, zone).isoformat() if at else day


def in_utc(day: str, at: str, zone: str) -> str:
    """A moment as calendars write it: `20260301T010000Z`."""
    return f"{moment(day, at, zone).astimezone(UTC):%Y%m%dT%H%M%SZ}"
