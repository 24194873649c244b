"""The agencies of a region, made of a table of codes and names."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import count

from pendopo.problems.problem import Problem, faults, problem
from pendopo.starter.from_tables import FromTable, Known, at_cell, free_name, new_agency
from pendopo.starter.names import folder_name, slug
from pendopo.starter.records import judged
from pendopo.starter.region_names import name_of, type_of
from pendopo.starter.region_table import Row
from pendopo.starter.sentences import SENTENCES

OF_CODE = SENTENCES.keys()
"""Codes of the problems of a region's code; the others are of its name."""


def from_regions(
    path: str, table: Sequence[Row], under: Known, known: Sequence[Known]
) -> FromTable:
    """The agencies that `table` has below `under`; problems are those of lines of `path`.

    An agency that has the code already is kept, and so is one of that name in the same place
    without any code. `under` with an empty id is the top.
    """
    return _Maker(path, under, known).made(table)


class _Maker:
    def __init__(self, path: str, under: Known, known: Sequence[Known]) -> None:
        self.path = path
        self.under = under
        self.ids = {each.code: each.id for each in known if each.code}
        self.uncoded = {_key(each.id, each.name): each.id for each in known if not each.code}
        self.taken: dict[str, set[str]] = defaultdict(set)
        for each in known:
            above, _, name = each.id.rpartition("/")
            self.taken[above].add(name)
        self.done = FromTable()

    def made(self, table: Sequence[Row]) -> FromTable:
        depths = {each.code.count(".") for each in table if each.code not in self.ids}
        code = self.under.code
        self.top = code.count(".") + 1 if code else min(depths, default=0)
        for row in sorted(table):
            if row.code in self.ids:
                self.done.kept += 1
            else:
                self._add(row)
        self.done.problems.sort()
        return self.done

    def _add(self, row: Row) -> None:
        code, above = self.under.code, row.code.rpartition(".")[0]
        if code and not row.code.startswith(f"{code}."):
            values = {"value": row.code, "code": code, "name": self.under.name}
            self._tell(row, problem("", "table-outside", **values))
        elif row.code.count(".") != self.top and above not in self.ids:
            self._tell(row, problem("", "table-parent", value=row.code, parent=above))
        else:
            self._agency(row, self.ids.get(above, self.under.id))

    def _agency(self, row: Row, above: str) -> None:
        name = name_of(row.name)
        if there := self.uncoded.get(_key(f"{above}/", name)):
            self.ids[row.code] = there
            self.done.kept += 1
            return
        folder = free_name(_names(row, name), above, self.taken[above])
        values = {"title": name, "type": type_of(row.code), "region_code": row.code}
        new = new_agency(above, folder, values)
        self.ids[row.code] = f"{above}/{folder}".lstrip("/")
        self.taken[above].add(folder)
        self.done.new.append(new)
        for each in faults(judged(new)):
            self._tell(row, each)

    def _tell(self, row: Row, found: Problem) -> None:
        column = row.columns[found.code not in OF_CODE]
        self.done.problems.append(at_cell(found, self.path, row.line, column))


def _names(row: Row, name: str) -> Iterator[str]:
    """Names for the folder of an agency, the best first, without end."""
    best = folder_name(name) or slug(row.code)
    yield best
    yield f"{type_of(row.code)}-{best}"
    yield from (f"{best}-{number}" for number in count(2))


def _key(place: str, name: str) -> tuple[str, str]:
    """What an agency is known by without a code: the place where it is, and its name."""
    return place.rpartition("/")[0], name.casefold()
