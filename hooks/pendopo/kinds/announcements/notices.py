"""The notices of announcements, on all pages of the agency and of those below it."""

from collections.abc import Iterator
from typing import cast

from pendopo.government.agency import Agency
from pendopo.kinds.announcements.listed import ALL, address
from pendopo.kinds.announcements.record import ANNOUNCEMENT
from pendopo.site.context import Context
from pendopo.site.notices import Level, Notice


def notices(context: Context, agency: Agency | None) -> Iterator[Notice]:
    """Yield the notices of an agency's pages: its own, then those of each agency above it.

    The portal's pages show those of emergencies of agencies at the top.
    """
    directory = context.directory
    if agency:
        for each in (agency, *reversed(directory.above(agency))):
            yield from _of(context, each)
    else:
        for each in directory.below(None):
            yield from (notice for notice in _of(context, each) if notice.level == "darurat")


def _of(context: Context, agency: Agency) -> Iterator[Notice]:
    entries = [each for each in agency.records(ANNOUNCEMENT) if each.brief.until]
    today = context.today_of(agency) if entries else context.today
    for each in entries:
        if each.brief.stands(today):
            level = cast(Level, each.brief.level)
            yield Notice(level, each.brief.text, agency.name, address(agency, each.name), ALL)
