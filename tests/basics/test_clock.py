"""The only place that reads the clock."""

import ast
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import pytest

import pendopo
from pendopo.basics import clock

STOPWATCHES = {"perf_counter", "monotonic"}


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


def test_no_day_is_too_far_for_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows knows no moment after the year 3000."""

    class Clock(datetime):
        @classmethod
        def fromtimestamp(cls, timestamp: float, tz: tzinfo | None = None) -> "Clock":
            if timestamp > 32_536_850_399:
                raise OSError(22, "Invalid argument")
            return super().fromtimestamp(timestamp, tz)

    monkeypatch.setattr(clock, "datetime", Clock)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "99999999999")
    assert clock.today() == date(5138, 11, 16)


def test_the_days_of_the_time_zones_are_those_of_one_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = date(2026, 1, 31), date(2026, 2, 1)
    for hour, days in (
        (14, [first, first, first]),
        (15, [first, first, second]),
        (16, [first, second, second]),
        (17, [second, second, second]),
    ):
        moment = datetime(2026, 1, 31, hour, tzinfo=UTC)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
        assert clock.days() == dict(zip(["WIB", "WITA", "WIT"], days, strict=True))


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


def of_time(path: Path) -> set[str]:
    """Names that a module imports from `time`; a stopwatch measures a duration and knows no day."""
    taken: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.ImportFrom(module="time", names=names):
                taken |= {each.name for each in names}
            case ast.Import(names=names):
                renamed = [each.asname for each in names if each.name == "time" and each.asname]
                taken |= {f"as {name}" for name in renamed}
            case ast.Attribute(value=ast.Name(id="time"), attr=name):
                taken.add(name)
    return taken


@pytest.mark.parametrize(
    ("code", "taken"),
    [
        ("import time\ntime.perf_counter() - time.monotonic()", STOPWATCHES),
        ("import time\ntime.time()", {"time"}),
        ("from time import time_ns as monotonic", {"time_ns"}),
        ("import time as clock\nclock.time()", {"as clock"}),
    ],
)
def test_a_stopwatch_is_told_from_the_clock(tmp_path: Path, code: str, taken: set[str]) -> None:
    (tmp_path / "a.py").write_text(code)
    assert of_time(tmp_path / "a.py") == taken


def test_no_other_module_reads_the_clock() -> None:
    folder = Path(pendopo.__file__).parent
    # With its quotes: a message may name the variable.
    asking = ("date.today", "datetime.now", '"SOURCE_DATE_EPOCH"', "utcnow", "gmtime", "localtime")
    found = {
        path.name
        for path in folder.rglob("*.py")
        if any(each in path.read_text(encoding="utf-8") for each in asking)
        or not of_time(path) <= STOPWATCHES
    }
    assert found == {"clock.py"}
