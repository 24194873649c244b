"""Rules that check the portal's settings."""

from collections.abc import Iterator
from itertools import pairwise

from pendopo.kinds.portal.record import PortalRecord
from pendopo.reading.finding import Finding


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
