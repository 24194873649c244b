"""What nobody has touched for long, among the records that must stay right."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from pendopo.reading.entry import Entry
from pendopo.site.context import Context


class Untouched(NamedTuple):
    """A file with the day of its last change, as `2026-03-03`, and the name of its agency."""

    day: str
    path: str
    owner: str


def months_before(day: date, months: int) -> date:
    """The same day some months earlier, or the last day of that month if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(day.day - 1), following - timedelta(1))


def untouched(context: Context, days: Mapping[str, str], before: date) -> list[Untouched]:
    """The files whose last change, by `days`, lies before a day.

    Agencies come in the order of their oldest file, and so do the files of each.
    """
    groups: dict[str, list[Untouched]] = defaultdict(list)
    for owner, name, entry in _entries(context):
        day = days.get(entry.path, "")
        kept = context.kinds.by_record[entry.type.name].kept
        if day and day < before.isoformat() and kept and kept(entry.brief, context.today):
            groups[owner].append(Untouched(day, entry.path, name))
    found: Sequence[list[Untouched]] = sorted(map(sorted, groups.values()))
    return [each for group in found for each in group]


def _entries(context: Context) -> Iterator[tuple[str, str, Entry[Any, Any]]]:
    """The records of the portal and of the agencies that live, with the id and name of each."""
    directory = context.directory
    for entries in directory.entries.values():
        yield from (("", directory.portal.name, each) for each in entries)
    for agency in directory.living(context.today).agencies.values():
        yield from ((agency.id, agency.name, each) for each in agency.all_entries())
