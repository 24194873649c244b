"""Rules that check the portal's settings."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from pendopo.kinds.portal.record import PORTAL, PortalRecord
from pendopo.problems.problem import Problem
from pendopo.reading.finding import Finding
from pendopo.site.context import Context
from pendopo.site.kind import Taken

SOON = timedelta(days=30)


def portal_rules(portal: PortalRecord) -> Iterator[Finding]:
    """The thresholds of the achievement bands decrease, and the last band has none."""
    bands = portal.achievement.bands
    for index, band in enumerate(bands):
        last = index == len(bands) - 1
        if last != (band.above is None):
            yield Finding(("achievement", "bands", index), "band-last")
    for index, (one, two) in enumerate(pairwise(bands), 1):
        if one.above is not None and two.above is not None and one.above <= two.above:
            yield Finding(("achievement", "bands", index, "above"), "band-order")


def expiry(context: Context, taken: Taken, known: Sequence[Problem]) -> Iterator[Problem]:
    """The contact for reports of weaknesses holds for more than a month."""
    security = context.directory.portal.security
    if not security or security.expires - context.today >= SOON:
        return
    past = security.expires < context.today
    for entry in context.directory.records(PORTAL):
        code = "security-expired" if past else "security-expires"
        yield entry.problem(("security", "expires"), code, value=security.expires)
