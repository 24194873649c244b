"""A table of regions, codes and names, as the Ministry of Home Affairs or a spreadsheet has it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pendopo.problems.problem import Problem, problem
from pendopo.reading.signs import INVISIBLE
from pendopo.starter.tables import Line, named, sifted, twice

CODE = re.compile(r"\d\d(\.\d\d(\.\d\d(\.[123]\d{3})?)?)?", re.ASCII)
COLUMNS = {"code": ("code", "kode"), "name": ("name", "nama")}
"""What the first line may call the two columns."""
LETTER = re.compile(r"[^\W_]")


class Row(NamedTuple):
    """A line of the table: the code and the name of a region, and where they stand."""

    code: str
    name: str
    line: int
    columns: tuple[int, int]


def rows(path: str, lines: Sequence[Line]) -> tuple[list[Row], list[Problem]]:
    """The regions of a table, and the problems of its other lines, by their places in `path`."""
    order = order_of(lines[0])
    read = [_row(path, each, order) for each in lines[bool(order) :]]
    sound, problems = sifted(path, read)
    codes = ((each.code, each.line, each.columns[0]) for each in sound)
    again = (
        problem(path, "table-twice", each.line, each.column, value=each.value, first=each.first)
        for each in twice(codes)
    )
    return sound, sorted([*problems, *again])


def order_of(first: Line) -> tuple[int, int] | None:
    """Where code and name stand, if the first line says so.

    None where it does not: then they are the only columns, in this order.
    """
    places = named(first, COLUMNS)
    return (places["code"], places["name"]) if len(places) == len(COLUMNS) else None


def _row(path: str, line: Line, order: tuple[int, int] | None) -> Row | Problem:
    cells, number = line.cells, line.number
    if cells is None:
        return problem(path, "table-quotes", number)
    if (order is None and len(cells) != 2) or (order and max(order) >= len(cells)):
        return problem(path, "table-columns", number, count=len(cells))
    code, name = (cells[each] for each in order or (0, 1))
    columns = line.column(code), max(line.text.rfind(name), 0) + 1
    if not CODE.fullmatch(code):
        return problem(path, "region-code", number, columns[0], value=code)
    if not is_name(name):
        return problem(path, "table-name", number, columns[1], value=name)
    return Row(code, name, number, columns)


def is_name(text: str) -> bool:
    """Whether a text may be the name of an agency."""
    return not INVISIBLE.search(text) and bool(LETTER.match(text))
