"""Progress is shown for a long build and never for a short one."""

import io
import logging
import time

import pytest

from pendopo.build.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """A stopwatch that is set by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        monkeypatch.setattr(time, "monotonic", lambda: self.now)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture
def log() -> logging.Logger:
    logger = logging.getLogger("test.progress")
    logger.setLevel(logging.INFO)
    return logger


def told(clock: Clock, log: logging.Logger, seconds: float) -> None:
    """A build of ten steps of which each takes `seconds`."""
    with Progress("id", log) as shown:
        for step in range(1, 11):
            clock.now += seconds
            shown.show(step * 1_000, step / 10)


def test_a_terminal_shows_pages_rate_share_and_the_time_left(
    clock: Clock, log: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr(time, "time", lambda: clock.now)
    told(clock, log, 1.5)
    text = terminal.getvalue()
    assert "2.000 halaman, 667 per detik" in text
    assert "10.000 halaman" in text
    assert "50%" in text
    assert "00:00:0" in text


def test_elsewhere_a_line_is_logged_every_few_seconds(
    clock: Clock,
    log: logging.Logger,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("sys.stderr", io.StringIO())
    with caplog.at_level(logging.INFO, "test.progress"):
        told(clock, log, 1.5)
    assert [record.getMessage() for record in caplog.records] == [
        "4.000 halaman, 667 per detik (40 %)",
        "8.000 halaman, 667 per detik (80 %)",
    ]


@pytest.mark.parametrize("stream", [Terminal, io.StringIO])
def test_a_short_build_shows_nothing(
    stream: type[io.StringIO],
    clock: Clock,
    log: logging.Logger,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    shown = stream()
    monkeypatch.setattr("sys.stderr", shown)
    with caplog.at_level(logging.INFO, "test.progress"):
        told(clock, log, 0.19)
    assert (shown.getvalue(), caplog.records) == ("", [])


@pytest.mark.parametrize("stream", [Terminal, io.StringIO])
def test_who_asked_for_silence_gets_it(
    stream: type[io.StringIO], clock: Clock, log: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = stream()
    monkeypatch.setattr("sys.stderr", shown)
    log.setLevel(logging.ERROR)
    told(clock, log, 10)
    assert shown.getvalue() == ""
