"""Rules that check the indicators of a plan."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from pendopo.basics.locations import Location
from pendopo.basics.numbers import Amount, Span, ambiguous, parse_amount, plain_number
from pendopo.kinds.plans.record.achievement import achievement, rounded
from pendopo.kinds.plans.record.goals import elements
from pendopo.kinds.plans.record.indicators import (
    Target,
    Values,
    actuals_of,
    by_year,
    keys_by_year,
    listed,
    place_of,
    targets_of,
)
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.plans.record.programmes import works
from pendopo.kinds.plans.record.results import results, work_results, yearly_means
from pendopo.kinds.plans.record.terms import first_year, in_order, is_calendar, last_year, written
from pendopo.kinds.plans.record.units import is_share
from pendopo.kinds.plans.rules.years import IndicatorRow, year_rules
from pendopo.reading.finding import Finding

PER_CENT = "%"
FULL = Decimal(100)
HIGHEST = Decimal(500)
"""Achievements above this many percent come from a wrong number or unit far more often than not."""
HIGHEST_MEAN = Decimal(200)

Placed = tuple[Location, Target, str | None]
"""A location in the record, the value there, and its unit."""


def indicator_rules(plan: PlanRecord) -> Iterator[Finding]:
    """Check the indicators of one plan with all rules."""
    of_goals = [
        IndicatorRow((*each.location, "indicators", index), row)
        for each in elements(plan.goals)
        for index, row in enumerate(each.entry.indicators)
    ]
    of_works = [
        IndicatorRow((*location, "indicators", index), row)
        for location, work in works(plan.programmes)
        for index, row in enumerate(work.indicators)
    ]
    rows = [*of_goals, *of_works]
    yield from _objectives_measured(plan, bool(of_goals))
    yield from year_rules(plan, of_goals, of_works)
    for row in rows:
        values = _values(row)
        yield from _unit_and_polarity(row)
        yield from _formula(row)
        yield from _units_agree(row, values)
        yield from _values_read(values)
        yield from _percentages(values)
        yield from _stated_only_where_needed(plan, row)
        yield from _baseline_before(plan, row)
        yield from _trend(plan, row)
        yield from _final(plan, row)
    yield from _plausible_achievements(plan)


def _objectives_measured(plan: PlanRecord, any_indicator: bool) -> Iterator[Finding]:
    """Each objective has an indicator; a plan without any indicator is reported only once."""
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


def _unit_and_polarity(row: IndicatorRow) -> Iterator[Finding]:
    """An indicator with numeric values has a unit and a polarity."""
    shared = [*listed(row.indicator.targets), row.indicator.final]
    for place, measure in row.measures:
        values = [*shared, *listed(measure.actuals), measure.baseline]
        numbers = [
            each
            for each in values
            if each and (isinstance(each.amount, Decimal | Span) or ambiguous(each.value))
        ]
        if not numbers:
            continue
        if not measure.unit:
            shown = PER_CENT if any(PER_CENT in each.text for each in numbers) else "orang"
            yield Finding((*place, "name"), "unit-missing", {"example": shown})
        if not measure.polarity:
            yield Finding((*place, "name"), "polarity-missing")


def _formula(row: IndicatorRow) -> Iterator[Finding]:
    """The achievement formula is stated if, and only if, there is a choice of formulas."""
    for place, measure in row.measures:
        if measure.polarity == "higher" and measure.achievement_by:
            yield Finding((*place, "achievement_by"), "achievement-by-higher")
        wanted = measure.polarity in ("lower", "range") and bool(measure.actuals)
        if wanted and not measure.achievement_by:
            yield Finding((*place, "polarity"), "achievement-by-missing")


def _units_agree(row: IndicatorRow, found: Sequence[Placed]) -> Iterator[Finding]:
    """Indicators that share a row of targets have the same unit, and all values agree with it."""
    for place, measure in row.measures[1:]:
        if measure.unit and row.indicator.unit and measure.unit != row.indicator.unit:
            values = {"value": measure.unit, "unit": row.indicator.unit}
            yield Finding((*place, "unit"), "unit-differs", values)
    for location, value, unit in found:
        if unit and not is_share(unit) and PER_CENT in value.value:
            values = {"value": PER_CENT, "unit": unit}
            yield Finding(location, "unit-differs", values)


def _values_read(found: Sequence[Placed]) -> Iterator[Finding]:
    """A value with digits has one meaning, so that an achievement can be computed from it."""
    for location, value, unit in found:
        if not isinstance(value.amount, str) or not value.stated:
            continue
        if ambiguous(value.value):
            decimal, thousands = map(_printed, _readings(value.value))
            values = {"value": value.value, "decimal": decimal, "thousands": thousands}
            yield Finding(location, "value-ambiguous", values)
        elif unit and any(map(str.isdigit, value.value)):
            yield Finding(location, "value-unit", {"value": value.value, "unit": unit})


def _stated_only_where_needed(plan: PlanRecord, row: IndicatorRow) -> Iterator[Finding]:
    """An achievement is stated only if the formula cannot compute it."""
    targets = by_year(row.indicator.targets, plan.year_one)
    for place, measure in row.measures:
        for year, key in keys_by_year(measure.actuals, plan.year_one).items():
            actual = by_year(measure.actuals, plan.year_one)[year]
            if actual.achievement is None or year not in targets:
                continue
            amounts = targets[year].amount, actual.amount
            computed = achievement(*amounts, measure.polarity, measure.achievement_by)
            if computed is not None:
                at = (*place, "actuals", place_of(measure.actuals, key), "achievement")
                yield Finding(at, "achievement-stated", {"value": f"{rounded(computed):f}"})


def _baseline_before(plan: PlanRecord, row: IndicatorRow) -> Iterator[Finding]:
    """The baseline is from a year before the first target."""
    years = [*by_year(row.indicator.targets, plan.year_one)]
    first = min((first_year(year) for year in years if is_calendar(year)), default=None)
    for place, measure in row.measures:
        year = measure.baseline.year if measure.baseline else None
        if first and year and year >= first:
            values = {"value": year, "first": first}
            yield Finding((*place, "baseline"), "baseline-late", values)


def _percentages(found: Sequence[Placed]) -> Iterator[Finding]:
    """A percentage is between 0 and 100."""
    for location, value, unit in found:
        if not is_share(unit):
            continue
        low, high = _bounds(value.amount)
        if low < 0 or high > FULL:
            yield Finding(location, "percentage", {"value": value.value})


def _trend(plan: PlanRecord, row: IndicatorRow) -> Iterator[Finding]:
    """Targets do not move against the stated polarity."""
    targets = by_year(row.indicator.targets, plan.year_one)
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


def _final(plan: PlanRecord, row: IndicatorRow) -> Iterator[Finding]:
    """The final value equals the last target, or the sum of targets that add up."""
    targets = by_year(row.indicator.targets, plan.year_one)
    final = row.indicator.final
    if not targets or final is None:
        return
    year = in_order(targets)[-1]
    amounts = [each.amount for each in targets.values()]
    if row.indicator.calculation == "cumulative":
        numbers = [each for each in amounts if isinstance(each, Decimal)]
        if len(numbers) == len(amounts) and final.amount == sum(numbers):
            return
    if final.amount != targets[year].amount and final.year in (None, last_year(year)):
        values = {"value": final.text, "target": targets[year].text}
        yield Finding((*row.location, "final"), "final-differs", values)


def _plausible_achievements(plan: PlanRecord) -> Iterator[Finding]:
    """No achievement is far beyond its target, whether computed or stated, nor is their mean."""
    of_goals = [each for each in results(plan) if each.measure.actuals]
    of_works = [each for each in work_results(plan) if each.measure.actuals]
    for each in (*of_goals, *of_works):
        keys = keys_by_year(each.measure.actuals, plan.year_one)
        for point in each.points:
            if point.percent is not None and abs(point.percent) > HIGHEST:
                place = place_of(each.measure.actuals, keys[point.year])
                values = {"value": f"{rounded(point.percent):f}"}
                yield Finding((*each.location, "actuals", place), "achievement-high", values)
    for year, mean in yearly_means(of_goals):
        if mean.percent is not None and mean.percent > HIGHEST_MEAN:
            values = {"year": written(year), "value": f"{rounded(mean.percent):f}"}
            yield Finding(("goals",), "mean-high", values)


def _values(row: IndicatorRow) -> list[Placed]:
    """Return every value of a row with its location and unit."""
    found: list[Placed] = []
    indicator = row.indicator
    given: list[tuple[Location, Values[Any], str | None]] = [
        ((*row.location, "targets"), indicator.targets, indicator.unit)
    ]
    for location, measure in row.measures:
        own = [*actuals_of(location, measure), *targets_of(location, measure)]
        given += [(place, values, measure.unit) for place, values in own]
    for place, values, unit in given:
        keyed = values.items() if isinstance(values, dict) else enumerate(values)
        found += [((*place, place_of(values, key), "value"), value, unit) for key, value in keyed]
    if indicator.final:
        found.append(((*row.location, "final", "value"), indicator.final, indicator.unit))
    for location, measure in row.measures:
        if measure.baseline:
            found.append(((*location, "baseline", "value"), measure.baseline, measure.unit))
    return found


def _readings(text: str) -> tuple[Amount, Amount]:
    """Return both meanings of an ambiguous text: with a decimal fraction, and with thousands."""
    return parse_amount(text, "decimal"), parse_amount(text, "thousands")


def _printed(amount: Amount) -> str:
    """Return a number, or a range, so that it has one meaning: `3,1250`, `3125`."""
    if isinstance(amount, Span):
        return "–".join(map(_printed, amount))
    text = plain_number(amount) if isinstance(amount, Decimal) else str(amount)
    whole, _, behind = text.partition(".")
    return f"{whole},{behind}0" if len(behind) == 3 else text.replace(".", ",")


def _bounds(amount: Amount) -> tuple[Decimal, Decimal]:
    match amount:
        case Span():
            return amount.low, amount.high
        case Decimal():
            return amount, amount
    return Decimal(0), Decimal(0)
