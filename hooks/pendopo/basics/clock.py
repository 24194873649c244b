"""The current date. No other module reads the clock."""

import os
from datetime import date, datetime, timedelta, timezone

LONGEST_EPOCH = 11
WESTERN_INDONESIA = timezone(timedelta(hours=7))


def today() -> date:
    """Today's date in Jakarta, or that of `SOURCE_DATE_EPOCH` (whole seconds since 1970) if set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal() and len(epoch) <= LONGEST_EPOCH:
        return datetime.fromtimestamp(int(epoch), WESTERN_INDONESIA).date()
    return datetime.now(WESTERN_INDONESIA).date()
