"""A regular week by its days: consecutive days with equal sessions stand together."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from pendopo.kinds.agency.record.hours import WEEK, OpeningHours


class Days(NamedTuple):
    """Days in a row with equal sessions; `last` is empty for one day."""

    first: str
    last: str
    sessions: tuple[OpeningHours, ...]


def by_days(hours: Iterable[OpeningHours]) -> tuple[Days, ...]:
    """The days with sessions, from Monday."""
    week: list[list[OpeningHours]] = [[] for _ in WEEK]
    for each in hours:
        for day in each.days:
            week[day].append(each)
    ordered = [sorted(each, key=lambda session: session.opens) for each in week]
    found = []
    for _, group in groupby(enumerate(ordered), key=lambda each: [*map(_shown, each[1])]):
        days = [*group]
        (first, sessions), (last, _) = days[0], days[-1]
        if sessions:
            found.append(Days(WEEK[first], WEEK[last] if last > first else "", tuple(sessions)))
    return tuple(found)


def _shown(session: OpeningHours) -> tuple[str, str, str]:
    return session.opens, session.closes, session.note or ""
