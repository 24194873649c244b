"""Tables of agencies, as a spreadsheet saves them: text in UTF-8 with one line for each row."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from pendopo.problems.problem import Problem, problem
from pendopo.reading.files import text

T = TypeVar("T")
SEPARATORS = ";\t,"
"""What may stand between cells; the first one that the first line has does."""


class Line(NamedTuple):
    """A line of a table: its cells, or None where its quotation marks are not in pairs."""

    number: int
    text: str
    cells: Sequence[str] | None

    def column(self, cell: str) -> int:
        """Where a cell begins, from 1."""
        return max(self.text.find(cell), 0) + 1


class Again(NamedTuple):
    """A text that stands in a table once more, its place, and the line where it stands first."""

    value: str
    line: int
    column: int
    first: int


def lines_of(file: Path) -> tuple[list[Line], list[Problem]]:
    """The lines of a table that hold something, or the problem of a file that is none."""
    path = file.as_posix()
    if not file.exists():
        return [], [problem(path, "table-missing")]
    found = text(Path(), path)
    if isinstance(found, Problem):
        return [], [found]
    lines = found.split("\n")
    head = next(each for each in lines if each.strip())
    separator = next((each for each in SEPARATORS if each in head), ",")
    read = [Line(n, line, _cells(line, separator)) for n, line in enumerate(lines, 1)]
    filled = [each for each in read if each.cells is None or any(each.cells)]
    return filled, [] if filled else [problem(path, "table-empty")]


def named(line: Line, names: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The places of the columns that a line names, by their keys in `names`."""
    cells = [" ".join(each.casefold().split()) for each in line.cells or ()]
    places = {
        key: next((cells.index(each) for each in known if each in cells), -1)
        for key, known in names.items()
    }
    return {key: place for key, place in places.items() if place >= 0}


def sifted(path: str, read: Sequence[T | Problem]) -> tuple[list[T], list[Problem]]:
    """The rows that could be read, and the problems of all others; one where there is no row."""
    problems = [each for each in read if isinstance(each, Problem)]
    empty = [] if read else [problem(path, "table-empty")]
    return [each for each in read if not isinstance(each, Problem)], [*problems, *empty]


def twice(cells: Iterable[tuple[str, int, int]]) -> Iterator[Again]:
    """Yield each text, with its line and column, that stands in a line above too."""
    first: dict[str, int] = {}
    for value, line, column in cells:
        key = value.casefold()
        if key in first:
            yield Again(value, line, column, first[key])
        first.setdefault(key, line)


def _cells(line: str, separator: str) -> list[str] | None:
    try:
        found = [*csv.reader([line], delimiter=separator, strict=True)]
    except csv.Error:
        return None
    return [each.strip() for cells in found for each in cells]
