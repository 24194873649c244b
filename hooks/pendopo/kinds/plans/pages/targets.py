"""The table of targets in the layout of official plans (T-C.25)."""

from collections.abc import Sequence
from dataclasses import dataclass

from pendopo.kinds.plans.plan_data import shown
from pendopo.kinds.plans.record.goals import Goal, Objective, elements
from pendopo.kinds.plans.record.indicators import Indicator, Measure, by_year
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.plans.record.terms import CODED, in_order, is_calendar, written


@dataclass(frozen=True)
class Cell:
    """A table cell that spans `rows` rows."""

    text: str
    rows: int


@dataclass(frozen=True)
class TargetRow:
    """One row of targets; a cell is None if a cell above spans the row."""

    number: Cell | None
    goal: Cell | None
    objective: Cell | None
    measures: list[Measure]
    targets: list[str]


@dataclass(frozen=True)
class Columns:
    """The columns of the table: `years` are calendar years, or ordinal years if those are unknown.

    If the document numbers its years and states which calendar year is the first, `first` is that
    year.
    """

    years: list[int]
    first: int | None

    @property
    def by_year(self) -> bool:
        """Whether the document itself uses calendar years."""
        return self.first is None and bool(self.years) and is_calendar(self.years[0])

    @property
    def heads(self) -> list[str]:
        """The column headings: `2022`, `1`, or `1 (2022)`."""
        if self.first is None:
            return [written(year) for year in self.years]
        return [
            f"{year - self.first + 1} ({year})" if self.first <= year < CODED else written(year)
            for year in self.years
        ]

    def labels(self, year_number: str) -> list[str]:
        """Return the column names: calendar years, or `year_number` formatted with the number."""
        return self.heads if self.by_year else [year_number.format(each) for each in self.heads]


@dataclass(frozen=True)
class Table:
    """The table in the layout of official plans (T-C.25)."""

    columns: Columns
    rows: list[TargetRow]


def columns(plan: PlanRecord, rows: Sequence[Indicator]) -> Columns:
    """Return all years for which `rows` have a target."""
    years = {year for row in rows for year in by_year(row.targets, plan.year_one)}
    ordinal = any(not is_calendar(year) for row in rows for year in by_year(row.targets, None))
    return Columns(in_order(years), plan.year_one if ordinal else None)


def table(plan: PlanRecord) -> Table | None:
    """Return the table of all indicators with their targets; None if the plan has no indicator."""
    rows = [row for each in elements(plan.goals) for row in each.entry.indicators]
    if plan.goals is None or not rows:
        return None
    years = columns(plan, rows)
    built: list[TargetRow] = []
    for number, goal in enumerate(plan.goals.statements, 1):
        built += _goal_rows(number, goal, years)
    for objective in plan.goals.objectives:
        built += _objective_rows(objective, years, Cell("", 1))
    return Table(years, built)


def _goal_rows(number: int, goal: Goal, columns: Columns) -> list[TargetRow]:
    """Return the rows of one goal; its number and statement span all of them."""
    rows = _rows(goal.indicators, columns, Cell("", max(1, len(goal.indicators))))
    for objective in goal.objectives:
        rows += _objective_rows(objective, columns, None)
    if not rows:
        rows = [TargetRow(None, None, Cell("", 1), [], [""] * len(columns.years))]
    first = rows[0]
    spanning = Cell(goal.statement_in_table or goal.statement, len(rows))
    number_cell = Cell(str(number), len(rows))
    rows[0] = TargetRow(number_cell, spanning, first.objective, first.measures, first.targets)
    return rows


def _objective_rows(objective: Objective, columns: Columns, goal: Cell | None) -> list[TargetRow]:
    """Return the rows of one objective; its statement spans all of them."""
    wording = objective.statement_in_table or objective.statement
    cell = Cell(wording, max(1, len(objective.indicators)))
    rows = _rows(objective.indicators, columns, cell)
    if not rows:
        rows = [TargetRow(None, None, cell, [], [""] * len(columns.years))]
    if goal:
        spanning = Cell(goal.text, len(rows))
        first = rows[0]
        rows[0] = TargetRow(spanning, spanning, first.objective, first.measures, first.targets)
    return rows


def _rows(indicators: Sequence[Indicator], columns: Columns, objective: Cell) -> list[TargetRow]:
    return [
        TargetRow(
            None,
            None,
            objective if index == 0 else None,
            [indicator, *indicator.same_targets],
            _targets(indicator, columns),
        )
        for index, indicator in enumerate(indicators)
    ]


def _targets(indicator: Indicator, columns: Columns) -> list[str]:
    """Return the target of each column as the document prints it, with a percent sign if needed."""
    targets = by_year(indicator.targets, columns.first)
    return [
        shown(targets[year].text, indicator.unit) if year in targets else ""
        for year in columns.years
    ]
