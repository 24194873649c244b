"""plan.json: a plan as JSON, with what was computed of it.

Numbers are numbers, ranges are pairs, and beside each stands the text of the document. Achievements
are in percent, with two decimals and no cap. What is not stated is left out.
"""

import json
from collections.abc import Mapping
from typing import Any

from ..achievement import Mean, rounded
from ..numbers import Amount
from ..records.goals import Element, Goal, Strategy
from ..records.indicators import FIRST_CALENDAR_YEAR, DatedValue
from ..records.programmes import Activity, Programme, Work
from ..results import Result, yearly_means
from .plan_data import PlanData, json_number, stated_value

FORMAT = "pendopo/plan/1"
COMPUTED = {"vision", "missions", "goals", "programmes", "period", "sources", "updated"}


def plan_json(data: PlanData) -> str:
    """The text of plan.json."""
    plan = data.plan
    whole = {
        "format": FORMAT,
        "reference": data.reference,
        "agency": {
            "id": data.agency.id,
            "name": data.agency.name,
            "type": data.agency.brief.type,
            "region_code": data.agency.brief.region_code,
        },
        **plan.model_dump(mode="json", exclude=COMPUTED),
        "period": plan.period and {"start": plan.period.start, "end": plan.period.end},
        "status": data.status,
        "vision": plan.vision and plan.vision.model_dump(mode="json"),
        "missions": _missions(data),
        "goals": _goals(data),
        "achievement": _means(data.means),
        "programmes": [_programme(data, each) for each in plan.programmes],
        "sources": [each.model_dump(mode="json") for each in plan.sources],
        "updated": plan.updated and plan.updated.isoformat(),
    }
    return json.dumps(_known(whole), ensure_ascii=False, indent=1) + "\n"


def _missions(data: PlanData) -> dict[str, Any]:
    missions = data.plan.missions
    if missions is None:
        return {}
    return missions.model_dump(mode="json", exclude={"statements"}) | {
        "statements": [
            {
                "id": f"misi-{number}",
                **each.model_dump(mode="json"),
                "supported_by": _servers(data, f"misi-{number}"),
            }
            for number, each in enumerate(missions.statements, 1)
        ]
    }


def _goals(data: PlanData) -> dict[str, Any]:
    goals = data.plan.goals
    if goals is None:
        return {}
    found = data.elements
    return goals.model_dump(mode="json", exclude={"statements", "objectives"}) | {
        "statements": [_element(data, each) for each in found if isinstance(each.entry, Goal)],
        "objectives": [
            _element(data, each)
            for each in found
            if not each.goal and not isinstance(each.entry, Goal)
        ],
    }


def _element(data: PlanData, element: Element) -> dict[str, Any]:
    """A goal with its objectives, or an objective."""
    entry = element.entry
    number = element.anchor.removeprefix("tujuan-")
    inner = [each for each in data.elements if str(each.goal) == number] if _is(element) else []
    return {
        "id": element.anchor,
        "statement": entry.statement,
        "statement_in_table": entry.statement_in_table,
        "mission": entry.mission,
        "supports": [*entry.supports],
        "supported_by": _servers(data, element.anchor),
        "strategies": [_strategy(each) for each in entry.strategies],
        "achievement": _means(dict(yearly_means(data.below(element)))),
        "indicators": [_indicator(data, each) for each in data.of(element.anchor)],
        "objectives": [_element(data, each) for each in inner],
    }


def _is(element: Element) -> bool:
    return isinstance(element.entry, Goal)


def _strategy(strategy: Strategy) -> dict[str, Any]:
    return strategy.model_dump(mode="json")


def _servers(data: PlanData, anchor: str) -> list[str]:
    return [f"{each.reference}#{each.anchor}" for each in data.servers if each.serves == anchor]


def _indicator(data: PlanData, result: Result) -> dict[str, Any]:
    measure = result.measure
    described = {"targets", "actuals", "same_targets", "baseline", "final"}
    shared = result.row is not measure
    return {
        "id": f"indikator-{result.number}",
        **measure.model_dump(mode="json", exclude=described),
        "shares_targets_with": result.row.name if shared else None,
        "baseline": _dated(measure.baseline),
        "final": _dated(result.row.final),
        "values": [
            {
                **_year(point.year),
                "target": stated_value(point.target),
                "actual": stated_value(point.actual)
                | {"evidence": point.actual.evidence if point.actual else None},
                "achievement": None if point.percent is None else _percent(point.percent),
                "achievement_stated_because": point.stated,
            }
            for point in result.points
        ],
        "state": data.state(result),
    }


def _dated(value: DatedValue | None) -> dict[str, Any]:
    year = {} if value is None or value.year is None else _year(value.year)
    return year | stated_value(value)


def _year(year: int) -> dict[str, int]:
    return {"year" if year >= FIRST_CALENDAR_YEAR else "year_of_plan": year}


def _percent(figure: Any) -> Amount:
    number: Amount = json_number(rounded(figure))
    return number


def _means(means: Mapping[int, Mean]) -> list[dict[str, Any]]:
    return [
        {
            **_year(year),
            "percent": None if mean.percent is None else _percent(mean.percent),
            "measured": mean.measured,
            "of": mean.total,
        }
        for year, mean in means.items()
    ]


def _programme(data: PlanData, work: Work) -> dict[str, Any]:
    """A programme with its activities, an activity with its sub-activities, or one of these."""
    inner: dict[str, Any] = {}
    if isinstance(work, Programme):
        inner["serves"] = [*work.serves]
        inner["activities"] = [_programme(data, each) for each in work.activities]
    if isinstance(work, Activity):
        inner["sub_activities"] = [_programme(data, each) for each in work.sub_activities]
    plain = {"indicators", "budget", "activities", "sub_activities", "serves"}
    return {
        **work.model_dump(mode="json", exclude=plain),
        "budget": [
            {
                "year": each.year,
                "source": each.source,
                "ceiling": None if each.ceiling is None else json_number(each.ceiling),
                "realised": None if each.realised is None else json_number(each.realised),
            }
            for each in work.budget
        ],
        "indicators": [_indicator(data, each) for each in data.of_work(work)],
        **inner,
    }


def _known(value: Any) -> Any:
    """What is stated: without empty texts, lists and mappings."""
    if isinstance(value, dict):
        found = {key: _known(each) for key, each in value.items()}
        return {key: each for key, each in found.items() if each not in (None, "", [], {})}
    return [_known(each) for each in value] if isinstance(value, list | tuple) else value
