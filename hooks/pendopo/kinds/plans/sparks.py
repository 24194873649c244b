"""Layout of the small line of an indicator, which stands in a row: results against targets."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from pendopo.basics.numbers import Amount, Span

WIDTH, HEIGHT = 144, 40
"""Drawing size: units are half a pixel, so that coordinates can be whole numbers."""
EDGE = 6
"""Room for half a mark at each side."""


class Stroke(NamedTuple):
    """One SVG path: the class that says what it shows, and its data."""

    name: str
    path: str


def spark(years: Sequence[tuple[Amount | None, Decimal | None]]) -> list[Stroke]:
    """Lay out the targets and results of `years`; empty where fewer than two results are numbers.

    Targets are a line (`aims`) and `ranges`; `results` are a line with `marks`.
    """
    targets = [_numbers(target) for target, _ in years]
    results = [_numbers(actual) for _, actual in years]
    numbers = [each for found in (*targets, *results) for each in found]
    if sum(map(bool, results)) < 2:
        return []
    low, spread = min(numbers), max(numbers) - min(numbers)
    pitch = (WIDTH - 2 * EDGE) / max(1, len(years) - 1)
    # Equal numbers lie in the middle.
    bottom, scale = (HEIGHT - EDGE, (HEIGHT - 2 * EDGE) / spread) if spread else (HEIGHT / 2, 0)

    def placed(found: Sequence[Sequence[float]]) -> list[tuple[int, list[int]]]:
        return [
            (round(EDGE + pitch * place), [round(bottom - scale * (each - low)) for each in values])
            for place, values in enumerate(found)
        ]

    aims, reached = placed(targets), placed(results)
    strokes = (
        Stroke("aims", _line(aims)),
        Stroke("ranges", "".join(f"M{x} {ys[0]}V{ys[1]}" for x, ys in aims if len(ys) == 2)),
        Stroke("results", _line(reached)),
        Stroke("marks", "".join(f"M{x} {ys[0]}h0" for x, ys in reached if ys)),
    )
    return [each for each in strokes if each.path]


def _numbers(amount: Amount | None) -> tuple[float, ...]:
    if isinstance(amount, Decimal):
        return (float(amount),)
    return (float(amount.low), float(amount.high)) if isinstance(amount, Span) else ()


def _line(places: Sequence[tuple[int, Sequence[int]]]) -> str:
    """A line through single heights beside each other; without neighbours one is a point."""
    drawn, goes_on = "", False
    for x, ys in places:
        if len(ys) == 1:
            drawn += f"L{x} {ys[0]}" if goes_on else f"M{x} {ys[0]}h0"
        goes_on = len(ys) == 1
    return drawn
