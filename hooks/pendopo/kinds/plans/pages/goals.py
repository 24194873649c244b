"""Goals, objectives and indicators: the document's lists, and its table of targets."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.plans.cascade import Supporter, has_tree, supported
from pendopo.kinds.plans.machines import files as plan_files
from pendopo.kinds.plans.pages import per_plan as plan_pages
from pendopo.kinds.plans.pages.figures import Figures
from pendopo.kinds.plans.pages.indicators import Shown, by_holder
from pendopo.kinds.plans.pages.targets import Table, table
from pendopo.kinds.plans.record import Plan
from pendopo.kinds.plans.record.goals import Element, Goal, Goals, Objective
from pendopo.kinds.plans.record.plan import Mission, stated
from pendopo.kinds.plans.selection import Status, above, label, shows_vision, with_goals
from pendopo.site.context import Context
from pendopo.site.page import Alternate, DataFile, Link, Page


@dataclass(frozen=True)
class Group:
    """The goals of one mission, and its objectives without a goal; `number` is 0 for no mission.

    `also` are those that serve this mission too, but are listed at the first that they serve.
    """

    number: int
    mission: str
    goals: list[Element]
    objectives: list[Element]
    also: list[Element]


@dataclass(frozen=True)
class Higher:
    """A mission, goal or objective of an agency above that a goal supports."""

    agency: Agency
    plan: Plan
    anchor: str

    @property
    def statement(self) -> str:
        """The statement of the part."""
        return stated(self.plan.record, self.anchor)

    @property
    def address(self) -> str:
        """The address of the part on the page of its plan."""
        is_mission = self.anchor.startswith("misi-")
        page = addresses.vision if is_mission else addresses.goals
        return f"{page(self.agency.id, self.plan.name)}#{self.anchor}"

    @property
    def period(self) -> str:
        """The period of the part's plan."""
        return label(self.plan)


@dataclass(frozen=True)
class View(Figures):
    """The data that the template prints; `with_missions` is the plan whose missions the goals name.

    `higher` lists what each goal and objective supports, keyed by its name.
    """

    with_missions: Plan
    vision: str
    tree: str
    higher: Mapping[str, list[Higher]]
    files: tuple[Alternate, ...]
    others: list[plan_pages.Other]

    @property
    def entry(self) -> Plan:
        """The plan as an entry of the directory."""
        return self.data.entry

    @property
    def status(self) -> Status:
        """The status of the plan, such as in force."""
        return self.data.status

    @property
    def goals(self) -> Goals:
        """The plan's goals and the text around them."""
        return self.plan.goals or Goals()

    @cached_property
    def groups(self) -> list[Group]:
        """The goals and objectives grouped by mission."""
        missions = self.with_missions.record.missions
        return list(_groups(missions.statements if missions else (), self.data.elements))

    @cached_property
    def all_objectives(self) -> list[Element]:
        """The objectives of all goals, then those without a goal."""
        return [each for each in self.data.elements if isinstance(each.entry, Objective)]

    @cached_property
    def indicators(self) -> Mapping[str, list[Shown]]:
        """All indicators by the anchor of the goal or objective that they measure."""
        return by_holder(self)

    @property
    def has_lines(self) -> bool:
        """Whether any indicator has an actual that is drawn in its row."""
        found = (each for of_one in self.indicators.values() for each in of_one)
        return any(each.latest and each.spark for each in found)

    def programmes(self, anchor: str) -> list[Link]:
        """Return links to the programmes that serve a goal or objective."""
        return self._programmes.get(anchor, [])

    @cached_property
    def _programmes(self) -> Mapping[str, list[Link]]:
        page = addresses.programmes(self.data.agency.id, self.entry.name)
        found: dict[str, list[Link]] = defaultdict(list)
        for number, each in enumerate(self.plan.programmes, 1):
            for anchor in dict.fromkeys(each.serves):
                found[anchor].append(Link(each.name, f"{page}#program-{number}"))
        return found

    def supporters(self, anchor: str) -> list[Supporter]:
        """Return the parts of lower plans that support a part of this plan."""
        return self.data.supporting(anchor)

    @cached_property
    def table(self) -> Table | None:
        """The table of indicators and targets."""
        return table(self.plan)


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the goals page of each plan of an agency."""
    yield from plan_pages.pages(context, agency, with_goals(agency), _kind(context))


def files(context: Context, agency: Agency) -> Iterator[DataFile]:
    """Yield the address that leads to the goals page of the plan in force."""
    yield from plan_pages.in_force(context, agency, with_goals(agency), _kind(context))


def _kind(context: Context) -> plan_pages.PerPlan:
    _ = context.translate
    return plan_pages.PerPlan(
        title=_("Goals and indicators"),
        dated_title=_("Goals and indicators {period}"),
        template="plans/goals",
        address=addresses.goals,
        describe=_description,
        view=partial(_view, context),
    )


def _description(agency: Agency, plan: Plan) -> str:
    goals = plan.record.goals or Goals()
    stated = [goal.statement for goal in goals.statements]
    stated += [objective.statement for objective in goals.objectives]
    return "; ".join(stated[:3])


def _view(context: Context, agency: Agency, plan: Plan) -> View:
    has_vision = shows_vision(plan, context.directory)
    higher = supported(plan, context.directory)
    return View(
        data=plan_files.plan_data(context, agency, plan),
        settings=context.directory.portal.achievement,
        with_missions=_with_missions(context, plan),
        period=label(plan),
        vision=addresses.vision(agency.id, plan.name) if has_vision else "",
        tree=addresses.tree(agency.id, plan.name) if has_tree(plan, context.directory) else "",
        higher={anchor: [Higher(*each) for each in found] for anchor, found in higher.items()},
        files=plan_files.alternates(context, agency, plan),
        others=plan_pages.others(context, with_goals(agency), plan, addresses.goals),
    )


def _served(element: Element, missions: int) -> list[int]:
    """Return the missions that a goal supports; 0 if it names none that exists."""
    return [number for number in element.entry.mission if number <= missions] or [0]


def _with_missions(context: Context, plan: Plan) -> Plan:
    """Return the plan itself, or the one it derives from if it has no missions of its own."""
    higher = above(plan, context.directory)
    return higher[1] if higher and not plan.brief.missions else plan


def _groups(missions: Sequence[Mission], found: Sequence[Element]) -> Iterator[Group]:
    """Group goals and objectives by the mission they support, those that name none first."""
    first: dict[int, list[Element]] = defaultdict(list)
    also: dict[int, list[Element]] = defaultdict(list)
    for each in found:
        if not each.goal:
            served, *others = _served(each, len(missions))
            first[served].append(each)
            for number in others:
                also[number].append(each)
    for number in sorted({*first, *also}):
        goals = [each for each in first[number] if isinstance(each.entry, Goal)]
        objectives = [each for each in first[number] if isinstance(each.entry, Objective)]
        statement = missions[number - 1].statement if number else ""
        yield Group(number, statement, goals, objectives, also[number])
