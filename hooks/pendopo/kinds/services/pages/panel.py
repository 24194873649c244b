"""The panels of first pages: an agency's services, and the topics of all services."""

from collections.abc import Sequence
from dataclasses import dataclass

from pendopo.government.agency import Agency
from pendopo.kinds.services.pages import addresses
from pendopo.kinds.services.pages.items import Item, of_agency, of_all
from pendopo.kinds.services.pages.of_all import topics
from pendopo.kinds.surveys.record import SurveyBrief, latest
from pendopo.site.context import Context
from pendopo.site.page import Link
from pendopo.site.panel import Panel, Rank

MOST = 6


@dataclass(frozen=True)
class View:
    """The data that the template prints; of the portal `topics`, of an agency `items`."""

    items: Sequence[Item]
    topics: list[tuple[Link, int]]
    survey: SurveyBrief | None
    surveys: str
    all: str
    count: int


def _view(context: Context, agency: Agency | None) -> View | None:
    if agency is None:
        found = topics(context)
        count = len(of_all(context))
        return View((), found, None, "", addresses.ALL, count) if count else None
    items = of_agency(context, agency)
    survey = latest(agency.records)
    if not items and not survey:
        return None
    usable = [each for each in items if each.service.state != "dihentikan"]
    surveys = f"{agency.id}/survei/"
    return View(usable[:MOST], [], survey, surveys, addresses.of_agency(agency.id), len(items))


PANEL = Panel(Rank.SERVICE, "services/panel", _view)
