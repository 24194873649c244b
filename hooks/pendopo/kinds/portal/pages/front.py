"""The front page of the portal: its name, introduction and search, and panels."""

from collections.abc import Iterator
from dataclasses import dataclass

from pendopo.basics import addresses
from pendopo.basics.markdown import plain
from pendopo.kinds.news.pages.article import listed
from pendopo.kinds.portal.record import PortalRecord
from pendopo.site.context import Context
from pendopo.site.page import Page, latest
from pendopo.site.panel import Shown

NEWEST = 6


@dataclass(frozen=True)
class View:
    """The data that the template prints."""

    portal: PortalRecord
    panels: tuple[Shown, ...]


def pages(context: Context) -> Iterator[Page]:
    """Yield the front page."""
    portal = context.directory.portal
    yield Page(
        address=addresses.PORTAL,
        title=portal.name,
        describe=lambda: plain(portal.introduction),
        source="portal.yml",
        template="portal/front",
        view=lambda: _view(context),
        menu=context.translate("Home"),
        contents=False,  # it is a table of contents itself
        search=False,
        kind=context.translate("About this site"),
        updated=latest(each.article.updated for each in listed(context)[:NEWEST]),
    )


def _view(context: Context) -> View:
    return View(context.directory.portal, context.kinds.panels(context, None))
