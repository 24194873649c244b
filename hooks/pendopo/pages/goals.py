"""Goals, objectives and indicators: the document's lists, and its table of targets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from .. import addresses
from ..cascade import supported
from ..directory import Agency, Server
from ..formats.plan_data import PlanData, shown
from ..page import Alternate, Context, Page
from ..plans import Plan, Status, above, has_tree, label, with_goals, with_vision
from ..records.goals import Element, Goal, Goals, Objective, elements
from ..records.indicators import FIRST_CALENDAR_YEAR, Indicator, Measure, by_year
from ..records.plan import Mission, PlanRecord
from . import plan_files, plan_pages


@dataclass(frozen=True)
class Group:
    """Goals, and objectives without a goal, of one mission; `number` is 0 where none is named."""

    number: int
    mission: str
    goals: list[Element]
    objectives: list[Element]


@dataclass(frozen=True)
class Higher:
    """A mission, goal or objective of an agency above, which a goal serves."""

    agency: Agency
    plan: Plan
    anchor: str

    @property
    def statement(self) -> str:
        """What it says."""
        record = self.plan.record
        if self.anchor.startswith("misi-"):
            missions = record.missions.statements if record.missions else ()
            number = int(self.anchor.removeprefix("misi-"))
            return missions[number - 1].statement
        found = (each.entry for each in elements(record.goals) if each.anchor == self.anchor)
        return next(found).statement

    @property
    def address(self) -> str:
        """Where it stands."""
        is_mission = self.anchor.startswith("misi-")
        page = addresses.vision if is_mission else addresses.goals
        return f"{page(self.agency.id, self.plan.name)}#{self.anchor}"

    @property
    def period(self) -> str:
        """The period of its plan."""
        return label(self.plan)


@dataclass(frozen=True)
class Cell:
    """A cell that spans `rows` rows of the table."""

    text: str
    rows: int


@dataclass(frozen=True)
class Row:
    """One row of targets; a cell is None where one further up spans it."""

    number: Cell | None
    goal: Cell | None
    objective: Cell | None
    measures: list[Measure]
    targets: list[str]


@dataclass(frozen=True)
class Columns:
    """The years of a table: `years` are calendar years, or numbers where those are not known.

    Where the document numbers its years and says which the first is, `first` is that one.
    """

    years: list[int]
    first: int | None

    @property
    def by_year(self) -> bool:
        """Whether the document itself names calendar years."""
        return self.first is None and bool(self.years) and self.years[0] >= FIRST_CALENDAR_YEAR

    @property
    def heads(self) -> list[str]:
        """What stands above each column: `2022`, `1`, or `1 (2022)`."""
        if self.first is None:
            return [str(year) for year in self.years]
        return [f"{year - self.first + 1} ({year})" for year in self.years]

    def labels(self, year_number: str) -> list[str]:
        """The columns by name: calendar years, or `year_number` with the number for its `{}`."""
        return self.heads if self.by_year else [year_number.format(each) for each in self.heads]


@dataclass(frozen=True)
class Table:
    """The table as the field prints it (T-C.25)."""

    columns: Columns
    rows: list[Row]


@dataclass(frozen=True)
class View:
    """What the template prints; `with_missions` is the plan whose missions the goals serve.

    `higher` says what each goal and objective serves, by its name.
    """

    data: PlanData
    with_missions: Plan
    period: str
    vision: str
    tree: str
    higher: Mapping[str, list[Higher]]
    files: tuple[Alternate, ...]
    others: list[plan_pages.Other]

    @property
    def entry(self) -> Plan:
        """The plan as an entry."""
        return self.data.entry

    @property
    def status(self) -> Status:
        """Whether it is in force."""
        return self.data.status

    @property
    def plan(self) -> PlanRecord:
        """The plan itself."""
        return self.entry.record

    @property
    def goals(self) -> Goals:
        """The plan's goals and the words around them."""
        return self.plan.goals or Goals()

    @cached_property
    def groups(self) -> list[Group]:
        """Goals and objectives by mission."""
        missions = self.with_missions.record.missions
        return list(_groups(missions.statements if missions else (), self.data.elements))

    @cached_property
    def all_objectives(self) -> list[Element]:
        """The objectives of all goals, then those without a goal."""
        return [each for each in self.data.elements if isinstance(each.entry, Objective)]

    def servers(self, anchor: str) -> list[Server]:
        """What of the agencies below serves a part of the plan."""
        return [each for each in self.data.servers if each.serves == anchor]

    @cached_property
    def table(self) -> Table | None:
        """The table of indicators and targets."""
        return table(self.plan)


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """For an agency with goals: those of the plan in force, then those of each plan."""
    _ = context.translate
    kind = plan_pages.Kind(
        title=_("Goals and indicators"),
        dated_title=_("Goals and indicators {period}"),
        template="goals",
        address=addresses.goals,
        describe=_description,
        view=partial(_view, context),
    )
    yield from plan_pages.pages(context, agency, with_goals(agency), kind)


