"""The panel of first pages: the newest announcements that count."""

from dataclasses import dataclass

from pendopo.government.agency import Agency
from pendopo.kinds.announcements.listed import Listed, current, list_address
from pendopo.site.context import Context
from pendopo.site.panel import Panel, Rank

MOST = 3


@dataclass(frozen=True)
class View:
    """The data that the template prints; `agency` is None for the portal."""

    agency: Agency | None
    items: list[Listed]
    address: str


def _view(context: Context, agency: Agency | None) -> View | None:
    found = current(context, agency, MOST)
    return View(agency, found, list_address(agency)) if found else None


PANEL = Panel(Rank.CURRENT, "announcements/panel", _view)
