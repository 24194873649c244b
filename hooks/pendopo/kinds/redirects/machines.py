"""Stub pages at the old addresses of redirects."""

from collections.abc import Iterable, Iterator

from pendopo.government.agency import Agency
from pendopo.kinds.redirects.record import REDIRECTS, Redirects
from pendopo.kinds.redirects.resolved import owner, resolved
from pendopo.site.context import Context
from pendopo.site.page import DataFile
from pendopo.site.stub import stub


def of_portal(context: Context) -> Iterator[DataFile]:
    """Yield the stub pages that belong to no agency."""
    yield from _stubs(context, None, context.directory.records(REDIRECTS))


def of_agency(context: Context, agency: Agency) -> Iterator[DataFile]:
    """Yield the stub pages of an agency."""
    yield from _stubs(context, agency, agency.records(REDIRECTS))


def _stubs(
    context: Context, agency: Agency | None, entries: Iterable[Redirects]
) -> Iterator[DataFile]:
    agencies = context.directory.agencies
    for entry in entries:
        for each in resolved(entry):
            if owner(each.source, agency.id if agency else "", agencies) is None:
                yield moved(context, each.source, each.target)


def moved(context: Context, source: str, target: str) -> DataFile:
    """Return the stub page at an old address, which leads to the new one."""
    _ = context.translate
    return stub(context, source, target, _("This page has moved"), _("Its new address:"))
