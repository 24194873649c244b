"""The list of an agency's services, with its pledge and the satisfaction of its users."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from pendopo.government.agency import Agency
from pendopo.kinds.agency.record.agency import AgencyBrief, AgencyRecord
from pendopo.kinds.services.pages import addresses
from pendopo.kinds.services.pages.items import Group, grouped, of_agency
from pendopo.kinds.services.record.service import SERVICE
from pendopo.kinds.surveys.record import SurveyBrief, latest
from pendopo.reading.entry import Entry
from pendopo.site.context import Context
from pendopo.site.page import Page
from pendopo.site.page import latest as latest_day

FEW = 10
"""With more services than this, an agency's list is divided by topic."""


@dataclass(frozen=True)
class View:
    """The data that the template prints."""

    head: Entry[AgencyRecord, AgencyBrief]
    groups: list[Group]
    survey: SurveyBrief | None
    pledged: bool


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the list, where the agency has services or a pledge."""
    _ = context.translate
    entries = agency.records(SERVICE)
    if not entries and not agency.brief.pledged:
        return
    yield Page(
        address=addresses.of_agency(agency.id),
        title=_("Services"),
        describe=partial(_("Services of {agency}.").format, agency=agency.name),
        source=agency.entry.path,
        template="services/list",
        view=partial(_view, context, agency),
        agency=agency,
        menu=_("Services"),
        kind=_("Service") if agency.brief.pledged else "",
        updated=latest_day([agency.brief.pledged, *(each.brief.updated for each in entries)]),
    )


def _view(context: Context, agency: Agency) -> View:
    groups = grouped(context, of_agency(context, agency), FEW)
    survey = latest(agency.records)
    return View(agency.entry, groups, survey, bool(agency.brief.pledged))
