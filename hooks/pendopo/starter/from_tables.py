"""What tables of regions and of offices have in common: agencies that are there, and new ones."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pendopo.basics import clock
from pendopo.kinds.agency.record.agency import AGENCY
from pendopo.problems.problem import Problem
from pendopo.starter.drafts import draft
from pendopo.starter.names import fit
from pendopo.starter.records import New, base, reserved


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


def free_name(names: Iterable[str], above: str, taken: Set[str]) -> str:
    """The first of endless `names` that the folder of an agency below `above` may have."""
    may_be = (each for each in names if fit(each) and each not in reserved(above))
    return next(each for each in may_be if each not in taken)


def new_agency(above: str, folder: str, values: Mapping[str, str]) -> New:
    """The draft of an agency below `above`, filled with its title, type, codes and names."""
    given = {"region_code": "", "short_name": "", **values}
    text = draft("agency").filled({**given, "slug": folder, "today": clock.today()}).text
    return New(AGENCY, above, f"{base(AGENCY, above)}{folder}/{AGENCY.file}", text)


def at_cell(found: Problem, path: str, line: int, column: int) -> Problem:
    """The problem of a new record at the place of the table that it comes from."""
    told = replace(found, path=path, line=line, column=column)
    # What is proposed is for a file that was not written.
    return replace(told, corrections=(), certain=False)
