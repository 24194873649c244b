"""The page of one plan at its permanent address: summary, progress, and each of its indicators."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from pendopo.basics import addresses
from pendopo.government.agency import Agency, Attached
from pendopo.kinds.plans.cascade import has_tree
from pendopo.kinds.plans.labels import STATE_RULES
from pendopo.kinds.plans.linked_data import dataset
from pendopo.kinds.plans.machines import files as plan_files
from pendopo.kinds.plans.pages.bar import Bar
from pendopo.kinds.plans.pages.figures import Figures, MeanFigure
from pendopo.kinds.plans.pages.indicators import Shown, by_holder, marks
from pendopo.kinds.plans.pages.waiting import Row, Years, rows, years_of_table
from pendopo.kinds.plans.plan_data import PlanData
from pendopo.kinds.plans.record import PLAN, Plan
from pendopo.kinds.plans.record.goals import Element, Goal
from pendopo.kinds.plans.record.results import counts
from pendopo.kinds.plans.selection import (
    distinct_label,
    label,
    preceding,
    shows_vision,
    years,
)
from pendopo.site.context import Context
from pendopo.site.page import Alternate, Link, LinkedBase, Page


@dataclass(frozen=True)
class Section:
    """A goal or an objective with its own indicators and the mean achievement of all below it.

    `shown` are those with a card of their own, `waiting` the rows of those without an actual; `bar`
    has the states of all below it, where any has a card or a mean.
    """

    element: Element
    is_goal: bool
    number: str
    shown: list[Shown]
    waiting: list[Row]
    means: list[MeanFigure]
    bar: Bar


@dataclass(frozen=True)
class View(Figures):
    """The data that the template prints; `links` lead to the other pages about the plan."""

    links: list[Link]
    files: tuple[Alternate, ...]
    attached: Mapping[str, Attached]

    @property
    def marks(self) -> set[str]:
        """The kinds of mark that the charts contain."""
        return marks(each.result for section in self.sections for each in section.shown)

    @cached_property
    def indicators(self) -> Mapping[str, list[Shown]]:
        """All indicators by the anchor of the goal or objective that they measure."""
        return by_holder(self)

    @cached_property
    def years(self) -> Years:
        """The years of the table of indicators without an actual; empty if there is none."""
        return years_of_table(each for found in self.indicators.values() for each in found)

    @cached_property
    def sections(self) -> list[Section]:
        """The goals and objectives that have indicators."""
        return [section for each in self.data.elements if (section := self._section(each))]

    @cached_property
    def with_cards(self) -> list[Section]:
        """Those with cards or means, and those between them that have no indicators themselves.

        Empty if all stand in the table.
        """
        shown = any(each.shown or each.means for each in self.sections)
        between = shown or not self.years
        return [
            each
            for each in self.sections
            if each.shown or each.means or (between and not each.waiting)
        ]

    @cached_property
    def waiting(self) -> list[Section]:
        """Those in the table of indicators without an actual."""
        among_cards = {each.element.anchor for each in self.with_cards}
        return [
            each for each in self.sections if each.waiting or each.element.anchor not in among_cards
        ]

    @cached_property
    def bar(self) -> Bar:
        """The number of indicators in each state."""
        brief = self.data.entry.brief
        return Bar(counts(brief.standings, brief.start, self.data.this_year))

    @property
    def rules(self) -> Mapping[str, str]:
        """What each state means."""
        return {state: self.data.translate(STATE_RULES[state]) for state in self.bar.counts}

    @cached_property
    def means(self) -> list[MeanFigure]:
        """The mean achievement of the whole plan, latest year first."""
        return self.printer.means(self.data.results)

    def _section(self, element: Element) -> Section | None:
        below = self.data.below(element)
        if not below:
            return None
        waiting = rows(self.indicators[element.anchor], self.years)
        in_table = {each.shown.anchor for each in waiting}
        shown = [each for each in self.indicators[element.anchor] if each.anchor not in in_table]
        numbers = element.anchor.partition("-")[2].replace("-", ".")
        is_goal = isinstance(element.entry, Goal)
        means = self.printer.means(below)
        bar = self._bar(element) if shown or means else Bar({})
        return Section(element, is_goal, numbers, shown, waiting, means, bar)

    def _bar(self, element: Element) -> Bar:
        inner = self.data.inner(element) if isinstance(element.entry, Goal) else []
        found = [each for one in (element, *inner) for each in self.indicators[one.anchor]]
        return Bar.of(Counter(each.state for each in found))


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield one page per plan."""
    for plan in agency.records(PLAN):
        yield _page(context, agency, plan)


def _page(context: Context, agency: Agency, plan: Plan) -> Page:
    _ = context.translate
    data = plan_files.plan_data(context, agency, plan)
    period = distinct_label(plan, agency.records(PLAN))
    files = plan_files.alternates(context, agency, plan)
    settings = context.directory.portal.achievement
    return Page(
        address=addresses.plan(agency.id, plan.name),
        title=_("Plan {period}").format(period=period),
        describe=lambda: f"{agency.name}: {plan.brief.title}",
        source=plan.path,
        template="plans/plan",
        view=lambda: View(
            data,
            settings,
            label(plan),
            links(context, agency, plan),
            files,
            agency.attached(plan),
        ),
        agency=agency,
        trail=(Link(_("Plans"), addresses.plans(agency.id)),),
        updated=plan.brief.updated,
        qr_code=True,
        alternates=files,
        kind=_("Plans"),
        years=years(plan),
        linked=partial(_linked, data, files),
    )


def links(context: Context, agency: Agency, plan: Plan) -> list[Link]:
    """Return links to the other pages about a plan."""
    _ = context.translate
    name = plan.name
    found: list[Link] = []
    if shows_vision(plan, context.directory):
        found.append(Link(_("Vision and mission"), addresses.vision(agency.id, name)))
    if plan.brief.states_goals:
        found.append(Link(_("Goals and indicators"), addresses.goals(agency.id, name)))
    if plan.brief.programmes:
        found.append(Link(_("Programmes and budget"), addresses.programmes(agency.id, name)))
    if has_tree(plan, context.directory):
        found.append(Link(_("What serves what"), addresses.tree(agency.id, name)))
    if preceding(plan, agency.records(PLAN)):
        found.append(Link(_("What has changed"), addresses.changes(agency.id, name)))
    return found


def _linked(data: PlanData, files: tuple[Alternate, ...], base: LinkedBase) -> list[dict[str, Any]]:
    if not data.results:
        return []
    brief = data.entry.brief
    said = data.translate("Indicators, targets and actuals of {agency}, {period}")
    title = said.format(agency=data.agency.name, period=label(data.entry))
    measured = [(each.measure.name, each.measure.unit or "") for each in data.results]
    return [
        dataset(
            title=title,
            description=f"{title}. {brief.title}.",
            agency=data.agency,
            period=(brief.start, brief.end),
            measured=measured,
            files=files,
            updated=brief.updated,
            base=base,
        )
    ]
