"""The programmes of a plan with their activities, budgets and indicators."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.plans.machines import files as plan_files
from pendopo.kinds.plans.pages.figures import Figures
from pendopo.kinds.plans.pages.indicators import Shown, marks
from pendopo.kinds.plans.record import PLAN, Plan
from pendopo.kinds.plans.record.programmes import Work
from pendopo.kinds.plans.selection import distinct_label, label, years
from pendopo.site.context import Context
from pendopo.site.page import Link, Page


@dataclass(frozen=True)
class View(Figures):
    """The data that the template prints."""

    goals: str

    @property
    def marks(self) -> set[str]:
        """The kinds of mark that the charts contain."""
        return marks(self.data.work_results)

    def shown(self, work: Work) -> list[Shown]:
        """Return the indicators that belong directly to a programme, activity or sub-activity."""
        return [Shown(each, self.printer) for each in self.data.of_work(work)]

    def statement(self, anchor: str) -> str:
        """Return the statement of a goal or objective that a programme serves."""
        return self._statements.get(anchor, anchor)

    @cached_property
    def _statements(self) -> dict[str, str]:
        return {each.anchor: each.entry.statement for each in self.data.elements}


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield one page per plan that has programmes."""
    for plan in agency.records(PLAN):
        if plan.brief.programmes:
            yield _page(context, agency, plan)


def _page(context: Context, agency: Agency, plan: Plan) -> Page:
    _ = context.translate
    data = plan_files.plan_data(context, agency, plan)
    period = distinct_label(plan, agency.records(PLAN))
    goals = addresses.goals(agency.id, plan.name) if plan.brief.states_goals else ""
    settings = context.directory.portal.achievement
    return Page(
        address=addresses.programmes(agency.id, plan.name),
        title=_("Programmes and budget {period}").format(period=period),
        describe=lambda: f"{agency.name}: {plan.brief.title}",
        source=plan.path,
        template="plans/programmes",
        view=lambda: View(data, settings, label(plan), goals),
        agency=agency,
        trail=plan_trail(context, agency, plan),
        updated=plan.brief.updated,
        kind=_("Programmes"),
        years=years(plan),
    )


def plan_trail(context: Context, agency: Agency, plan: Plan) -> tuple[Link, ...]:
    """Return the breadcrumb links from an agency's home page to a page below that of a plan."""
    _ = context.translate
    title = _("Plan {period}").format(period=distinct_label(plan, agency.records(PLAN)))
    return (
        Link(_("Plans"), addresses.plans(agency.id)),
        Link(title, addresses.plan(agency.id, plan.name)),
    )
