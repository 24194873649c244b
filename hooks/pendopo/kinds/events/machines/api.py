"""The events of an agency in the API."""

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from pendopo.basics.moments import stated
from pendopo.government.agency import Agency
from pendopo.kinds.events.listed import Listed, calendar_file, listed
from pendopo.site import api
from pendopo.site.context import Context

MOST = 100

Moment = Annotated[str, Field(description="A day, or a day with a time and its distance from UTC.")]


class EventRow(TypedDict):
    """An event; the latest stand in the file of an agency, the earliest of them first."""

    title: str
    start: Moment
    end: NotRequired[Moment]
    place: NotRequired[str]
    online: NotRequired[api.Url]
    cancelled: NotRequired[Annotated[str, Field(description="Why it does not take place.")]]
    moved_from: NotRequired[Moment]
    updated: NotRequired[api.Day]
    topics: NotRequired[list[str]]
    page: api.Url
    calendar: api.Url


def _rows(context: Context, agency: Agency, base: api.Base) -> list[EventRow]:
    return [_row(each, base) for each in listed(context, agency)[-MOST:]]


def _row(event: Listed, base: api.Base) -> EventRow:
    brief, zone = event.brief, event.zone
    ends = bool(brief.end_day)
    return {
        "title": brief.title,
        "start": stated(brief.day, brief.time, zone),
        "end": stated(brief.end_day, brief.end_time, zone) if ends else "",
        "place": brief.place,
        "online": brief.online,
        "cancelled": brief.reason,
        "moved_from": stated(brief.moved_from, brief.moved_time, zone),
        "updated": brief.updated,
        "topics": [*brief.topics],
        "page": base(event.address),
        "calendar": base(calendar_file(event)),
    }


API = api.Api("events", EventRow, _rows)
