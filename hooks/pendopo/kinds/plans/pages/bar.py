"""A bar of the states of indicators: how much of what was promised has been kept."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from pendopo.kinds.plans.record.results import GOOD, STATES, State

WIDTH, SMALL = 600, 200
"""The widths of the two drawings, in units of their own: of a whole page, and of a row."""
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

    @classmethod
    def of(cls, found: Counter[State]) -> Self:
        """The bar of states that were counted in any order."""
        return cls({state: found[state] for state in STATES if found[state]})

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
        """The segments of the large drawing from left to right, which fill its whole width."""
        return self._within(WIDTH)

    @property
    def small(self) -> list[Segment]:
        """The same of the small drawing, which stands in a row."""
        return self._within(SMALL)

    def _within(self, width: int) -> list[Segment]:
        left = width - NARROWEST * len(self.counts)
        found: list[Segment] = []
        x = seen = 0
        for state, count in self.counts.items():
            seen += count
            end = NARROWEST * (len(found) + 1) + left * seen // self.total
            found.append(Segment(state, count, x, end - x))
            x = end
        return found
