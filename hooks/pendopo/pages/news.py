"""Lists of news in pages of 20: of each agency, and of all together."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from .. import addresses
from ..directory import Agency
from ..page import Context, Link, Page
from .article import Teaser, newest, teaser

PER_PAGE = 20


@dataclass(frozen=True)
class View:
    """What the template prints; `of_all` where the agency of each article must be named."""

    news: Sequence[Teaser]
    of_all: bool
    newer: str | None
    older: str | None


def of_all(context: Context) -> Iterator[Page]:
    """The list of all news, where there is any."""
    _ = context.translate
    portal = context.directory.portal.name
    kind = _List(
        title=_("All news"),
        describe=partial(_("News of all agencies in {portal}.").format, portal=portal),
        source="portal.yml",
        address=addresses.all_news,
    )
    count = sum(len(agency.articles) for agency in context.directory.agencies.values())
    yield from _pages(context, count, cache(partial(newest, context, None)), kind)


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """The list of an agency's news, where there is any."""
    _ = context.translate
    kind = _List(
        title=_("News"),
        describe=partial(_("News of {agency}.").format, agency=agency.name),
        source=agency.entry.path,
        address=partial(addresses.news, agency.id),
        agency=agency,
    )
    articles = agency.articles
    news = cache(lambda: [teaser(agency, entry) for entry in articles])
    yield from _pages(context, len(articles), news, kind)


@dataclass(frozen=True)
class _List:
    """A list of news; `address` takes the number of a page, or None for the newest."""

    title: str
    describe: Callable[[], str]
    source: str
    address: Callable[[int | None], str]
    agency: Agency | None = None


def _pages(
    context: Context, count: int, news: Callable[[], Sequence[Teaser]], kind: _List
) -> Iterator[Page]:
    """The newest of `count` articles, then pages that are numbered from the oldest.

    So a numbered page keeps its articles when new ones come; the first one holds 20 to 39.
    """
    last = max(count // PER_PAGE, 1) if count else 0
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
            template="news",
            view=partial(_view, news, shown, kind.agency is None, newer, older),
            agency=kind.agency,
            menu=kind.title if first else "",
            trail=() if first else (Link(kind.title, kind.address(None)),),
            previous=newer,
            next=older,
        )


def _view(
    news: Callable[[], Sequence[Teaser]],
    shown: slice,
    of_all: bool,
    newer: str | None,
    older: str | None,
) -> View:
    return View(news()[shown], of_all, newer, older)
