"""News lists, 20 articles per page: one list per agency, and one for the whole portal."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.news.pages.article import Teaser, listed
from pendopo.kinds.news.record import ARTICLE
from pendopo.kinds.topics.vocabulary import VOCABULARY
from pendopo.site.context import Context
from pendopo.site.page import Link, Page
from pendopo.site.paging import lasting

PER_PAGE = 20


@dataclass(frozen=True)
class View:
    """The data that the template prints.

    `beside` are links to what is no news but about the same; `years` are links to the pages of the
    archive, each with its number of articles.
    """

    news: Sequence[Teaser]
    newer: str | None
    older: str | None
    introduction: str
    beside: Sequence[Link]
    years: list[tuple[Link, int]]
    topics: str


@dataclass(frozen=True)
class List:
    """A list of news; `address` takes a page number, or None for the newest page."""

    title: str
    describe: Callable[[], str]
    source: str
    address: Callable[[int | None], str]
    news: Sequence[Teaser]
    agency: Agency | None = None
    menu: bool = True
    trail: tuple[Link, ...] = ()
    introduction: str = ""
    beside: Sequence[Link] = ()

    @property
    def years(self) -> list[tuple[str, list[Teaser]]]:
        """The articles grouped by year; empty if they fit on one page."""
        if len(self.news) <= PER_PAGE or not self.menu:
            return []
        by_year = groupby(self.news, key=lambda each: each.article.day[:4])
        return [(year, [*found]) for year, found in by_year]


def of_all(context: Context) -> Iterator[Page]:
    """Yield the pages of the list of all news; none if there are no articles."""
    yield from pages_of(context, list_of(context))


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the pages of an agency's news list; none if there are no articles."""
    yield from pages_of(context, list_of(context, agency))


def list_of(context: Context, agency: Agency | None = None) -> List:
    """Return the list of the news of an agency, or of the whole portal."""
    _ = context.translate
    news = listed(context, agency)
    if agency:
        describe = partial(_("News of {agency}.").format, agency=agency.name)
        address = partial(addresses.news, agency.id)
        return List(_("News"), describe, agency.entry.path, address, news, agency)
    portal = context.directory.portal.name
    describe = partial(_("News of all agencies in {portal}.").format, portal=portal)
    return List(_("All news"), describe, "portal.yml", addresses.all_news, news)


def pages_of(context: Context, kind: List) -> Iterator[Page]:
    """Yield the page of the newest articles, then the older pages, whose numbers last."""
    years = [
        (Link(year, addresses.archive(kind.address(None), year)), len(found))
        for year, found in kind.years
    ]
    topics = addresses.topics() if context.directory.fact(VOCABULARY).topics else ""
    for part in lasting(kind.news, kind.address, PER_PAGE):
        first = part.first
        yield Page(
            address=part.address,
            title=part.title(kind.title, context.translate),
            describe=kind.describe,
            source=kind.source,
            template="news/list",
            view=partial(
                View,
                part.items,
                part.previous,
                part.next,
                kind.introduction if first else "",
                kind.beside if first else (),
                years if first else [],
                topics if first else "",
            ),
            agency=kind.agency,
            menu=kind.title if first and kind.menu else "",
            trail=kind.trail if first else (*kind.trail, Link(kind.title, kind.address(None))),
            previous=part.previous,
            next=part.next,
            updated=max(each.article.updated for each in part.items),
        )


def links(context: Context) -> Iterator[Link]:
    """Yield the link to the list of all news, if there are any articles."""
    if any(each.records(ARTICLE) for each in context.directory.agencies.values()):
        yield Link(context.translate("All news"), addresses.all_news())
