"""A bar of the states of indicators: how much of what was promised has been kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from pendopo.kinds.plans.record.results import GOOD, State

WIDTH = 600
"""The width of the drawing, in units of its own."""
NARROWEST = 8
"""A segment is at least so wide, since one that cannot be seen would say that there is none."""


@dataclass(frozen=True)
class Segment:
    """One state: where its segment begins, and how wide it is."""

    state: State
    count: int
    x: int
    width: int


@dataclass(frozen=True)
class Bar:
    """The number of indicators in each state that occurs, best first."""

    counts: Mapping[State, int]

    @property
    def total(self) -> int:
        """The number of all indicators."""
        return sum(self.counts.values())

    @property
    def due(self) -> bool:
        """Whether anything has come due; before, the bar of a first page would say nothing."""
        return any(state != "not yet due" for state in self.counts)

    @property
    def good(self) -> int:
        """The number of indicators that are reached or on course."""
        return sum(self.counts.get(state, 0) for state in GOOD)

    @property
    def segments(self) -> list[Segment]:
        """The segments from left to right, which fill the whole width."""
        left = WIDTH - NARROWEST * len(self.counts)
        found: list[Segment] = []
        x = seen = 0
        for state, count in self.counts.items():
            seen += count
            end = NARROWEST * (len(found) + 1) + left * seen // self.total
            found.append(Segment(state, count, x, end - x))
            x = end
        return found
