"""plan.json: a plan as JSON, including the values computed from it.

Numbers are JSON numbers and ranges are pairs, each beside the text of the document. Achievements
are in percent, with two decimals and no cap. Missing values are left out.
"""

import json
from collections.abc import Collection, Mapping
from typing import Any

from pendopo.basics.numbers import json_number
from pendopo.kinds.plans.plan_data import PlanData, stated_value
from pendopo.kinds.plans.record.achievement import Mean, rounded
from pendopo.kinds.plans.record.goals import Element, Goal
from pendopo.kinds.plans.record.indicators import DatedValue
from pendopo.kinds.plans.record.programmes import Activity, Programme, Work
from pendopo.kinds.plans.record.results import GroupResult, Point, Result, yearly_means
from pendopo.kinds.plans.record.terms import is_calendar, last_year, written
from pendopo.reading.record import Model as Part

FORMAT = "pendopo/plan/1"
COMPUTED = {"vision", "missions", "goals", "programmes", "period", "sources", "updated"}
VALUES = {"targets", "actuals", "same_targets", "baseline", "final", "series"}


def plan_json(data: PlanData) -> str:
    """Return the text of plan.json."""
    plan = data.plan
    brief = data.agency.brief
    whole = _stated(
        format=FORMAT,
        reference=data.reference,
        agency=_stated(
            id=data.agency.id,
            name=data.agency.name,
            type=brief.type,
            region_code=brief.region_code,
        ),
        **_plain(plan, COMPUTED),
        period={"start": plan.period.start, "end": plan.period.end} if plan.period else None,
        status=data.status,
        vision=_plain(plan.vision) if plan.vision else None,
        missions=_missions(data),
        goals=_goals(data),
        achievement=_means(data.means),
        programmes=[_work(data, each) for each in plan.programmes],
        sources=[_plain(each) for each in plan.sources],
        updated=plan.updated and plan.updated.isoformat(),
    )
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def _missions(data: PlanData) -> dict[str, Any]:
    missions = data.plan.missions
    if missions is None:
        return {}
    statements = [
        _stated(
            id=f"misi-{number}",
            **_plain(each),
            supported_by=_supporters(data, f"misi-{number}"),
        )
        for number, each in enumerate(missions.statements, 1)
    ]
    return _plain(missions, {"statements"}) | _stated(statements=statements)


def _goals(data: PlanData) -> dict[str, Any]:
    goals = data.plan.goals
    if goals is None:
        return {}
    top = [each for each in data.elements if not each.goal]
    return _plain(goals, {"statements", "objectives"}) | _stated(
        statements=[_element(data, each) for each in top if isinstance(each.entry, Goal)],
        objectives=[_element(data, each) for each in top if not isinstance(each.entry, Goal)],
    )


def _element(data: PlanData, element: Element) -> dict[str, Any]:
    """Return a goal with its objectives, or an objective."""
    entry = element.entry
    inner = data.inner(element) if isinstance(entry, Goal) else []
    return _stated(
        id=element.anchor,
        statement=entry.statement,
        statement_in_table=entry.statement_in_table,
        mission=[*entry.mission],
        supports=[*entry.supports],
        supported_by=_supporters(data, element.anchor),
        strategies=[_plain(each) for each in entry.strategies],
        achievement=_means(dict(yearly_means(data.below(element)))),
        indicators=[_indicator(data, each) for each in data.of(element.anchor)],
        objectives=[_element(data, each) for each in inner],
    )


def _supporters(data: PlanData, anchor: str) -> list[str]:
    return [f"{each.reference}#{each.anchor}" for each in data.supporting(anchor)]


def _indicator(data: PlanData, result: Result) -> dict[str, Any]:
    measure = result.measure
    return _stated(
        id=result.anchor,
        **_plain(measure, VALUES),
        shares_targets_with=None if result.row is measure else result.row.name,
        baseline=_dated(measure.baseline),
        final=_dated(result.row.final),
        values=[_point(each) for each in result.points],
        series=[
            {"name": each.name, "values": [_of_group(each, year) for year in each.years]}
            for each in result.groups
        ],
        state=data.state(result),
    )


def _point(point: Point) -> dict[str, Any]:
    found: dict[str, Any] = _year(point.year)
    if point.target:
        found["target"] = stated_value(point.target)
    if point.actual:
        found["actual"] = stated_value(point.actual)
        if point.actual.evidence:
            found["actual"]["evidence"] = point.actual.evidence
    if point.percent is not None:
        found["achievement"] = json_number(rounded(point.percent))
    if point.stated:
        found["achievement_stated_because"] = point.stated
    return found


def _of_group(group: GroupResult, year: int) -> dict[str, Any]:
    values = (("target", group.targets.get(year)), ("actual", group.actuals.get(year)))
    return _year(year) | {key: stated_value(value) for key, value in values if value}


def _dated(value: DatedValue | None) -> dict[str, Any]:
    year = {} if value is None or value.year is None else _year(value.year)
    return year | stated_value(value)


def _year(term: int) -> dict[str, Any]:
    """Return a year, or the year in which a term of another length ends and the term itself."""
    if written(term).isdecimal():
        return {"year" if is_calendar(term) else "year_of_plan": term}
    return {"year": last_year(term), "term": written(term)}


def _means(means: Mapping[int, Mean]) -> list[dict[str, Any]]:
    return [
        {
            **_year(year),
            "percent": json_number(rounded(mean.percent)),
            "measured": mean.measured,
            "of": mean.total,
        }
        for year, mean in means.items()
        if mean.percent is not None
    ]


def _work(data: PlanData, work: Work) -> dict[str, Any]:
    """Return a programme, activity or sub-activity with the work that it contains."""
    inner: dict[str, Any] = {}
    if isinstance(work, Programme):
        inner["serves"] = [*work.serves]
        inner["activities"] = [_work(data, each) for each in work.activities]
    if isinstance(work, Activity):
        inner["sub_activities"] = [_work(data, each) for each in work.sub_activities]
    return _stated(
        **_plain(work, {"indicators", "budget", "activities", "sub_activities", "serves"}),
        budget=[
            _stated(
                year=each.year,
                source=each.source,
                ceiling=None if each.ceiling is None else json_number(each.ceiling),
                realised=None if each.realised is None else json_number(each.realised),
            )
            for each in work.budget
        ],
        indicators=[_indicator(data, each) for each in data.of_work(work)],
        **inner,
    )


def _plain(part: Part, without: Collection[str] = ()) -> dict[str, Any]:
    """Return the fields of a part unchanged, without those left at their defaults."""
    return part.model_dump(mode="json", exclude=set(without), exclude_defaults=True)


def _stated(**fields: Any) -> dict[str, Any]:
    """Return the given fields without None and without empty texts, lists and mappings."""
    return {key: each for key, each in fields.items() if each not in (None, "", [], {})}
