"""Titles of pages: unique within the site, and short enough for the results of search engines."""

from collections.abc import Iterator

from pendopo.site.page import Page
from pendopo.site.planning import Site

LONGEST = 70
"""Letters of a title that search engines show."""


def title(page: Page, site: Site) -> str:
    """Return the unique title of a page, with the names of its agency and of those above."""
    # Many agencies have pages of the same title, and search engines show no other context.
    return next(_titles(page, site))


def title_in_head(page: Page, site: Site, portal: str) -> str:
    """Return the title for the head of a document, which also names the portal.

    Where it would be cut, what comes last is left out: the portal, then the agencies above.
    """
    known = [*_titles(page, site)]
    whole = [f"{known[0]} - {portal}", *known] if page.address else known
    return next((each for each in whole if len(each) <= LONGEST), whole[-1])


def _titles(page: Page, site: Site) -> Iterator[str]:
    """Yield the titles of a page, each with fewer agencies above than the one before."""
    if page.agency is None:
        yield page.title
        return
    chain = [page.agency, *reversed(site.context.directory.above(page.agency))]
    names = [agency.name for agency in chain if agency.name != page.title]
    for count in range(len(names), 0, -1):
        yield f"{page.title} – {', '.join(names[:count])}"
    if page.agency.name == page.title or not names:
        yield page.title
