"""Shared code of pages about plans: one for each plan, and an address that leads to the newest."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.plans.machines.files import alternates
from pendopo.kinds.plans.record import PLAN, Plan
from pendopo.kinds.plans.selection import (
    Status,
    current,
    distinct_label,
    label,
    newest_first,
    status,
    years,
)
from pendopo.site.context import Context
from pendopo.site.page import DataFile, Link, Page
from pendopo.site.stub import stub

MOST_OTHERS = 20
Address = Callable[[str, str | None], str]


@dataclass(frozen=True)
class Other:
    """A link to another plan of the same agency."""

    title: str
    period: str
    status: Status
    address: str


@dataclass(frozen=True)
class PerPlan:
    """A kind of page about plans.

    `title` is their label in the menu, `dated_title` (with `{period}`) the title of the page of one
    plan; `address` takes an agency's id and a plan's name, or None for the address that leads to
    the page of the plan in force.
    """

    title: str
    dated_title: str
    template: str
    address: Address
    describe: Callable[[Agency, Plan], str]
    view: Callable[[Agency, Plan], Any]


def pages(context: Context, agency: Agency, plans: list[Plan], kind: PerPlan) -> Iterator[Page]:
    """Yield the page of each plan; that of the plan in force stands in the menu."""
    chosen = current(plans, context.today)
    if chosen is None:
        return
    in_menu = kind.address(agency.id, chosen.name)
    for plan in newest_first(plans):
        period = distinct_label(plan, agency.records(PLAN))
        yield Page(
            address=kind.address(agency.id, plan.name),
            title=kind.dated_title.format(period=period),
            describe=partial(_describe, agency, plan, kind),
            source=plan.path,
            template=kind.template,
            view=partial(kind.view, agency, plan),
            agency=agency,
            menu=kind.title if plan is chosen else "",
            trail=() if plan is chosen else (Link(kind.title, in_menu),),
            updated=plan.brief.updated,
            qr_code=True,
            alternates=alternates(context, agency, plan),
            kind=kind.title,
            years=years(plan),
        )


def in_force(
    context: Context, agency: Agency, plans: list[Plan], kind: PerPlan
) -> Iterator[DataFile]:
    """Yield the short address, which leads to the page of the plan in force."""
    if chosen := current(plans, context.today):
        yield stub(
            context,
            addresses.path(kind.address(agency.id, None)),
            kind.address(agency.id, chosen.name),
            kind.title,
            context.translate("The plan for now:"),
        )


def _describe(agency: Agency, plan: Plan, kind: PerPlan) -> str:
    return f"{agency.name} {label(plan)}: {kind.describe(agency, plan)}"


def others(context: Context, plans: Iterable[Plan], plan: Plan, address: Address) -> list[Other]:
    """Return links to the newest of `plans` except `plan`; the list of plans has all."""
    newest = (each for each in newest_first(plans) if each is not plan)
    return [
        Other(
            each.brief.title,
            label(each),
            status(each, context.today),
            address(each.agency, each.name),
        )
        for each in islice(newest, MOST_OTHERS)
    ]
