"""The cascade of goals: which parts of lower plans support each part of a higher plan.

Each plan states only which parts of higher plans it supports; this module inverts that relation.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pendopo.basics.fingerprints import fingerprint
from pendopo.government.agency import Agency
from pendopo.government.derived import Derived
from pendopo.government.directory import Directory
from pendopo.kinds.plans import selection
from pendopo.kinds.plans.record import PLAN, Plan


@dataclass(frozen=True)
class Below:
    """The objectives of a goal or objective with the names of their indicators, as in `Serving`.

    One goal may support many parts: all its supporters share this value, and so does its digest.
    """

    rows: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def lines(self) -> int:
        """The number of objectives and indicators."""
        return sum(bool(objective) + len(names) for objective, names in self.rows)

    def compared_by(self) -> str:
        """The fingerprint of the content, computed once."""
        return self._fingerprint

    @cached_property
    def _fingerprint(self) -> str:
        return fingerprint(self.rows)


class Supporter(NamedTuple):
    """A goal or objective of an agency below that supports a part of a plan.

    `supports` is the name of that part on its page; `plan` is the name of the lower plan and
    `period` its label.
    """

    supports: str
    agency: str
    name: str
    plan: str
    period: str
    anchor: str
    statement: str
    below: Below

    @property
    def reference(self) -> str:
        """The lower plan as `agency/name`."""
        return f"{self.agency}/{self.plan}"


Supporters = Mapping[str, tuple[Supporter, ...]]
"""The supporters of each plan, keyed by `agency/name`."""


def supporters(directory: Directory) -> Supporters:
    """Return all supporters; references to missing parts or to agencies not above are skipped."""
    found: dict[str, list[Supporter]] = defaultdict(list)
    for agency in directory.agencies.values():
        for plan in agency.records(PLAN):
            for reference, anchor, supporter in _supported_parts(agency, plan, directory):
                higher = selection.plan_at(directory, reference)
                if higher and higher[1].brief.has(anchor) and _is_above(higher[0], agency):
                    found[reference].append(supporter)
    return {reference: tuple(each) for reference, each in found.items()}


def reachable(known: Supporters, references: Iterable[str]) -> Supporters:
    """Return the supporters of the given plans, their own supporters, and so on down the tree."""
    found: dict[str, tuple[Supporter, ...]] = {}
    waiting = [*references] if known else []
    while waiting:
        reference = waiting.pop()
        if reference in known and reference not in found:
            found[reference] = known[reference]
            waiting += [each.reference for each in found[reference]]
    return dict(sorted(found.items()))


def _of_agency(known: Supporters, directory: Directory, agency: Agency) -> Supporters:
    """Return what an agency's pages may show: direct and indirect supporters of its plans."""
    return reachable(known, [f"{agency.id}/{plan.name}" for plan in agency.records(PLAN)])


SUPPORTERS: Derived[Supporters] = Derived("supporters", supporters, _of_agency)


def supported(plan: Plan, directory: Directory) -> dict[str, list[tuple[Agency, Plan, str]]]:
    """Return what each goal and objective of `plan` supports.

    Keys are names of parts of `plan`; values are agency, plan and name of the supported part.
    """
    found: dict[str, list[tuple[Agency, Plan, str]]] = defaultdict(list)
    agency = directory.agencies[plan.agency]
    for reference, anchor, supporter in _supported_parts(agency, plan, directory):
        higher = selection.plan_at(directory, reference)
        if higher and higher[1].brief.has(anchor) and _is_above(higher[0], agency):
            found[supporter.anchor].append((*higher, anchor))
    return dict(found)


def _supported_parts(
    agency: Agency, plan: Plan, directory: Directory
) -> Iterator[tuple[str, str, Supporter]]:
    """Yield each plan and part that `plan` claims to support, with the supporting part."""
    if not plan.brief.serving_rows:
        return
    higher = selection.above(plan, directory)
    for each in plan.brief.serving:
        wanted = [text.partition("#")[::2] for text, _ in each.supports]
        if higher:
            above = f"{higher[0].id}/{higher[1].name}"
            wanted += [(above, f"misi-{number}") for number in each.missions]
        below = Below(each.below)
        for reference, anchor in dict.fromkeys(wanted):
            supporter = Supporter(
                supports=anchor,
                agency=agency.id,
                name=agency.name,
                plan=plan.name,
                period=selection.label(plan),
                anchor=each.anchor,
                statement=each.statement,
                below=below,
            )
            yield reference, anchor, supporter


def _is_above(higher: Agency, agency: Agency) -> bool:
    return agency.id.startswith(f"{higher.id}/")


def has_tree(plan: Plan, directory: Directory) -> bool:
    """Return whether to show a tree: the plan has supporters, or belongs to a top-level agency."""
    at_the_top = directory.agencies[plan.agency].parent is None
    states_both = bool(plan.brief.missions and plan.brief.states_goals)
    supported_below = f"{plan.agency}/{plan.name}" in directory.fact(SUPPORTERS)
    return supported_below or (at_the_top and states_both)
