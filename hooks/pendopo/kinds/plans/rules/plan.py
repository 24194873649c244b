"""Rules that check one plan on its own."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pendopo.basics.locations import Location
from pendopo.kinds.plans.record.goals import Objective, elements, named_missions
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.plans.record.programmes import works
from pendopo.kinds.plans.record.results import results
from pendopo.kinds.plans.rules.indicators import indicator_rules
from pendopo.kinds.plans.rules.statements import marked
from pendopo.problems.nearest import Names
from pendopo.reading.finding import Finding

COUNT = re.compile(r"\b(\d{1,3}) ?(?:\(\w+\) )?(misi|tujuan|sasaran)\b", re.IGNORECASE)
EXPECTED_LENGTHS = {
    "RPJPD": (19, 20),
    "RPJMD": (4, 5),
    "Renstra": (4, 5),
    "RKPD": (0,),
    "Renja": (0,),
    "RKPDes": (0,),
}
"""Allowed numbers of years between the first and last year of a period, by type of plan.

Sources: UU 25/2004 and Permendagri 86/2017. Plans of the 2025 generation write 2025–2029 (4),
earlier ones 2021–2026 (5).
"""


def plan_rules(plan: PlanRecord) -> Iterator[Finding]:
    """Check one plan with all rules that do not involve other plans."""
    yield from _something_said(plan)
    yield from _nothing_hidden(plan)
    yield from _bare_statements(plan)
    yield from _plausible_period(plan)
    yield from _known_missions(plan)
    yield from _first_year_within_period(plan)
    yield from _count_stated(plan)
    yield from _missions_served(plan)
    yield from _headings_agree(plan)
    yield from _served_is_there(plan)
    yield from _codes_differ(plan)
    yield from _budgets(plan)
    yield from indicator_rules(plan)


def _something_said(plan: PlanRecord) -> Iterator[Finding]:
    """A plan has a vision, a mission or a goal, or derives from a plan that has one."""
    if not (plan.vision or plan.missions or plan.goals or plan.derives_from):
        yield Finding((), "plan-empty")


def _nothing_hidden(plan: PlanRecord) -> Iterator[Finding]:
    """Text around a statement, list or table is allowed only if the statement or list exists."""
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
    if goals and goals.table and not any(each.entry.indicators for each in elements(goals)):
        yield Finding(("goals", "table"), "words-alone", {"key": "indicators"})


def _bare_statements(plan: PlanRecord) -> Iterator[Finding]:
    """A vision has no quotation marks and a statement no number, because the page adds both."""
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
        for index in marked([entry.statement for entry in entries]):
            yield Finding((*place, index, "statement"), "statement-number")


def _plausible_period(plan: PlanRecord) -> Iterator[Finding]:
    """A period ends after it starts, and its length matches the type of plan."""
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
    """A goal or objective supports an existing mission of the plan.

    If the plan has no missions but derives from another, `links.py` checks this instead.
    """
    count = len(plan.missions.statements) if plan.missions else 0
    if not count and plan.derives_from:
        return
    for location, mission in named_missions(plan.goals):
        if not 1 <= mission <= count:
            values = {"value": mission, "count": count}
            yield Finding(location, "mission-unknown", values, rests_on="missions")


def _count_stated(plan: PlanRecord) -> Iterator[Finding]:
    """The number of missions, goals or objectives matches the text, such as `8 (delapan) misi`."""
    missions, goals = plan.missions, plan.goals
    found = [*elements(goals)]
    counts = {
        "misi": len(missions.statements) if missions else 0,
        "tujuan": len(goals.statements) if goals else 0,
        "sasaran": sum(isinstance(each.entry, Objective) for each in found),
    }
    for part, texts in (("missions", missions), ("goals", goals)):
        for key in ("introduction", "lead_in", "objectives_lead_in", "elaboration_lead_in"):
            for number, name in COUNT.findall(getattr(texts, key, None) or ""):
                count = counts[name.lower()]
                if count and int(number) != count:
                    values = {"value": number, "name": name, "count": count}
                    yield Finding((part, key), "count-stated", values, rests_on=part)


def _missions_served(plan: PlanRecord) -> Iterator[Finding]:
    """If goals name the missions they support, each mission has at least one goal."""
    named = {number for _, number in named_missions(plan.goals)}
    count = len(plan.missions.statements) if named and plan.missions else 0
    idle = [number for number in range(1, count + 1) if number not in named]
    if idle:
        place = ("missions", "statements", idle[0] - 1)
        values = {"numbers": ", ".join(map(str, idle))}
        yield Finding(place, "mission-unserved", values, rests_on="goals")


def _headings_agree(plan: PlanRecord) -> Iterator[Finding]:
    """The heading of an elaboration equals the mission's statement, ignoring case."""
    for index, mission in enumerate(plan.missions.statements if plan.missions else ()):
        heading = " ".join((mission.heading or "").split()).casefold()
        if heading and heading != " ".join(mission.statement.split()).casefold():
            yield Finding(("missions", "statements", index, "heading"), "heading-differs")


def _served_is_there(plan: PlanRecord) -> Iterator[Finding]:
    """A programme serves only goals and objectives of its own plan (`serves`)."""
    known = {each.anchor: None for each in elements(plan.goals)}
    listed = Names(known).listed
    for p, programme in enumerate(plan.programmes):
        for index, anchor in enumerate(programme.serves):
            if anchor not in known:
                values = {"value": anchor, "known": listed}
                place = ("programmes", p, "serves", index)
                yield Finding(place, "serves-unknown", values, rests_on="goals")


def _codes_differ(plan: PlanRecord) -> Iterator[Finding]:
    """No two works, and no two indicators of goals, have the same code."""
    measures = [(each.location, each.measure) for each in results(plan)]
    for found in (works(plan.programmes), measures):
        seen: set[str] = set()
        for location, each in found:
            if each.code and each.code in seen:
                yield Finding((*location, "code"), "code-twice", {"value": each.code})
            seen.add(each.code or "")


def _budgets(plan: PlanRecord) -> Iterator[Finding]:
    """A budget is for a year of the plan, stated once per source, and not overspent."""
    for location, work in works(plan.programmes):
        seen: set[tuple[int, str | None]] = set()
        for index, budget in enumerate(work.budget):
            place = (*location, "budget", index)
            period = plan.period
            if period and not period.start <= budget.year <= period.end + 1:
                values = {"value": budget.year, "start": period.start, "end": period.end}
                yield Finding((*place, "year"), "targets-year", values, rests_on="period")
            if (budget.year, budget.source) in seen:
                yield Finding((*place, "year"), "budget-twice", {"value": budget.year})
            seen.add((budget.year, budget.source))
            if budget.ceiling is not None and (budget.realised or 0) > budget.ceiling:
                yield Finding((*place, "realised"), "budget-over")


def _first_year_within_period(plan: PlanRecord) -> Iterator[Finding]:
    """The first target year of a plan is within its period."""
    year, period = plan.first_target_year, plan.period
    if year and period and not period.start <= year <= period.end:
        values = {"value": year, "start": period.start, "end": period.end}
        yield Finding(("first_target_year",), "targets-year", values, rests_on="period")
