"""Rules about the years of an indicator's values."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from pendopo.basics.locations import Location
from pendopo.kinds.plans.record.indicators import (
    Indicator,
    Measure,
    Values,
    actuals_of,
    by_year,
    keys_by_year,
    place_of,
    targets_of,
)
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.plans.record.terms import (
    BARE_QUARTER,
    first_year,
    in_order,
    is_calendar,
    last_year,
    length,
    span,
    written,
)
from pendopo.problems.nearest import Names
from pendopo.reading.finding import Finding

MOST_TARGETS = 26


@dataclass(frozen=True)
class IndicatorRow:
    """A row of indicators with its location in the record."""

    location: Location
    indicator: Indicator

    @cached_property
    def measures(self) -> list[tuple[Location, Measure]]:
        """The indicator itself and those that share its targets, each with its location."""
        others = enumerate(self.indicator.same_targets)
        shared = [((*self.location, "same_targets", index), each) for index, each in others]
        return [(self.location, self.indicator), *shared]

    @cached_property
    def given(self) -> list[tuple[Location, Values[Any]]]:
        """The targets, and the actuals of all measures and groups, each with its location."""
        found: list[tuple[Location, Values[Any]]] = [
            ((*self.location, "targets"), self.indicator.targets)
        ]
        for place, each in self.measures:
            found += [*targets_of(place, each), *actuals_of(place, each)]
        return found


def year_rules(
    plan: PlanRecord, of_goals: Sequence[IndicatorRow], of_works: Sequence[IndicatorRow]
) -> Iterator[Finding]:
    """Check all rules about years; indicators of goals and of works may cover different years."""
    rows = [*of_goals, *of_works]
    yield from _one_kind_of_years(plan, rows)
    yield from _targets_within_period(plan, rows)
    yield from _years_once(plan, rows)
    yield from _known_years(plan, rows)
    for group in (of_goals, of_works):
        yield from _every_year(plan, group)


def _one_kind_of_years(plan: PlanRecord, rows: Sequence[IndicatorRow]) -> Iterator[Finding]:
    """All values of one plan are given by ordinal year, or all by calendar year.

    Both may be used if the plan states the calendar year of its first year.
    """
    first: bool | None = None
    for row in rows:
        for place, given in row.given:
            kinds = {is_calendar(year) for year in keys_by_year(given, None)}
            first = min(kinds) if first is None and kinds else first
            if plan.year_one is None and kinds - {first}:
                code = "years-calendar" if not first else "years-ordinal"
                yield Finding(place, code)


def _targets_within_period(plan: PlanRecord, rows: Sequence[IndicatorRow]) -> Iterator[Finding]:
    """There are no more targets than the period has years, and none for a year outside it.

    One more calendar year is allowed: plans of the 2025 generation extend a year past their period.
    """
    for row in rows:
        place = (*row.location, "targets")
        terms = by_year(row.indicator.targets, plan.year_one)
        years = sorted({last_year(each) for each in terms})
        count = max(years[-1] - years[0] + 1, len(terms)) if years else 0
        if count > MOST_TARGETS:
            yield Finding(place, "targets-limit", {"count": count, "limit": MOST_TARGETS})
    if plan.period is None or plan.period.end < plan.period.start:
        return
    start, end = plan.period.start, plan.period.end
    for row in rows:
        place, targets = (*row.location, "targets"), row.indicator.targets
        keys = keys_by_year(targets, None)
        ordinals = [year for year in keys if year < BARE_QUARTER]
        if ordinals and max(ordinals) > end - start + 1:
            values = {"count": max(ordinals), "years": end - start + 1}
            yield Finding(place, "targets-many", values)
        for year, key in keys_by_year(targets, plan.year_one).items():
            if is_calendar(year) and not start <= first_year(year) <= last_year(year) <= end + 1:
                said = {"value": written(year), "start": start, "end": end}
                at = (*place, place_of(targets, key))
                yield Finding(at, "targets-year", said, on_key=isinstance(at[-1], str))


def _years_once(plan: PlanRecord, rows: Sequence[IndicatorRow]) -> Iterator[Finding]:
    """No year has two values, one by ordinal and one by calendar year."""
    if plan.year_one is None:
        return
    for row in rows:
        for place, values in row.given:
            shown = keys_by_year(values, plan.year_one).values()
            for key in keys_by_year(values, None).values():
                if key not in shown:
                    at = (*place, place_of(values, key))
                    yield Finding(at, "year-twice", {"value": at[-1]}, on_key=True)


def _known_years(plan: PlanRecord, rows: Sequence[IndicatorRow]) -> Iterator[Finding]:
    """Each actual is for a year that has a target, or for a calendar year before the first."""
    for row in rows:
        of_measures = (actuals_of(*each) for each in row.measures)
        given = [each for each in chain.from_iterable(of_measures) if each[1]]
        if not given:
            continue
        known = by_year(row.indicator.targets, plan.year_one)
        kinds = {is_calendar(each) for each in known}
        names = Names(map(written, in_order(known)))
        for place, values in given:
            for year, key in keys_by_year(values, plan.year_one).items():
                if year in known or _before(year, known):
                    continue
                if is_calendar(year) in kinds:
                    at = (*place, place_of(values, key))
                    said = {"value": written(year), "known": names.listed}
                    yield Finding(at, "actual-year", said, on_key=isinstance(at[-1], str))


def _every_year(plan: PlanRecord, rows: Sequence[IndicatorRow]) -> Iterator[Finding]:
    """Each row has a target for every term in the table that is as long as those that it has."""
    known = [by_year(row.indicator.targets, plan.year_one) for row in rows]
    years = in_order({year for each in known for year in each})
    if len({is_calendar(year) for year in years}) > 1:
        return
    for row, own in zip(rows, known, strict=True):
        missing = [each for each in years if each not in own]
        if own and missing:
            lengths = {*map(length, own)}
            missing = [each for each in missing if length(each) in lengths]
        if missing:
            place = (*row.location, "targets") if own else (*row.location, "name")
            yield Finding(place, "targets-missing", {"years": ", ".join(map(written, missing))})


def _before(term: int, known: Iterable[int]) -> bool:
    """Whether a calendar term ends before all those that are known."""
    return is_calendar(term) and all(span(term).last < span(each).first for each in known)
