"""indicators.csv for spreadsheets: one row per year of each indicator.

Numbers have a point as decimal separator.
"""

from collections.abc import Iterator
from decimal import Decimal

from pendopo.basics.numbers import Span, plain_number
from pendopo.basics.spreadsheets import csv_text, harmless
from pendopo.kinds.plans.formulas import on_one_line
from pendopo.kinds.plans.plan_data import PlanData, percent
from pendopo.kinds.plans.record.goals import Element, Goal
from pendopo.kinds.plans.record.indicators import Target
from pendopo.kinds.plans.record.programmes import Activity, Programme, Work
from pendopo.kinds.plans.record.results import Point, Result
from pendopo.kinds.plans.record.terms import written

COLUMNS = (
    *("agency", "plan", "level", "of", "indicator", "code", "reference_code", "kind", "unit"),
    *("polarity", "achievement_by", "calculation", "components", "row", "series", "year"),
    *("target", "target_low", "target_high", "target_text", "target_note"),
    *("actual", "actual_text", "actual_note", "evidence", "achievement"),
    *("achievement_stated_because", "state", "definition", "formula", "reason", "data_source"),
    *("producer", "frequency", "responsible", "scale", "note"),
)
PLACES = {name: place for place, name in enumerate(COLUMNS)}


def indicators_csv(data: PlanData) -> str:
    """Return the text of indicators.csv."""
    return csv_text(COLUMNS, _cells(data))


def _cells(data: PlanData) -> Iterator[list[str]]:
    """Yield the rows; one list is used for all of them."""
    for result in (*data.results, *data.work_results):
        common = _common(data, result)
        cells = [harmless(common.get(name, "")) for name in COLUMNS]
        for row in _rows(result):
            for name, text in row.items():
                cells[PLACES[name]] = harmless(text)
            yield cells
            for name in row:
                cells[PLACES[name]] = ""


def _common(data: PlanData, result: Result) -> dict[str, str]:
    """Return the columns that are the same in all rows of one indicator."""
    measure = result.measure
    level, of = _holder(result.holder)
    return {
        "agency": data.agency.id,
        "plan": data.entry.name,
        "level": level,
        "of": of,
        "indicator": measure.name,
        "code": measure.code or "",
        "reference_code": measure.reference_code or "",
        "kind": measure.kind or "",
        "unit": measure.unit or "",
        "polarity": measure.polarity or "",
        "achievement_by": measure.achievement_by or "",
        "calculation": measure.calculation or "",
        "components": "; ".join(measure.components),
        "state": data.state(result),
        "definition": measure.definition or "",
        "formula": on_one_line(measure.formula or ""),
        "reason": measure.reason or "",
        "data_source": measure.data_source or "",
        "producer": measure.producer or "",
        "frequency": measure.frequency or "",
        "responsible": measure.responsible or "",
        "scale": "; ".join(result.row.scale),
        "note": measure.note or "",
    }


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
    if not (result.points or baseline or final or any(each.years for each in result.groups)):
        yield {}


def _holder(holder: Element | Work) -> tuple[str, str]:
    if isinstance(holder, Element):
        return "goal" if isinstance(holder.entry, Goal) else "objective", holder.entry.statement
    levels = ((Programme, "programme"), (Activity, "activity"))
    level = next((name for kind, name in levels if isinstance(holder, kind)), "sub-activity")
    return level, holder.name


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
