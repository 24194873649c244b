"""The brief of a plan: what is known of it without reading the whole record."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple, Self

from pendopo.basics.locations import Location
from pendopo.kinds.plans.record.goals import Goal, Objective, elements, named_missions
from pendopo.kinds.plans.record.indicators import (
    actuals_of,
    by_year,
    keys_by_year,
    place_of,
)
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.plans.record.results import Result, Standing, results, standings, work_results
from pendopo.kinds.plans.record.terms import is_calendar, last_year
from pendopo.reading.record import written

IN_FORCE = re.compile(
    r"\b(?:masih|sedang|saat ini|kini) berlaku\b|\bberlaku (?:saat ini|hingga kini|sampai sekarang)"
    r"|\b(?:still|currently) in force\b",
    re.IGNORECASE,
)


class Serving(NamedTuple):
    """A goal or objective that supports parts of other plans.

    `anchor` is its name on its own page; `supports` are references with their locations in the
    record. `below` are its objectives, each with the names of its indicators; the first entry has
    an empty objective and the indicators of the goal or objective itself.
    """

    anchor: str
    statement: str
    supports: tuple[tuple[str, Location], ...]
    missions: tuple[int, ...]
    below: tuple[tuple[str, tuple[str, ...]], ...]


class PlanBrief(NamedTuple):
    """The facts of a plan that are known without its record; missing values are empty or 0.

    `named_missions` are the mission numbers that goals and objectives name, with their locations.
    `goals` has the number of objectives of each goal; `objectives` is the number of objectives
    without a goal. `indicators` counts the indicators of goals and objectives, `measures` also
    those of programmes. `actuals` are the actuals of the last two calendar years that have any,
    with their locations. `claims` are the locations of texts that say the plan is in force. Fields
    ending in `_rows` are tuples; a property of each names their columns.
    """

    type: str
    title: str
    start: int
    end: int
    derives_from: str
    superseded_by: str
    states_vision: bool
    states_vision_itself: bool
    missions: int
    states_goals: bool
    named_missions: tuple[tuple[Location, int], ...]
    goals: tuple[int, ...]
    objectives: int
    serving_rows: tuple[tuple[Any, ...], ...]
    indicators: int
    measures: int
    programmes: int
    standing_rows: tuple[tuple[Any, ...], ...]
    actuals: tuple[tuple[int, Location], ...]
    claims: tuple[Location, ...]
    updated: str
    formerly: tuple[str, ...] = ()

    def holds(self, today: date) -> bool:
        """Whether its period has not ended by `today`, and no other plan has taken its place."""
        return not self.superseded_by and (not self.end or self.end >= today.year)

    @property
    def serving(self) -> list[Serving]:
        """The goals and objectives that may support those of an agency above."""
        return [*map(Serving._make, self.serving_rows)]

    @property
    def standings(self) -> list[Standing]:
        """The standings of the plan's indicators."""
        return [*map(Standing._make, self.standing_rows)]

    @property
    def anchors(self) -> list[str]:
        """The names of all parts that others can support: `misi-1`, `tujuan-1`, `sasaran-1-1`."""
        found = [f"misi-{number + 1}" for number in range(self.missions)]
        for goal, count in enumerate(self.goals, 1):
            found += [f"tujuan-{goal}", *(f"sasaran-{goal}-{n + 1}" for n in range(count))]
        return [*found, *(f"sasaran-{number + 1}" for number in range(self.objectives))]

    def has(self, anchor: str) -> bool:
        """Return whether the plan has a part of this name: whether it is one of `anchors`."""
        kind, _, numbers = anchor.partition("-")
        first, *second = map(int, numbers.split("-"))
        match kind, second:
            case "misi", []:
                return 0 < first <= self.missions
            case "tujuan", []:
                return 0 < first <= len(self.goals)
            case "sasaran", []:
                return 0 < first <= self.objectives
        return 0 < first <= len(self.goals) and 0 < second[0] <= self.goals[first - 1]

    @property
    def has_parts(self) -> bool:
        """Whether the plan has any part that others can support."""
        return bool(self.missions or self.goals or self.objectives)

    @classmethod
    def of(cls, plan: PlanRecord) -> Self:
        """Return the brief of `plan`."""
        vision, missions, goals = plan.vision, plan.missions, plan.goals
        found = results(plan)
        return cls(
            type=plan.type,
            title=plan.title,
            start=plan.period.start if plan.period else 0,
            end=plan.period.end if plan.period else 0,
            derives_from=plan.derives_from or "",
            superseded_by=plan.superseded_by or "",
            states_vision=bool(vision or missions),
            states_vision_itself=bool(vision and vision.statement),
            missions=len(missions.statements) if missions else 0,
            states_goals=bool(goals and (goals.statements or goals.objectives)),
            named_missions=tuple(named_missions(goals)),
            goals=tuple(len(goal.objectives) for goal in goals.statements) if goals else (),
            objectives=len(goals.objectives) if goals else 0,
            serving_rows=tuple(_serving(plan)),
            indicators=len(found),
            measures=len(found) + len(work_results(plan)),
            programmes=len(plan.programmes),
            standing_rows=standings(found),
            actuals=tuple(_latest_actuals([*found, *work_results(plan)])),
            claims=tuple(_claims(plan)),
            updated=written(plan.updated),
            formerly=plan.formerly,
        )


def _serving(plan: PlanRecord) -> Iterator[Serving]:
    """Yield the goals and objectives that state what they support, or a mission of another plan."""
    above = bool(plan.derives_from) and not (plan.missions and plan.missions.statements)
    for each in elements(plan.goals):
        missions = each.entry.mission if above else ()
        if not each.entry.supports and not missions:
            continue
        supports = tuple(
            (reference, (*each.location, "supports", index))
            for index, reference in enumerate(each.entry.supports)
        )
        inner = each.entry.objectives if isinstance(each.entry, Goal) else ()
        below = (("", _names(each.entry)), *((one.statement, _names(one)) for one in inner))
        yield Serving(each.anchor, each.entry.statement, supports, missions, below)


def _names(holder: Goal | Objective) -> tuple[str, ...]:
    """Return the names of the indicators that belong directly to a goal or objective."""
    return tuple(measure.name for row in holder.indicators for measure in (row, *row.same_targets))


def _latest_actuals(found: list[Result]) -> Iterator[tuple[int, Location]]:
    """Yield each actual of the last two calendar years that have any, as (term, location)."""
    stated = [
        (year, (*place, place_of(actuals, key)))
        for each in found
        for place, actuals in actuals_of(each.location, each.measure)
        for year, key in keys_by_year(actuals, each.first_year).items()
        if by_year(actuals, each.first_year)[year].stated
    ]
    calendar = [each for each in stated if is_calendar(each[0])]
    years = sorted({last_year(term) for term, _ in calendar})[-2:]
    yield from ((term, place) for term, place in calendar if last_year(term) in years)


def _claims(plan: PlanRecord) -> Iterator[Location]:
    """Yield the locations of introductory and closing texts that say the plan is in force."""
    texts: dict[Location, str | None] = {("title",): plan.title, ("closing",): plan.closing}
    if plan.vision:
        texts["vision", "introduction"] = plan.vision.introduction
        texts["vision", "lead_in"] = plan.vision.lead_in
    if plan.missions:
        texts["missions", "introduction"] = plan.missions.introduction
        texts["missions", "lead_in"] = plan.missions.lead_in
    if plan.goals:
        texts["goals", "introduction"] = plan.goals.introduction
        texts["goals", "lead_in"] = plan.goals.lead_in
    for location, text in texts.items():
        if text and IN_FORCE.search(text):
            yield location
