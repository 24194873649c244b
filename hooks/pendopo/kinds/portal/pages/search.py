"""The search page; without scripts it offers other ways to find pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from pendopo.basics import addresses
from pendopo.kinds.portal.pages.agencies import TypeCount, types
from pendopo.site.context import Context
from pendopo.site.page import Link, Page


@dataclass(frozen=True)
class View:
    """The data that the template prints: other ways to find pages."""

    links: list[Link]
    types: list[TypeCount]


def pages(context: Context) -> Iterator[Page]:
    """Yield the search page."""
    _ = context.translate
    yield Page(
        address=addresses.SEARCH,
        title=_("Search"),
        describe=lambda: _("Search all pages of {portal}.").format(
            portal=context.directory.portal.name
        ),
        source="portal.yml",
        template="portal/search",
        view=lambda: _view(context),
    )


def _view(context: Context) -> View:
    links = (link for kind in context.kinds if kind.links for link in kind.links(context))
    return View([*links], types(context))
