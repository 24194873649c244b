"""The rules that one plan is judged by on its own."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ..documents import Location
from .goals import Indicator, named_missions
from .plan import PlanRecord
from .record import Finding

MOST_TARGETS = 26
EXPECTED_LENGTHS = {
    "RPJPD": (19, 20),
    "RPJMD": (4, 5),
    "Renstra": (4, 5),
    "RKPD": (0,),
    "Renja": (0,),
    "RKPDes": (0,),
}
"""Years between the first and the last year of a period. UU 25/2004, Permendagri 86/2017; the
generation of 2025 writes 2025–2029 (4) where earlier ones wrote 2021–2026 (5)."""


def indicator_rows(plan: PlanRecord) -> Iterator[tuple[Location, Indicator]]:
    """Every row of indicators of a plan with its place in the record."""
    if plan.goals is None:
        return
    holders: list[tuple[Location, Any]] = []
    for g, goal in enumerate(plan.goals.statements):
        place: Location = ("goals", "statements", g)
        holders.append((place, goal))
        holders += [((*place, "objectives", o), each) for o, each in enumerate(goal.objectives)]
    for o, objective in enumerate(plan.goals.objectives):
        holders.append((("goals", "objectives", o), objective))
    for place, holder in holders:
        for i, row in enumerate(holder.indicators):
            yield (*place, "indicators", i), row


def plan_rules(plan: PlanRecord) -> Iterator[Finding]:
    """All rules that one plan is judged by on its own."""
    yield from _something_said(plan)
    yield from _nothing_hidden(plan)
    yield from _bare_statements(plan)
    yield from _plausible_period(plan)
    yield from _known_missions(plan)
    yield from _one_kind_of_targets(plan)
    yield from _targets_within_period(plan)


def _something_said(plan: PlanRecord) -> Iterator[Finding]:
    """A plan has a vision, a mission or a goal, or derives from a plan that has."""
    if not (plan.vision or plan.missions or plan.goals or plan.derives_from):
        yield Finding((), "plan-empty")


def _nothing_hidden(plan: PlanRecord) -> Iterator[Finding]:
    """Words around a statement, a list or a table are shown only if there is one."""
    vision, missions, goals = plan.vision, plan.missions, plan.goals
    if vision and not vision.statement and not plan.derives_from:
        yield Finding(("vision",), "words-alone", {"key": "statement"}, rests_on="derives_from")
    if missions and not missions.statements and not plan.derives_from:
        yield Finding(("missions",), "words-alone", {"key": "statements"}, rests_on="derives_from")
    if vision and vision.higher_lead_in and not plan.derives_from:
        place = ("vision", "higher_lead_in")
        yield Finding(place, "words-alone", {"key": "derives_from"}, rests_on="derives_from")
    if missions and missions.higher_lead_in and not plan.derives_from:
        place = ("missions", "higher_lead_in")
        yield Finding(place, "words-alone", {"key": "derives_from"}, rests_on="derives_from")
    elaborated = [
        each
        for each in (missions.statements if missions else ())
        if each.heading or each.elaboration
    ]
    if missions and missions.elaboration_lead_in and not elaborated:
        place = ("missions", "elaboration_lead_in")
        yield Finding(place, "words-alone", {"key": "elaboration"})
    if goals and not goals.statements and not goals.objectives:
        yield Finding(("goals",), "words-alone", {"key": "statements"})
    if goals and goals.table and not any(indicator_rows(plan)):
        yield Finding(("goals", "table"), "words-alone", {"key": "indicators"})


def _bare_statements(plan: PlanRecord) -> Iterator[Finding]:
    """A vision has no quotation marks and a statement no number: the page adds both."""
    if plan.vision and re.fullmatch(r"[“”\"].*[“”\"]", plan.vision.statement or ""):
        yield Finding(("vision", "statement"), "statement-quotes")
    lists: list[tuple[Location, Sequence[Any]]] = []
    if plan.missions:
        lists.append((("missions", "statements"), plan.missions.statements))
    if plan.goals:
        lists.append((("goals", "statements"), plan.goals.statements))
        lists.append((("goals", "objectives"), plan.goals.objectives))
        for index, goal in enumerate(plan.goals.statements):
            lists.append((("goals", "statements", index, "objectives"), goal.objectives))
    for place, entries in lists:
        for index, entry in enumerate(entries):
            if re.match(r"\d{1,2}[.)]\s", entry.statement):
                yield Finding((*place, index, "statement"), "statement-number")


def _plausible_period(plan: PlanRecord) -> Iterator[Finding]:
    """A period ends after it starts and is as long as its kind of document demands."""
    if plan.period is None:
        return
    start, end = plan.period.start, plan.period.end
    expected = EXPECTED_LENGTHS.get(plan.type, range(31))
    place = ("period", "end")
    if end < start:
        yield Finding(place, "period-order", {"start": start, "end": end})
    elif end - start not in expected:
        values = {"type": plan.type, "length": end - start, "start": start, "end": end}
        lengths = f"{expected[0]}–{expected[-1]}" if len(expected) > 1 else str(expected[0])
        yield Finding(place, "period-length", values | {"expected": lengths})


def _known_missions(plan: PlanRecord) -> Iterator[Finding]:
    """A goal or objective serves a mission of the plan.

    Of a plan without missions that derives from another, only the whole can tell.
    """
    count = len(plan.missions.statements) if plan.missions else 0
    if not count and plan.derives_from:
        return
    for location, mission in named_missions(plan.goals):
        if not 1 <= mission <= count:
            values = {"value": mission, "count": count}
            yield Finding(location, "mission-unknown", values, rests_on="missions")


def _one_kind_of_targets(plan: PlanRecord) -> Iterator[Finding]:
    """One plan gives its targets either by ordinal or by calendar year."""
    first: type | None = None
    for place, row in indicator_rows(plan):
        if not row.targets:
            continue
        first = first or type(row.targets)
        if type(row.targets) is not first:
            code = "targets-list" if isinstance(row.targets, tuple) else "targets-mapping"
            yield Finding((*place, "targets"), code)


def _targets_within_period(plan: PlanRecord) -> Iterator[Finding]:
    """No more targets than the period has years, and none for a year outside it.

    By calendar year one more is in order: the generation of 2025 plans a year past its period.
    """
    for place, row in indicator_rows(plan):
        years = sorted(row.targets) if isinstance(row.targets, dict) else []
        count = years[-1] - years[0] + 1 if years else len(row.targets)
        if count > MOST_TARGETS:
            values = {"count": count, "limit": MOST_TARGETS}
            yield Finding((*place, "targets"), "targets-limit", values)
    if plan.period is None or plan.period.end < plan.period.start:
        return
    start, end = plan.period.start, plan.period.end
    for place, row in indicator_rows(plan):
        if isinstance(row.targets, tuple) and len(row.targets) > end - start + 1:
            values = {"count": len(row.targets), "years": end - start + 1}
            yield Finding((*place, "targets"), "targets-many", values)
        if isinstance(row.targets, dict):
            for year in row.targets:
                if not start <= year <= end + 1:
                    values = {"value": year, "start": start, "end": end}
                    yield Finding(
                        (*place, "targets", str(year)), "targets-year", values, on_key=True
                    )
