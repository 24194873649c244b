"""A plan as StratML Part 2 (`PerformancePlanOrReport`, schema of 2016-02-16).

The order of the elements is fixed. Content for which StratML has no element goes into
`OtherInformation`, so that nothing of a plan is lost.
"""

from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element as Node
from xml.etree.ElementTree import SubElement, tostring

from pendopo.basics.numbers import Span, plain_number
from pendopo.kinds.plans.machines.stratml_rest import Lines, of_element, of_indicator, of_plan
from pendopo.kinds.plans.plan_data import PlanData, percent
from pendopo.kinds.plans.record.goals import Element, Goal, Objective
from pendopo.kinds.plans.record.indicators import Actual, Target
from pendopo.kinds.plans.record.plan import Mission
from pendopo.kinds.plans.record.results import Point, Result
from pendopo.kinds.plans.record.terms import days, is_calendar, written

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
STAGES = {"output": "Output"}


def stratml(data: PlanData) -> str:
    """Return the text of stratml.xml; the plan must have a mission, a goal or an objective."""
    plan = data.plan
    root = Node("PerformancePlanOrReport", {"xmlns": NAMESPACE, "Type": _type(data)})
    _add(root, "Name", plan.title)
    _add(root, "Description", f"{plan.type} {data.agency.name}")
    _other(root, of_plan(data))
    core = SubElement(root, "StrategicPlanCore")
    _core(core, data)
    administrative = SubElement(root, "AdministrativeInformation")
    _add(administrative, "Identifier", "dokumen")
    if plan.period:
        _add(administrative, "StartDate", f"{plan.period.start}-01-01")
        _add(administrative, "EndDate", f"{plan.period.end}-12-31")
    if plan.updated:
        _add(administrative, "PublicationDate", plan.updated.isoformat())
    if urls := [each.url for each in plan.sources if each.url]:
        _add(administrative, "Source", urls[0])
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _type(data: PlanData) -> str:
    if any(point.actual for each in data.results for point in each.points):
        return "Performance_Report"
    return "Performance_Plan" if data.results else "Strategic_Plan"


def _core(core: Node, data: PlanData) -> None:
    plan = data.plan
    organization = SubElement(core, "Organization")
    _add(organization, "Name", data.agency.name)
    _add(organization, "Identifier", f"instansi_{data.agency.id.replace('/', '_')}")
    if plan.vision and plan.vision.statement:
        vision = SubElement(core, "Vision")
        _add(vision, "Description", plan.vision.statement)
        _add(vision, "Identifier", "visi")
    missions = plan.missions.statements if plan.missions else ()
    if missions:
        mission = SubElement(core, "Mission")
        listed = (f"{number}. {each.statement}" for number, each in enumerate(missions, 1))
        _add(mission, "Description", "\n".join(listed))
        _add(mission, "Identifier", "misi")
    if plan.vision and plan.vision.tagline:
        value = SubElement(core, "Value")
        _add(value, "Name", plan.vision.tagline)
    _goals(core, data, missions)


def _goals(core: Node, data: PlanData, missions: tuple[Mission, ...]) -> None:
    """Add the goals; objectives without a goal are grouped by the mission they support."""
    number = 0
    for number, each in enumerate((e for e in data.elements if isinstance(e.entry, Goal)), 1):
        _goal(core, data, each, number)
    free = [each for each in data.elements if not each.goal and isinstance(each.entry, Objective)]
    served = sorted({_first(each) for each in free})
    if not data.elements:
        served = [*range(1, len(missions) + 1)]
    for mission in served:
        number += 1
        stated = missions[mission - 1] if 0 < mission <= len(missions) else None
        name = stated.statement if stated else data.translate("Objectives without a goal")
        goal = SubElement(core, "Goal")
        _add(goal, "Name", name)
        _add(goal, "Description", stated.elaboration if stated and stated.elaboration else name)
        _add(goal, "Identifier", f"misi-{mission}")
        _add(goal, "SequenceIndicator", str(number))
        serving = (each for each in free if _first(each) == mission)
        for sequence, objective in enumerate(serving, 1):
            _objective(goal, data, objective, sequence)


def _first(element: Element) -> int:
    """Return the first mission that an objective serves; the others are among its other facts."""
    return element.entry.mission[0] if element.entry.mission else 0


