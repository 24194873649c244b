"""The times for which targets and actuals are given: years, parts of a year, and stages of years.

A term is a whole number, so that records, caches and JSON can hold it. Below 100 it is an ordinal
year of the plan, and a calendar year is itself. Anything else has a code: `YYYYpppp`, with `pppp`
1 to 4 for a quarter, 51 or 52 for a half-year, 101 to 112 for a month, and the last year of a stage
of several years. `60n` is quarter n of a plan for one year that does not repeat the year.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Annotated, NamedTuple, Self

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from pendopo.reading.accepts import Accepts
from pendopo.reading.fields import refuse, year

FIRST_CALENDAR_YEAR = 1000
"""Smaller numbers are a plan's ordinal years 1, 2, 3 …, not calendar years."""
CODED = 10_000
BARE_QUARTER = 600
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
MONTHS = (
    *("januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september"),
    *("oktober", "november", "desember"),
)
NUMBER = r"([1-4]|IV|I{1,3})"
QUARTER = re.compile(rf"(?:Q|TW\.?|Triwulan|Kuartal)[ -]?{NUMBER}", re.IGNORECASE)
HALF = re.compile(rf"(?:S|Semester)[ -]?{NUMBER}", re.IGNORECASE)
STAGE = re.compile(r"(\d{4})\s?[-–]\s?(\d{4})", re.ASCII)
WITH_YEAR = re.compile(r"(\d{4})[ -](.+)|(.+?),?[ -](\d{4})", re.ASCII)


class Typed(int):
    """A term as a key of a record, which knows how it was typed there."""

    typed: str

    def __new__(cls, term: int, typed: str) -> Self:
        """Create the key for `term`, which was typed as `typed`."""
        made = super().__new__(cls, term)
        made.typed = typed
        return made

    def __reduce__(self) -> tuple[type[Self], tuple[int, str]]:
        """Return what a copy in another process is made of."""
        return type(self), (int(self), self.typed)


def _term(value: object) -> int:
    if isinstance(value, str):
        return Typed(_read(value), value)
    if isinstance(value, int):
        return value
    raise refuse("plan-year")


def _read(value: str) -> int:
    if re.fullmatch(r"[1-9]\d?", value, re.ASCII):
        return int(value)
    if (found := _part_of_year(value) or _stage(value)) is not None:
        return found
    try:
        return int(str(year(value)))
    except PydanticCustomError:
        raise refuse("plan-year") from None


_PART = rf"(?i:{QUARTER.pattern}|{HALF.pattern}|{'|'.join(MONTHS)})|0[1-9]|1[0-2]"
_TERM = (
    rf"[1-9]\d?|\d{{4}}|(?i:{QUARTER.pattern})|{STAGE.pattern}"
    rf"|\d{{4}}[ -](?:{_PART})|(?:{_PART}),?[ -]\d{{4}}"
)
Term = Annotated[int, Accepts("plan-year", _TERM), PlainValidator(_term)]
"""A year, a part of a year (`2026-Q1`, `TW II 2026`, `2026-03`) or a stage (`2025-2029`)."""


def _part_of_year(text: str) -> int | None:
    if quarter := QUARTER.fullmatch(text):
        return BARE_QUARTER + _count(quarter[1])
    found = WITH_YEAR.fullmatch(text)
    if found is None or not 1945 <= int(found[1] or found[4]) <= 2100:
        return None
    part = _code(found[2] or found[3])
    return int(found[1] or found[4]) * CODED + part if part else None


def _code(text: str) -> int:
    """Return the code of a part of a year; 0 if it is none."""
    if quarter := QUARTER.fullmatch(text):
        return _count(quarter[1])
    if (half := HALF.fullmatch(text)) and _count(half[1]) <= 2:
        return 50 + _count(half[1])
    if text.casefold() in MONTHS:
        return 101 + MONTHS.index(text.casefold())
    return 100 + int(text) if re.fullmatch(r"0[1-9]|1[0-2]", text, re.ASCII) else 0


def _stage(text: str) -> int | None:
    found = STAGE.fullmatch(text)
    if found is None or not 1945 <= int(found[1]) < int(found[2]) <= 2100:
        return None
    return int(found[1]) * CODED + int(found[2])


def _count(text: str) -> int:
    return ROMAN.get(text.upper()) or int(text)


class Span(NamedTuple):
    """The first and the last month of a term, as (year, month)."""

    first: tuple[int, int]
    last: tuple[int, int]


@lru_cache(maxsize=4096)
def span(term: int) -> Span:
    """Return the months of a term; those of an ordinal year are of that year of our era."""
    if term < CODED:
        return Span((term, 1), (term, 12))
    start, part = divmod(term, CODED)
    if part >= FIRST_CALENDAR_YEAR:
        return Span((start, 1), (part, 12))
    if part > 100:
        return Span((start, part - 100), (start, part - 100))
    months = 6 if part > 50 else 3
    last = (part % 50) * months
    return Span((start, last - months + 1), (start, last))


def in_order(terms: Iterable[int]) -> list[int]:
    """Sort terms by their ends; of those that end together the longest comes last."""
    return sorted(terms, key=_order)


@lru_cache(maxsize=4096)
def _order(term: int) -> tuple[int, int, int, int]:
    (year, month), (last, to) = span(term)
    return last, to, -year, -month


def last_year(term: int) -> int:
    """Return the calendar year in which a term ends; ordinal years are unchanged."""
    return span(term).last[0]


def first_year(term: int) -> int:
    """Return the calendar year in which a term begins; ordinal years are unchanged."""
    return span(term).first[0]


def is_calendar(term: int) -> bool:
    """Whether it is known when a term is."""
    return term >= FIRST_CALENDAR_YEAR


def with_first_year(term: int, first: int | None) -> int:
    """Return the calendar term of an ordinal one, given the calendar year of the plan's year 1."""
    if first is None or is_calendar(term):
        return term
    return first * CODED + term - BARE_QUARTER if term > BARE_QUARTER else first + term - 1


def length(term: int) -> int:
    """Return the number of months of a term; terms of one table have the same length."""
    if BARE_QUARTER < term < FIRST_CALENDAR_YEAR:
        return 3
    (year, month), (last, to) = span(term)
    return (last - year) * 12 + to - month + 1


def ended(term: int, today: date) -> bool:
    """Whether a calendar term has ended before the month of `today`."""
    return span(term).last < (today.year, today.month)


def days(term: int) -> tuple[date, date]:
    """Return the first and the last day of a calendar term."""
    (year, month), (last, to) = span(term)
    return date(year, month, 1), date(last, to, monthrange(last, to)[1])


def written(term: int) -> str:
    """Return a term as data and files write it: `2026`, `2026-Q1`, `2026-03`, `2025-2029`, `3`."""
    if BARE_QUARTER < term < FIRST_CALENDAR_YEAR:
        return f"Q{term - BARE_QUARTER}"
    if term < CODED:
        return str(term)
    year, part = divmod(term, CODED)
    if part >= FIRST_CALENDAR_YEAR:
        return f"{year}-{part}"
    if part > 100:
        return f"{year}-{part - 100:02}"
    return f"{year}-S{part - 50}" if part > 50 else f"{year}-Q{part}"
