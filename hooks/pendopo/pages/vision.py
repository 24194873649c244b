"""Vision and mission: of the plan in force, and of every plan at its lasting address."""

from collections.abc import Iterator
from dataclasses import dataclass

from .. import addresses
from ..directory import Agency
from ..page import Context, Link, Page, shortened
from ..plans import (
    Plan,
    Status,
    above,
    current,
    distinct_label,
    label,
    newest_first,
    status,
    with_goals,
    with_vision,
)
from ..records.plan import Mission, PlanRecord


@dataclass(frozen=True)
class Statement:
    """The vision of one plan at a glance, `agency` being the one whose vision it is."""

    agency: Agency
    plan: PlanRecord
    period: str
    status: Status
    address: str


@dataclass(frozen=True)
class Other:
    """Another plan of the same agency."""

    title: str
    period: str
    status: Status
    address: str


@dataclass(frozen=True)
class View:
    """What the template prints.

    `higher` is the vision that the plan derives from; `elaborated` are the missions that the
    document explains, with their numbers.
    """

    title: str
    agency: Agency
    plan: PlanRecord
    period: str
    status: Status
    higher: Statement | None
    elaborated: list[tuple[int, Mission]]
    goals: str
    others: list[Other]


def pages(context: Context) -> Iterator[Page]:
    """For each agency with a vision or missions: the plan in force, then each plan."""
    _ = context.translate
    for agency in context.directory.agencies.values():
        plans = with_vision(agency, context.directory)
        chosen = current(plans, context.today)
        if chosen is None:
            continue
        yield _page(context, agency, chosen, lasting=False)
        for plan in newest_first(plans):
            yield _page(context, agency, plan, lasting=True)


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


def _page(context: Context, agency: Agency, plan: Plan, *, lasting: bool) -> Page:
    _ = context.translate
    lasting_address = addresses.vision(agency.id, plan.name)
    title = _("Vision and mission")
    if lasting:
        title = _("Vision and mission {period}").format(period=distinct_label(plan, agency.plans))
    return Page(
        address=lasting_address if lasting else addresses.vision(agency.id),
        title=title,
        description=_description(context, agency, plan),
        source=plan.path,
        template="vision",
        view=lambda: _view(context, agency, plan, title),
        agency=agency,
        menu="" if lasting else title,
        trail=(Link(_("Vision and mission"), addresses.vision(agency.id)),) if lasting else (),
        canonical=None if lasting else lasting_address,
        updated=plan.record.updated,
    )


def _description(context: Context, agency: Agency, plan: Plan) -> str:
    shown = statement(context, agency, plan)
    vision = shown.plan.vision.statement if shown.plan.vision else None
    return shortened(f"{agency.name} {label(plan)}: {vision or plan.record.title}")


def _view(context: Context, agency: Agency, plan: Plan, title: str) -> View:
    higher = above(plan, context.directory)
    others = [each for each in with_vision(agency, context.directory) if each is not plan]
    missions = plan.record.missions.statements if plan.record.missions else ()
    has_goals = plan in with_goals(agency)
    return View(
        title=title,
        agency=agency,
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
        others=[
            Other(
                each.record.title,
                label(each),
                status(each, context.today),
                addresses.vision(agency.id, each.name),
            )
            for each in newest_first(others)
        ],
    )
