"""When the search index of a served site is renewed."""

import threading
from threading import Event

import pytest

from pendopo.build import debounce
from pendopo.build.debounce import Debounced


def test_it_is_renewed_after_a_while_without_edits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debounce, "QUIET", 0.01)
    begun = Event()
    told: list[Event] = []

    def renew(halted: Event) -> None:
        told.append(halted)
        begun.set()

    waiting = Debounced(renew)
    assert begun.wait(10)
    assert not told[0].is_set()
    waiting.cancel()
    assert told[0].is_set()


def test_an_edit_before_that_calls_it_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debounce, "QUIET", 60)
    begun = Event()
    others = {*threading.enumerate()}
    Debounced(lambda halted: begun.set()).cancel()
    for thread in {*threading.enumerate()} - others:
        thread.join(30)
        assert not thread.is_alive()
    assert not begun.is_set()
