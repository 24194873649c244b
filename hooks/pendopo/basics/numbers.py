"""Numbers as Indonesian staff write them: `1.234.567,8`, `80–90`, `85 %`, or words."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

GROUPED = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?", re.ASCII)
PLAIN = re.compile(r"-?\d+([.,]\d+)?", re.ASCII)
ENGLISH = re.compile(r"-?\d{1,3}((,\d{3})+\.\d+|(,\d{3}){2,})", re.ASCII)
MOST_DIGITS = 20
LONGEST = 100
"""Characters of the longest text that is looked at for a number or a range."""
SIGN = r"[-−]?\d[\d.,]*"
RANGE = re.compile(
    rf"({SIGN})\s*%?\s*(?:[-–—]|s\.?\s?d\.?|s/d|sampai(?: dengan)?)\s*({SIGN})", re.IGNORECASE
)
ALONE = re.compile(SIGN)
AROUND = re.compile(r"^(?:Rp\.?\s*|[≥≤]\s*)|\s*%$", re.IGNORECASE)


LONGEST_EXACT = 15
"""Digits of a number that every reader of JSON keeps."""


class Span(NamedTuple):
    """All numbers from `low` to `high`, both included."""

    low: Decimal
    high: Decimal


Amount = Decimal | Span | str
"""The value of a target or an actual: a number, a range, or words."""


class MisreadError(ValueError):
    """A text looks like a number and is none; `reading` is what was perhaps meant, or empty."""

    def __init__(self, reading: str = "") -> None:
        super().__init__(reading)
        self.reading = reading


def parse_number(text: str) -> Decimal | None:
    """The number that `text` states, or None.

    A comma is the decimal mark. Dots that part groups of exactly three digits are thousands
    (`1.000` is a thousand); any other single dot is read as a decimal mark (`12.5`).
    """
    if sum(map(str.isdigit, text)) > MOST_DIGITS:
        return None
    if GROUPED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    return None


def english_reading(text: str) -> str:
    """A number written in the English way, `1,000.5`, as it is written here; otherwise empty."""
    if not ENGLISH.fullmatch(text):
        return ""
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")


@lru_cache(maxsize=4096)
def parse_amount(text: str) -> Amount:
    """Parses the value of an indicator.

    A sign of percentage, `Rp`, and `≥` or `≤` do not belong to the number. What neither is a number
    nor looks like one are words. Raises `MisreadError` for what looks like a number and is none,
    and for a range that runs backwards.
    """
    if len(text) > LONGEST:
        return text
    bare = AROUND.sub("", AROUND.sub("", text))
    if ALONE.fullmatch(bare):
        return _number(bare)
    if found := RANGE.fullmatch(bare):
        low, high = map(_number, found.groups())
        if low > high:
            raise MisreadError
        return Span(low, high)
    return text


def _number(text: str) -> Decimal:
    text = text.replace("−", "-")
    number = parse_number(text)
    if number is None:
        raise MisreadError(english_reading(text))
    return number


def plain_number(number: Decimal) -> str:
    """A number without exponent and without zeros at the end of its decimals: `12.5`."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def json_number(number: Decimal) -> Any:
    """A number as JSON has it; as text where its readers would lose digits."""
    text = plain_number(number)
    if len(text.lstrip("-0.")) > LONGEST_EXACT:
        return text
    return float(text) if "." in text else int(text)
