"""What an agency's services and its pledge show of that which the law wants."""

from collections.abc import Iterator

from pendopo.government.agency import Agency
from pendopo.kinds.services.pages import addresses
from pendopo.kinds.services.record.service import SERVICE
from pendopo.site.context import Context
from pendopo.site.evidence import Evidence
from pendopo.site.page import latest


def evidence(context: Context, agency: Agency) -> Iterator[Evidence]:
    """Yield the list of services, and the pledge on it."""
    _ = context.translate
    address = addresses.of_agency(agency.id)
    if entries := agency.records(SERVICE):
        day = latest(each.brief.updated for each in entries)
        yield Evidence("services", _("Services"), address, day)
    if agency.brief.pledged:
        yield Evidence("service-pledge", _("Service pledge"), address, agency.brief.pledged)
