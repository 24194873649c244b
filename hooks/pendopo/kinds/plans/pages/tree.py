"""The tree of goals: from the missions of a plan down to the indicators of the agencies below."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.plans.cascade import SUPPORTERS, Supporter, has_tree, reachable
from pendopo.kinds.plans.machines.files import JSON
from pendopo.kinds.plans.pages.programmes import plan_trail
from pendopo.kinds.plans.record import PLAN, Plan
from pendopo.kinds.plans.record.goals import Element, Goal, by_goal, elements
from pendopo.kinds.plans.record.plan import Mission, PlanRecord
from pendopo.kinds.plans.selection import distinct_label, label
from pendopo.reading.folder import DEEPEST
from pendopo.site.context import Context
from pendopo.site.page import Page

MOST_LINES = 2_000
"""With more lines than this from agencies below, the tree shows fewer levels of them.

A part of a plan stands below each part that it supports: there may be far more lines than parts.
"""
FEWEST = 5
"""So many of what serves one part are shown in any case; the plan's file `plan.json` has all."""
LEVELS = DEEPEST + 1
"""More levels of agencies than there can be below one another: all are shown."""

Part = tuple[str, str]
"""A part of a plan: the plan as `agency/name`, and the name of the part on its page."""


@dataclass(frozen=True)
class Node:
    """A mission, goal, objective or indicator with the nodes below it.

    `kind` is a key of the template's labels, or `rest`: then `text` counts what is left out, and
    `address` is that of the file that has it. `agency` is the agency's name if it is another one.
    `more` is the address of the tree with what is left out below.
    """

    kind: str
    text: str
    address: str
    agency: str
    period: str
    below: list["Node"]
    more: str = ""


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
        return self.levels == LEVELS

    @cached_property
    def levels(self) -> int:
        """How many levels of agencies below are shown: the most that fit, but at least one."""
        lines = cache(self._lines)
        fitting = (
            levels
            for levels in range(LEVELS, 1, -1)
            if sum(lines(part, levels, lines) for part in self._own_parts) <= MOST_LINES
        )
        return next(fitting, 1)

    @cached_property
    def most(self) -> int:
        """How many of what serves one part are shown: all, unless one level is too much already."""
        if sum(len(self.by_part[part]) for part in self._own_parts) <= MOST_LINES:
            return sum(map(len, self.by_part.values()))
        return max(FEWEST, MOST_LINES // len(self._own_parts))

    @cached_property
    def _own_parts(self) -> list[Part]:
        """The parts of this plan that are served."""
        return [part for part in self.by_part if part[0] == self._reference]

    @cached_property
    def by_part(self) -> Mapping[Part, list[Supporter]]:
        """The supporters of each part."""
        found: dict[Part, list[Supporter]] = defaultdict(list)
        for reference, supporters in self.supporters.items():
            for each in supporters:
                found[reference, each.supports].append(each)
        return found

    def _lines(self, part: Part, levels: int, count: Callable[..., int]) -> int:
        """The number of lines of what supports a part; `count` remembers what it has counted."""
        found = self.by_part.get(part, ())
        if levels == 1:
            return len(found)
        inner = (count((each.reference, each.anchor), levels - 1, count) for each in found)
        return sum(inner) + sum(1 + each.below.lines for each in found)

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
        of_mission: dict[int, list[Element]] = defaultdict(list)
        for each in self.elements:
            if not each.goal:
                for number in [n for n in each.entry.mission if 0 < n <= len(missions)] or [0]:
                    of_mission[number].append(each)
        top = [self._mission(n, each, of_mission[n]) for n, each in enumerate(missions, 1)]
        return [*top, *map(self._element, of_mission[0])]

    def _mission(self, number: int, mission: Mission, served_by: list[Element]) -> Node:
        anchor = f"misi-{number}"
        below = [*map(self._element, served_by), *self._served((self._reference, anchor))]
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
        below += self._served((self._reference, element.anchor))
        address = f"{addresses.goals(self.agency.id, self.entry.name)}#{element.anchor}"
        kind = "goal" if is_goal else "objective"
        return Node(kind, element.entry.statement, address, "", "", below)

    @property
    def _reference(self) -> str:
        return f"{self.agency.id}/{self.entry.name}"

    def _served(self, part: Part, levels: int = 0) -> Iterable[Node]:
        """Yield what supports one part of a plan, down to `levels` levels of agencies."""
        levels = levels or self.levels
        found = self.by_part.get(part, [])
        for each in found[: self.most]:
            own = (each.reference, each.anchor)
            below = [*_below(each), *self._served(own, levels - 1)] if levels > 1 else []
            kind = "goal" if each.anchor.startswith("tujuan") else "objective"
            address = f"{addresses.goals(each.agency, each.plan)}#{each.anchor}"
            rest = levels == 1 and own in self.by_part
            more = addresses.tree(each.agency, each.plan) if rest else ""
            yield Node(kind, each.statement, address, each.name, each.period, below, more)
        if len(found) > self.most:
            file = addresses.plan_file(self.agency.id, self.entry.name, JSON)
            yield Node("rest", str(len(found) - self.most), file, "", "", [])


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
    for number, (objective, names) in enumerate(supporter.below.rows):
        indicators = [_indicator(name) for name in names]
        if objective:
            address = f"{page}#sasaran-{goal}-{number}"
            yield Node("objective", objective, address, "", "", indicators)
        else:
            yield from indicators


def _indicator(name: str) -> Node:
    return Node("indicator", name, "", "", "", [])
