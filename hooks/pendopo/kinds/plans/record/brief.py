"""What can be known of a plan without reading it."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, Self

from pendopo.basics.locations import Location
from pendopo.kinds.plans.record.goals import Goal, Objective, elements, named_missions
from pendopo.kinds.plans.record.indicators import (
    FIRST_CALENDAR_YEAR,
    by_year,
    keys_by_year,
    place_of,
)
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.plans.record.results import Result, Standing, results, standings, work_results
from pendopo.reading.record import written

IN_FORCE = re.compile(
    r"\b(?:masih|sedang|saat ini|kini) berlaku\b|\bberlaku (?:saat ini|hingga kini|sampai sekarang)"
    r"|\b(?:still|currently) in force\b",
    re.IGNORECASE,
)


class Serving(NamedTuple):
    """A goal or objective that serves others: what those say of it.

    `anchor` is its name on its own page; `supports` are references with their places in the record.
    `below` are its objectives, each with the names of its indicators; first those of its own, for
    which the objective is empty.
    """

    anchor: str
    statement: str
    supports: tuple[tuple[str, Location], ...]
    mission: int
    below: tuple[tuple[str, tuple[str, ...]], ...]


class PlanBrief(NamedTuple):
    """What can be known of a plan without reading it; what is not written is empty or 0.

    `named_missions` are the numbers of missions that goals and objectives name, with their places;
    `goals` says of each goal how many objectives it has, `objectives` how many have no goal.
    `indicators` counts those of goals and objectives, `measures` also those of programmes.
    `actuals` are those of the last two calendar years that have one, with their places, `claims`
    the places of texts that say the plan is in force. What is in rows has a property that names
    their columns.
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

    @property
    def serving(self) -> list[Serving]:
        """The goals and objectives that may serve those of an agency above."""
        return [*map(Serving._make, self.serving_rows)]

    @property
    def standings(self) -> list[Standing]:
        """How its indicators stand."""
        return [*map(Standing._make, self.standing_rows)]

    @property
    def anchors(self) -> list[str]:
        """The names of all that others can serve: `misi-1`, `tujuan-1`, `sasaran-1-1`."""
        found = [f"misi-{number + 1}" for number in range(self.missions)]
        for goal, count in enumerate(self.goals, 1):
            found += [f"tujuan-{goal}", *(f"sasaran-{goal}-{n + 1}" for n in range(count))]
        return [*found, *(f"sasaran-{number + 1}" for number in range(self.objectives))]

    @classmethod
    def of(cls, plan: PlanRecord) -> Self:
        """The brief of `plan`."""
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
        )


def _serving(plan: PlanRecord) -> Iterator[Serving]:
    """The goals and objectives that name what they serve, or a mission of another plan."""
    above = bool(plan.derives_from) and not (plan.missions and plan.missions.statements)
    for each in elements(plan.goals):
        mission = (each.entry.mission or 0) if above else 0
        if not each.entry.supports and not mission:
            continue
        supports = tuple(
            (reference, (*each.location, "supports", index))
            for index, reference in enumerate(each.entry.supports)
        )
        inner = each.entry.objectives if isinstance(each.entry, Goal) else ()
        below = (("", _names(each.entry)), *((one.statement, _names(one)) for one in inner))
        yield Serving(each.anchor, each.entry.statement, supports, mission, below)


def _names(holder: Goal | Objective) -> tuple[str, ...]:
    """The names of the indicators of a goal or objective itself."""
    return tuple(measure.name for row in holder.indicators for measure in (row, *row.same_targets))


def _latest_actuals(found: list[Result]) -> Iterator[tuple[int, Location]]:
    """Every actual of the last two calendar years that have one, with its place."""
    stated = [
        (year, each, key)
        for each in found
        for year, key in keys_by_year(each.measure.actuals, each.first_year).items()
        if by_year(each.measure.actuals, each.first_year)[year].stated
    ]
    years = sorted({year for year, _, _ in stated if year >= FIRST_CALENDAR_YEAR})[-2:]
    for year, each, key in stated:
        if year in years:
            yield year, (*each.location, "actuals", place_of(each.measure.actuals, key))


def _claims(plan: PlanRecord) -> Iterator[Location]:
    """The places of texts around vision, missions and goals that say the plan is in force."""
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
