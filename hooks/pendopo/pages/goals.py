"""Goals, objectives and indicators: the document's lists, and its table of targets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from .. import addresses
from ..directory import Agency
from ..page import Context, Page
from ..plans import Plan, Status, above, label, status, with_goals, with_vision
from ..records.goals import Goal, Goals, Indicator, Measure, Objective
from ..records.plan import Mission, PlanRecord
from ..records.plan_rules import indicator_rows
from . import plan_pages

SHARE = re.compile(r"-?[\d.,]+(\s*[-–]\s*[\d.,]+)?", re.ASCII)
"""A number, or a range of two."""


@dataclass(frozen=True)
class Group:
    """Goals, and objectives without a goal, of one mission; `number` is 0 where none is named."""

    number: int
    mission: str
    goals: list[Goal]
    objectives: list[Objective]


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
class Table:
    """The table as the field prints it (T-C.25): `by_year` where columns are calendar years."""

    columns: list[str]
    by_year: bool
    rows: list[Row]

    def labels(self, year_number: str) -> list[str]:
        """The columns by name: calendar years, or `year_number` with the number for its `{}`."""
        return self.columns if self.by_year else [year_number.format(each) for each in self.columns]


@dataclass(frozen=True)
class View:
    """What the template prints; `with_missions` is the plan whose missions the goals serve."""

    entry: Plan
    with_missions: Plan
    period: str
    status: Status
    vision: str
    others: list[plan_pages.Other]

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
        return list(_groups(missions.statements if missions else (), self.goals))

    @cached_property
    def all_objectives(self) -> list[Objective]:
        """The objectives of all goals, then those without a goal."""
        own = [objective for goal in self.goals.statements for objective in goal.objectives]
        return [*own, *self.goals.objectives]

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


def table(plan: PlanRecord) -> Table | None:
    """The table of all indicators with their targets; None where the plan has no indicator."""
    rows = [row for _, row in indicator_rows(plan)]
    if plan.goals is None or not rows:
        return None
    years = sorted({year for row in rows if isinstance(row.targets, dict) for year in row.targets})
    count = max((len(row.targets) for row in rows), default=0)
    columns = [str(year) for year in years] or [str(number + 1) for number in range(count)]
    built: list[Row] = []
    for number, goal in enumerate(plan.goals.statements, 1):
        built += _goal_rows(number, goal, columns)
    for objective in plan.goals.objectives:
        built += _objective_rows(objective, columns, Cell("", 1))
    return Table(columns, bool(years), built)


def _description(agency: Agency, plan: Plan) -> str:
    goals = plan.record.goals or Goals()
    stated = [goal.statement for goal in goals.statements]
    stated += [objective.statement for objective in goals.objectives]
    return "; ".join(stated[:3])


def _view(context: Context, agency: Agency, plan: Plan) -> View:
    has_vision = plan in with_vision(agency, context.directory)
    return View(
        entry=plan,
        with_missions=_with_missions(context, plan),
        period=label(plan),
        status=status(plan, context.today),
        vision=addresses.vision(agency.id, plan.name) if has_vision else "",
        others=plan_pages.others(context, with_goals(agency), plan, addresses.goals),
    )


def _with_missions(context: Context, plan: Plan) -> Plan:
    """The plan itself, or the one that it derives from where it has no missions."""
    higher = above(plan, context.directory)
    return higher[1] if higher and not plan.brief.missions else plan


def _groups(missions: Sequence[Mission], goals: Goals) -> Iterator[Group]:
    """Goals and objectives by the mission they serve, first those that name none."""
    for number in range(len(missions) + 1):
        of_mission = [goal for goal in goals.statements if (goal.mission or 0) == number]
        objectives = [each for each in goals.objectives if (each.mission or 0) == number]
        if of_mission or objectives:
            statement = missions[number - 1].statement if number else ""
            yield Group(number, statement, of_mission, objectives)


def _goal_rows(number: int, goal: Goal, columns: list[str]) -> list[Row]:
    """The rows of one goal, its number and wording spanning all of them."""
    rows = _rows(goal.indicators, columns, Cell("", max(1, len(goal.indicators))))
    for objective in goal.objectives:
        rows += _objective_rows(objective, columns, None)
    if not rows:
        rows = [Row(None, None, Cell("", 1), [], [""] * len(columns))]
    first = rows[0]
    spanning = Cell(goal.statement_in_table or goal.statement, len(rows))
    number_cell = Cell(str(number), len(rows))
    rows[0] = Row(number_cell, spanning, first.objective, first.measures, first.targets)
    return rows


def _objective_rows(objective: Objective, columns: list[str], goal: Cell | None) -> list[Row]:
    """The rows of one objective, its wording spanning all of them."""
    wording = objective.statement_in_table or objective.statement
    cell = Cell(wording, max(1, len(objective.indicators)))
    rows = _rows(objective.indicators, columns, cell)
    if not rows:
        rows = [Row(None, None, cell, [], [""] * len(columns))]
    if goal:
        spanning = Cell(goal.text, len(rows))
        first = rows[0]
        rows[0] = Row(spanning, spanning, first.objective, first.measures, first.targets)
    return rows


def _rows(indicators: Sequence[Indicator], columns: list[str], objective: Cell) -> list[Row]:
    return [
        Row(
            None,
            None,
            objective if index == 0 else None,
            [indicator, *indicator.same_targets],
            [_target(indicator, place, column) for place, column in enumerate(columns)],
        )
        for index, indicator in enumerate(indicators)
    ]


def _target(indicator: Indicator, place: int, column: str) -> str:
    """The target of one column as the document prints it, with the sign of a percentage."""
    targets = indicator.targets
    if isinstance(targets, dict):
        text = targets.get(int(column), "")
    else:
        text = targets[place] if place < len(targets) else ""
    bare = text.rstrip("% ")
    is_share = indicator.unit == "%" and SHARE.fullmatch(bare)
    return f"{bare}\N{NO-BREAK SPACE}%" if is_share else text
