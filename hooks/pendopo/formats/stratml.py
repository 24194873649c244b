"""A plan as StratML Part 2 (`PerformancePlanOrReport`, schema of 2016-02-16).

The order of the elements is fixed. What StratML has no element for stands in `OtherInformation`:
nothing of a plan is dropped.
"""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element as Node
from xml.etree.ElementTree import SubElement, tostring

from ..labels import POLARITIES, STATUSES
from ..numbers import Span
from ..records.goals import Element, Goal, Objective, Strategy
from ..records.indicators import FIRST_CALENDAR_YEAR, Actual, DatedValue, Measure, Target
from ..records.plan import Mission
from ..records.programmes import Budget, Programme, Work, works
from ..records.record import Part
from ..results import Point, Result
from .plan_data import PlanData, percent, plain_number

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
STAGES = {"output": "Output"}

Lines = Iterable[tuple[str, str | None]]


def stratml(data: PlanData) -> str:
    """The text of stratml.xml. The plan has a mission, a goal or an objective."""
    plan = data.plan
    root = Node("PerformancePlanOrReport", {"xmlns": NAMESPACE, "Type": _type(data)})
    _add(root, "Name", plan.title)
    _add(root, "Description", f"{plan.type} {data.agency.name}")
    _other(root, _of_plan(data))
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
    """Goals; objectives without one stand below the mission that they serve."""
    number = 0
    for number, each in enumerate((e for e in data.elements if isinstance(e.entry, Goal)), 1):
        _goal(core, data, each, number)
    free = [each for each in data.elements if not each.goal and isinstance(each.entry, Objective)]
    served = sorted({each.entry.mission or 0 for each in free})
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
        _other(goal, _of_mission(data, mission))
        of_mission = (each for each in free if (each.entry.mission or 0) == mission)
        for sequence, objective in enumerate(of_mission, 1):
            _objective(goal, data, objective, sequence)


def _goal(core: Node, data: PlanData, element: Element, number: int) -> None:
    goal = SubElement(core, "Goal")
    _add(goal, "Name", element.entry.statement)
    _add(goal, "Description", element.entry.statement_in_table or element.entry.statement)
    _add(goal, "Identifier", element.anchor)
    _add(goal, "SequenceIndicator", str(number))
    _other(goal, _of_element(data, element))
    own = data.of(element.anchor)
    if own:
        carrier = SubElement(goal, "Objective")
        _add(carrier, "Name", element.entry.statement)
        _add(carrier, "Description", data.translate("Indicators of the goal itself"))
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
    _other(objective, _of_element(data, element))
    for result in data.of(element.anchor):
        _indicator(objective, data, result)


def _indicator(objective: Node, data: PlanData, result: Result) -> None:
    measure = result.measure
    numeric = all(
        not isinstance(value.amount, str)
        for point in result.points
        for value in (point.target, point.actual)
        if value
    )
    attributes = {
        "ValueChainStage": STAGES.get(measure.kind or "", "Outcome"),
        "PerformanceIndicatorType": "Quantitative" if numeric else "Qualitative",
    }
    node = SubElement(objective, "PerformanceIndicator", attributes)
    _add(node, "SequenceIndicator", str(result.number))
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
        _result(instance, data, "ActualResult", measure.baseline, _year(measure.baseline), "", True)
    for point in result.points:
        instance = SubElement(node, "MeasurementInstance")
        if point.target:
            _result(instance, data, "TargetResult", point.target, point.year)
        if point.actual:
            _actual(instance, data, point, point.actual)
    _other(node, _of_indicator(data, result))


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
    """A target or an actual; with the achievement as its descriptor."""
    node = SubElement(instance, name)
    number = plain_number(value.amount) if isinstance(value.amount, Decimal) else ""
    if year >= FIRST_CALENDAR_YEAR:
        _add(node, "StartDate", f"{year}-01-01")
        _add(node, "EndDate", f"{year}-12-31")
    if number:
        _add(node, "NumberOfUnits", number)
    if achieved:
        descriptor = SubElement(node, "Descriptor")
        _add(descriptor, "DescriptorName", data.translate("Achievement in percent"))
        _add(descriptor, "DescriptorValue", achieved)
    said = [] if value.text == number else [value.text]
    if baseline:
        said.insert(0, data.translate("Baseline"))
    elif 0 < year < FIRST_CALENDAR_YEAR:
        said.insert(0, data.translate("Year {number} of the plan").format(number=year))
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


def _year(value: DatedValue) -> int:
    return value.year or 0


# What StratML has no element for.


def _of_plan(data: PlanData) -> Iterator[tuple[str, str | None]]:
    _ = data.translate
    plan = data.plan
    yield _("Status"), _(STATUSES[data.status])
    if plan.first_target_year:
        yield _("Year 1 of the plan"), str(plan.first_target_year)
    yield _("Derives from"), plan.derives_from
    yield _("Superseded by"), plan.superseded_by
    for basis in plan.legal_basis:
        yield _("Legal basis"), " ".join(filter(None, (basis.title, basis.url)))
    yield "heading", plan.heading
    for key, part in (("vision", plan.vision), ("missions", plan.missions), ("goals", plan.goals)):
        yield from _words(key, part, {"statement", "statements", "objectives", "tagline"})
    for number, mission in enumerate(plan.missions.statements if plan.missions else (), 1):
        yield f"misi-{number}", mission.heading
        yield f"misi-{number}", mission.elaboration
    yield "closing", plan.closing
    for work_location, work in works(plan.programmes):
        yield from _of_work(data, ".".join(map(str, work_location)), work)
    for source in plan.sources:
        retrieved = source.retrieved.isoformat() if source.retrieved else None
        said = (source.title, source.url, retrieved, source.note)
        yield _("Source"), " ".join(filter(None, said))


