"""News articles, each on a page of its own."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from pendopo.basics import addresses
from pendopo.basics.markdown import plain
from pendopo.government.directory import Agency, Attached
from pendopo.kinds.news.record import ArticleBrief, ArticleRecord
from pendopo.pictures.renditions import Renditions
from pendopo.reading.load import Entry
from pendopo.site import linked_data
from pendopo.site.page import Context, Link, LinkedBase, Page, shortened

MOST_RELATED = 3


@dataclass(frozen=True)
class Teaser:
    """An article as lists show it."""

    agency: Agency
    article: ArticleBrief
    address: str
    picture: Renditions | None
    expired: bool


@dataclass(frozen=True)
class View:
    """What the template prints."""

    entry: Entry[ArticleRecord]
    picture: Renditions | None
    attached: Mapping[str, Attached]
    topics: list[Link]
    related: list[Link]
    expired: bool
    newer: Link | None
    older: Link | None

    @property
    def article(self) -> ArticleRecord:
        """The article itself."""
        return self.entry.record


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """A page for each article."""
    by_topic: dict[str, list[Entry[ArticleRecord]]] = defaultdict(list)
    for entry in agency.articles:
        for topic in entry.brief.topics:
            by_topic[topic.casefold()].append(entry)
    for index in range(len(agency.articles)):
        yield _page(context, agency, index, by_topic)


def listed(context: Context, agency: Agency | None = None) -> list[Teaser]:
    """The articles that the list of an agency shows, or that of all, the newest first."""
    key = f"news {agency.id if agency else ''}"
    if key not in context.made:
        directory = context.directory
        every = [*directory.agencies.values()]
        agencies = [agency, *directory.news_below(agency)] if agency else every
        teasers = [_teaser(context, each, entry) for each in agencies for entry in each.articles]
        if len(agencies) > 1:
            teasers.sort(key=lambda each: each.address)
            teasers.sort(key=lambda each: each.article.day, reverse=True)
        context.made[key] = teasers
    found: list[Teaser] = context.made[key]
    return found


def newest(context: Context, agency: Agency | None, limit: int) -> list[Teaser]:
    """What first pages show: of what is current the featured articles, then the newest."""
    current = [each for each in listed(context, agency) if not each.expired]
    return sorted(current, key=lambda each: not each.article.featured)[:limit]


def _teaser(context: Context, agency: Agency, entry: Entry[ArticleRecord]) -> Teaser:
    brief = entry.brief
    address = addresses.article(agency.id, entry.name)
    expired = brief.has_expired(context.today)
    return Teaser(agency, brief, address, agency.picture(brief.picture), expired)


def _page(
    context: Context,
    agency: Agency,
    index: int,
    by_topic: Mapping[str, Sequence[Entry[ArticleRecord]]],
) -> Page:
    entry = agency.articles[index]
    newer = agency.articles[index - 1] if index else None
    older = agency.articles[index + 1] if index + 1 < len(agency.articles) else None
    brief = entry.brief

    def link(other: Entry[ArticleRecord]) -> Link:
        return Link(other.brief.title, addresses.article(agency.id, other.name))

    return Page(
        address=addresses.article(agency.id, entry.name),
        title=brief.title,
        describe=partial(_described, entry),
        source=entry.path,
        template="article",
        view=lambda: View(
            entry=entry,
            picture=agency.picture(brief.picture),
            attached=agency.attached(brief.documents),
            topics=_topics(context, brief),
            related=[link(each) for each in _related(entry, by_topic)],
            expired=brief.has_expired(context.today),
            newer=link(newer) if newer else None,
            older=link(older) if older else None,
        ),
        agency=agency,
        trail=(Link(context.translate("News"), addresses.news(agency.id)),),
        previous=link(newer).address if newer else None,
        next=link(older).address if older else None,
        updated=brief.updated,
        published=brief.published,
        picture=brief.picture,
        hung_up=True,
        kind=context.translate("News"),
        years=brief.day[:4],
        linked=partial(_linked, context, agency, entry),
    )


def _described(entry: Entry[ArticleRecord]) -> str:
    return str(entry.brief.summary) or plain(entry.record.body)


def _linked(
    context: Context, agency: Agency, entry: Entry[ArticleRecord], base: LinkedBase
) -> list[dict[str, Any]]:
    description = shortened(_described(entry))
    return [linked_data.article(agency, entry, description, context.language, base)]


def _topics(context: Context, brief: ArticleBrief) -> list[Link]:
    found = (context.directory.topic(name) for name in brief.topics)
    return [Link(topic.name, addresses.topic(topic.key)) for topic in found if topic]


def _related(
    entry: Entry[ArticleRecord], by_topic: Mapping[str, Sequence[Entry[ArticleRecord]]]
) -> list[Entry[ArticleRecord]]:
    """The newest other articles of the agency that share a topic with this one."""
    near = {
        other.name: other
        for topic in entry.brief.topics
        for other in by_topic[topic.casefold()][: MOST_RELATED + 1]
        if other is not entry
    }
    newest_first = sorted(near.values(), key=lambda each: (each.brief.day, each.name), reverse=True)
    return newest_first[:MOST_RELATED]
