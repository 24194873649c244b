"""The current date. No other module reads the clock."""

import os
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone

LONGEST_EPOCH = 11
ZONES = {"WIB": timezone(timedelta(hours=7)), "WITA": timezone(timedelta(hours=8)),
         "WIT": timezone(timedelta(hours=9))}  # fmt: skip
"""The time zones of Indonesia; Jakarta is in the first."""


def days() -> Mapping[str, date]:
    """Today's date in each time zone of Indonesia by its name.

    The moment is now, or that of `SOURCE_DATE_EPOCH` (whole seconds since 1970) if set.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    jakarta = ZONES["WIB"]
    if epoch.isdecimal() and len(epoch) <= LONGEST_EPOCH:
        # Added up, since a system may know no more than the years until 3000.
        moment = datetime.fromtimestamp(0, jakarta) + timedelta(seconds=int(epoch))
    else:
        moment = datetime.now(jakarta)
    return {name: moment.astimezone(zone).date() for name, zone in ZONES.items()}


def today() -> date:
    """Today's date in Jakarta; see `days`."""
    return days()["WIB"]
