"""The announcements of an agency in the API."""

from typing import NotRequired

from typing_extensions import TypedDict

from pendopo.government.agency import Agency
from pendopo.kinds.announcements.listed import address
from pendopo.kinds.announcements.machines.feeds import NEWEST
from pendopo.kinds.announcements.record import ANNOUNCEMENT, Announcement
from pendopo.site import api
from pendopo.site.context import Context


class NoticeRow(TypedDict):
    """A notice on every page: how severe it is, its text, and the last day on which it stands."""

    level: str
    text: str
    until: api.Day


class AnnouncementRow(TypedDict):
    """An announcement; the newest stand in the file of an agency."""

    title: str
    published: api.Day
    time: NotRequired[str]
    ends: NotRequired[api.Day]
    updated: NotRequired[api.Day]
    summary: NotRequired[str]
    topics: NotRequired[list[str]]
    emergency: NotRequired[str]
    banner: NotRequired[NoticeRow]
    page: api.Url


def _rows(context: Context, agency: Agency, base: api.Base) -> list[AnnouncementRow]:
    return [_row(each, agency, base) for each in agency.records(ANNOUNCEMENT)[:NEWEST]]


def _row(entry: Announcement, agency: Agency, base: api.Base) -> AnnouncementRow:
    brief = entry.brief
    row: AnnouncementRow = {
        "title": brief.title,
        "published": brief.published,
        "time": brief.time,
        "ends": brief.ends,
        "updated": brief.updated,
        "summary": brief.summary,
        "topics": [*brief.topics],
        "emergency": brief.emergency,
        "page": base(address(agency, entry.name)),
    }
    if brief.until:
        row["banner"] = {"level": brief.level, "text": brief.text, "until": brief.until}
    return row


API = api.Api("announcements", AnnouncementRow, _rows)
