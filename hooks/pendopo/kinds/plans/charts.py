"""Layout of the chart of one indicator; a template draws it as SVG, without any script."""

import math
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from pendopo.basics.numbers import Amount, Span

WIDTH, HEIGHT = 264, 170
"""Drawing size: the width that fits a phone of 320 pixels, where labels are smallest."""
TOP, RIGHT, BOTTOM, LEAST_LEFT = 10, 8, 24, 22
CHARACTER = 5.6
"""Width of a digit at the font size of the labels, in units of the drawing."""
STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
MOST_TICKS = 5
THICKEST_BAR, THINNEST_MARK, LARGEST_RADIUS = 22.0, 1.5, 4.0


class Slot(NamedTuple):
    """The data of one year: a label, and the amounts that are stated.

    `history` is the actual of a year before the plan.
    """

    label: str
    target: Amount | None = None
    actual: Amount | None = None
    baseline: Amount | None = None
    history: Amount | None = None


class Label(NamedTuple):
    """A text label with its position along the axis that it belongs to."""

    place: str
    text: str


class Box(NamedTuple):
    """A rectangle with its position and size."""

    x: str
    y: str
    width: str
    height: str


class Dot(NamedTuple):
    """The centre of a mark."""

    x: str
    y: str


class Chart(NamedTuple):
    """A drawing of `width` by `height` units; all coordinates are formatted for output."""

    width: int
    height: int
    left: str
    right: str
    axis: str
    grid: str
    ticks: list[Label]
    """Their places are heights; all texts end at `beside`, across."""
    beside: str
    years: list[Label]
    """Their places are widths; all texts stand at the height `below`."""
    below: str
    bars: list[Box]
    past: list[Box]
    spans: list[Box]
    lines: list[str]
    targets: list[Dot]
    radius: str
    baseline: Dot | None


def chart(slots: Sequence[Slot], short: Callable[[Decimal], str]) -> Chart | None:
    """Lay out the chart of `slots`; None if no number is stated.

    `short` formats the number of a tick.
    """
    numbers = [
        float(each)
        for slot in slots
        for amount in (slot.target, slot.actual, slot.baseline, slot.history)
        for each in _numbers(amount)
    ]
    if not numbers:
        return None
    return _drawn(slots, _ticks(min(0.0, *numbers), max(0.0, *numbers)), short)


def _drawn(
    slots: Sequence[Slot], ticks: Sequence[Decimal], short: Callable[[Decimal], str]
) -> Chart:
    """Lay out the marks of `slots` on the scale given by `ticks`."""
    labels = [short(tick) for tick in ticks]
    left = max(LEAST_LEFT, math.ceil(max(map(len, labels)) * CHARACTER) + 8)
    low, high = float(ticks[0]), float(ticks[-1])
    pitch = (WIDTH - left - RIGHT) / len(slots)

    def y(value: float | Decimal) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (high - float(value)) / (high - low)

    # What lies beside each other needs no fractions; heights show values and keep a decimal.
    middles = [round(left + pitch * (index + 0.5)) for index in range(len(slots))]
    places = [*zip(middles, map(_print, middles), slots, strict=True)]
    every = max(1, math.ceil((max(len(slot.label) for slot in slots) * CHARACTER + 6) / pitch))
    bar = min(THICKEST_BAR, 2 * (pitch * 0.6 // 2))
    edge = _print(left)

    def columns(amounts: Iterable[Amount | None]) -> list[Box]:
        found = zip(middles, amounts, strict=True)
        return [_box(x, bar, y(0), y(each)) for x, each in found if isinstance(each, Decimal)]

    def dot(x: str, amount: Amount | None) -> Dot | None:
        return Dot(x, _print(y(amount))) if isinstance(amount, Decimal) else None

    targets = [dot(x, s.target) for _, x, s in places if s.baseline is None]
    baselines = [dot(x, s.baseline) for _, x, s in places]
    return Chart(
        width=WIDTH,
        height=HEIGHT,
        left=edge,
        right=str(WIDTH - RIGHT),
        axis=_print(y(0)),
        grid="".join(f"M{edge} {_print(y(tick))}H{WIDTH - RIGHT}" for tick in ticks),
        ticks=[Label(_print(y(tick)), text) for tick, text in zip(ticks, labels, strict=True)],
        beside=_print(left - 4),
        years=[Label(x, s.label) for _, x, s in places[::every]],
        below=str(HEIGHT - 8),
        bars=columns(slot.actual for slot in slots),
        past=columns(slot.history for slot in slots),
        spans=[
            _box(middle, min(bar + 6, 2 * (pitch * 0.8 // 2)), y(s.target.low), y(s.target.high))
            for middle, _, s in places
            if isinstance(s.target, Span)
        ],
        lines=_lines(targets),
        targets=[each for each in targets if each],
        radius=_print(min(LARGEST_RADIUS, pitch * 0.4)),
        baseline=next(filter(None, baselines), None),
    )


def _numbers(amount: Amount | None) -> tuple[Decimal, ...]:
    match amount:
        case Decimal():
            return (amount,)
        case Span():
            return tuple(amount)
    return ()


@lru_cache(maxsize=1024)
def _ticks(low: float, high: float) -> tuple[Decimal, ...]:
    """Return evenly spaced round numbers that cover the range from `low` to `high`."""
    spread = (high - low) or 1.0
    power = Decimal(1).scaleb(math.floor(math.log10(spread / MOST_TICKS)))
    step = next(each * power for each in STEPS if spread / float(each * power) <= MOST_TICKS)
    first, last = math.floor(low / float(step)), math.ceil((low + spread) / float(step))
    return tuple(step * number for number in range(first, last + 1))


def _box(x: float, width: float, one: float, two: float) -> Box:
    """Return a rectangle between two heights, with a minimum height so that it stays visible."""
    height = max(abs(one - two), THINNEST_MARK)
    top = min(one, two) if abs(one - two) >= THINNEST_MARK else one - height
    return Box(_print(x - width / 2), _print(top), _print(width), _print(height))


def _lines(points: Sequence[Dot | None]) -> list[str]:
    """Return polylines through adjacent points; a gap ends a line."""
    runs: list[list[str]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(f"{point.x},{point.y}")
    return [" ".join(run) for run in runs if len(run) > 1]


def _print(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
