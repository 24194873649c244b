"""The results as bars: an SVG without script that reads well on light and on dark pages."""

from collections.abc import Iterator, Sequence
from html import escape
from math import floor, log10

from .hugo_runs import INDEX, PARTS
from .report import heading
from .results import Series
from .rivals import GENERATED

WIDTH = 760
LABELS = 270
RIGHT = 70
BAR = 20
PANEL_HEAD = 44
PANEL_FOOT = 34
SHORTEST = 0.1
LEFT_OUT = {GENERATED, INDEX, *(part.row for part in PARTS)}
"""Rows of the table alone: what is written for others, and the way to the whole job."""
STYLE = """\
text { font: 13px system-ui, sans-serif; fill: #1f2328; }
.size { font-weight: 600; font-size: 15px; }
.tick { font-size: 11px; }
line { stroke: #8c959f; stroke-opacity: .5; }
.pendopo { fill: #14532d; }
.other { fill: #6e7781; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; }
  .pendopo { fill: #4ac26b; }
  .other { fill: #8b949e; }
}"""


def svg(found: Sequence[Series]) -> str:
    """One panel for each series, on a common logarithmic scale of seconds."""
    longest = max(series.wall(row) for series in found for row in _rows(series))
    decades = max(1, floor(log10(longest / SHORTEST)) + 1)
    parts: list[str] = []
    top = 0
    for series in found:
        parts += _panel(series, top, decades)
        top += PANEL_HEAD + BAR * len(_rows(series)) + PANEL_FOOT
    told = "; ".join(
        f"{heading(series)}: "
        + ", ".join(f"{row} {_seconds(series.wall(row))}" for row in _rows(series))
        for series in found
    )
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" role="img" '
            'aria-labelledby="title desc">',
            '<title id="title">Seconds on the wall by generator and size, logarithmic</title>',
            f'<desc id="desc">{escape(told)}.</desc>',
            f"<style>\n{STYLE}\n</style>",
            *parts,
            "</svg>\n",
        ]
    )


def _panel(series: Series, top: int, decades: int) -> Iterator[str]:
    rows = _rows(series)
    floor_ = top + PANEL_HEAD + BAR * len(rows)
    yield f'<text class="size" x="0" y="{top + 24}">{escape(heading(series))}</text>'
    place = f'x="{WIDTH}" y="{top + 24}"'
    yield f'<text class="tick" {place} text-anchor="end">seconds, logarithmic scale</text>'
    for decade in range(decades + 1):
        x = LABELS + decade * (WIDTH - LABELS - RIGHT) / decades
        yield f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{top + PANEL_HEAD - 4}" y2="{floor_}"/>'
        place = f'x="{x:.1f}" y="{floor_ + 14}"'
        label = f"{SHORTEST * 10**decade:g} s"
        yield f'<text class="tick" {place} text-anchor="middle">{label}</text>'
    for index, row in enumerate(rows):
        y = top + PANEL_HEAD + BAR * index
        yield from _bar(row, series.wall(row), y, decades)


def _bar(row: str, seconds: float, y: int, decades: int) -> Iterator[str]:
    share = max(0.0, log10(seconds / SHORTEST)) / decades
    length = share * (WIDTH - LABELS - RIGHT)
    kind = "pendopo" if row.lower().startswith("pendopo") else "other"
    yield f'<text x="{LABELS - 8}" y="{y + 12}" text-anchor="end">{escape(row)}</text>'
    yield f'<rect class="{kind}" x="{LABELS}" y="{y}" width="{length:.1f}" height="{BAR - 5}"/>'
    yield f'<text x="{LABELS + length + 5:.1f}" y="{y + 12}">{_seconds(seconds)}</text>'


def _rows(series: Series) -> list[str]:
    return [row for row in series.costs if row not in LEFT_OUT]


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds < 10 else f"{seconds:.0f} s"
