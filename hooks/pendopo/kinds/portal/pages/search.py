"""The page that a search leads to; without scripts it says where to look instead."""

from collections.abc import Iterator
from dataclasses import dataclass

from pendopo.basics import addresses
from pendopo.kinds.portal.pages.agencies import TypeCount, types
from pendopo.site.page import Context, Link, Page


@dataclass(frozen=True)
class View:
    """What the template prints: other ways to what is there."""

    links: list[Link]
    types: list[TypeCount]


def pages(context: Context) -> Iterator[Page]:
    """The one page of the search."""
    _ = context.translate
    yield Page(
        address=addresses.SEARCH,
        title=_("Search"),
        describe=lambda: _("Search all pages of {portal}.").format(
            portal=context.directory.portal.name
        ),
        source="portal.yml",
        template="search",
        view=lambda: _view(context),
    )


def _view(context: Context) -> View:
    _ = context.translate
    agencies = context.directory.agencies.values()
    links = [Link(_("Home"), addresses.PORTAL)]
    if agencies:
        links.append(Link(_("All agencies"), addresses.DIRECTORY))
    if any(agency.plans for agency in agencies):
        links.append(Link(_("Promises and results"), addresses.PERFORMANCE))
    if any(agency.articles for agency in agencies):
        links.append(Link(_("All news"), addresses.all_news()))
    if context.directory.topics:
        links.append(Link(_("Topics of the news"), addresses.topics()))
    return View(links, types(context))
