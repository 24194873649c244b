"""A table of regions, codes and names, as the Ministry of Home Affairs or a spreadsheet has it."""

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pendopo.problems.problem import Problem, problem
from pendopo.reading.files import text
from pendopo.reading.signs import INVISIBLE

CODE = re.compile(r"\d\d(\.\d\d(\.\d\d(\.[123]\d{3})?)?)?", re.ASCII)
COLUMNS = (("code", "kode"), ("name", "nama"))
"""What the first line may call the two columns."""
LETTER = re.compile(r"[^\W_]")


class Row(NamedTuple):
    """A line of the table: the code and the name of a region, and where they stand."""

    code: str
    name: str
    line: int
    columns: tuple[int, int]


def rows(file: Path) -> tuple[list[Row], list[Problem]]:
    """The lines of a table in UTF-8, and the problems of all others, by their places in `file`."""
    path = file.as_posix()
    found = text(Path(), path)
    if isinstance(found, Problem):
        return [], [found]
    lines = found.split("\n")
    separator = ";" if ";" in next(each for each in lines if each.strip()) else ","
    cells = {number: _cells(line, separator) for number, line in enumerate(lines, 1)}
    filled = {number: each for number, each in cells.items() if each is None or any(each)}
    order, first = _order(next(iter(filled.values()), None))
    read = [
        _row(path, number, each, lines[number - 1], order)
        for number, each in [*filled.items()][first:]
    ]
    sound = [each for each in read if isinstance(each, Row)]
    problems = [each for each in read if isinstance(each, Problem)]
    if not read:
        problems.append(problem(path, "table-empty"))
    return sound, sorted([*problems, *_twice(path, sound)])


def _cells(line: str, separator: str) -> list[str] | None:
    """The cells of a line; None where its quotation marks are not in pairs."""
    try:
        found = [*csv.reader([line], delimiter=separator, strict=True)]
    except csv.Error:
        return None
    return [each.strip() for cells in found for each in cells]


def _order(first: Sequence[str] | None) -> tuple[tuple[int, int] | None, int]:
    """Where code and name stand, and the lines before that of a region.

    None where the first line does not say so: then they are the only columns, in this order.
    """
    names = [each.casefold() for each in first or ()]
    found = [next((names.index(each) for each in known if each in names), -1) for known in COLUMNS]
    return (None, 0) if -1 in found else ((found[0], found[1]), 1)


def _row(
    path: str, number: int, cells: list[str] | None, line: str, order: tuple[int, int] | None
) -> Row | Problem:
    if cells is None:
        return problem(path, "table-quotes", number)
    if (order is None and len(cells) != 2) or (order and max(order) >= len(cells)):
        return problem(path, "table-columns", number, count=len(cells))
    code, name = (cells[each] for each in order or (0, 1))
    columns = max(line.find(code), 0) + 1, max(line.rfind(name), 0) + 1
    if not CODE.fullmatch(code):
        return problem(path, "region-code", number, columns[0], value=code)
    if INVISIBLE.search(name) or not LETTER.match(name):
        return problem(path, "table-name", number, columns[1], value=name)
    return Row(code, name, number, columns)


def _twice(path: str, found: Sequence[Row]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for each in found:
        if each.code in first:
            values = {"value": each.code, "first": first[each.code]}
            yield problem(path, "table-twice", each.line, each.columns[0], **values)
        first.setdefault(each.code, each.line)
