"""The tree of goals: from the missions of a plan down to the indicators of the agencies below."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.plans.cascade import SUPPORTERS, Supporter, has_tree, reachable
from pendopo.kinds.plans.pages.programmes import plan_trail
from pendopo.kinds.plans.record import PLAN, Plan
from pendopo.kinds.plans.record.goals import Element, Goal, by_goal, elements
from pendopo.kinds.plans.record.plan import Mission, PlanRecord
from pendopo.kinds.plans.selection import distinct_label, label
from pendopo.site.context import Context
from pendopo.site.page import Page

MOST_SUPPORTERS = 400
"""With more supporters than this, the tree shows only direct ones, which have their own trees."""


@dataclass(frozen=True)
class Node:
    """A mission, goal, objective or indicator with the nodes below it.

    `kind` is a key of the template's labels; `agency` is the agency's name if it is another one.
    """

    kind: str
    text: str
    address: str
    agency: str
    period: str
    below: list["Node"]


@dataclass(frozen=True)
class View:
    """The data that the template prints; `supporters` support the plan directly or indirectly."""

    entry: Plan
    agency: Agency
    period: str
    supporters: Mapping[str, tuple[Supporter, ...]]

    @property
    def plan(self) -> PlanRecord:
        """The plan itself."""
        return self.entry.record

    @property
    def whole(self) -> bool:
        """Whether all levels below are shown."""
        return sum(map(len, self.supporters.values())) <= MOST_SUPPORTERS

    @cached_property
    def elements(self) -> list[Element]:
        """The goals and objectives of the plan."""
        return [*elements(self.plan.goals)]

    @cached_property
    def inner(self) -> Mapping[str, list[Element]]:
        """The objectives of each goal, keyed by the goal's name."""
        return by_goal(self.elements)

    @cached_property
    def nodes(self) -> list[Node]:
        """The tree: missions with what supports them, then the parts that support no mission."""
        missions = self.plan.missions.statements if self.plan.missions else ()
        top = [self._mission(number, each) for number, each in enumerate(missions, 1)]
        free = [
            each
            for each in self.elements
            if not each.goal and not any(0 < n <= len(missions) for n in each.entry.mission)
        ]
        return [*top, *map(self._element, free)]

    def _mission(self, number: int, mission: Mission) -> Node:
        of_mission = (
            each for each in self.elements if not each.goal and number in each.entry.mission
        )
        anchor = f"misi-{number}"
        below = [*map(self._element, of_mission), *self._served(self._reference, anchor)]
        address = f"{addresses.vision(self.agency.id, self.entry.name)}#{anchor}"
        return Node("mission", mission.statement, address, "", "", below)

    def _element(self, element: Element) -> Node:
        below = [
            _indicator(measure.name)
            for row in element.entry.indicators
            for measure in (row, *row.same_targets)
        ]
        is_goal = isinstance(element.entry, Goal)
        if is_goal:
            below += map(self._element, self.inner.get(element.anchor, []))
        below += self._served(self._reference, element.anchor)
        address = f"{addresses.goals(self.agency.id, self.entry.name)}#{element.anchor}"
        kind = "goal" if is_goal else "objective"
        return Node(kind, element.entry.statement, address, "", "", below)

    @property
    def _reference(self) -> str:
        return f"{self.agency.id}/{self.entry.name}"

    def _served(self, reference: str, anchor: str) -> Iterable[Node]:
        """Yield the parts of lower plans that support one part of a plan."""
        for each in self.supporters.get(reference, ()):
            if each.supports == anchor:
                below = [*_below(each)] if self.whole else []
                if self.whole:
                    below += self._served(each.reference, each.anchor)
                kind = "goal" if each.anchor.startswith("tujuan") else "objective"
                address = f"{addresses.goals(each.agency, each.plan)}#{each.anchor}"
                yield Node(kind, each.statement, address, each.name, each.period, below)


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield one page per plan that has a tree."""
    for plan in agency.records(PLAN):
        if has_tree(plan, context.directory):
            yield _page(context, agency, plan)


def _page(context: Context, agency: Agency, plan: Plan) -> Page:
    _ = context.translate
    period = distinct_label(plan, agency.records(PLAN))
    supporters = reachable(context.directory.fact(SUPPORTERS), [f"{agency.id}/{plan.name}"])
    return Page(
        address=addresses.tree(agency.id, plan.name),
        title=_("What serves what {period}").format(period=period),
        describe=lambda: _("Which goals serve which missions: {agency} and those below it.").format(
            agency=agency.name
        ),
        source=plan.path,
        template="plans/tree",
        view=lambda: View(plan, agency, label(plan), supporters),
        agency=agency,
        trail=plan_trail(context, agency, plan),
        updated=plan.brief.updated,
    )


def _below(supporter: Supporter) -> Iterator[Node]:
    """Yield the indicators of a lower agency's goal or objective, and its objectives."""
    goal = supporter.anchor.removeprefix("tujuan-")
    page = addresses.goals(supporter.agency, supporter.plan)
    for number, (objective, names) in enumerate(supporter.below):
        indicators = [_indicator(name) for name in names]
        if objective:
            address = f"{page}#sasaran-{goal}-{number}"
            yield Node("objective", objective, address, "", "", indicators)
        else:
            yield from indicators


def _indicator(name: str) -> Node:
    return Node("indicator", name, "", "", "", [])
