"""Rules about the years of an indicator's values."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from pendopo.basics.locations import Location
from pendopo.kinds.plans.record.indicators import (
    FIRST_CALENDAR_YEAR,
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
from pendopo.reading.finding import Finding

MOST_TARGETS = 26


class IndicatorRow(NamedTuple):
    """A row of indicators with its location in the record."""

    location: Location
    indicator: Indicator

    @property
    def measures(self) -> list[tuple[Location, Measure]]:
        """The indicator itself and those that share its targets, each with its location."""
        others = enumerate(self.indicator.same_targets)
        shared = [((*self.location, "same_targets", index), each) for index, each in others]
        return [(self.location, self.indicator), *shared]

    @property
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
            kinds = {year >= FIRST_CALENDAR_YEAR for year in keys_by_year(given, None)}
            first = min(kinds) if first is None and kinds else first
            if plan.first_target_year is None and kinds - {first}:
                code = "years-calendar" if not first else "years-ordinal"
                yield Finding(place, code)


def _targets_within_period(plan: PlanRecord, rows: Sequence[IndicatorRow]) -> Iterator[Finding]:
    """There are no more targets than the period has years, and none for a year outside it.

    One more calendar year is allowed: plans of the 2025 generation extend a year past their period.
    """
    for location, row in rows:
        place = (*location, "targets")
        years = sorted(by_year(row.targets, plan.first_target_year))
        count = years[-1] - years[0] + 1 if years else 0
        if count > MOST_TARGETS:
            yield Finding(place, "targets-limit", {"count": count, "limit": MOST_TARGETS})
    if plan.period is None or plan.period.end < plan.period.start:
        return
    start, end = plan.period.start, plan.period.end
    for location, row in rows:
        place = (*location, "targets")
        keys = keys_by_year(row.targets, None)
        ordinals = [year for year in keys if year < FIRST_CALENDAR_YEAR]
        if ordinals and max(ordinals) > end - start + 1:
            values = {"count": max(ordinals), "years": end - start + 1}
            yield Finding(place, "targets-many", values)
        for year, key in keys_by_year(row.targets, plan.first_target_year).items():
            if year >= FIRST_CALENDAR_YEAR and not start <= year <= end + 1:
                values = {"value": year, "start": start, "end": end}
                at = (*place, place_of(row.targets, key))
                yield Finding(at, "targets-year", values, on_key=isinstance(at[-1], str))


def _years_once(plan: PlanRecord, rows: Sequence[IndicatorRow]) -> Iterator[Finding]:
    """No year has two values, one by ordinal and one by calendar year."""
    for row in rows:
        for place, values in row.given:
            shown = keys_by_year(values, plan.first_target_year).values()
            for key in keys_by_year(values, None).values():
                if key not in shown:
                    at = (*place, place_of(values, key))
                    yield Finding(at, "year-twice", {"value": key}, on_key=True)


def _known_years(plan: PlanRecord, rows: Sequence[IndicatorRow]) -> Iterator[Finding]:
    """Each actual is for a year that has a target, or for a calendar year before the first."""
    for row in rows:
        known = by_year(row.indicator.targets, plan.first_target_year)
        of_measures = (actuals_of(*each) for each in row.measures)
        for place, values in chain.from_iterable(of_measures):
            for year, key in keys_by_year(values, plan.first_target_year).items():
                alike = {each < FIRST_CALENDAR_YEAR for each in known} or {True, False}
                history = bool(known) and FIRST_CALENDAR_YEAR <= year < min(known)
                if history or year in known:
                    continue
                if known and (year < FIRST_CALENDAR_YEAR) in alike:
                    at = (*place, place_of(values, key))
                    said = {"value": year, "known": ", ".join(map(str, known)) or "–"}
                    yield Finding(at, "actual-year", said, on_key=isinstance(at[-1], str))


def _every_year(plan: PlanRecord, rows: Sequence[IndicatorRow]) -> Iterator[Finding]:
    """Each row has a target for every year in the table."""
    known = [by_year(row.indicator.targets, plan.first_target_year) for row in rows]
    years = sorted({year for each in known for year in each})
    if years and years[0] < FIRST_CALENDAR_YEAR <= years[-1]:
        return
    for row, own in zip(rows, known, strict=True):
        if missing := [str(year) for year in years if year not in own]:
            place = (*row.location, "targets") if own else (*row.location, "name")
            yield Finding(place, "targets-missing", {"years": ", ".join(missing)})
