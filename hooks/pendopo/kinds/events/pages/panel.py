"""The panel of first pages: the next events."""

from dataclasses import dataclass

from pendopo.government.agency import Agency
from pendopo.kinds.events.listed import Listed, coming, list_address
from pendopo.site.context import Context
from pendopo.site.panel import Panel, Rank

MOST = 3


@dataclass(frozen=True)
class View:
    """The data that the template prints; `agency` is None for the portal."""

    agency: Agency | None
    events: list[Listed]
    address: str


def _view(context: Context, agency: Agency | None) -> View | None:
    found = coming(context, agency)[:MOST]
    return View(agency, found, list_address(agency)) if found else None


PANEL = Panel(Rank.CURRENT, "events/panel", _view)
