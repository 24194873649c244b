"""The list of all plans of an agency, with links to their permanent addresses."""

from collections.abc import Iterator
from dataclasses import dataclass

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.plans.machines import files as plan_files
from pendopo.kinds.plans.pages.plan import links
from pendopo.kinds.plans.record import PLAN, Plan
from pendopo.kinds.plans.selection import Status, distinct_label, newest_first, status
from pendopo.site.context import Context
from pendopo.site.page import Alternate, Link, Page, latest


@dataclass(frozen=True)
class Item:
    """One plan in the list."""

    title: str
    type: str
    period: str
    status: Status
    superseded_by: str
    address: str
    links: list[Link]
    files: tuple[Alternate, ...]


@dataclass(frozen=True)
class View:
    """The data that the template prints."""

    items: list[Item]


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the list of plans; none if the agency has no plan."""
    _ = context.translate
    if not agency.records(PLAN):
        return
    yield Page(
        address=addresses.plans(agency.id),
        title=_("Plans"),
        describe=lambda: _("All plans of {agency}.").format(agency=agency.name),
        source=agency.entry.path,
        template="plans/plan-list",
        view=lambda: View(
            [_item(context, agency, each) for each in newest_first(agency.records(PLAN))]
        ),
        agency=agency,
        menu=_("Plans"),
        updated=latest(each.brief.updated for each in agency.records(PLAN)),
    )


def _item(context: Context, agency: Agency, plan: Plan) -> Item:
    brief = plan.brief
    return Item(
        brief.title,
        brief.type,
        distinct_label(plan, agency.records(PLAN)),
        status(plan, context.today),
        brief.superseded_by,
        addresses.plan(agency.id, plan.name),
        links(context, agency, plan),
        plan_files.alternates(context, agency, plan),
    )


def weight(agency: Agency) -> int:
    """Number of pages of an agency's plans: six per plan."""
    return 6 * len(agency.records(PLAN))
