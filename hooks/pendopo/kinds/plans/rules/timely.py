"""Rules about plans that depend on the current date."""

from collections.abc import Iterator

from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.plans import selection
from pendopo.kinds.plans.cascade import SUPPORTERS
from pendopo.kinds.plans.record import PLAN, Plan
from pendopo.kinds.plans.record.terms import ended, written
from pendopo.problems.problem import Problem, problem
from pendopo.site.context import Context


def plan_timely_rules(context: Context, agency: Agency) -> Iterator[Problem]:
    """Yield the warnings about the plans of one agency.

    Goals and years are counted only in a plan from which nothing was left out. Nothing is asked of
    an agency that has ended.
    """
    for plan in agency.records(PLAN):
        state = selection.status(plan, context.today)
        yield from _early(context, plan)
        yield from _far_ahead(context, plan)
        if state in ("ended", "superseded"):
            for location in plan.brief.claims:
                yield plan.problem(location, "claims-force")
        elif agency.brief.has_ended(context.today):
            continue
        elif plan.whole and state in ("in force", "undated"):
            yield from _unsupporting(agency, plan, context.directory)
            yield from _unsupported(agency, plan, context.directory)


def _early(context: Context, plan: Plan) -> Iterator[Problem]:
    """No actual is reported for a year, or a part of one, that has not ended."""
    for term, location in plan.brief.actuals if plan.whole else ():
        if not ended(term, context.today):
            yield plan.problem(location, "actual-early", True, value=written(term))


def _far_ahead(context: Context, plan: Plan) -> Iterator[Problem]:
    """No plan begins more than a year after this one: its year is likely to be mistyped."""
    if plan.brief.start > context.today.year + 1:
        yield plan.problem(("period", "start"), "plan-far", value=plan.brief.start)


def _unsupporting(agency: Agency, plan: Plan, directory: Directory) -> Iterator[Problem]:
    """Each goal supports part of a higher plan, if an agency above has a plan for the same time."""
    above = [
        (each, other)
        for each in directory.above(agency)
        for other in each.records(PLAN)
        if other.brief.has_parts and selection.overlap(plan, other)
    ]
    serving = {_goal(each.anchor) for each in plan.brief.serving}
    idle = [each for each in _goals(plan) if each not in serving]
    if above and idle:
        higher, other = above[-1]
        example = f"{higher.id}/{other.name}#{other.brief.anchors[0]}"
        values = {"anchors": ", ".join(idle), "example": example}
        yield problem(plan.path, "supports-none", **values)


def _unsupported(agency: Agency, plan: Plan, directory: Directory) -> Iterator[Problem]:
    """Each goal (or each mission, in a plan without goals) is supported by an agency below."""
    if not directory.below(agency):
        return
    wanted = _goals(plan) or plan.brief.anchors
    found = directory.fact(SUPPORTERS).get(f"{agency.id}/{plan.name}", ())
    served = {_goal(each.supports) for each in found}
    idle = [each for each in wanted if each not in served]
    if idle:
        yield problem(plan.path, "supports-nobody", anchors=", ".join(idle))


def _goals(plan: Plan) -> list[str]:
    """Return the names of the goals of a plan and of its objectives without a goal."""
    return [each for each in plan.brief.anchors if each == _goal(each) and each[0] != "m"]


def _goal(anchor: str) -> str:
    """Return the goal to which an objective belongs, or the part itself."""
    kind, _, numbers = anchor.partition("-")
    goal, _, objective = numbers.partition("-")
    return f"tujuan-{goal}" if kind == "sasaran" and objective else anchor
