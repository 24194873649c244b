"""How the values of a plan are to be read: a table's notation is seen only in all of it.

`3.125` is three thousand in one document and three and an eighth in another. The unit, the other
values of the row and the way the document writes its other numbers decide; where they do not, or
contradict each other, the value stays words and nothing is computed from it.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from pendopo.basics.numbers import (
    Amount,
    Marks,
    MisreadError,
    Reading,
    Span,
    ambiguous,
    marks,
    parse_amount,
    separators,
)
from pendopo.kinds.plans.record.grades import grades
from pendopo.kinds.plans.record.indicators import Indicator, Measure, Target, listed
from pendopo.kinds.plans.record.units import is_counted, is_index, is_share, without_unit

NEAR = Decimal(10)
"""Two values of one row that differ by no more than this factor may well be of the same size."""
ALIKE = Decimal(2)
"""If only one reading lies as close as this to another value of the row, it is the right one."""


class Written(NamedTuple):
    """A value, its text without the unit, and its unit."""

    value: Target
    text: str
    unit: str | None


def read_values(rows: Iterable[Indicator]) -> None:
    """Decide the amounts of all values of a plan, given all its rows of indicators."""
    written = [(row, [*_written(row)]) for row in rows]
    document = _marks(each for _, values in written for each in values)
    for row, values in written:
        _read_row(row, values, document)


def _written(row: Indicator) -> Iterator[Written]:
    """Yield all values of a row, and of the indicators that share its targets."""
    of_row = [*listed(row.targets), *([row.final] if row.final else [])]
    measures: list[tuple[Measure, Sequence[Target]]] = [(row, of_row)]
    measures += [(each, []) for each in row.same_targets]
    for measure, targets in measures:
        own = [*listed(measure.actuals), *([measure.baseline] if measure.baseline else [])]
        of_groups = [
            value
            for each in measure.series
            for value in (*listed(each.targets), *listed(each.actuals))
        ]
        for value in (*targets, *own, *of_groups):
            yield Written(value, _text(value, measure.unit), measure.unit)


def _text(value: Target, unit: str | None) -> str:
    """Return the text without its unit, unless what is left only looks like a number."""
    bare = without_unit(value.value, unit)
    try:
        parse_amount(bare)
    except MisreadError:
        return value.value
    return bare


def _read_row(row: Indicator, values: Sequence[Written], document: Marks) -> None:
    sizes = [*_sizes(values)]
    of_row = _marks(values)
    for each in values:
        reading = None
        if ambiguous(each.text):
            reading = _by_unit(each, sizes) or _by_context(each.text, sizes, of_row, document)
            if reading is None:
                each.value.read_as(each.value.value)
                continue
        each.value.read_as(_amount(each, reading))
    words = [each.value.value for each in values if each.value.stated and _is_words(each.value)]
    for text, grade in grades(words, row.scale).items():
        for each in values:
            if each.value.value == text:
                each.value.read_as(grade)


def _is_words(value: Target) -> bool:
    return isinstance(value.amount, str) and not ambiguous(value.value)


def _amount(written: Written, reading: Reading | None) -> Amount:
    amount = parse_amount(written.text, reading)
    return written.value.value if isinstance(amount, str) else amount


def _by_unit(written: Written, sizes: Sequence[Decimal]) -> Reading | None:
    """Return the reading that the unit demands: persons are whole, a share is not in thousands."""
    if is_counted(written.unit):
        return "thousands"
    small = is_share(written.unit) or is_index(written.unit)
    return "decimal" if small and _by_size(written.text, sizes) != "thousands" else None


def _by_context(
    text: str, sizes: Sequence[Decimal], of_row: Marks, document: Marks
) -> Reading | None:
    """Return the reading on which the sizes and marks of the other values agree, if any."""
    if alike := _by_size(text, sizes, ALIKE):
        return alike
    votes = {_by_size(text, sizes)}
    for separator in separators(text):
        votes.add(of_row.reading(separator) or document.reading(separator))
    found = votes - {None}
    return found.pop() if len(found) == 1 else None


def _by_size(text: str, sizes: Sequence[Decimal], factor: Decimal = NEAR) -> Reading | None:
    """Return the only reading within `factor` of a value whose reading is certain, if any."""
    near: list[Reading] = []
    readings: tuple[Reading, ...] = ("decimal", "thousands")
    for reading in readings:
        read = _numbers(parse_amount(text, reading))
        if any(max(one / two, two / one) <= factor for one in read for two in sizes):
            near.append(reading)
    return near[0] if len(near) == 1 else None


def _sizes(values: Iterable[Written]) -> Iterator[Decimal]:
    """Yield the sizes of the numbers whose reading is certain."""
    for each in values:
        if not ambiguous(each.text):
            yield from _numbers(parse_amount(each.text))


def _numbers(amount: Amount) -> list[Decimal]:
    """Return the sizes, above 0, of a number or of both ends of a range."""
    match amount:
        case Decimal():
            return [abs(amount)] if amount else []
        case Span():
            return [abs(each) for each in amount if each]
    return []


def _marks(values: Iterable[Written]) -> Marks:
    return reduce(Marks.joined, (marks(each.text) for each in values), Marks())
