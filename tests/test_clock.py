"""The only place that reads the clock."""

from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import pytest

import pendopo
from pendopo import clock


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", date(1970, 1, 1)),
        ("1769878799", date(2026, 1, 31)),
        ("1769878800", date(2026, 2, 1)),
        ("1769965199", date(2026, 2, 1)),
    ],
)
def test_the_day_of_source_date_epoch_begins_at_midnight_in_jakarta(
    monkeypatch: pytest.MonkeyPatch, epoch: str, day: date
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert clock.today() == day


@pytest.mark.parametrize("epoch", [None, "", "kemarin", "-1", "1.5", "²"])
def test_without_whole_seconds_it_is_today_in_jakarta(
    monkeypatch: pytest.MonkeyPatch, epoch: str | None
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Clock":
            return cls(2026, 1, 31, 17, 30, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr(clock, "datetime", Clock)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert clock.today() == date(2026, 2, 1)


def test_no_other_module_reads_the_clock() -> None:
    folder = Path(pendopo.__file__).parent
    asking = ("date.today", "datetime.now", "time.time", "SOURCE_DATE_EPOCH", "utcnow")
    found = {
        path.name
        for path in folder.rglob("*.py")
        if any(each in path.read_text(encoding="utf-8") for each in asking)
    }
    assert found == {"clock.py"}
