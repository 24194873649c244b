"""Lists of news: of each agency, and of all together."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from .. import addresses
from ..page import Context, Page
from .article import Teaser, newest, teaser


@dataclass(frozen=True)
class View:
    """What the template prints; `of_all` where the agency of each article must be named."""

    news: list[Teaser]
    of_all: bool


def pages(context: Context) -> Iterator[Page]:
    """The list of all news, then one for each agency that has any."""
    _ = context.translate
    writers = [agency for agency in context.directory.agencies.values() if agency.articles]
    if writers:
        yield Page(
            address=addresses.NEWS,
            title=_("All news"),
            describe=partial(
                _("News of all agencies in {portal}.").format,
                portal=context.directory.portal.name,
            ),
            source="portal.yml",
            template="news",
            view=lambda: View(newest(context, None), True),
            menu=_("All news"),
        )
    for agency in writers:
        yield Page(
            address=addresses.news(agency.id),
            title=_("News"),
            describe=partial(_("News of {agency}.").format, agency=agency.name),
            source=agency.entry.path,
            template="news",
            view=lambda agency=agency: View(  # type: ignore[misc]
                [teaser(agency, entry) for entry in agency.articles], False
            ),
            agency=agency,
            menu=_("News"),
        )
