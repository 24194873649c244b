"""The panel of an agency's first page: its newest documents, and the way to all."""

from dataclasses import dataclass

from pendopo.government.agency import Agency
from pendopo.kinds.documents import places
from pendopo.kinds.documents.pages.lists import Item, item
from pendopo.kinds.documents.record import DOCUMENT
from pendopo.site.context import Context
from pendopo.site.panel import Panel, Rank

NEWEST = 3


@dataclass(frozen=True)
class View:
    """The data that the template prints, with the addresses of both lists."""

    agency: Agency
    items: list[Item]
    documents: str
    information: str


def _view(context: Context, agency: Agency | None) -> View | None:
    if agency is None or not agency.records(DOCUMENT):
        return None
    readable = [each for each in agency.records(DOCUMENT) if not each.brief.excluded]
    return View(
        agency,
        [item(agency, each) for each in readable[:NEWEST]],
        places.documents(agency.id),
        places.information(agency.id),
    )


PANEL = Panel(Rank.BACKGROUND, "documents/panel", _view)
