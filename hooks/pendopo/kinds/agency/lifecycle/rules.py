"""Rules about what became of an agency."""

from collections.abc import Collection, Iterator
from datetime import timedelta

from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.agency.lifecycle.lineage import lineage
from pendopo.kinds.agency.record.agency import AGENCY, AgencyRecord
from pendopo.kinds.agency.record.lifecycle import RENAMED, Status
from pendopo.problems.problem import Problem, problem
from pendopo.reading.finding import Finding
from pendopo.site.context import Context

FEWEST = {"digabung": 1, "dipecah": 2, "digantikan": 1}
"""Fewest successors of an agency in a state; those in other states have none."""
FAR = timedelta(days=366)
"""A day further ahead than this is likely to be mistyped."""


def status_rules(agency: AgencyRecord) -> Iterator[Finding]:
    """A status has what its state demands, names its law, and fits the names of the agency."""
    if status := agency.status:
        yield from _successors(status)
        if not status.law and not any(each.law for each in status.former_names):
            yield Finding(("status",), "status-law", on_key=True)
        yield from _former_names(agency.name, status)


def _successors(status: Status) -> Iterator[Finding]:
    """The number of successors fits the state, and none is named twice."""
    fewest, values = FEWEST.get(status.state, 0), {"state": status.state}
    seen: set[str] = set()
    for index, each in enumerate(status.successors):
        if not fewest:
            code = "renamed-successor" if status.state == RENAMED else "closed-successor"
            yield Finding(("status", "successors", index), code, {"value": each})
        elif each in seen:
            yield Finding(("status", "successors", index), "successor-twice", {"value": each})
        seen.add(each)
    if len(seen) < fewest:
        code = "successors-two" if fewest > 1 else "successors-none"
        yield Finding(("status", "state"), code, values, rests_on="successors")


def _former_names(name: str, status: Status) -> Iterator[Finding]:
    """An agency that was renamed had another name, and only until it was renamed."""
    if status.state == RENAMED and not status.former_names:
        yield Finding(("status", "state"), "former-name-none", rests_on="former_names")
    for index, each in enumerate(status.former_names):
        place = ("status", "former_names", index)
        if each.name.casefold() == name.casefold():
            yield Finding((*place, "name"), "former-name-same", {"value": each.name})
        if each.until and each.until > status.since:
            values = {"value": each.until, "since": status.since}
            yield Finding((*place, "until"), "former-name-until", values)


def successors_exist(
    agency: Agency, directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """Each successor is another agency that exists, and the line after it does not come back."""
    for index, name in enumerate(agency.brief.status.successors):
        place = ("status", "successors", index)
        if name == agency.id:
            yield agency.entry.problem(place, "successor-self", value=name)
        elif name in directory.agencies:
            if lineage(directory, agency).circular:
                yield agency.entry.problem(place, "successor-circle", value=name)
        elif f"agencies/{name}/{AGENCY.file}" in paths:
            continue
        elif near := directory.names.nearest(name):
            yield agency.entry.problem(place, "successor-missing-nearest", value=name, nearest=near)
        else:
            yield agency.entry.problem(place, "successor-missing", value=name)


def status_timely_rules(context: Context, agency: Agency) -> Iterator[Problem]:
    """Yield what is to be said of a status, or of that of the agencies around, as of today."""
    status, today = agency.brief.status, context.today
    if status.since > today.isoformat():
        far = status.since > (today + FAR).isoformat()
        code = "status-far" if far else "status-ahead"
        yield agency.entry.problem(("status", "since"), code, value=status.since)
    yield from _ended_successors(context, agency)
    if not status.ends:
        for above in reversed(context.directory.above(agency)):
            if above.brief.has_ended(today):
                values = {"name": above.name, "since": above.brief.status.since}
                yield problem(agency.entry.path, "status-below", **values)
                return


def _ended_successors(context: Context, agency: Agency) -> Iterator[Problem]:
    """No successor has ended itself."""
    indexes = {name: index for index, name in enumerate(agency.brief.status.successors)}
    for each in lineage(context.directory, agency).successors:
        if each.state and each.since <= context.today.isoformat():
            place = ("status", "successors", indexes[each.id])
            code = "successor-ended-last" if each.last else "successor-ended"
            values = {"value": each.id, "since": each.since, "last": each.last}
            yield agency.entry.problem(place, code, **values)
