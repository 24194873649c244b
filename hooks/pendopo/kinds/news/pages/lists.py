"""Lists of news in pages of 20: of each agency, and of all together."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.news.pages.article import Teaser, listed
from pendopo.kinds.news.record import ARTICLE
from pendopo.kinds.topics.vocabulary import TOPICS_BY_NAME
from pendopo.site.context import Context
from pendopo.site.page import Link, Page

PER_PAGE = 20


@dataclass(frozen=True)
class View:
    """What the template prints; `of_many` where the agency of each article must be named.

    `years` are the pages of the archive with their number of articles.
    """

    news: Sequence[Teaser]
    of_many: bool
    newer: str | None
    older: str | None
    introduction: str
    years: list[tuple[Link, int]]
    topics: str


@dataclass(frozen=True)
class List:
    """A list of news; `address` takes the number of a page, or None for the newest."""

    title: str
    describe: Callable[[], str]
    source: str
    address: Callable[[int | None], str]
    news: Sequence[Teaser]
    agency: Agency | None = None
    menu: bool = True
    trail: tuple[Link, ...] = ()
    introduction: str = ""

    @property
    def of_many(self) -> bool:
        """Whether articles of several agencies may stand here."""
        return self.agency is None or self.agency.brief.news_from_below

    @property
    def years(self) -> list[tuple[str, list[Teaser]]]:
        """The articles year by year, where they fill more than one page."""
        if len(self.news) <= PER_PAGE or not self.menu:
            return []
        by_year = groupby(self.news, key=lambda each: each.article.day[:4])
        return [(year, [*found]) for year, found in by_year]


def of_all(context: Context) -> Iterator[Page]:
    """The list of all news, where there is any."""
    yield from pages_of(context, list_of(context))


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """The list of an agency's news, where there is any."""
    yield from pages_of(context, list_of(context, agency))


def list_of(context: Context, agency: Agency | None = None) -> List:
    """The list of the news of an agency, or of all."""
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
    """The newest articles of a list, then pages that are numbered from the oldest.

    So a numbered page keeps its articles when new ones come; the first one holds 20 to 39.
    """
    count = len(kind.news)
    last = max(count // PER_PAGE, 1) if count else 0
    years = [
        (Link(year, addresses.archive(kind.address(None), year)), len(found))
        for year, found in kind.years
    ]
    topics = addresses.topics() if context.directory.fact(TOPICS_BY_NAME) else ""
    for number in range(last, 0, -1):
        first = number == last
        end = count - (number - 1) * PER_PAGE
        shown = slice(0 if first else end - PER_PAGE, end)
        newer = None if first else kind.address(None if number + 1 == last else number + 1)
        older = kind.address(number - 1) if number > 1 else None
        numbered = context.translate("{title}, page {number}")
        yield Page(
            address=kind.address(None if first else number),
            title=kind.title if first else numbered.format(title=kind.title, number=number),
            describe=kind.describe,
            source=kind.source,
            template="news/list",
            view=partial(
                View,
                kind.news[shown],
                kind.of_many,
                newer,
                older,
                kind.introduction if first else "",
                years if first else [],
                topics if first else "",
            ),
            agency=kind.agency,
            menu=kind.title if first and kind.menu else "",
            trail=kind.trail if first else (*kind.trail, Link(kind.title, kind.address(None))),
            previous=newer,
            next=older,
            updated=max(each.article.updated for each in kind.news[shown]),
        )


def links(context: Context) -> Iterator[Link]:
    """The list of all news, where there are any."""
    if any(each.records(ARTICLE) for each in context.directory.agencies.values()):
        yield Link(context.translate("All news"), addresses.all_news())
