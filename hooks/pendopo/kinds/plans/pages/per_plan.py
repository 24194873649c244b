"""Shared code of pages about plans that exist once for the plan in force and once per plan."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from typing import Any

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
from pendopo.site.page import Link, Page

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

    `title` is the title of the page of the plan in force, `dated_title` (with `{period}`) that of
    the page of one plan; `address` takes an agency's id and a plan's name, or None for the plan in
    force.
    """

    title: str
    dated_title: str
    template: str
    address: Address
    describe: Callable[[Agency, Plan], str]
    view: Callable[[Agency, Plan], Any]


def pages(context: Context, agency: Agency, plans: list[Plan], kind: PerPlan) -> Iterator[Page]:
    """Yield the page of the plan in force, then each plan's page at its permanent address."""
    chosen = current(plans, context.today)
    if chosen is None:
        return
    now = kind.address(agency.id, None)
    views = {plan.name: cache(partial(kind.view, agency, plan)) for plan in plans}
    for plan, lasting in ((chosen, False), *((plan, True) for plan in newest_first(plans))):
        address = kind.address(agency.id, plan.name)
        period = distinct_label(plan, agency.records(PLAN))
        yield Page(
            address=address if lasting else now,
            title=kind.dated_title.format(period=period) if lasting else kind.title,
            describe=partial(_describe, agency, plan, kind),
            source=plan.path,
            template=kind.template,
            view=views[plan.name],
            agency=agency,
            menu="" if lasting else kind.title,
            trail=(Link(kind.title, now),) if lasting else (),
            canonical=None if lasting else address,
            updated=plan.brief.updated,
            qr_code=True,
            alternates=alternates(agency, plan),
            kind=kind.title if lasting else "",
            years=years(plan),
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
