"""Vision and mission: of the plan in force, and of every plan at its lasting address."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from .. import addresses
from ..directory import Agency
from ..page import Context, Page
from ..plans import Plan, Status, above, label, status, with_goals, with_vision
from ..records.plan import Mission, PlanRecord
from . import plan_pages


@dataclass(frozen=True)
class Statement:
    """The vision of one plan at a glance, `agency` being the one whose vision it is."""

    agency: Agency
    plan: PlanRecord
    period: str
    status: Status
    address: str


@dataclass(frozen=True)
class View:
    """What the template prints.

    `higher` is the vision that the plan derives from; `elaborated` are the missions that the
    document explains, with their numbers.
    """

    plan: PlanRecord
    period: str
    status: Status
    higher: Statement | None
    elaborated: list[tuple[int, Mission]]
    goals: str
    others: list[plan_pages.Other]


def pages(context: Context) -> Iterator[Page]:
    """For each agency with a vision or missions: the plan in force, then each plan."""
    _ = context.translate
    kind = plan_pages.Kind(
        title=_("Vision and mission"),
        dated_title=_("Vision and mission {period}"),
        template="vision",
        address=addresses.vision,
        describe=partial(_description, context),
        view=partial(_view, context),
    )
    for agency in context.directory.agencies.values():
        yield from plan_pages.pages(context, agency, with_vision(agency, context.directory), kind)


def statement(context: Context, agency: Agency, plan: Plan) -> Statement:
    """The vision that `plan` states, or the one it derives from where it states none."""
    higher = above(plan, context.directory)
    if higher and not (plan.record.vision and plan.record.vision.statement):
        agency, plan = higher
    return Statement(
        agency,
        plan.record,
        label(plan),
        status(plan, context.today),
        addresses.vision(agency.id, plan.name),
    )


def _description(context: Context, agency: Agency, plan: Plan) -> str:
    shown = statement(context, agency, plan)
    vision = shown.plan.vision.statement if shown.plan.vision else None
    return vision or plan.record.title


def _view(context: Context, agency: Agency, plan: Plan) -> View:
    higher = above(plan, context.directory)
    missions = plan.record.missions.statements if plan.record.missions else ()
    plans = with_vision(agency, context.directory)
    has_goals = plan in with_goals(agency)
    return View(
        plan=plan.record,
        period=label(plan),
        status=status(plan, context.today),
        higher=statement(context, *higher) if higher else None,
        elaborated=[
            (number, mission)
            for number, mission in enumerate(missions, 1)
            if mission.heading or mission.elaboration
        ],
        goals=addresses.goals(agency.id, plan.name) if has_goals else "",
        others=plan_pages.others(context, plans, plan, addresses.vision),
    )
