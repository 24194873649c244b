"""The table of the values of an indicator by group, such as men and women, or districts."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pendopo.kinds.plans.pages.figures import Printer
from pendopo.kinds.plans.plan_data import shown
from pendopo.kinds.plans.record.indicators import Target
from pendopo.kinds.plans.record.results import Result
from pendopo.kinds.plans.record.terms import in_order


class Cell(NamedTuple):
    """A value, how its text was interpreted if that is not obvious, and its note."""

    text: str
    read: str
    note: str


class GroupRow(NamedTuple):
    """The values of a group in each year; `label` says that they are targets."""

    name: str
    label: str
    cells: list[Cell]


class Groups(NamedTuple):
    """The table of values by group: the labels of its years, and its rows."""

    years: list[str]
    rows: list[GroupRow]


def groups(result: Result, printer: Printer) -> Groups | None:
    """Return the table of the values of an indicator by group; None if there are none."""
    years = in_order({year for each in result.groups for year in each.years})
    if not years:
        return None
    return Groups([*map(printer.year, years)], [*_rows(result, printer, years)])


def _rows(result: Result, printer: Printer, years: Sequence[int]) -> Iterator[GroupRow]:
    """Yield a row for the targets of each group, if it has any, and one for its actuals."""
    for group in result.groups:
        for label, values in ((printer._("Target"), group.targets), ("", group.actuals)):
            if values:
                cells = [_cell(values.get(year), result.measure.unit, printer) for year in years]
                yield GroupRow(group.name, label, cells)


def _cell(value: Target | None, unit: str | None, printer: Printer) -> Cell:
    if value is None:
        return Cell("", "", "")
    return Cell(shown(value.text, unit), printer.read(value), value.note or "")
