"""News articles, each on a page of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from .. import addresses
from ..directory import Agency, Attached
from ..load import Entry
from ..markdown import plain
from ..page import Context, Link, Page
from ..pictures import Renditions
from ..records.article import ArticleBrief, ArticleRecord


@dataclass(frozen=True)
class Teaser:
    """An article as lists show it."""

    agency: Agency
    article: ArticleBrief
    address: str
    picture: Renditions | None


@dataclass(frozen=True)
class View:
    """What the template prints; `picture` is the address of the picture, if there is one."""

    entry: Entry[ArticleRecord]
    picture: Renditions | None
    attached: Mapping[str, Attached]
    newer: Link | None
    older: Link | None

    @property
    def article(self) -> ArticleRecord:
        """The article itself."""
        return self.entry.record


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """A page for each article."""
    for index in range(len(agency.articles)):
        yield _page(context, agency, index)


def teaser(agency: Agency, entry: Entry[ArticleRecord]) -> Teaser:
    """What a list shows of one article."""
    brief = entry.brief
    address = addresses.article(agency.id, entry.name)
    return Teaser(agency, brief, address, agency.picture(brief.picture))


def newest(context: Context, limit: int | None) -> list[Teaser]:
    """The newest articles of all agencies, or all of them."""
    teasers = [
        teaser(agency, entry)
        for agency in context.directory.agencies.values()
        for entry in agency.articles
    ]
    teasers.sort(key=lambda each: each.address)
    teasers.sort(key=lambda each: each.article.day, reverse=True)
    return list(islice(teasers, limit))


def _page(context: Context, agency: Agency, index: int) -> Page:
    entry = agency.articles[index]
    newer = agency.articles[index - 1] if index else None
    older = agency.articles[index + 1] if index + 1 < len(agency.articles) else None
    brief = entry.brief

    def link(other: Entry[ArticleRecord] | None) -> Link | None:
        return Link(other.brief.title, addresses.article(agency.id, other.name)) if other else None

    newer_link, older_link = link(newer), link(older)
    return Page(
        address=addresses.article(agency.id, entry.name),
        title=brief.title,
        describe=lambda: brief.summary or plain(entry.record.body),
        source=entry.path,
        template="article",
        view=lambda: View(
            entry,
            agency.picture(brief.picture),
            agency.attached(brief.documents),
            newer_link,
            older_link,
        ),
        agency=agency,
        trail=(Link(context.translate("News"), addresses.news(agency.id)),),
        previous=newer_link.address if newer_link else None,
        next=older_link.address if older_link else None,
        updated=brief.published,
        picture=brief.picture,
    )
