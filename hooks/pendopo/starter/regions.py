"""The agencies of a region, made of a table of codes and names."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import NamedTuple

from pendopo.basics import clock
from pendopo.kinds.agency.record.agency import AGENCY
from pendopo.problems.problem import Problem, faults, problem
from pendopo.starter.drafts import draft
from pendopo.starter.names import fit, folder_name, slug
from pendopo.starter.records import New, base, judged, reserved
from pendopo.starter.region_names import name_of, type_of
from pendopo.starter.region_table import Row
from pendopo.starter.sentences import SENTENCES

OF_CODE = SENTENCES.keys()
"""Codes of the problems of a region's code; the others are of its name."""


class Known(NamedTuple):
    """An agency of the data folder: its id, its region code or an empty text, and its name."""

    id: str
    code: str
    name: str


@dataclass
class FromTable:
    """What becomes of a table: the new agencies, how many were there already, and problems."""

    new: list[New] = field(default_factory=list)
    kept: int = 0
    problems: list[Problem] = field(default_factory=list)


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
        folder = self._folder(row, name, above)
        values = {"title": name, "type": type_of(row.code), "region_code": row.code}
        more = {"short_name": "", "today": clock.today()}
        text = draft("agency").filled({**values, **more, "slug": folder}).text
        new = New(AGENCY, above, f"{base(AGENCY, above)}{folder}/{AGENCY.file}", text)
        self.ids[row.code] = f"{above}/{folder}".lstrip("/")
        self.taken[above].add(folder)
        self.done.new.append(new)
        for each in faults(judged(new)):
            self._tell(row, each)

    def _folder(self, row: Row, name: str, above: str) -> str:
        """A name for the folder of an agency that nothing else there has."""
        names = (each for each in _names(row, name) if fit(each) and each not in reserved(above))
        return next(each for each in names if each not in self.taken[above])

    def _tell(self, row: Row, found: Problem) -> None:
        column = row.columns[found.code not in OF_CODE]
        told = replace(found, path=self.path, line=row.line, column=column)
        self.done.problems.append(told)


def _names(row: Row, name: str) -> Iterator[str]:
    """Names for the folder of an agency, the best first, without end."""
    best = folder_name(name) or slug(row.code)
    yield best
    yield f"{type_of(row.code)}-{best}"
    yield from (f"{best}-{number}" for number in count(2))


def _key(place: str, name: str) -> tuple[str, str]:
    """What an agency is known by without a code: the place where it is, and its name."""
    return place.rpartition("/")[0], name.casefold()