def _goal(core: Node, data: PlanData, element: Element, number: int) -> None:
    goal = SubElement(core, "Goal")
    _add(goal, "Name", element.entry.statement)
    _add(goal, "Description", element.entry.statement_in_table or element.entry.statement)
    _add(goal, "Identifier", element.anchor)
    _add(goal, "SequenceIndicator", str(number))
    _other(goal, of_element(data, element))
    own = data.of(element.anchor)
    if own:
        carrier = SubElement(goal, "Objective")
        _add(carrier, "Name", data.translate("Indicators of the goal itself"))
        _add(carrier, "Identifier", f"{element.anchor}-indikator")
        for result in own:
            _indicator(carrier, data, result)
    for sequence, each in enumerate(data.inner(element), 1):
        _objective(goal, data, each, sequence)


def _objective(goal: Node, data: PlanData, element: Element, number: int) -> None:
    objective = SubElement(goal, "Objective")
    _add(objective, "Name", element.entry.statement)
    if element.entry.statement_in_table:
        _add(objective, "Description", element.entry.statement_in_table)
    _add(objective, "Identifier", element.anchor)
    _add(objective, "SequenceIndicator", str(number))
    _other(objective, of_element(data, element))
    for result in data.of(element.anchor):
        _indicator(objective, data, result)


def _indicator(objective: Node, data: PlanData, result: Result) -> None:
    measure = result.measure
    numeric = all(
        isinstance(value.amount, Decimal | Span)
        for point in result.points
        for value in (point.target, point.actual)
        if value
    )
    attributes = {
        "ValueChainStage": STAGES.get(measure.kind or "", "Outcome"),
        "PerformanceIndicatorType": "Quantitative" if numeric else "Qualitative",
    }
    node = SubElement(objective, "PerformanceIndicator", attributes)
    _add(node, "MeasurementDimension", measure.name)
    _add(node, "UnitOfMeasurement", measure.unit or "-")
    _add(node, "Identifier", f"indikator-{result.number}")
    if result.row is not measure:
        first = next(each.number for each in data.results if each.measure is result.row)
        relation = SubElement(node, "Relationship", {"RelationshipType": "Peer_To"})
        _add(relation, "ReferentIdentifier", f"indikator-{first}")
        _add(relation, "Description", data.translate("The document prints one row of targets."))
    if measure.baseline:
        instance = SubElement(node, "MeasurementInstance")
        year = measure.baseline.year or 0
        _result(instance, data, "ActualResult", measure.baseline, year, "", True)
    _points(node, data, result)
    _other(node, of_indicator(data, result))


def _points(node: Node, data: PlanData, result: Result) -> None:
    """Add the years: one with an actual is an instance of its own, neighbours without share one."""
    instance: Node | None = None
    for point in result.points:
        if instance is None or point.actual:
            instance = SubElement(node, "MeasurementInstance")
        if point.target:
            _result(instance, data, "TargetResult", point.target, point.year)
        if point.actual:
            _actual(instance, data, point, point.actual)
            instance = None


def _actual(instance: Node, data: PlanData, point: Point, actual: Actual) -> None:
    _result(instance, data, "ActualResult", actual, point.year, percent(point.percent))


def _result(  # noqa: PLR0913, PLR0917
    instance: Node,
    data: PlanData,
    name: str,
    value: Target,
    year: int,
    achieved: str = "",
    baseline: bool = False,
) -> None:
    """Add a target or an actual, with the achievement as its descriptor."""
    node = SubElement(instance, name)
    number = plain_number(value.amount) if isinstance(value.amount, Decimal) else ""
    if is_calendar(year):
        for element, day in zip(("StartDate", "EndDate"), days(year), strict=True):
            _add(node, element, day.isoformat())
    if number:
        _add(node, "NumberOfUnits", number)
    if achieved:
        descriptor = SubElement(node, "Descriptor")
        _add(descriptor, "DescriptorName", data.translate("Achievement in percent"))
        _add(descriptor, "DescriptorValue", achieved)
    said = [] if value.text == number else [value.whole_text]
    if baseline:
        said.insert(0, data.translate("Baseline"))
    elif year and not is_calendar(year):
        said.insert(0, data.translate("Year {number} of the plan").format(number=written(year)))
    if isinstance(value.amount, Span):
        low, high = map(plain_number, value.amount)
        said.append(f"[{low}; {high}]")
    if value.note:
        said.append(value.note)
    if isinstance(value, Actual):
        said += [value.evidence] if value.evidence else []
        said += [value.achievement.reason] if value.achievement else []
    if said:
        _add(node, "Description", " | ".join(said))


def _other(node: Node, lines: Lines) -> None:
    said = [f"{key}: {text}" for key, text in lines if text]
    if said:
        _add(node, "OtherInformation", "\n".join(said))


def _add(node: Node, name: str, text: Any) -> None:
    SubElement(node, name).text = str(text)