def columns(plan: PlanRecord, rows: Sequence[Indicator]) -> Columns:
    """All years that `rows` have a target for."""
    years = {year for row in rows for year in by_year(row.targets, plan.first_target_year)}
    ordinal = any(year < FIRST_CALENDAR_YEAR for row in rows for year in by_year(row.targets, None))
    return Columns(sorted(years), plan.first_target_year if ordinal else None)


def table(plan: PlanRecord) -> Table | None:
    """The table of all indicators with their targets; None where the plan has no indicator."""
    rows = [row for each in elements(plan.goals) for row in each.entry.indicators]
    if plan.goals is None or not rows:
        return None
    years = columns(plan, rows)
    built: list[Row] = []
    for number, goal in enumerate(plan.goals.statements, 1):
        built += _goal_rows(number, goal, years)
    for objective in plan.goals.objectives:
        built += _objective_rows(objective, years, Cell("", 1))
    return Table(years, built)


def _description(agency: Agency, plan: Plan) -> str:
    goals = plan.record.goals or Goals()
    stated = [goal.statement for goal in goals.statements]
    stated += [objective.statement for objective in goals.objectives]
    return "; ".join(stated[:3])


def _view(context: Context, agency: Agency, plan: Plan) -> View:
    has_vision = plan in with_vision(agency, context.directory)
    higher = supported(plan, context.directory)
    return View(
        data=plan_files.plan_data(context, agency, plan),
        with_missions=_with_missions(context, plan),
        period=label(plan),
        vision=addresses.vision(agency.id, plan.name) if has_vision else "",
        tree=addresses.tree(agency.id, plan.name) if has_tree(plan, context.directory) else "",
        higher={anchor: [Higher(*each) for each in found] for anchor, found in higher.items()},
        files=plan_files.alternates(agency, plan),
        others=plan_pages.others(context, with_goals(agency), plan, addresses.goals),
    )


def _with_missions(context: Context, plan: Plan) -> Plan:
    """The plan itself, or the one that it derives from where it has no missions."""
    higher = above(plan, context.directory)
    return higher[1] if higher and not plan.brief.missions else plan


def _groups(missions: Sequence[Mission], found: Sequence[Element]) -> Iterator[Group]:
    """Goals and objectives by the mission they serve, first those that name none."""
    free = [each for each in found if not each.goal]
    for number in range(len(missions) + 1):
        of_mission = [each for each in free if (each.entry.mission or 0) == number]
        goals = [each for each in of_mission if isinstance(each.entry, Goal)]
        objectives = [each for each in of_mission if isinstance(each.entry, Objective)]
        if of_mission:
            statement = missions[number - 1].statement if number else ""
            yield Group(number, statement, goals, objectives)


def _goal_rows(number: int, goal: Goal, columns: Columns) -> list[Row]:
    """The rows of one goal, its number and wording spanning all of them."""
    rows = _rows(goal.indicators, columns, Cell("", max(1, len(goal.indicators))))
    for objective in goal.objectives:
        rows += _objective_rows(objective, columns, None)
    if not rows:
        rows = [Row(None, None, Cell("", 1), [], [""] * len(columns.years))]
    first = rows[0]
    spanning = Cell(goal.statement_in_table or goal.statement, len(rows))
    number_cell = Cell(str(number), len(rows))
    rows[0] = Row(number_cell, spanning, first.objective, first.measures, first.targets)
    return rows


def _objective_rows(objective: Objective, columns: Columns, goal: Cell | None) -> list[Row]:
    """The rows of one objective, its wording spanning all of them."""
    wording = objective.statement_in_table or objective.statement
    cell = Cell(wording, max(1, len(objective.indicators)))
    rows = _rows(objective.indicators, columns, cell)
    if not rows:
        rows = [Row(None, None, cell, [], [""] * len(columns.years))]
    if goal:
        spanning = Cell(goal.text, len(rows))
        first = rows[0]
        rows[0] = Row(spanning, spanning, first.objective, first.measures, first.targets)
    return rows


def _rows(indicators: Sequence[Indicator], columns: Columns, objective: Cell) -> list[Row]:
    return [
        Row(
            None,
            None,
            objective if index == 0 else None,
            [indicator, *indicator.same_targets],
            _targets(indicator, columns),
        )
        for index, indicator in enumerate(indicators)
    ]


def _targets(indicator: Indicator, columns: Columns) -> list[str]:
    """The target of each column as the document prints it, with the sign of a percentage."""
    targets = by_year(indicator.targets, columns.first)
    return [
        shown(targets[year].text, indicator.unit) if year in targets else ""
        for year in columns.years
    ]
