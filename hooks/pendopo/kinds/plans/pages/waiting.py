"""Indicators of which only targets are known: one table, where a card each would hold dashes."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from pendopo.kinds.plans.pages.indicators import Shown

FEWEST = 3
"""Fewer than this many stay cards, with the chart of their targets."""
Years = tuple[str, ...]


class Row(NamedTuple):
    """One indicator, with its target of each year of the table."""

    shown: Shown
    targets: Years


def years_of_table(indicators: Iterable[Shown]) -> Years:
    """The years of the table of indicators without an actual; empty if there is to be none.

    Most of them have the same years; those with others stay cards.
    """
    found = Counter(years for each in indicators if (years := _years(each)))
    years, count = next(iter(found.most_common(1)), ((), 0))
    return years if count >= FEWEST else ()


def rows(indicators: Iterable[Shown], years: Years) -> list[Row]:
    """The rows of those indicators that the table of `years` shows."""
    return [
        Row(each, tuple(target for _, target in each.plain or ()))
        for each in indicators
        if years and _years(each) == years
    ]


def _years(indicator: Shown) -> Years:
    """The years of an indicator of which no more than targets are known."""
    return () if indicator.groups else tuple(year for year, _ in indicator.plain or ())
