"""The news archive, by year and by month."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from pendopo.basics import addresses
from pendopo.basics.translations import month_name
from pendopo.government.agency import Agency
from pendopo.kinds.news.pages.article import Teaser
from pendopo.kinds.news.pages.lists import List, list_of
from pendopo.site.context import Context
from pendopo.site.page import Link, Page

MOST = 100
"""A year with more articles than this gets one page per month."""


@dataclass(frozen=True)
class Month:
    """One month: its number (such as `01`), name, page address (empty without a page) and articles.

    If the month has its own page, the page of the year shows only its `count`.
    """

    number: str
    name: str
    address: str
    count: int
    news: Sequence[Teaser]


@dataclass(frozen=True)
class View:
    """The data that the template prints."""

    months: list[Month]


def of_all(context: Context) -> Iterator[Page]:
    """Yield the archive of all news."""
    yield from _pages(context, list_of(context))


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the archive of an agency's news."""
    yield from _pages(context, list_of(context, agency))


def _pages(context: Context, kind: List) -> Iterator[Page]:
    for year, news in kind.years:
        by_month = groupby(news, key=lambda each: each.article.day[5:7])
        months = [
            _month(context, kind, year, number, [*found], len(news)) for number, found in by_month
        ]
        yield _page(context, kind, year, months)
        for month in months:
            if month.address:
                yield _page(context, kind, year, [month], month)


def _month(  # noqa: PLR0913, PLR0917
    context: Context, kind: List, year: str, number: str, news: list[Teaser], of_year: int
) -> Month:
    address = addresses.archive(kind.address(None), year, number) if of_year > MOST else ""
    name = month_name(f"{year}-{number}-01", context.language)
    return Month(number, name, address, len(news), news)


def _page(
    context: Context, kind: List, year: str, months: list[Month], month: Month | None = None
) -> Page:
    _ = context.translate
    place = kind.address(None)
    title = _("{title} of {time}").format(title=kind.title, time=month.name if month else year)
    whole = Link(_("{title} of {time}").format(title=kind.title, time=year), "")
    above = (whole._replace(address=addresses.archive(place, year)),) if month else ()
    shown = months if month else [_counted(each) for each in months]
    return Page(
        address=month.address if month else addresses.archive(place, year),
        title=title,
        describe=kind.describe,
        source=kind.source,
        template="news/archive",
        view=partial(View, shown),
        agency=kind.agency,
        trail=(Link(kind.title, place), *above),
        updated=max(each.article.updated for every in months for each in every.news),
    )


def _counted(month: Month) -> Month:
    """Return the month without its articles if they have a page of their own."""
    return replace(month, news=()) if month.address else month
