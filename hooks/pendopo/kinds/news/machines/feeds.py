"""News feeds: one per agency whose list of news is not empty, and one for the whole portal."""

from collections.abc import Iterator
from functools import partial

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.news.lasting_ids import article_id
from pendopo.kinds.news.machines.atom import Item, news
from pendopo.kinds.news.record import ARTICLE, Article, age
from pendopo.site.atom import TYPE, Feed, feed
from pendopo.site.context import Context
from pendopo.site.page import Alternate, DataFile

NEWEST = 20


def of_all(context: Context) -> Iterator[DataFile]:
    """Yield the feed with the newest articles of all agencies."""
    yield from _files(context, None)


def files(context: Context, agency: Agency) -> Iterator[DataFile]:
    """Yield the feed with the newest articles of one agency's list."""
    yield from _files(context, agency)


def alternate(context: Context, agency: Agency | None) -> Alternate | None:
    """Return the feed that the pages of an agency or of the portal link to; None if it is empty."""
    if not any(each.records(ARTICLE) for each in _agencies(context.directory, agency)):
        return None
    label = context.translate("News") if agency else context.translate("All news")
    return Alternate(addresses.feed(agency.id if agency else ""), TYPE, label)


def quoted(directory: Directory, agency: Agency | None) -> list[Article]:
    """Return the articles that a feed quotes in full, if it may include those of other agencies."""
    alone = agency and not directory.shown_above(agency, ARTICLE)
    return [] if alone else [entry for _, entry in entries(directory, agency)]


def entries(directory: Directory, agency: Agency | None) -> list[tuple[Agency, Article]]:
    """Return the articles of a feed with their agencies, newest first."""
    agencies = _agencies(directory, agency)
    newest = [(each, entry) for each in agencies for entry in each.records(ARTICLE)[:NEWEST]]
    days = sorted((entry.brief.day for _, entry in newest), reverse=True)
    since = days[NEWEST - 1] if len(days) > NEWEST else ""
    found = [each for each in newest if each[1].brief.day >= since]
    found.sort(key=lambda each: addresses.article(each[0].id, each[1].name))
    found.sort(key=lambda each: age(each[1].brief, each[1].name), reverse=True)
    return found[:NEWEST]


def _agencies(directory: Directory, agency: Agency | None) -> list[Agency]:
    if agency is None:
        return [*directory.agencies.values()]
    return [agency, *directory.shown_above(agency, ARTICLE)]


def _files(context: Context, agency: Agency | None) -> Iterator[DataFile]:
    if known := alternate(context, agency):
        yield DataFile(known.address, partial(_feed, context, agency, known), news)


def _feed(context: Context, agency: Agency | None, known: Alternate) -> Feed:
    page = addresses.news(agency.id) if agency else addresses.NEWS
    items = (_item(context.directory, *each) for each in entries(context.directory, agency))
    return feed(context, agency, known, page, tuple(items))


def _item(directory: Directory, agency: Agency, entry: Article) -> Item:
    pictures = {file: made.large for file, made in agency.pictures(entry).items()}
    documents = tuple(agency.attached(entry).values())
    known_as = article_id(directory, agency, entry.name)
    return Item(known_as, agency, entry, pictures, documents)
