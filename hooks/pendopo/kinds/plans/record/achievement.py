"""Achievement: compare actual values with targets.

The formulas are those that Indonesian agencies use, with R the actual and T the target: `R ÷ T` if
higher is better (PermenPANRB 8/2021, page 91); `(2T − R) ÷ T` (page 100) or `T ÷ R` if lower is
better; and the nearer bound of a range in place of T (pages 91 and 100).
Nothing is capped here: a setting of the portal caps the figures that are displayed.
"""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import NamedTuple

from pendopo.basics.numbers import Amount, Grade, Span
from pendopo.basics.translations import N_
from pendopo.kinds.plans.record.indicators import Formula, Polarity

FULL = Decimal(100)
PRECISION = 60
"""Decimal precision: enough digits for any two numbers of twenty digits."""
BANDS = (
    (Decimal(90), N_("Very good")),
    (Decimal(75), N_("Good")),
    (Decimal(65), N_("Fair")),
    (Decimal(50), N_("Poor")),
    (None, N_("Very poor")),
)
"""Lower thresholds (exclusive, in percent) and names of the achievement bands.

The bands are those of the agencies' reports (91–100, 76–90, 66–75, 51–65, to 50), closed here so
that no figure falls between two of them.
"""


class Mean(NamedTuple):
    """An arithmetic mean in percent over `measured` of `total` figures."""

    percent: Decimal | None
    measured: int
    total: int


def achievement(
    target: Amount, actual: Amount, polarity: Polarity | None, by: Formula | None
) -> Decimal | None:
    """Return how much of `target` has been reached, in percent, unrounded.

    None if it cannot be computed: for words and grades, without a polarity, if lower is better but
    no formula is stated, and if the formula would divide by zero or by a negative number.
    """
    if isinstance(target, str | Grade) or not isinstance(actual, Decimal) or polarity is None:
        return None
    low, high = _bounds(target)
    if low <= actual <= high:
        return FULL
    bound = low if actual < low else high
    if polarity == "higher" or (polarity == "range" and actual < low):
        return _percent(actual, bound)
    if by == "difference":
        return _percent(2 * bound - actual, bound)
    return _percent(bound, actual) if by == "ratio" and bound > 0 else None


def meets(target: Amount, actual: Amount, polarity: Polarity | None) -> bool | None:
    """Return whether `actual` is at least as good as `target`; words must be equal.

    None if the two cannot be compared. A grade is better the higher it ranks, whatever `polarity`.
    """
    if isinstance(target, Grade) and isinstance(actual, Grade):
        return not _lower(actual, target)
    if isinstance(target, str | Grade) or isinstance(actual, str | Grade):
        return True if _plain(target) == _plain(actual) else None
    (low, high), (lowest, highest) = _bounds(target), _bounds(actual)
    match polarity:
        case "higher":
            return lowest >= low
        case "lower":
            return highest <= high
        case "range":
            return low <= lowest and highest <= high
    return None


def worse(actual: Amount, before: Amount, target: Amount, polarity: Polarity | None) -> bool:
    """Return whether `actual` is worse than `before`; False if that is unknown."""
    if isinstance(actual, Grade) and isinstance(before, Grade):
        return _lower(actual, before)
    if not isinstance(actual, Decimal) or not isinstance(before, Decimal):
        return False
    if polarity == "higher":
        return actual < before
    if polarity == "lower":
        return actual > before
    if polarity is None or isinstance(target, str | Grade):
        return False
    return _distance(actual, target) > _distance(before, target)


def mean(figures: Sequence[Decimal | None]) -> Mean:
    """Return the arithmetic mean of the known figures; unknown figures are None."""
    known = [each for each in figures if each is not None]
    with localcontext(prec=PRECISION):
        percent = sum(known, Decimal(0)) / len(known) if known else None
    return Mean(percent, len(known), len(figures))


def rounded(percent: Decimal) -> Decimal:
    """Round a figure for display: at most two decimals, halves up."""
    with localcontext(prec=PRECISION):
        short = percent.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize() + 0
        return short.quantize(Decimal(1)) if short == short.to_integral_value() else short


def band(percent: Decimal, bands: Iterable[tuple[Decimal | None, str]] = BANDS) -> str:
    """Return the name of the band of an unrounded achievement."""
    last = ""
    for above, label in bands:
        last = label
        if above is None or percent > above:
            break
    return last


def _percent(part: Decimal, whole: Decimal) -> Decimal | None:
    if whole <= 0:
        return None
    with localcontext(prec=PRECISION):
        return part / whole * 100


def _bounds(amount: Decimal | Span) -> tuple[Decimal, Decimal]:
    return (amount.low, amount.high) if isinstance(amount, Span) else (amount, amount)


def _lower(grade: Grade, other: Grade) -> bool:
    """Whether a grade is lower; within one rank the scores tell, if both have one."""
    if grade.rank != other.rank or grade.score is None or other.score is None:
        return grade.rank < other.rank
    return grade.score < other.score


def _distance(actual: Decimal, target: Decimal | Span) -> Decimal:
    low, high = _bounds(target)
    return max(low - actual, actual - high, Decimal(0))


def _plain(amount: Amount) -> object:
    return " ".join(amount.split()).casefold() if isinstance(amount, str) else amount
