"""The lineage of agencies: which came before, which took over, anywhere in the tree."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from pendopo.government.agency import Agency
from pendopo.government.derived import Derived
from pendopo.government.directory import Directory


class Relative(NamedTuple):
    """An agency before or after another, with its end if it has one.

    `last` is the id of the last one in its line, which lives; it may be the agency itself. It is
    empty where none lives.
    """

    id: str
    name: str
    state: str
    since: str
    last: str

    @property
    def day(self) -> date:
        """The day on which it ended. Raises `ValueError` if it has no end."""
        return date.fromisoformat(self.since)


class Lineage(NamedTuple):
    """The agencies before and after one; `circular` if the line after it comes back."""

    successors: tuple[Relative, ...] = ()
    predecessors: tuple[Relative, ...] = ()
    circular: bool = False


NONE = Lineage()
Lineages = Mapping[str, Lineage]


def lineages(directory: Directory) -> Lineages:
    """Return the lineage of each agency that has any; days do not count here."""
    agencies = directory.agencies
    after = {
        name: [each for each in found if each in agencies]
        for name, agency in agencies.items()
        if (found := agency.brief.status.successors)
    }
    before: dict[str, list[str]] = defaultdict(list)
    for name, heirs in after.items():
        for each in dict.fromkeys(heirs):
            before[each].append(name)
    last = _last(directory, after)

    def relatives(names: Sequence[str]) -> tuple[Relative, ...]:
        return tuple(_relative(agencies[each], last.get(each, "")) for each in names)

    return {
        name: Lineage(
            relatives(after.get(name, [])),
            relatives(before.get(name, ())),
            name in after and name not in last,
        )
        for name in agencies
        if name in after or name in before
    }


def _last(directory: Directory, after: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The last living agency in the line of each; none for those whose line comes back."""
    sorter = TopologicalSorter(after)
    with suppress(CycleError):
        sorter.prepare()
    last: dict[str, str] = {}
    while ready := sorter.get_ready():
        for name in ready:
            lives = not directory.agencies[name].brief.status.ends
            heirs = (last[each] for each in after.get(name, ()) if last[each])
            last[name] = name if lives else next(heirs, "")
        sorter.done(*ready)
    return last


def _relative(agency: Agency, last: str) -> Relative:
    status = agency.brief.status
    state, since = (status.state, status.since) if status.ends else ("", "")
    return Relative(agency.id, agency.name, state, since, last)


def _part(found: Lineages, directory: Directory, agency: Agency) -> Lineages:
    return {agency.id: found[agency.id]} if agency.id in found else {}


LINEAGE = Derived("lineage", lineages, _part)


def lineage(directory: Directory, agency: Agency) -> Lineage:
    """Return the lineage of an agency."""
    return directory.fact(LINEAGE).get(agency.id, NONE)