def _words(key: str, part: Part | None, without: set[str]) -> Iterator[tuple[str, str | None]]:
    """Every text around statements, by the key that it has in the record."""
    for name, value in part.model_dump(exclude=without).items() if part else ():
        if isinstance(value, dict):
            yield from ((f"{key}.{name}.{inner}", text) for inner, text in value.items() if text)
        elif value:
            yield f"{key}.{name}", value


def _of_mission(data: PlanData, mission: int) -> Iterator[tuple[str, str | None]]:
    yield from _servers(data, f"misi-{mission}")


def _of_element(data: PlanData, element: Element) -> Iterator[tuple[str, str | None]]:
    _ = data.translate
    entry = element.entry
    yield _("Mission"), str(entry.mission) if entry.mission else None
    for reference in entry.supports:
        yield _("Supports"), reference
    yield from _servers(data, element.anchor)
    for strategy in entry.strategies:
        yield from _of_strategy(data.translate, strategy)


def _of_strategy(_: Callable[[str], str], strategy: Strategy) -> Iterator[tuple[str, str | None]]:
    yield _("Strategy"), strategy.statement
    for direction in strategy.policy_directions:
        said = f"{direction.year}: " if direction.year else ""
        yield _("Policy direction"), said + direction.statement


def _servers(data: PlanData, anchor: str) -> Iterator[tuple[str, str | None]]:
    for each in data.servers:
        if each.serves == anchor:
            said = f"{each.name}: {each.statement} ({each.reference}#{each.anchor})"
            yield data.translate("Supported by"), said


def _of_indicator(data: PlanData, result: Result) -> Iterator[tuple[str, str | None]]:
    _ = data.translate
    measure: Measure = result.measure
    if measure.polarity:
        yield _("Polarity"), _(POLARITIES[measure.polarity])
    yield "achievement_by", measure.achievement_by
    for key in ("code", "reference_code", "kind", "definition", "formula", "data_source"):
        yield key, getattr(measure, key)
    for key in ("producer", "frequency", "responsible"):
        yield key, getattr(measure, key)
    for component in measure.components:
        yield _("Component"), component
    if result.row.final:
        year = f"{result.row.final.year}: " if result.row.final.year else ""
        note = f" | {result.row.final.note}" if result.row.final.note else ""
        yield _("Final value"), f"{year}{_number(result.row.final)}{note}"
    yield "note", measure.note


def _of_work(data: PlanData, place: str, work: Work) -> Iterator[tuple[str, str | None]]:
    """A programme, an activity or a sub-activity in lines."""
    yield place, " ".join(filter(None, (work.code, work.name)))
    if isinstance(work, Programme):
        yield f"{place}.serves", ", ".join(work.serves)
    for key in ("responsible", "contact", "location"):
        yield f"{place}.{key}", getattr(work, key)
    if work.schedule:
        yield f"{place}.schedule", f"{work.schedule.start} – {work.schedule.end}"
    for budget in work.budget:
        yield f"{place}.budget", _money(budget)
    for result in data.of_work(work):
        measure = result.measure
        yield f"{place}.indicator", " | ".join(filter(None, (measure.name, measure.unit)))
        if measure.baseline:
            yield f"{place}.baseline", f"{_year(measure.baseline)}: {_number(measure.baseline)}"
        for point in result.points:
            values = (
                ("target", point.target and _number(point.target)),
                ("actual", point.actual and _number(point.actual)),
                ("achievement", percent(point.percent)),
                ("evidence", point.actual.evidence if point.actual else None),
                ("reason", point.stated),
            )
            said = " | ".join(f"{key}: {text}" for key, text in values if text)
            yield f"{place}.{point.year}", said
        for key, text in _of_indicator(data, result):
            yield f"{place}.indicator.{key}", text


def _number(value: Target) -> str:
    """A value with its number, its text where that differs, and its note."""
    said = [value.text]
    if isinstance(value.amount, Decimal) and (number := plain_number(value.amount)) != value.text:
        said.insert(0, number)
    if isinstance(value.amount, Span):
        said.append("[{}; {}]".format(*map(plain_number, value.amount)))
    return " | ".join(filter(None, (*said, value.note)))


def _money(budget: Budget) -> str:
    values = (
        ("source", budget.source),
        ("ceiling", budget.ceiling is not None and plain_number(budget.ceiling)),
        ("realised", budget.realised is not None and plain_number(budget.realised)),
    )
    return f"{budget.year}: " + " | ".join(f"{key}: {text}" for key, text in values if text)


def _other(node: Node, lines: Lines) -> None:
    said = [f"{key}: {text}" for key, text in lines if text]
    if said:
        _add(node, "OtherInformation", "\n".join(said))


def _add(node: Node, name: str, text: Any) -> None:
    SubElement(node, name).text = str(text)
