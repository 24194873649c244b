"""Selection of plans: which one is in force, and which ones state a vision or goals."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.plans.record import PLAN, Plan

Status = Literal["in force", "undated", "superseded", "ended", "coming"]
PREFERENCE: tuple[Status, ...] = ("in force", "undated", "superseded", "ended", "coming")
MEDIUM_TERM = {"RPJMD", "RPD", "Renstra", "RPJMDes"}


def status(plan: Plan, today: date) -> Status:
    """Return the status of a plan on `today`; its first and last year belong to its period."""
    brief = plan.brief
    if brief.superseded_by:
        return "superseded"
    if not brief.start:
        return "undated"
    if today.year > brief.end:
        return "ended"
    return "coming" if today.year < brief.start else "in force"


def newest_first(plans: Iterable[Plan]) -> list[Plan]:
    """Sort plans by the start of their period, latest first."""
    return sorted(plans, key=lambda plan: (-plan.brief.start, plan.name))


def current(plans: Iterable[Plan], today: date) -> Plan | None:
    """Return the plan to show by default: in force if possible, then medium-term, then the latest.

    None if there are no plans.
    """

    def rank(plan: Plan) -> tuple[int, bool]:
        return PREFERENCE.index(status(plan, today)), plan.brief.type not in MEDIUM_TERM

    return min(newest_first(plans), key=rank, default=None)


def with_vision(agency: Agency, directory: Directory) -> list[Plan]:
    """Return the agency's plans that state a vision or missions, or derive from one that does."""
    return [plan for plan in agency.records(PLAN) if shows_vision(plan, directory)]


def with_goals(agency: Agency) -> list[Plan]:
    """Return the agency's plans that state goals or objectives."""
    return [plan for plan in agency.records(PLAN) if plan.brief.states_goals]


def shows_vision(plan: Plan, directory: Directory) -> bool:
    """Return whether the plan states a vision or missions, or derives from one that does."""
    return states_vision(plan) or above(plan, directory) is not None


def states_vision(plan: Plan) -> bool:
    """Return whether the plan itself states a vision or missions."""
    return bool(plan.brief.states_vision)


def above(plan: Plan, directory: Directory) -> tuple[Agency, Plan] | None:
    """Return the nearest plan with a vision or missions that this one derives from, and its agency.

    None if there is none.
    """
    while plan.brief.derives_from:
        higher = plan_at(directory, plan.brief.derives_from)
        if higher is None or not plan.agency.startswith(f"{higher[0].id}/"):
            return None
        if states_vision(higher[1]):
            return higher
        plan = higher[1]
    return None


def overlap(plan: Plan, other: Plan) -> bool:
    """Return whether two plans share a year; assumed true if either has no period."""
    one, two = plan.brief, other.brief
    if not one.start or not two.start:
        return True
    return bool(one.start <= two.end and two.start <= one.end)


def preceding(plan: Plan, plans: Iterable[Plan]) -> Plan | None:
    """Return the previous plan of the same type: the last to start earlier.

    All medium-term types count as one type.
    """
    medium = plan.brief.type in MEDIUM_TERM
    earlier = [
        each
        for each in plans
        if 0 < each.brief.start < plan.brief.start
        and (each.brief.type in MEDIUM_TERM) == medium
        and (medium or each.brief.type == plan.brief.type)
    ]
    return next(iter(newest_first(earlier)), None)


def label(plan: Plan) -> str:
    """Return the period, such as `2016–2021`, or the name of a plan without one."""
    start, end = plan.brief.start, plan.brief.end
    if not start:
        return plan.name
    return f"{start}–{end}" if end > start else str(start)


def years(plan: Plan) -> str:
    """Return the years of the period, such as `2016-2021`; empty if the plan states none."""
    return f"{plan.brief.start}-{plan.brief.end}" if plan.brief.start else ""


def distinct_label(plan: Plan, plans: Iterable[Plan]) -> str:
    """Return the label of a plan, with its name if another of `plans` has the same label."""
    period = (plan.brief.start, plan.brief.end)
    alike = (each for each in plans if (each.brief.start, each.brief.end) == period)
    shared = sum(label(each) == label(plan) for each in alike) > 1
    return f"{label(plan)} ({plan.name})" if shared else label(plan)


def plan_at(directory: Directory, reference: str) -> tuple[Agency, Plan] | None:
    """Return the plan to which `agency-id/name` refers, with its agency; None if there is none."""
    agency_id, _, name = reference.rpartition("/")
    agency = directory.agencies.get(agency_id)
    found = agency.named(PLAN, name) if agency else None
    return (agency, found) if agency and found else None


def judged_in(agency: Agency, today: date) -> int:
    """Return the year in which results are judged: none are due after an agency has ended."""
    return int(agency.brief.status.since[:4]) if agency.brief.has_ended(today) else today.year
