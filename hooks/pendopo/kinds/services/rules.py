"""Rules that check services."""

from collections.abc import Collection, Iterator

from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.agency.contacts.rules import hours_rules
from pendopo.kinds.services.record.service import SERVICE, Service, ServiceRecord
from pendopo.kinds.structure.named_units import unknown_units
from pendopo.kinds.topics.known import unknown_topics
from pendopo.problems.nearest import Names
from pendopo.problems.problem import Problem
from pendopo.reading.finding import Finding
from pendopo.site.context import Context


def service_rules(service: ServiceRecord) -> Iterator[Finding]:
    """The six parts that must be published are filled, and what is said of them can be."""
    yield from _filled(service)
    yield from _possible(service)
    yield from _status(service)
    yield from hours_rules(service.hours, ("hours",))
    if service.left_out:
        yield Finding((), "service-management", {"keys": ", ".join(service.left_out)})


def _filled(service: ServiceRecord) -> Iterator[Finding]:
    """Lists that must be published are not empty, and a fee is stated."""
    if not service.requirements:
        yield Finding(("requirements",), "service-requirements")
    if not service.procedure:
        yield Finding(("procedure",), "service-procedure")
    if not service.fee.amounts:
        yield Finding(("fee",), "service-fee")


def _possible(service: ServiceRecord) -> Iterator[Finding]:
    """A time is longer than nothing, and its end is longer than its beginning."""
    takes = service.time
    if not takes.amount:
        yield Finding(("time", "amount"), "service-time-none")
    if takes.until is not None and takes.until <= takes.amount:
        values = {"first": takes.amount, "last": takes.until}
        yield Finding(("time", "until"), "service-time-order", values)


def _status(service: ServiceRecord) -> Iterator[Finding]:
    """A service that is not open says why, and its days are in order."""
    status = service.status
    if status is None:
        return
    if status.state != "buka" and not status.reason:
        yield Finding(("status",), "service-reason")
    if status.since and status.until and status.until < status.since:
        values = {"value": status.until, "first": status.since}
        yield Finding(("status", "until"), "service-status-days", values)


def service_link_rules(
    agency: Agency, directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """Check an agency's services with all rules that depend on other files."""
    entries = agency.records(SERVICE)
    yield from unknown_topics(entries, directory, paths)
    yield from unknown_units(agency, ((each, each.brief.office) for each in entries))
    names = Names(each.name for each in entries)
    for entry in entries:
        yield from _related(entry, agency, names, paths)


def _related(
    entry: Service, agency: Agency, names: Names, paths: Collection[str]
) -> Iterator[Problem]:
    """Related services are others of the same agency."""
    for index, name in enumerate(entry.brief.related):
        location = ("related", index)
        if name == entry.name:
            yield entry.problem(location, "service-related-self")
        elif agency.named(SERVICE, name) or SERVICE.path(agency.id, name) in paths:
            continue
        elif near := names.nearest(name):
            yield entry.problem(location, "service-unknown-nearest", value=name, nearest=near)
        else:
            known = names.listed
            yield entry.problem(location, "service-unknown", value=name, known=known)


def reopened(context: Context, agency: Agency) -> Iterator[Problem]:
    """A service is not closed any more after the last day on which it was to be."""
    today = context.today_of(agency).isoformat()
    for entry in agency.records(SERVICE):
        until = entry.brief.closed_until
        if entry.brief.state == "tutup-sementara" and until and until < today:
            yield entry.problem(("status", "until"), "service-reopened", value=until)
