"""The only place that reads the clock."""

import os
from datetime import date, datetime, timedelta, timezone

LONGEST_EPOCH = 11
WESTERN_INDONESIA = timezone(timedelta(hours=7))


def today() -> date:
    """The day in Jakarta; `SOURCE_DATE_EPOCH` (whole seconds since 1970) replaces now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal() and len(epoch) <= LONGEST_EPOCH:
        return datetime.fromtimestamp(int(epoch), WESTERN_INDONESIA).date()
    return datetime.now(WESTERN_INDONESIA).date()
