"""The free pages of an agency in the API."""

from typing import NotRequired

from typing_extensions import TypedDict

from pendopo.government.agency import Agency
from pendopo.kinds.pages.pages import address
from pendopo.kinds.pages.record import FREE_PAGE
from pendopo.site import api
from pendopo.site.context import Context


class FreePageRow(TypedDict):
    """A page about an agency, such as its history."""

    title: str
    summary: NotRequired[str]
    updated: NotRequired[api.Day]
    page: api.Url


def _rows(context: Context, agency: Agency, base: api.Base) -> list[FreePageRow]:
    return [
        {
            "title": each.brief.title,
            "summary": each.brief.summary,
            "updated": each.brief.updated,
            "page": base(address(agency, each)),
        }
        for each in agency.records(FREE_PAGE)
    ]


API = api.Api("pages", FreePageRow, _rows)
