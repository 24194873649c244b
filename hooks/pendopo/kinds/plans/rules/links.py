"""Rules that check a plan against other plans."""

from collections.abc import Collection, Iterator
from functools import cache

from pendopo.basics.locations import Location
from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.plans import selection
from pendopo.kinds.plans.record import PLAN, Plan
from pendopo.problems.nearest import Names, nearest
from pendopo.problems.problem import Problem


def plan_link_rules(
    agency: Agency, directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """Check an agency's plans with all rules that involve other plans."""
    for plan in agency.records(PLAN):
        yield from _plan_above(agency, plan, directory, paths)
        yield from _something_shown(agency, plan, directory)
        yield from _mission_above(plan, directory)
        yield from _supports_above(agency, plan, directory, paths)


def _something_shown(agency: Agency, plan: Plan, directory: Directory) -> Iterator[Problem]:
    """A plan that states nothing itself derives from one that states a vision or missions."""
    states = selection.states_vision(plan) or plan.brief.states_goals
    derived = selection.plan_at(directory, plan.brief.derives_from)
    is_above = derived is not None and derived[0] in directory.above(agency)
    if is_above and plan.whole and not states and not selection.above(plan, directory):
        yield plan.problem((), "plan-empty")


def _plan_above(
    agency: Agency, plan: Plan, directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """A plan derives from an existing plan of an agency above."""
    reference = plan.brief.derives_from
    if not reference:
        return
    above = directory.above(agency)
    if found := selection.plan_at(directory, reference):
        if found[0] not in above:
            yield plan.problem(("derives_from",), "plan-above-place", value=reference)
        return
    above_id, _, name = reference.rpartition("/")
    if PLAN.path(above_id, name) in paths:
        return
    known = [f"{each.id}/{entry.name}" for each in above for entry in each.records(PLAN)]
    if near := nearest(reference, known):
        values = {"value": reference, "nearest": near}
        yield plan.problem(("derives_from",), "plan-above-missing-nearest", **values)
    else:
        yield plan.problem(("derives_from",), "plan-above-missing", value=reference)


def _mission_above(plan: Plan, directory: Directory) -> Iterator[Problem]:
    """A goal of a plan without missions supports a mission of the plan it derives from."""
    higher = selection.above(plan, directory)
    if higher is None or plan.brief.missions or not (plan.whole and higher[1].whole):
        return
    count = higher[1].brief.missions
    for location, mission in plan.brief.named_missions:
        if not 1 <= mission <= count:
            yield plan.problem(location, "mission-unknown", value=mission, count=count)


def _supports_above(
    agency: Agency, plan: Plan, directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """A goal or objective supports a part of an existing plan of an agency above.

    The periods of the two plans overlap.
    """
    above = directory.above(agency)

    @cache
    def plans(anchor: str) -> Names:
        known = (f"{each.id}/{one.name}" for each in above for one in each.records(PLAN))
        return Names(f"{each}#{anchor}" for each in known)

    @cache
    def parts(reference: str) -> Names:
        found = selection.plan_at(directory, reference)
        return (
            Names(f"{reference}#{each}" for each in found[1].brief.anchors) if found else Names(())
        )

    for text, location in (each for serving in plan.brief.serving for each in serving.supports):
        reference, _, anchor = text.partition("#")
        found = selection.plan_at(directory, reference)
        if found is None:
            if PLAN.path(*reference.rpartition("/")[::2]) not in paths:
                yield _missing(plan, location, text, plans(anchor))
        elif found[0] not in above:
            yield plan.problem(location, "supports-place", value=text)
        elif found[1].brief.has(anchor):
            if not selection.overlap(plan, found[1]):
                values = {"value": text, "period": selection.label(plan)}
                yield plan.problem(location, "supports-period", **values)
        elif found[1].whole:
            yield _missing(plan, location, text, parts(reference))


def _missing(plan: Plan, location: Location, text: str, known: Names) -> Problem:
    if near := known.nearest(text):
        return plan.problem(location, "supports-missing-nearest", value=text, nearest=near)
    return plan.problem(location, "supports-missing", value=text)
