"""Events as evidence that an agency publishes its agenda."""

from collections.abc import Iterator

from pendopo.government.agency import Agency
from pendopo.kinds.events.listed import list_address
from pendopo.kinds.events.record import EVENT
from pendopo.site.context import Context
from pendopo.site.evidence import Evidence


def evidence(context: Context, agency: Agency) -> Iterator[Evidence]:
    """Yield the agenda, with the day of its latest event: today if that is still to come."""
    if entries := agency.records(EVENT):
        newest = max(each.brief.last_day for each in entries)
        day = min(newest, context.today_of(agency).isoformat())
        yield Evidence("agenda", context.translate("Agenda"), list_address(agency), day)
