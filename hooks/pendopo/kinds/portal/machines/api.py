"""Agencies and news for other programs, below `api/v1/`."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from pendopo.basics import addresses
from pendopo.government.directory import Agency
from pendopo.kinds.news.machines.feeds import NEWEST, alternate
from pendopo.kinds.news.pages.article import listed
from pendopo.kinds.news.record import ArticleBrief
from pendopo.kinds.plans.machines.files import names
from pendopo.kinds.plans.selection import Plan, newest_first
from pendopo.site import api
from pendopo.site.page import Context, DataFile

Base = Callable[[str], str]
Row = tuple[str, str, ArticleBrief]
"""An article: the id of its agency, its address, its brief."""


class NewsOfYear(NamedTuple):
    """What the file of a year is made of."""

    year: str
    rows: list[Row]
    site_url: str


def of_all(context: Context) -> Iterator[DataFile]:
    """What there is, all agencies, the news of each year, and the schemas of all that."""
    years: dict[str, list[Row]] = defaultdict(list)
    for each in listed(context):
        years[each.article.day[:4]].append((each.agency.id, each.address, each.article))
    yield DataFile(addresses.api("index"), partial(_index, context, years), api.text)
    yield DataFile(addresses.api("agencies"), partial(_agencies, context), api.text)
    for year, rows in years.items():
        view = partial(NewsOfYear, year, rows, context.site_url)
        yield DataFile(addresses.api(f"news/{year}"), view, _news)
    for name in api.FILES:
        yield DataFile(addresses.schema(name), partial(str, name), api.schema_text)


def files(context: Context, agency: Agency) -> Iterator[DataFile]:
    """The file of one agency."""
    yield DataFile(
        addresses.agency_data(agency.id), partial(_agency, context, agency), api.agency_text
    )


def _index(context: Context, years: Mapping[str, list[Row]]) -> dict[str, Any]:
    address, portal = addresses.api("index"), context.directory.portal
    base = addresses.base(context.site_url, address)
    feed = alternate(context, None)
    found: api.Index = {
        "name": portal.name,
        "language": portal.language,
        "licence": {
            "title": portal.licence.title if portal.licence else "",
            "url": (portal.licence and portal.licence.url) or "",
        },
        "page": base(addresses.PORTAL),
        "feed": base(feed.address) if feed else "",
        "agencies": base(addresses.api("agencies")),
        "news": [
            {"year": int(year), "count": len(rows), "data": base(addresses.api(f"news/{year}"))}
            for year, rows in years.items()
        ],
        "schemas": {name: base(addresses.schema(name)) for name in api.FILES},
    }
    return _described("index", found, base)


def _agencies(context: Context) -> dict[str, Any]:
    base = addresses.base(context.site_url, addresses.api("agencies"))
    found: api.Agencies = {
        "agencies": [_row(context, each, base) for each in context.directory.agencies.values()]
    }
    return _described("agencies", found, base)


def _news(view: NewsOfYear) -> str:
    base = addresses.base(view.site_url, addresses.api(f"news/{view.year}"))
    found: api.News = {"year": int(view.year), "news": [_article(*row, base) for row in view.rows]}
    return api.text(_described("news", found, base))


def _agency(context: Context, agency: Agency) -> api.AgencyView:
    base = addresses.base(context.site_url, addresses.agency_data(agency.id))
    below: list[api.Reference] = [
        _reference(each, base) for each in context.directory.below(agency)
    ]
    found = {
        **_row(context, agency, base),
        "emblem": base(agency.emblem.large) if agency.emblem else "",
        "agencies": below,
        "plans": [_plan(agency, each, base) for each in newest_first(agency.plans)],
        "news": [
            _article(agency.id, addresses.article(agency.id, each.name), each.brief, base)
            for each in agency.articles[:NEWEST]
        ],
    }
    return api.AgencyView(agency.entry, _described("agency", found, base))


def _described(name: str, found: Any, base: Base) -> dict[str, Any]:
    return {"$schema": base(addresses.schema(name)), **found}


def _reference(agency: Agency, base: Base) -> api.Reference:
    return {
        "id": agency.id,
        "name": agency.brief.name,
        "page": base(addresses.profile(agency.id)),
        "data": base(addresses.agency_data(agency.id)),
    }


def _row(context: Context, agency: Agency, base: Base) -> api.AgencyRow:
    brief, feed = agency.brief, alternate(context, agency)
    return {
        **_reference(agency, base),
        "type": brief.type,
        "short_name": brief.short_name,
        "region_code": brief.region_code,
        "parent": agency.parent or "",
        "feed": base(feed.address) if feed else "",
        "updated": brief.updated,
    }


def _article(agency: str, address: str, brief: ArticleBrief, base: Base) -> api.NewsRow:
    return {
        "id": addresses.urn(address),
        "agency": agency,
        "title": brief.title,
        "published": brief.published,
        "event_date": brief.event_date,
        "updated": brief.revised,
        "summary": brief.summary,
        "topics": [*brief.topics],
        "page": base(address),
    }


def _plan(agency: Agency, plan: Plan, base: Base) -> api.PlanRow:
    brief = plan.brief
    row: api.PlanRow = {
        "type": brief.type,
        "title": brief.title,
        "page": base(addresses.plan(agency.id, plan.name)),
        "files": {
            each: base(addresses.plan_file(agency.id, plan.name, each)) for each in names(plan)
        },
    }
    return row | {"start": brief.start, "end": brief.end} if brief.start else row
