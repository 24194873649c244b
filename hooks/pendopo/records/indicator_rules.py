"""The rules that the indicators of a plan are judged by."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from ..documents import Location
from ..numbers import Amount, Span
from .goals import elements
from .indicators import (
    FIRST_CALENDAR_YEAR,
    Indicator,
    Measure,
    Target,
    Value,
    Values,
    by_year,
    keys_by_year,
    place_of,
)
from .plan import PlanRecord
from .programmes import works
from .record import Finding

MOST_TARGETS = 26
PER_CENT = "%"
FULL = Decimal(100)
WITH_UNIT = re.compile(r"[-−]?\d[\d.,]*\s*[A-Za-z]{2,}")


Placed = tuple[Location, Target, str | None]
"""A value with its place and its unit."""


class Row(NamedTuple):
    """A row of indicators with its place in the record."""

    location: Location
    indicator: Indicator

    @property
    def measures(self) -> list[tuple[Location, Measure]]:
        """The indicator itself and those that share its targets."""
        others = enumerate(self.indicator.same_targets)
        shared = [((*self.location, "same_targets", index), each) for index, each in others]
        return [(self.location, self.indicator), *shared]


def indicator_rules(plan: PlanRecord) -> Iterator[Finding]:
    """All rules that the indicators of one plan are judged by."""
    of_goals = [
        Row((*each.location, "indicators", index), row)
        for each in elements(plan.goals)
        for index, row in enumerate(each.entry.indicators)
    ]
    of_works = [
        Row((*location, "indicators", index), row)
        for location, work in works(plan.programmes)
        for index, row in enumerate(work.indicators)
    ]
    rows = [*of_goals, *of_works]
    yield from _objectives_measured(plan, bool(of_goals))
    yield from _one_kind_of_years(plan, rows)
    yield from _targets_within_period(plan, rows)
    yield from _years_once(plan, rows)
    yield from _known_years(plan, rows)
    for group in (of_goals, of_works):
        yield from _every_year(plan, group)
    for row in rows:
        values = _values(row)
        yield from _unit_and_polarity(row)
        yield from _formula(row)
        yield from _units_agree(row, values)
        yield from _percentages(values)
        yield from _trend(plan, row)
        yield from _final(plan, row)


def _objectives_measured(plan: PlanRecord, any_indicator: bool) -> Iterator[Finding]:
    """Each objective has an indicator; where a plan has none at all, that is told once."""
    without = [
        each.location
        for each in elements(plan.goals)
        if each.location[-2] == "objectives" and not each.entry.indicators
    ]
    if without and not any_indicator:
        yield Finding(("goals",), "indicators-none", {"count": len(without)})
        return
    for location in without:
        yield Finding((*location, "statement"), "indicators-missing")


def _one_kind_of_years(plan: PlanRecord, rows: Sequence[Row]) -> Iterator[Finding]:
    """One plan gives its values either by ordinal or by calendar year.

    Both may stand beside each other where the plan says which calendar year its first one is.
    """
    first: bool | None = None
    for location, row in rows:
        values: list[tuple[Location, str, Values[Any]]] = [(location, "targets", row.targets)]
        values += [(place, "actuals", each.actuals) for place, each in Row(location, row).measures]
        for place, key, given in values:
            kinds = {year >= FIRST_CALENDAR_YEAR for year in keys_by_year(given, None)}
            first = min(kinds) if first is None and kinds else first
            if plan.first_target_year is None and kinds - {first}:
                code = "years-calendar" if not first else "years-ordinal"
                yield Finding((*place, key), code)


def _targets_within_period(plan: PlanRecord, rows: Sequence[Row]) -> Iterator[Finding]:
    """No more targets than the period has years, and none for a year outside it.

    By calendar year one more is in order: the generation of 2025 plans a year past its period.
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
        for year, key in keys.items():
            if year >= FIRST_CALENDAR_YEAR and not start <= year <= end + 1:
                values = {"value": year, "start": start, "end": end}
                at = (*place, place_of(row.targets, key))
                yield Finding(at, "targets-year", values, on_key=True)


def _years_once(plan: PlanRecord, rows: Sequence[Row]) -> Iterator[Finding]:
    """No year has two values, one by its number and one by calendar."""
    for row in rows:
        given: list[tuple[Location, Values[Any]]] = [
            ((*row.location, "targets"), row.indicator.targets)
        ]
        given += [((*place, "actuals"), each.actuals) for place, each in row.measures]
        for place, values in given:
            shown = keys_by_year(values, plan.first_target_year).values()
            for key in keys_by_year(values, None).values():
                if key not in shown:
                    at = (*place, place_of(values, key))
                    yield Finding(at, "year-twice", {"value": key}, on_key=True)


def _known_years(plan: PlanRecord, rows: Sequence[Row]) -> Iterator[Finding]:
    """An actual belongs to a year that the plan has targets for."""
    for row in rows:
        known = by_year(row.indicator.targets, plan.first_target_year)
        for place, measure in row.measures:
            for year, key in keys_by_year(measure.actuals, plan.first_target_year).items():
                alike = {each < FIRST_CALENDAR_YEAR for each in known} or {True, False}
                if year not in known and (year < FIRST_CALENDAR_YEAR) in alike:
                    at = (*place, "actuals", place_of(measure.actuals, key))
                    values = {"value": year, "known": ", ".join(map(str, known)) or "–"}
                    mapped = isinstance(at[-1], str)
                    yield Finding(at, "actual-year", values, on_key=mapped)


