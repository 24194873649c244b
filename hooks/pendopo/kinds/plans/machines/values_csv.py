"""values.csv for spreadsheets: targets, actuals and achievements, a row per year of each indicator.

Numbers have a point as decimal separator. What an indicator is stands once, in indicators.csv, in
the row of the same `id`.
"""

from collections.abc import Iterator
from decimal import Decimal

from pendopo.basics.numbers import Span, plain_number
from pendopo.basics.spreadsheets import csv_text, harmless
from pendopo.kinds.plans.plan_data import PlanData, percent
from pendopo.kinds.plans.record.indicators import Target
from pendopo.kinds.plans.record.results import Point, Result
from pendopo.kinds.plans.record.terms import written

COLUMNS = (
    *("id", "indicator", "unit", "row", "series", "year"),
    *("target", "target_low", "target_high", "target_text", "target_note"),
    *("actual", "actual_text", "actual_note", "evidence"),
    *("achievement", "achievement_stated_because"),
)


def values_csv(data: PlanData) -> str:
    """Return the text of values.csv."""
    return csv_text(COLUMNS, _cells(data))


def _cells(data: PlanData) -> Iterator[list[str]]:
    for result in (*data.results, *data.work_results):
        measure = result.measure
        same = [result.anchor, harmless(measure.name), harmless(measure.unit or "")]
        for row in _rows(result):
            yield [*same, *(harmless(row.get(name, "")) for name in COLUMNS[len(same) :])]


def _rows(result: Result) -> Iterator[dict[str, str]]:
    """Yield the baseline, every year of one indicator, those of its groups, then its final value.

    A year before the plan is a row of `history`.
    """
    baseline, final = result.measure.baseline, result.row.final
    if baseline:
        yield {"row": "baseline", "year": str(baseline.year or ""), **_actual(baseline)}
    for point in result.points:
        yield _point(point)
    for group in result.groups:
        for year in group.years:
            target, actual = group.targets.get(year), group.actuals.get(year)
            values = (_target(target) if target else {}) | (_actual(actual) if actual else {})
            yield {"row": "series", "series": group.name, "year": written(year)} | values
    if final:
        yield {"row": "final", "year": str(final.year or ""), **_target(final)}


def _point(point: Point) -> dict[str, str]:
    row = "history" if point.history else "year"
    found = {"row": row, "year": written(point.year), "achievement": percent(point.percent)}
    if point.target:
        found |= _target(point.target)
    if point.actual:
        found |= _actual(point.actual)
        found |= {"evidence": point.actual.evidence or ""}
        found |= {"achievement_stated_because": point.stated}
    return found


def _target(value: Target) -> dict[str, str]:
    found = {"target_text": value.whole_text, "target_note": value.note or ""}
    match value.amount:
        case Decimal():
            found["target"] = plain_number(value.amount)
        case Span():
            found["target_low"] = plain_number(value.amount.low)
            found["target_high"] = plain_number(value.amount.high)
    return found


def _actual(value: Target) -> dict[str, str]:
    amount = value.amount
    number = plain_number(amount) if isinstance(amount, Decimal) else ""
    return {"actual": number, "actual_text": value.whole_text, "actual_note": value.note or ""}
