"""News in the API: the newest articles of each agency, and one file per year."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Annotated, NamedTuple, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.news.lasting_ids import article_id
from pendopo.kinds.news.machines.feeds import NEWEST
from pendopo.kinds.news.pages.article import listed
from pendopo.kinds.news.record import ARTICLE, ArticleBrief
from pendopo.site import api
from pendopo.site.context import Context
from pendopo.site.page import DataFile

SCHEMA = "news"

ListedArticle = tuple[str, str, str, ArticleBrief]
"""An article: its id, the id of its agency, its address and its brief."""


class NewsRow(TypedDict):
    """A news article."""

    id: Annotated[str, Field(description="A name that stays; the entry of a feed has the same.")]
    agency: Annotated[str, Field(description="The id of the agency.")]
    title: str
    published: NotRequired[api.Day]
    event_date: NotRequired[api.Day]
    updated: NotRequired[api.Day]
    summary: NotRequired[str]
    topics: NotRequired[list[str]]
    page: api.Url


class News(TypedDict):
    """All news of one year, newest first."""

    year: int
    news: list[NewsRow]


class YearRow(TypedDict):
    """The number of articles of a year, and the address of the file that lists them."""

    year: int
    count: int
    data: api.Url


class NewsOfYear(NamedTuple):
    """The data that the file of one year contains."""

    year: str
    articles: list[ListedArticle]
    site_url: str


def of_all(context: Context) -> Iterator[DataFile]:
    """Yield one file of news per year."""
    for year, articles in _by_year(context).items():
        view = partial(NewsOfYear, year, articles, context.site_url)
        yield DataFile(addresses.api(f"news/{year}"), view, _text)


def _rows(context: Context, agency: Agency, base: api.Base) -> list[NewsRow]:
    return [
        _row(
            article_id(context.directory, agency, each.name),
            agency.id,
            addresses.article(agency.id, each.name),
            each.brief,
            base,
        )
        for each in agency.records(ARTICLE)[:NEWEST]
    ]


def _index(context: Context, base: api.Base) -> dict[str, list[YearRow]]:
    return {
        "news": [
            {
                "year": int(year),
                "count": len(articles),
                "data": base(addresses.api(f"news/{year}")),
            }
            for year, articles in _by_year(context).items()
        ]
    }


def _by_year(context: Context) -> Mapping[str, list[ListedArticle]]:
    years: dict[str, list[ListedArticle]] = defaultdict(list)
    for each in listed(context):
        known_as = article_id(context.directory, each.agency, each.name)
        listed_article = (known_as, each.agency.id, each.address, each.article)
        years[each.article.day[:4]].append(listed_article)
    return years


def _text(view: NewsOfYear) -> str:
    base = addresses.base(view.site_url, addresses.api(f"news/{view.year}"))
    found: News = {"year": int(view.year), "news": [_row(*each, base) for each in view.articles]}
    return api.text(api.with_schema(SCHEMA, found, base))


def _row(known_as: str, agency: str, address: str, brief: ArticleBrief, base: api.Base) -> NewsRow:
    return {
        "id": known_as,
        "agency": agency,
        "title": brief.title,
        "published": brief.published,
        "event_date": brief.event_date,
        "updated": brief.revised,
        "summary": brief.summary,
        "topics": [*brief.topics],
        "page": base(address),
    }


API = api.Api(
    "news",
    NewsRow,
    _rows,
    index={"news": NotRequired[list[YearRow]]},
    index_values=_index,
    files={SCHEMA: News},
)
