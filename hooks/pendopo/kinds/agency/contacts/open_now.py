"""The hours of an office for the script that tells whether it is open at this moment."""

import json
from collections.abc import Iterable
from datetime import date, timedelta

from pendopo.government.agency import Agency
from pendopo.kinds.agency.contacts.inherited import Closed, Other, periods
from pendopo.kinds.agency.contacts.linked_data import OFFSETS
from pendopo.kinds.agency.record.hours import OpeningHours
from pendopo.site.context import Context

Session = tuple[int, int, int]


def open_now(context: Context, agency: Agency) -> str:
    """Return the hours as JSON; empty where no regular hours or no time zone are known.

    `offset` is that of the office's clock from UTC, in hours. A session is its day, from 0 for
    Monday, and its two times in minutes from that day's midnight. `closed` holds before `others`.
    """
    offset = OFFSETS.get(context.directory.time_zone(agency))
    if not agency.record.hours or not offset:
        return ""
    # What began yesterday may go on past midnight.
    yesterday = context.today_of(agency) - timedelta(days=1)
    others, closed = periods(context.directory, agency, yesterday, date.max)
    found = {
        "offset": int(offset.partition(":")[0]),
        "week": sessions(agency.record.hours),
        "others": [(*_days(each), sessions(each.found.hours)) for each in others],
        "closed": [_days(each) for each in closed],
    }
    return json.dumps(found, separators=(",", ":"))


def sessions(hours: Iterable[OpeningHours]) -> list[Session]:
    """The sessions of a week in order; hours that end where they begin are none."""
    found = [(day, *each.minutes) for each in hours for day in each.days]
    return sorted(each for each in found if each[1] < each[2])


def _days(period: Other | Closed) -> tuple[str, str]:
    return period.found.first.isoformat(), period.found.last.isoformat()
