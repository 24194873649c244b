"""indicators.csv for spreadsheets: what each indicator of a plan is, a row for each.

Its values by year are in values.csv; the column `id` leads from one to the other.
"""

from collections.abc import Iterator

from pendopo.basics.spreadsheets import csv_text, harmless
from pendopo.kinds.plans.formulas import on_one_line
from pendopo.kinds.plans.plan_data import PlanData
from pendopo.kinds.plans.record.goals import Element, Goal
from pendopo.kinds.plans.record.programmes import Activity, Programme, Work

COLUMNS = (
    *("agency", "plan", "id", "level", "of", "indicator", "code", "reference_code", "kind"),
    *("unit", "polarity", "achievement_by", "calculation", "components", "state", "definition"),
    *("formula", "reason", "data_source", "producer", "frequency", "responsible", "scale", "note"),
)


def indicators_csv(data: PlanData) -> str:
    """Return the text of indicators.csv."""
    return csv_text(COLUMNS, ([*map(harmless, row)] for row in _rows(data)))


def _rows(data: PlanData) -> Iterator[tuple[str, ...]]:
    for result in (*data.results, *data.work_results):
        measure = result.measure
        yield (
            data.agency.id,
            data.entry.name,
            result.anchor,
            *_holder(result.holder),
            measure.name,
            measure.code or "",
            measure.reference_code or "",
            measure.kind or "",
            measure.unit or "",
            measure.polarity or "",
            measure.achievement_by or "",
            measure.calculation or "",
            "; ".join(measure.components),
            data.state(result),
            measure.definition or "",
            on_one_line(measure.formula or ""),
            measure.reason or "",
            measure.data_source or "",
            measure.producer or "",
            measure.frequency or "",
            measure.responsible or "",
            "; ".join(result.row.scale),
            measure.note or "",
        )


def _holder(holder: Element | Work) -> tuple[str, str]:
    if isinstance(holder, Element):
        return "goal" if isinstance(holder.entry, Goal) else "objective", holder.entry.statement
    levels = ((Programme, "programme"), (Activity, "activity"))
    level = next((name for kind, name in levels if isinstance(holder, kind)), "sub-activity")
    return level, holder.name
