"""The rule that records name only units that there are."""

from collections.abc import Iterable, Iterator
from typing import Any

from pendopo.government.agency import Agency
from pendopo.kinds.structure.record import STRUCTURE
from pendopo.problems.nearest import Names
from pendopo.problems.problem import Problem
from pendopo.reading.entry import Entry


def unknown_units(
    agency: Agency, named: Iterable[tuple[Entry[Any, Any], str]]
) -> Iterator[Problem]:
    """The `unit` of a record is one of structure.yml; without units there, none is judged."""
    listed = [name for each in agency.records(STRUCTURE) if each.whole for name in each.brief.units]
    known = {*map(str.casefold, listed)}
    names = Names(listed)
    for entry, name in named:
        if not listed or not name or name.casefold() in known:
            continue
        if near := names.nearest(name):
            yield entry.problem(("unit",), "unit-unlisted-nearest", value=name, nearest=near)
        else:
            yield entry.problem(("unit",), "unit-unlisted", value=name, known=names.listed)
