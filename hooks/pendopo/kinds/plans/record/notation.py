"""How the values of a plan are to be read: a table's notation is seen only in all of it.

`3.125` is three thousand in one document and three and an eighth in another. The unit, the other
values of the row and the way the document writes its other numbers decide; where they do not, or
contradict each other, the value stays words and nothing is computed from it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, reduce
from itertools import chain
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
from pendopo.kinds.plans.record.indicators import Indicator, Target, listed
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


@dataclass(frozen=True)
class Texts:
    """The values of a row, or of all rows of a document."""

    values: Sequence[Written]

    @cached_property
    def marks(self) -> Marks:
        """The separators whose meaning is certain."""
        return reduce(Marks.joined, (marks(each.text) for each in self.values), Marks())

    @cached_property
    def sizes(self) -> list[Decimal]:
        """The sizes of the numbers whose reading is certain, smallest first."""
        certain = (each.text for each in self.values if not ambiguous(each.text))
        return sorted(size for text in certain for size in _sizes(parse_amount(text)))


def read_values(rows: Sequence[Indicator]) -> None:
    """Decide the amounts of all values of a plan, given all its rows of indicators."""
    unusual = [row for row in rows if not all(value.value.isdecimal() for value, _ in _values(row))]
    written = [[*_written(row)] for row in unusual]
    document = Texts([*chain.from_iterable(written)])
    for row, values in zip(unusual, written, strict=True):
        _read_row(row, Texts(values), document)


def _values(row: Indicator) -> Iterator[tuple[Target, str | None]]:
    """Yield all values of a row, and of the indicators that share its targets, with their units."""
    for value in (*listed(row.targets), *([row.final] if row.final else [])):
        yield value, row.unit
    for measure in (row, *row.same_targets):
        for value in (*listed(measure.actuals), *([measure.baseline] if measure.baseline else [])):
            yield value, measure.unit
        for each in measure.series:
            for value in (*listed(each.targets), *listed(each.actuals)):
                yield value, measure.unit


def _written(row: Indicator) -> Iterator[Written]:
    for value, unit in _values(row):
        yield Written(value, _text(value, unit), unit)


def _text(value: Target, unit: str | None) -> str:
    """Return the text without its unit, unless what is left only looks like a number."""
    if value.value[-1].isdigit():
        return value.value
    bare = without_unit(value.value, unit)
    try:
        parse_amount(bare)
    except MisreadError:
        return value.value
    return bare


def _read_row(row: Indicator, texts: Texts, document: Texts) -> None:
    for each in texts.values:
        if ambiguous(each.text):
            reading = _by_unit(each, texts) or _by_context(each.text, texts, document)
            each.value.read_as(_amount(each, reading) if reading else each.value.value)
        elif each.text != each.value.value:
            each.value.read_as(_amount(each, None))
    words = [each.value for each in texts.values if _is_words(each.value)]
    found = grades([each.value for each in words], row.scale) if words else {}
    for value in words:
        value.read_as(found.get(value.value, value.value))


def _is_words(value: Target) -> bool:
    return isinstance(value.amount, str) and value.stated and not ambiguous(value.value)


def _amount(written: Written, reading: Reading | None) -> Amount:
    amount = parse_amount(written.text, reading)
    return written.value.value if isinstance(amount, str) else amount


def _by_unit(written: Written, texts: Texts) -> Reading | None:
    """Return the reading that the unit demands: persons are whole, a share is not in thousands."""
    if is_counted(written.unit):
        return "thousands"
    small = is_share(written.unit) or is_index(written.unit)
    return "decimal" if small and _by_size(written.text, texts) != "thousands" else None


def _by_context(text: str, row: Texts, document: Texts) -> Reading | None:
    """Return the reading on which the sizes and marks of the other values agree, if any."""
    if alike := _by_size(text, row, ALIKE):
        return alike
    votes = {_by_size(text, row)}
    for separator in separators(text):
        votes.add(row.marks.reading(separator) or document.marks.reading(separator))
    found = votes - {None}
    return found.pop() if len(found) == 1 else None


def _by_size(text: str, row: Texts, factor: Decimal = NEAR) -> Reading | None:
    """Return the only reading within `factor` of a value whose reading is certain, if any."""
    readings: tuple[Reading, ...] = ("decimal", "thousands")
    near = [
        reading
        for reading in readings
        if any(_has_near(each, row.sizes, factor) for each in _sizes(parse_amount(text, reading)))
    ]
    return near[0] if len(near) == 1 else None


def _has_near(size: Decimal, sizes: Sequence[Decimal], factor: Decimal) -> bool:
    place = bisect_left(sizes, size / factor)
    return place < len(sizes) and sizes[place] <= size * factor


def _sizes(amount: Amount) -> list[Decimal]:
    """Return the sizes, above 0, of a number or of both ends of a range."""
    match amount:
        case Decimal():
            return [abs(amount)] if amount else []
        case Span():
            return [abs(each) for each in amount if each]
    return []
