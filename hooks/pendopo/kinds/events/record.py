"""Model of an event: events/YYYY-MM-DD-name.yml, with the day on which it begins."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Self

from pendopo.reading.entry import Entry
from pendopo.reading.fields import (
    NAME,
    Day,
    Flag,
    Line,
    Prose,
    Statement,
    Time,
    WebAddress,
    described,
)
from pendopo.reading.record import Attachment, Model, written
from pendopo.reading.record_type import RecordType


class Moment(Model):
    """A day, and a time in the time zone of the agency."""

    day: Day = described("Day", "The day.", "2026-03-01")
    time: Time | None = described("Time of day", "The time of day.", "09:00", None)


class End(Moment):
    """When an event ends."""

    day: Day = described("Day", "The last day.", "2026-03-02")


class Earlier(Moment):
    """When an event was to begin before it was moved."""

    day: Day = described("Day", "The earlier day.", "2026-02-20")


class Place(Model):
    """A place: its name, its address, or both."""

    name: Line | None = described("Name", "What the place is called.", "Balai Kota", None)
    address: Statement | None = described("Address", "Where it is.", "Jalan Percobaan 1", None)


class Cancelled(Model):
    """An event that does not take place."""

    reason: Statement = described("Reason", "Why it was cancelled.", "Hujan lebat.")


class EventRecord(Model):
    """One event."""

    title: Line = described("Title", "What takes place.", "Musyawarah perencanaan")
    start: Moment = described("Start", "When it begins.", {"day": "2026-03-01", "time": "09:00"})
    end: End | None = described(
        "End", "When it ends.", {"day": "2026-03-01", "time": "12:00"}, None
    )
    all_day: Flag = described("All day", "ya for whole days, without times.", "ya", False)
    place: Place | None = described("Place", "Where it takes place.", {"name": "Balai Kota"}, None)
    online: WebAddress | None = described(
        "Online", "Where it can be attended online.", "https://rapat.example/a", None
    )
    organiser: Line | None = described(
        "Organiser", "Who holds it, if not the agency.", "Bappeda", None
    )
    participants: tuple[Line, ...] = described(
        "Participants", "Who takes part.", ["Camat", "Lurah"], ()
    )
    audience: Statement | None = described(
        "Audience", "For whom it is, and how to attend.", "Terbuka bagi warga.", None
    )
    body: Prose | None = described("Body", "What it is about.", "Acara membahas …", None)
    documents: tuple[Attachment, ...] = described(
        "Documents",
        "Documents to download, of the folder media.",
        [{"title": "Undangan", "file": "undangan.pdf"}],
        (),
    )
    cancelled: Cancelled | None = described(
        "Cancelled", "That it does not take place.", {"reason": "Hujan lebat."}, None
    )
    moved_from: Earlier | None = described(
        "Moved from", "When it was to begin before it was moved.", {"day": "2026-02-20"}, None
    )
    updated: Day | None = described(
        "Updated", "Day on which it was last changed.", "2026-02-10", None
    )
    topics: tuple[Line, ...] = described(
        "Topics", "What it is about: names of topics.yml.", ["Pemerintahan"], ()
    )


class EventBrief(NamedTuple):
    """The fields of an event that other pages and calendars show; days as `2026-11-22`.

    Missing values are empty texts. `reason` is that of a cancelled event, `moved_from` the day of
    one that was moved.
    """

    title: str
    day: str
    time: str
    end_day: str
    end_time: str
    place: str
    online: str
    reason: str
    moved_from: str
    moved_time: str
    updated: str
    topics: tuple[str, ...]

    @property
    def last_day(self) -> str:
        """The day on which it ends."""
        return self.end_day or self.day

    def is_over(self, today: date) -> bool:
        """Return whether it ended before `today`."""
        return self.last_day < today.isoformat()

    @classmethod
    def of(cls, record: EventRecord) -> Self:
        """Return the brief of `record`."""
        end, place, moved = record.end, record.place, record.moved_from
        parts = (place.name, place.address) if place else ()
        return cls(
            record.title,
            written(record.start.day),
            record.start.time or "",
            written(end.day if end else None),
            (end.time if end else None) or "",
            ", ".join(part for part in parts if part),
            record.online or "",
            record.cancelled.reason if record.cancelled else "",
            written(moved.day if moved else None),
            (moved.time if moved else None) or "",
            written(record.updated),
            record.topics,
        )


Event = Entry[EventRecord, EventBrief]


def order(brief: EventBrief, name: str) -> tuple[str, str, str]:
    """Return what sorts events, the first to come first: the day, the time, then the file."""
    return brief.day, brief.time, name


def first_to_come(entries: Sequence[Event]) -> Sequence[Event]:
    """Sort events by their beginning."""
    return sorted(entries, key=lambda each: order(each.brief, each.name))


EVENT = RecordType(
    "event",
    EventRecord,
    EventBrief,
    folder="events",
    names=re.compile(rf"\d{{4}}-\d\d-\d\d-{NAME.pattern}", re.ASCII),
    misnamed="file-event-name",
    arrange=first_to_come,
    changed="updated",
)
