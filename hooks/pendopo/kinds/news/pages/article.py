"""News articles, one page each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from pendopo.basics import addresses
from pendopo.basics.markdown import plain, shortened
from pendopo.government.agency import Agency, Attached
from pendopo.kinds.news import linked_data
from pendopo.kinds.news.record import ARTICLE, Article, ArticleBrief, ArticleRecord, age
from pendopo.kinds.topics.vocabulary import VOCABULARY
from pendopo.pictures.renditions import Renditions
from pendopo.site.context import Context
from pendopo.site.page import Link, LinkedBase, Page

MOST_RELATED = 3


@dataclass(frozen=True)
class Teaser:
    """An article as it appears in lists; `name` is that of its file."""

    agency: Agency
    name: str
    article: ArticleBrief
    address: str
    picture: Renditions | None
    expired: bool


@dataclass(frozen=True)
class View:
    """The data that the template prints."""

    entry: Article
    picture: Renditions | None
    pictures: Mapping[str, Renditions]
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
    """Yield one page per article."""
    by_topic: dict[str, list[Article]] = defaultdict(list)
    for entry in agency.records(ARTICLE):
        for name in entry.brief.topics:
            by_topic[name.casefold()].append(entry)
    for index in range(len(agency.records(ARTICLE))):
        yield _page(context, agency, index, by_topic)


def listed(context: Context, agency: Agency | None = None) -> list[Teaser]:
    """Return the articles in the list of an agency, or of the whole portal, newest first."""
    key = f"news {agency.id if agency else ''}"
    return context.once(key, partial(_listed, context, agency))


def _listed(context: Context, agency: Agency | None) -> list[Teaser]:
    directory = context.directory
    every = [*directory.agencies.values()]
    agencies = [agency, *directory.shown_above(agency, ARTICLE)] if agency else every
    teasers = [
        _teaser(context, each, entry) for each in agencies for entry in each.records(ARTICLE)
    ]
    if len(agencies) > 1:
        teasers.sort(key=lambda each: each.address)
        teasers.sort(key=lambda each: age(each.article, each.name), reverse=True)
    return teasers


def newest(context: Context, agency: Agency | None, limit: int) -> list[Teaser]:
    """Return current articles for a home page: featured ones first, then the newest."""
    current = [each for each in listed(context, agency) if not each.expired]
    return sorted(current, key=lambda each: not each.article.featured)[:limit]


def _teaser(context: Context, agency: Agency, entry: Article) -> Teaser:
    brief = entry.brief
    address = addresses.article(agency.id, entry.name)
    expired = brief.has_expired(context.today)
    picture = agency.picture(entry.named(brief.picture))
    return Teaser(agency, entry.name, brief, address, picture, expired)


def _page(
    context: Context,
    agency: Agency,
    index: int,
    by_topic: Mapping[str, Sequence[Article]],
) -> Page:
    entry = agency.records(ARTICLE)[index]
    newer = agency.records(ARTICLE)[index - 1] if index else None
    older = agency.records(ARTICLE)[index + 1] if index + 1 < len(agency.records(ARTICLE)) else None
    brief = entry.brief
    named = entry.named(brief.picture)

    def link(other: Article) -> Link:
        return Link(other.brief.title, addresses.article(agency.id, other.name))

    return Page(
        address=addresses.article(agency.id, entry.name),
        title=brief.title,
        describe=partial(_described, entry),
        source=entry.path,
        template="news/article",
        view=lambda: View(
            entry=entry,
            picture=agency.picture(named),
            pictures=agency.pictures(entry),
            attached=agency.attached(entry),
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
        picture=named,
        qr_code=True,
        kind=context.translate("News"),
        years=brief.day[:4],
        linked=partial(_linked, context, agency, entry),
    )


def _described(entry: Article) -> str:
    return str(entry.brief.summary) or plain(entry.record.body)


def _linked(
    context: Context, agency: Agency, entry: Article, base: LinkedBase
) -> list[dict[str, Any]]:
    description = shortened(_described(entry))
    return [linked_data.article(agency, entry, description, context.language, base)]


def _topics(context: Context, brief: ArticleBrief) -> list[Link]:
    found = (context.directory.fact(VOCABULARY).topic(name) for name in brief.topics)
    return [Link(each.name, addresses.topic(each.key)) for each in found if each]


def _related(entry: Article, by_topic: Mapping[str, Sequence[Article]]) -> list[Article]:
    """Return the newest other articles of the same agency that share a topic with this one."""
    near = {
        other.name: other
        for name in entry.brief.topics
        for other in by_topic[name.casefold()][: MOST_RELATED + 1]
        if other is not entry
    }
    newest_first = sorted(near.values(), key=lambda each: age(each.brief, each.name), reverse=True)
    return newest_first[:MOST_RELATED]


def weight(agency: Agency) -> int:
    """Number of news pages of an agency: one per article."""
    return len(agency.records(ARTICLE))
