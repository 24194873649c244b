"""The formula of an indicator as lines and fractions.

A document prints a fraction as three lines, of which the middle one is a bar, and so does the data:

    Jumlah dokumen yang selesai tepat waktu
    --------------------------------------- × 100 %
    Jumlah dokumen
"""

import re
from typing import NamedTuple

BAR = re.compile(r"([^-–—_─]{0,80}?)\s*(?:[-–_]{3,}|[—─]{2,})\s*(.*)")


class Step(NamedTuple):
    """A line of a formula; a fraction has a numerator, a denominator and text around its bar."""

    before: str
    numerator: str = ""
    denominator: str = ""
    after: str = ""


def on_one_line(text: str) -> str:
    """Return a formula with ÷ for the bars of its fractions, for formats without line ends."""
    said: list[str] = []
    for step in steps(text):
        fraction = (step.numerator, "÷", step.denominator, step.after) if step.numerator else ()
        said += [step.before, *fraction]
    return " ".join(filter(None, said))


def steps(text: str) -> list[Step]:
    """Return the lines and fractions of a formula, in order."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found: list[Step] = []
    while lines:
        line = lines.pop(0)
        bar = BAR.fullmatch(lines[0]) if len(lines) > 1 else None
        if bar is None:
            found.append(Step(line))
        else:
            found.append(Step(bar[1], line, lines[1], bar[2]))
            del lines[:2]
    return found
