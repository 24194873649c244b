"""Rules that check events."""

from collections.abc import Collection, Iterator

from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.events.record import EVENT, EventRecord, Moment
from pendopo.kinds.topics.known import unknown_topics
from pendopo.problems.problem import Problem, problem
from pendopo.reading.finding import Finding


def event_rules(event: EventRecord) -> Iterator[Finding]:
    """All rules of one event."""
    yield from _times(event)
    yield from _order(event)
    if event.place and not (event.place.name or event.place.address):
        yield Finding(("place",), "event-place-empty")


def _times(event: EventRecord) -> Iterator[Finding]:
    """An event has times, or is one of whole days."""
    for name, moment in (("start", event.start), ("end", event.end)):
        if event.all_day and moment and moment.time:
            yield Finding((name, "time"), "event-all-day", {"value": moment.time})
        elif moment and not moment.time and not event.all_day:
            yield Finding((name,), "event-time")


def _order(event: EventRecord) -> Iterator[Finding]:
    """An event ends after it begins, and was moved from another time."""
    if event.end and _comparable(event.end, "24:00") <= _comparable(event.start, "00:00"):
        values = {"value": _written(event.end), "first": _written(event.start)}
        yield Finding(("end",), "event-ends", values)
    if event.moved_from and _written(event.moved_from) == _written(event.start):
        yield Finding(("moved_from",), "event-moved", {"value": _written(event.start)})


def _comparable(moment: Moment, at: str) -> tuple[str, str]:
    return moment.day.isoformat(), moment.time or at


def _written(moment: Moment) -> str:
    return f"{moment.day} {moment.time or ''}".strip()


def event_link_rules(
    agency: Agency, directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """The name of its file says the day on which an event begins, and its topics are known.

    One that was moved may keep its name, and with it its address and its place in calendars.
    """
    entries = agency.records(EVENT)
    for entry in entries:
        day = entry.name[:10]
        if entry.whole and day not in (entry.brief.day, entry.brief.moved_from):
            yield problem(entry.path, "event-name-day", value=day, start=entry.brief.day)
    yield from unknown_topics(entries, directory, paths)
