"""The albums of an agency in the API."""

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from pendopo.government.agency import Agency
from pendopo.kinds.albums.pages import address
from pendopo.kinds.albums.record import ALBUM
from pendopo.site import api
from pendopo.site.context import Context


class AlbumRow(TypedDict):
    """An album of pictures."""

    title: str
    day: NotRequired[api.Day]
    summary: NotRequired[str]
    updated: NotRequired[api.Day]
    pictures: Annotated[int, Field(description="The number of its pictures.")]
    page: api.Url


def _rows(context: Context, agency: Agency, base: api.Base) -> list[AlbumRow]:
    return [
        {
            "title": each.brief.title,
            "day": each.brief.day,
            "summary": each.brief.summary,
            "updated": each.brief.revised,
            "pictures": each.brief.pictures,
            "page": base(address(agency, each)),
        }
        for each in agency.records(ALBUM)
    ]


API = api.Api("albums", AlbumRow, _rows)
