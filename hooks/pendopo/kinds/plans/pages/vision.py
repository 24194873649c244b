"""Vision and mission pages: one for each plan."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.plans.machines import files as plan_files
from pendopo.kinds.plans.pages import per_plan as plan_pages
from pendopo.kinds.plans.record import Plan
from pendopo.kinds.plans.record.plan import Mission, PlanRecord
from pendopo.kinds.plans.selection import Status, above, label, status, with_vision
from pendopo.site.context import Context
from pendopo.site.page import Alternate, DataFile, Page

_WORDS = re.compile(r"\w+")
_OF_PAGE = {"visi", "dan", "misi"}
"""The words of the page's own heading; statements and their headings are Indonesian."""


@dataclass(frozen=True)
class Statement:
    """A summary of the vision of one plan; `agency` is the agency whose vision it is."""

    agency: Agency
    entry: Plan
    period: str
    status: Status
    address: str

    @property
    def plan(self) -> PlanRecord:
        """The plan that states the vision."""
        return self.entry.record


@dataclass(frozen=True)
class View:
    """The data that the template prints.

    `higher` is the vision of the plan from which this one derives.
    """

    entry: Plan
    period: str
    status: Status
    higher: Statement | None
    goals: str
    files: tuple[Alternate, ...]
    others: list[plan_pages.Other]

    @property
    def plan(self) -> PlanRecord:
        """The plan itself."""
        return self.entry.record

    @property
    def heading(self) -> str:
        """The heading of the document's chapter where it says more than that of the page."""
        heading = self.plan.heading or ""
        return heading if {*_WORDS.findall(heading.lower())} - _OF_PAGE else ""

    @cached_property
    def elaborated(self) -> list[int]:
        """The numbers of the missions that the document explains."""
        missions = self.plan.missions.statements if self.plan.missions else ()
        return [
            number
            for number, mission in enumerate(missions, 1)
            if mission.elaboration or _says_more(mission)
        ]


def _says_more(mission: Mission) -> bool:
    """Whether the heading of a mission's elaboration is another text than its statement."""
    return (mission.heading or mission.statement).lower() != mission.statement.lower()


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the vision page of each plan of an agency."""
    yield from plan_pages.pages(
        context, agency, with_vision(agency, context.directory), _kind(context)
    )


def files(context: Context, agency: Agency) -> Iterator[DataFile]:
    """Yield the address that leads to the vision page of the plan in force."""
    yield from plan_pages.in_force(
        context, agency, with_vision(agency, context.directory), _kind(context)
    )


def _kind(context: Context) -> plan_pages.PerPlan:
    _ = context.translate
    return plan_pages.PerPlan(
        title=_("Vision and mission"),
        dated_title=_("Vision and mission {period}"),
        template="plans/vision",
        address=addresses.vision,
        describe=partial(_description, context),
        view=partial(_view, context),
    )


def statement(context: Context, agency: Agency, plan: Plan) -> Statement:
    """Return the vision that `plan` states, or else that of the plan from which it derives."""
    higher = above(plan, context.directory)
    if higher and not plan.brief.states_vision_itself:
        agency, plan = higher
    return Statement(
        agency,
        plan,
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
    plans = with_vision(agency, context.directory)
    return View(
        entry=plan,
        period=label(plan),
        status=status(plan, context.today),
        higher=statement(context, *higher) if higher else None,
        goals=addresses.goals(agency.id, plan.name) if plan.brief.states_goals else "",
        files=plan_files.alternates(context, agency, plan),
        others=plan_pages.others(context, plans, plan, addresses.vision),
    )
