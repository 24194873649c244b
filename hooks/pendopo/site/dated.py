"""Records dated ahead: held back until their day in the time zone of their agency.

What is held back is nowhere on the site. A day of change that lies ahead is passed over until it
comes, so that a mistyped year does not stand on lists, in feeds and sitemaps for years.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from pendopo.basics.locations import Location
from pendopo.government.agency import Agency
from pendopo.problems.problem import Problem
from pendopo.reading.entry import Entry
from pendopo.site.context import Context

FAR = timedelta(days=366)
"""A day further ahead than this is likely to be mistyped."""
HELD_BACK = {"day-ahead", "day-far"}
"""The codes of what is told of a record that is held back."""
ANY_ZONE = timedelta(days=1)
"""How far the day in another time zone may be ahead."""


def as_of_today(context: Context) -> tuple[Context, list[Problem]]:
    """The context without what lies ahead of the day, and what is told of that.

    Facts derived from all records together stay as they are: one that rests on a record with a day
    says from when it is shown.
    """
    problems: list[Problem] = []
    agencies = {
        each.id: _of_agency(each, context, problems) for each in context.directory.agencies.values()
    }
    return context.within(replace(context.directory, agencies=agencies)), problems


def _of_agency(agency: Agency, context: Context, problems: list[Problem]) -> Agency:
    today = context.today_of(agency)
    told = [
        problem
        for entry in agency.all_entries()
        for problem in (*_held(entry, today), *_changed_ahead(entry, context.today + ANY_ZONE))
    ]
    if not told:
        return agency
    problems += told
    entries = {
        name: tuple(_without_changes(each, context.today + ANY_ZONE) for each in found
                    if not _is_ahead(each, today))
        for name, found in agency.entries.items()
    }  # fmt: skip
    head = _without_changes(agency.entry, context.today + ANY_ZONE)
    return replace(agency, entry=head, entries=entries)


def _is_ahead(entry: Entry[Any, Any], today: date) -> bool:
    dated = entry.type.dated
    return dated is not None and dated(entry.brief)[0] > today.isoformat()


def _held(entry: Entry[Any, Any], today: date) -> Iterator[Problem]:
    """Yields the problem of a record that is held back, at the day on which it will be shown."""
    if entry.type.dated and _is_ahead(entry, today):
        day, location = entry.type.dated(entry.brief)
        far = date.fromisoformat(day) > today + FAR
        yield entry.problem(location, "day-far" if far else "day-ahead", value=day)


def _has_changed_ahead(entry: Entry[Any, Any], today: date) -> bool:
    changed = entry.type.changed
    return bool(changed) and getattr(entry.brief, changed) > today.isoformat()


def _changed_ahead(entry: Entry[Any, Any], today: date) -> Iterator[Problem]:
    """Yields a problem for each day of change of a record that lies ahead."""
    if _has_changed_ahead(entry, today):
        for location, day in _changes(entry):
            if day > today:
                far = day > today + FAR
                yield entry.problem(location, "change-far" if far else "change-ahead", value=day)


def _changes(entry: Entry[Any, Any]) -> Iterator[tuple[Location, date]]:
    record = entry.record
    if record.updated:
        yield ("updated",), record.updated
    for index, correction in enumerate(getattr(record, "corrections", ())):
        yield ("corrections", index, "day"), correction.day


def _without_changes(entry: Entry[Any, Any], today: date) -> Entry[Any, Any]:
    """The entry, as if its file did not say when it was changed if that day lies ahead."""
    if not _has_changed_ahead(entry, today):
        return entry
    past = [day.isoformat() for _, day in _changes(entry) if day <= today]
    return replace(entry, brief=entry.brief._replace(**{entry.type.changed: max(past, default="")}))
