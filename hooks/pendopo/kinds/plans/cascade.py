"""Which goals serve which: what is said in each plan, turned round and judged."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from pendopo.government.directory import Agency, Directory, Server
from pendopo.kinds.plans import selection as plans
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.plans.selection import Plan
from pendopo.problems.problem import Problem, nearest, problem
from pendopo.reading.load import Entry


def servers(directory: Directory) -> dict[str, tuple[Server, ...]]:
    """Who serves each plan; references that lead nowhere, or not upwards, are left out."""
    found: dict[str, list[Server]] = defaultdict(list)
    for agency in directory.agencies.values():
        for plan in agency.plans:
            for reference, anchor, server in _served(agency, plan, directory):
                if _above(agency, reference, directory) and anchor in _anchors(
                    directory, reference
                ):
                    found[reference].append(server)
    return {reference: tuple(each) for reference, each in found.items()}


def supported(plan: Plan, directory: Directory) -> dict[str, list[tuple[Agency, Plan, str]]]:
    """What each goal and objective of `plan` serves, by its name: agency, plan and name there."""
    found: dict[str, list[tuple[Agency, Plan, str]]] = defaultdict(list)
    agency = directory.agencies[plan.agency]
    for reference, anchor, server in _served(agency, plan, directory):
        higher = directory.plan(reference)
        if higher and _above(agency, reference, directory) and anchor in higher[1].brief.anchors:
            found[server.anchor].append((*higher, anchor))
    return dict(found)


def supports_above(
    agency: Agency, plan: Entry[PlanRecord], directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """A goal or objective serves a part of an existing plan of an agency above, of its time."""
    for serving in plan.brief.serving:
        for text, location in serving.supports:
            reference, _, anchor = text.partition("#")
            found = directory.plan(reference)
            if found is None:
                above_id, _, name = reference.rpartition("/")
                if f"agencies/{above_id}/plans/{name}.yml" in paths:
                    continue
                known = [
                    f"{each.id}/{entry.name}#{anchor}"
                    for each in directory.above(agency)
                    for entry in each.plans
                ]
            elif found[0] not in directory.above(agency):
                yield plan.problem(location, "supports-place", value=text)
                continue
            elif anchor in found[1].brief.anchors:
                if not plans.overlap(plan, found[1]):
                    values = {"value": text, "period": plans.label(plan)}
                    yield plan.problem(location, "supports-period", **values)
                continue
            elif not found[1].whole:
                continue
            else:
                known = [f"{reference}#{each}" for each in found[1].brief.anchors]
            if near := nearest(text, known):
                yield plan.problem(location, "supports-missing-nearest", value=text, nearest=near)
            else:
                yield plan.problem(location, "supports-missing", value=text)


def unserving(agency: Agency, plan: Plan, directory: Directory) -> Iterator[Problem]:
    """The goals that serve nothing, where an agency above has a plan of that time."""
    above = [
        (each, other)
        for each in directory.above(agency)
        for other in each.plans
        if other.brief.anchors and plans.overlap(plan, other)
    ]
    serving = {_goal(each.anchor) for each in plan.brief.serving}
    idle = [each for each in _goals(plan) if each not in serving]
    if above and idle:
        higher, other = above[-1]
        example = f"{higher.id}/{other.name}#{other.brief.anchors[0]}"
        values = {"anchors": ", ".join(idle), "example": example}
        yield problem(plan.path, "supports-none", **values)


def unserved(agency: Agency, plan: Plan, directory: Directory) -> Iterator[Problem]:
    """The goals that nobody below serves, or the missions where the plan has no goal."""
    if not directory.below(agency):
        return
    wanted = _goals(plan) or plan.brief.anchors
    found = directory.servers.get(f"{agency.id}/{plan.name}", ())
    served = {_goal(each.serves) for each in found}
    idle = [each for each in wanted if each not in served]
    if idle:
        yield problem(plan.path, "supports-nobody", anchors=", ".join(idle))


def _served(agency: Agency, plan: Plan, directory: Directory) -> Iterator[tuple[str, str, Server]]:
    """Plan and part that a plan says it serves, with what says so."""
    if not plan.brief.serving_rows:
        return
    higher = plans.above(plan, directory)
    for each in plan.brief.serving:
        wanted = [text.partition("#")[::2] for text, _ in each.supports]
        if each.mission and higher:
            wanted.append((f"{higher[0].id}/{higher[1].name}", f"misi-{each.mission}"))
        for reference, anchor in dict.fromkeys(wanted):
            yield (
                reference,
                anchor,
                Server(
                    anchor,
                    agency.id,
                    agency.name,
                    plan.name,
                    plans.label(plan),
                    each.anchor,
                    each.statement,
                    each.below,
                ),
            )


def _above(agency: Agency, reference: str, directory: Directory) -> bool:
    return any(each.id == reference.rpartition("/")[0] for each in directory.above(agency))


def _anchors(directory: Directory, reference: str) -> list[str]:
    found = directory.plan(reference)
    return found[1].brief.anchors if found else []


def _goals(plan: Plan) -> list[str]:
    """The goals of a plan and the objectives without one."""
    return [each for each in plan.brief.anchors if each == _goal(each) and each[0] != "m"]


def _goal(anchor: str) -> str:
    """The goal that an objective belongs to, or the part itself."""
    kind, _, numbers = anchor.partition("-")
    goal, _, objective = numbers.partition("-")
    return f"tujuan-{goal}" if kind == "sasaran" and objective else anchor
