"""The panel of first pages: the newest news."""

from dataclasses import dataclass

from pendopo.government.agency import Agency
from pendopo.kinds.news.pages.article import Teaser, newest
from pendopo.site.context import Context
from pendopo.site.panel import Panel, Rank

OF_AGENCY = 3
OF_ALL = 6


@dataclass(frozen=True)
class View:
    """The data that the template prints; `agency` is None for the portal."""

    agency: Agency | None
    news: list[Teaser]

    @property
    def pictured(self) -> bool:
        """Whether each has a picture: only then do they make rows of cards without holes."""
        return all(each.picture for each in self.news)


def _view(context: Context, agency: Agency | None) -> View | None:
    news = newest(context, agency, OF_AGENCY if agency else OF_ALL)
    return View(agency, news) if news else None


PANEL = Panel(Rank.CURRENT, "news/panel", _view)
