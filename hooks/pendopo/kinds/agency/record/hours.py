"""When an office is open: its regular week, other hours between two days, and closed days."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, create_model

from pendopo.reading.accepts import Accepts
from pendopo.reading.fields import Day, EndTime, Line, Time, described
from pendopo.reading.record import Model

Weekday = Literal["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"]
WEEK: tuple[Weekday, ...] = get_args(Weekday)
OTHER_NAMES = {"jum'at": "jumat", "jum’at": "jumat", "ahad": "minggu"}


def _weekday(value: object) -> object:
    if not isinstance(value, str):
        return value
    lower = value.strip().lower()
    name = OTHER_NAMES.get(lower, lower)
    return name if name in WEEK else value


AnyWeekday = Annotated[
    Weekday,
    Accepts("value-choice", f"(?i:{'|'.join((*WEEK, *OTHER_NAMES))})"),
    BeforeValidator(_weekday),
]
"""A day of the week, in small letters or capitals."""
MIDNIGHT = "24:00"
"""The end of a day."""
MINUTES = 24 * 60


class OpeningHours(Model):
    """The opening hours of one day, or of consecutive days; they may end on the next day."""

    first_day: AnyWeekday = described("First day", "Day from which these hours hold.", "senin")
    last_day: AnyWeekday | None = described(
        "Last day", "Last of the days in a row; leave it out for one day.", "kamis", None
    )
    opens: Time = described("Opens", "Hours and minutes.", "08:00")
    closes: EndTime = described("Closes", "Hours and minutes.", "16:00")
    note: Line | None = described("Note", "What else to know.", "istirahat pukul 12.00–13.00", None)

    @property
    def all_day(self) -> bool:
        """Whether the office never closes on these days."""
        return self.opens == "00:00" and self.closes == MIDNIGHT

    @property
    def overnight(self) -> bool:
        """Whether the office closes on the next day."""
        return self.closes < self.opens

    @property
    def days(self) -> Iterator[int]:
        """The days of the week on which these hours begin, from 0 for Monday."""
        first = WEEK.index(self.first_day)
        last = WEEK.index(self.last_day or self.first_day)
        return (day % 7 for day in range(first, (last if first <= last else last + 7) + 1))

    @property
    def minutes(self) -> tuple[int, int]:
        """When they begin and end, in minutes from the beginning of the day."""
        opens, closes = _minutes(self.opens), _minutes(self.closes)
        return opens, closes + MINUTES if self.overnight else closes


def _minutes(written: str) -> int:
    hours, minutes = written.split(":")
    return int(hours) * 60 + int(minutes)


# A class cannot name a field `from`, since Python keeps that word for itself.
_FROM: dict[str, Any] = {"from": (Day, described("From", "First day of the period.", "2026-02-18"))}
_Beginning: Any = create_model("_Beginning", __base__=Model, **_FROM)


class OtherHours(_Beginning):
    """Hours that hold in place of the regular ones between two days, as in Ramadan."""

    name: Line = described("Name", "What the period is called.", "Ramadan 1447 H")
    until: Day = described("Until", "Last day of the period.", "2026-03-19")
    hours: tuple[OpeningHours, ...] = described(
        "Hours",
        "The hours of the period; on days without any the office is closed.",
        [{"first_day": "jumat", "opens": "08:00", "closes": "11:30"}],
    )
    note: Line | None = described("Note", "What else to know.", "Surat Edaran Nomor 5", None)

    @property
    def first(self) -> date:
        """The first day."""
        found: date = getattr(self, "from")
        return found

    @property
    def last(self) -> date:
        """The last day."""
        return self.until


class ClosedDays(Model):
    """A day, or days in a row, on which the office is closed."""

    day: Day = described("Day", "The closed day.", "2026-02-17")
    until: Day | None = described(
        "Until", "Last of the days in a row; leave it out for one day.", "2026-02-18", None
    )
    reason: Line | None = described("Reason", "Why it is closed.", "Tahun Baru Imlek", None)

    @property
    def first(self) -> date:
        """The first day."""
        return self.day

    @property
    def last(self) -> date:
        """The last day."""
        return self.until or self.day
