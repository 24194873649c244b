"""Content for which StratML has no element, as pairs of a key and a text."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from pendopo.basics.numbers import Span, plain_number
from pendopo.kinds.plans.labels import POLARITIES, STATUSES
from pendopo.kinds.plans.plan_data import PlanData, percent
from pendopo.kinds.plans.record.goals import Element, Strategy
from pendopo.kinds.plans.record.indicators import Target
from pendopo.kinds.plans.record.programmes import Budget, Programme, Work, works
from pendopo.kinds.plans.record.results import Result
from pendopo.kinds.plans.record.terms import written
from pendopo.reading.record import Model as Part

Lines = Iterator[tuple[str, str | None]]


def of_plan(data: PlanData) -> Lines:
    """Yield status, sources, introductory texts, explanations and programmes of a plan."""
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
        yield from _servers(data, f"misi-{number}")
    yield "closing", plan.closing
    for work_location, work in works(plan.programmes):
        yield from _of_work(data, ".".join(map(str, work_location)), work)
    for source in plan.sources:
        retrieved = source.retrieved.isoformat() if source.retrieved else None
        said = (source.title, source.url, retrieved, source.note)
        yield _("Source"), " | ".join(filter(None, said))


def _words(key: str, part: Part | None, without: set[str]) -> Lines:
    """Yield every text around the statements, by its key in the record."""
    for name, value in part.model_dump(exclude=without).items() if part else ():
        if isinstance(value, dict):
            yield from ((f"{key}.{name}.{inner}", text) for inner, text in value.items() if text)
        elif value:
            yield f"{key}.{name}", value


def of_element(data: PlanData, element: Element) -> Lines:
    """Yield what a goal or objective supports, what supports it, and its strategies."""
    _ = data.translate
    entry = element.entry
    yield _("Mission"), ", ".join(map(str, entry.mission))
    for reference in entry.supports:
        yield _("Supports"), reference
    yield from _servers(data, element.anchor)
    for strategy in entry.strategies:
        yield from _of_strategy(data.translate, strategy)


def _of_strategy(_: Callable[[str], str], strategy: Strategy) -> Lines:
    yield _("Strategy"), strategy.statement
    for direction in strategy.policy_directions:
        said = f"{direction.year}: " if direction.year else ""
        yield _("Policy direction"), said + direction.statement


def _servers(data: PlanData, anchor: str) -> Lines:
    for each in data.supporting(anchor):
        said = f"{each.name}: {each.statement} ({each.reference}#{each.anchor})"
        yield data.translate("Supported by"), said


def of_indicator(data: PlanData, result: Result) -> Lines:
    """Yield the descriptive fields of an indicator, and its final value."""
    _ = data.translate
    measure = result.measure
    if measure.polarity:
        yield _("Polarity"), _(POLARITIES[measure.polarity])
    yield "achievement_by", measure.achievement_by
    for key in ("code", "reference_code", "kind", "definition", "formula", "data_source"):
        yield key, getattr(measure, key)
    for key in ("producer", "frequency", "responsible", "calculation", "reason"):
        yield key, getattr(measure, key)
    yield "scale", ", ".join(result.row.scale)
    yield from _of_groups(result)
    for component in measure.components:
        yield _("Component"), component
    if result.row.final:
        year = f"{result.row.final.year}: " if result.row.final.year else ""
        note = f" | {result.row.final.note}" if result.row.final.note else ""
        yield _("Final value"), f"{year}{_number(result.row.final)}{note}"
    yield "note", measure.note


def _of_groups(result: Result) -> Lines:
    for group in result.groups:
        for year in group.years:
            values = (("target", group.targets.get(year)), ("actual", group.actuals.get(year)))
            said = " | ".join(f"{key}: {_number(value)}" for key, value in values if value)
            yield f"series.{group.name}.{written(year)}", said


def _of_work(data: PlanData, place: str, work: Work) -> Lines:
    """Yield the lines of a programme, an activity or a sub-activity."""
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
        if result.row is not measure:
            yield f"{place}.indicator.same_targets", result.row.name
        if measure.baseline:
            year = f"{measure.baseline.year}: " if measure.baseline.year else ""
            yield f"{place}.baseline", year + _number(measure.baseline)
        for point in result.points:
            values = (
                ("target", point.target and _number(point.target)),
                ("actual", point.actual and _number(point.actual)),
                ("achievement", percent(point.percent)),
                ("evidence", point.actual.evidence if point.actual else None),
                ("reason", point.stated),
            )
            said = " | ".join(f"{key}: {text}" for key, text in values if text)
            yield f"{place}.{written(point.year)}", said
        for key, text in of_indicator(data, result):
            yield f"{place}.indicator.{key}", text


def _number(value: Target) -> str:
    """Format a value: its number, its text if that differs, and its note."""
    said = [value.whole_text]
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