def _every_year(plan: PlanRecord, rows: Sequence[Row]) -> Iterator[Finding]:
    """Each row has a target for every year that the table has."""
    known = [by_year(row.indicator.targets, plan.first_target_year) for row in rows]
    years = sorted({year for each in known for year in each})
    if years and years[0] < FIRST_CALENDAR_YEAR <= years[-1]:
        return
    for row, own in zip(rows, known, strict=True):
        if missing := [str(year) for year in years if year not in own]:
            place = (*row.location, "targets") if own else (*row.location, "name")
            yield Finding(place, "targets-missing", {"years": ", ".join(missing)})


def _unit_and_polarity(row: Row) -> Iterator[Finding]:
    """What is stated in numbers has a unit and a polarity."""
    shared = [*_listed(row.indicator.targets), row.indicator.final]
    for place, measure in row.measures:
        values = [*shared, *_listed(measure.actuals), measure.baseline]
        numbers = [each for each in values if each and not isinstance(each.amount, str)]
        if not numbers:
            continue
        if not measure.unit:
            shown = PER_CENT if any(PER_CENT in each.text for each in numbers) else "orang"
            yield Finding((*place, "name"), "unit-missing", {"example": shown})
        if not measure.polarity:
            yield Finding((*place, "name"), "polarity-missing")


def _formula(row: Row) -> Iterator[Finding]:
    """How an achievement is computed is stated where there is a choice, and only there."""
    for place, measure in row.measures:
        if measure.polarity == "higher" and measure.achievement_by:
            yield Finding((*place, "achievement_by"), "achievement-by-higher")
        wanted = measure.polarity in ("lower", "range") and bool(measure.actuals)
        if wanted and not measure.achievement_by:
            yield Finding((*place, "polarity"), "achievement-by-missing")


def _units_agree(row: Row, found: Sequence[Placed]) -> Iterator[Finding]:
    """Indicators that share a row of targets have one unit, and no value another."""
    for place, measure in row.measures[1:]:
        if measure.unit and row.indicator.unit and measure.unit != row.indicator.unit:
            values = {"value": measure.unit, "unit": row.indicator.unit}
            yield Finding((*place, "unit"), "unit-differs", values)
    for location, value, unit in found:
        if unit and unit != PER_CENT and PER_CENT in value.value:
            values = {"value": PER_CENT, "unit": unit}
            yield Finding(location, "unit-differs", values)
        if unit and WITH_UNIT.fullmatch(value.value):
            yield Finding(location, "value-unit", {"value": value.value, "unit": unit})


def _percentages(found: Sequence[Placed]) -> Iterator[Finding]:
    """A percentage lies between 0 and 100."""
    for location, value, unit in found:
        if unit != PER_CENT:
            continue
        low, high = _bounds(value.amount)
        if low < 0 or high > FULL:
            yield Finding(location, "percentage", {"value": value.value})


def _trend(plan: PlanRecord, row: Row) -> Iterator[Finding]:
    """Targets do not run against the direction that is said to be the good one."""
    targets = by_year(row.indicator.targets, plan.first_target_year)
    amounts = [each.amount for each in targets.values() if isinstance(each.amount, Decimal)]
    if len(amounts) < 2 or amounts[0] == amounts[-1]:
        return
    rises = all(a <= b for a, b in pairwise(amounts))
    falls = all(a >= b for a, b in pairwise(amounts))
    for place, measure in row.measures:
        if measure.polarity == "higher" and falls:
            yield Finding((*place, "polarity"), "trend-falls")
        if measure.polarity == "lower" and rises:
            yield Finding((*place, "polarity"), "trend-rises")


def _final(plan: PlanRecord, row: Row) -> Iterator[Finding]:
    """The final value is the last target."""
    targets = by_year(row.indicator.targets, plan.first_target_year)
    final = row.indicator.final
    if not targets or final is None:
        return
    year = max(targets)
    if final.amount != targets[year].amount and final.year in (None, year):
        values = {"value": final.text, "target": targets[year].text}
        yield Finding((*row.location, "final"), "final-differs", values)


def _listed(values: Values[Value]) -> list[Value]:
    return [*(values.values() if isinstance(values, dict) else values)]


def _values(row: Row) -> list[Placed]:
    """Every target and actual of a row with its place and unit."""
    found: list[Placed] = []
    indicator = row.indicator
    given: list[tuple[Location, Values[Any], str | None]] = [
        ((*row.location, "targets"), indicator.targets, indicator.unit)
    ]
    for location, measure in row.measures:
        given.append(((*location, "actuals"), measure.actuals, measure.unit))
    for place, values, unit in given:
        keyed = values.items() if isinstance(values, dict) else enumerate(values)
        found += [((*place, place_of(values, key)), value, unit) for key, value in keyed]
    return found


def _bounds(amount: Amount) -> tuple[Decimal, Decimal]:
    match amount:
        case Span():
            return amount.low, amount.high
        case Decimal():
            return amount, amount
    return Decimal(0), Decimal(0)
