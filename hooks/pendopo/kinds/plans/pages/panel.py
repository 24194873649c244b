"""Panels of first pages: the vision and the results of an agency, the results of all agencies."""

from dataclasses import dataclass

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.plans.pages.bar import Bar
from pendopo.kinds.plans.pages.performance import of_all
from pendopo.kinds.plans.pages.vision import Statement, statement
from pendopo.kinds.plans.record.results import counts
from pendopo.kinds.plans.selection import current, judged_in, label, status, with_goals, with_vision
from pendopo.site.context import Context
from pendopo.site.panel import Panel, Rank


@dataclass(frozen=True)
class View:
    """The data that the template prints; addresses are empty where there is no such page.

    `bar` shows the indicators of the plan in force, and `results` is the page about them. Without
    an agency they are those of all agencies.
    """

    agency: Agency | None
    vision: Statement | None
    vision_page: str
    goals: str
    goals_label: str
    bar: Bar
    results: str


def _of_all(context: Context, agency: Agency | None) -> View | None:
    bar = None if agency else of_all(context)
    return View(None, None, "", "", "", bar, addresses.PERFORMANCE) if bar and bar.due else None


def _of_agency(context: Context, agency: Agency | None) -> View | None:
    if agency is None:
        return None
    plan = current(with_vision(agency, context.directory), context.today)
    goals = current(with_goals(agency), context.today)
    if not plan and not goals:
        return None
    in_force = goals and status(goals, context.today) == "in force"
    brief = goals.brief if goals and in_force else None
    return View(
        agency,
        statement(context, agency, plan) if plan else None,
        addresses.vision(agency.id, plan.name) if plan else "",
        addresses.goals(agency.id, goals.name) if goals else "",
        label(goals) if goals else "",
        Bar(
            counts(brief.standings, brief.start, judged_in(agency, context.today)) if brief else {}
        ),
        addresses.plan(agency.id, goals.name) if goals else "",
    )


PANELS = (
    Panel(Rank.PROMISES, "plans/panel", _of_agency),
    Panel(Rank.BACKGROUND, "plans/panel", _of_all),
)
"""On the front of the portal a sum over all agencies comes after what is new."""
