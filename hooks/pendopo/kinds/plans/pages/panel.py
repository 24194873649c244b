"""The panel of an agency's first page: its vision at a glance, and the way to its goals."""

from dataclasses import dataclass

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.plans.pages.vision import Statement, statement
from pendopo.kinds.plans.selection import current, label, with_goals, with_vision
from pendopo.site.context import Context
from pendopo.site.panel import Panel, Rank


@dataclass(frozen=True)
class View:
    """The data that the template prints; `goals` is the address of the goals, empty if none."""

    agency: Agency
    vision: Statement | None
    goals: str
    goals_label: str


def _view(context: Context, agency: Agency | None) -> View | None:
    if agency is None:
        return None
    plan = current(with_vision(agency, context.directory), context.today)
    goals = current(with_goals(agency), context.today)
    if not plan and not goals:
        return None
    return View(
        agency,
        statement(context, agency, plan) if plan else None,
        addresses.goals(agency.id) if goals else "",
        label(goals) if goals else "",
    )


PANEL = Panel(Rank.PROMISES, "plans/panel", _view)
