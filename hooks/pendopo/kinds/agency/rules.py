"""Rules that check agencies."""

from collections.abc import Collection, Iterator

from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.agency.contacts.rules import contact_rules
from pendopo.kinds.agency.record.agency import AgencyRecord
from pendopo.problems.problem import Problem
from pendopo.reading.finding import Finding
from pendopo.reading.record import alt_rules

MOST_MAINTAINERS = 20


def agency_rules(agency: AgencyRecord) -> Iterator[Finding]:
    """Maintainers are few, an emblem has alt text, and contacts are sound."""
    if len(agency.maintainers) > MOST_MAINTAINERS:
        yield Finding(("maintainers",), "maintainers-many", {"limit": MOST_MAINTAINERS})
    if agency.emblem:
        yield from alt_rules(agency.emblem.alt, ("emblem", "alt"))
    yield from contact_rules(agency)


def code_of_parent(
    agency: Agency, directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """A region code starts with the code of the nearest agency above that has one."""
    code = agency.brief.region_code
    for above in reversed(directory.above(agency)):
        if code and (start := above.brief.region_code):
            if code != start and not code.startswith(f"{start}."):
                values = {"value": code, "parent": start, "name": above.name}
                yield agency.entry.problem(("region_code",), "region-code-parent", **values)
            return
