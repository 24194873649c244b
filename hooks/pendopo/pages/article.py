"""News articles, each on a page of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from .. import addresses
from ..directory import Agency
from ..load import Entry
from ..markdown import plain
from ..page import Context, Link, Page
from ..records.article import ArticleRecord


@dataclass(frozen=True)
class Teaser:
    """An article as lists show it."""

    agency: Agency
    article: ArticleRecord
    address: str
    picture: str


@dataclass(frozen=True)
class View:
    """What the template prints; `picture` is the address of the picture, if there is one."""

    article: ArticleRecord
    picture: str
    newer: Link | None
    older: Link | None


def pages(context: Context) -> Iterator[Page]:
    """A page for each article of each agency."""
    for agency in context.directory.agencies.values():
        for index in range(len(agency.articles)):
            yield _page(context, agency, index)


def teaser(agency: Agency, entry: Entry[ArticleRecord]) -> Teaser:
    """What a list shows of one article."""
    record = entry.record
    return Teaser(
        agency, record, addresses.article(agency.id, entry.name), picture_address(agency, record)
    )


def newest(context: Context, limit: int | None) -> list[Teaser]:
    """The newest articles of all agencies, or all of them."""
    teasers = [
        teaser(agency, entry)
        for agency in context.directory.agencies.values()
        for entry in agency.articles
    ]
    teasers.sort(key=_newest_first)
    return list(islice(teasers, limit))


def picture_address(agency: Agency, article: ArticleRecord) -> str:
    """The address of an article's picture, empty where there is none."""
    file = article.picture.file if article.picture else None
    return addresses.media(agency.id, file) if file and file in agency.media else ""


def _newest_first(each: Teaser) -> tuple[int, str]:
    return -(each.article.day.toordinal() if each.article.day else 0), each.address


def _page(context: Context, agency: Agency, index: int) -> Page:
    entry = agency.articles[index]
    newer = agency.articles[index - 1] if index else None
    older = agency.articles[index + 1] if index + 1 < len(agency.articles) else None
    record = entry.record

    def link(other: Entry[ArticleRecord] | None) -> Link | None:
        return Link(other.record.title, addresses.article(agency.id, other.name)) if other else None

    newer_link, older_link = link(newer), link(older)
    return Page(
        address=addresses.article(agency.id, entry.name),
        title=record.title,
        describe=lambda: record.summary or plain(record.body),
        source=entry.path,
        template="article",
        view=lambda: View(record, picture_address(agency, record), newer_link, older_link),
        agency=agency,
        trail=(Link(context.translate("News"), addresses.news(agency.id)),),
        previous=newer_link.address if newer_link else None,
        next=older_link.address if older_link else None,
        updated=record.published,
    )
