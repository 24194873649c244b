"""Announcements as evidence that an agency makes known at once what must be."""

from collections.abc import Iterator

from pendopo.government.agency import Agency
from pendopo.kinds.announcements.listed import list_address
from pendopo.kinds.announcements.record import ANNOUNCEMENT
from pendopo.site.context import Context
from pendopo.site.evidence import Evidence


def evidence(context: Context, agency: Agency) -> Iterator[Evidence]:
    """Yield the list of announcements, with the day of the newest change."""
    if entries := agency.records(ANNOUNCEMENT):
        day = max(each.brief.changed for each in entries)
        title = context.translate("Announcements")
        yield Evidence("immediate", title, list_address(agency), day)
