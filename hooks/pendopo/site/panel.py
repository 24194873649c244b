"""Panels: the parts of a first page, one for each kind that has something to show there."""

from collections.abc import Callable
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from pendopo.government.agency import Agency

if TYPE_CHECKING:
    from pendopo.site.context import Context


class Rank(IntEnum):
    """The order of panels: what most people come for stands first."""

    SERVICE = 1
    PEOPLE = 2
    PROMISES = 3
    CURRENT = 4
    BACKGROUND = 5


class Panel(NamedTuple):
    """A panel that a kind may show on the first page of an agency, or of the portal (None).

    `template` is the name of its template below `pages/`, without its suffix; it ends in `panel`,
    or in `banner` for what stands above every page, and `panel` is the view to it. `view` returns
    None where there is nothing to show.
    """

    rank: Rank
    template: str
    view: Callable[["Context", Agency | None], Any]


class Shown(NamedTuple):
    """A panel as one page shows it."""

    template: str
    view: Any

    @property
    def stem(self) -> str:
        """The name of the template without its last word, which all panels share."""
        return self.template.removesuffix("panel").removesuffix("banner")
