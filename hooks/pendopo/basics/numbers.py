"""Numbers in Indonesian notation: `1.234.567,8`, `80–90`, `85 %`, or words."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

GROUPED = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?", re.ASCII)
PLAIN = re.compile(r"-?\d+([.,]\d+)?", re.ASCII)
ENGLISH = re.compile(r"-?\d{1,3}((,\d{3})+\.\d+|(,\d{3}){2,})", re.ASCII)
MOST_DIGITS = 20
LONGEST = 100
"""Maximum length, in characters, of a text that is parsed as a number or a range."""
SIGN = r"[-−]?\d[\d.,]*"
RANGE = re.compile(
    rf"({SIGN})\s*%?\s*(?:[-–—]|s\.?\s?d\.?|s/d|sampai(?: dengan)?)\s*({SIGN})", re.IGNORECASE
)
ALONE = re.compile(SIGN)
AROUND = re.compile(r"^(?:Rp\.?\s*|[≥≤]\s*)|\s*%$", re.IGNORECASE)


LONGEST_EXACT = 15
"""Number of digits that every JSON reader preserves."""


class Span(NamedTuple):
    """All numbers from `low` to `high`, both included."""

    low: Decimal
    high: Decimal


Amount = Decimal | Span | str
"""The value of a target or an actual: a number, a range, or words."""


class MisreadError(ValueError):
    """A text looks like a number but is not one; `reading` is the likely meaning, or empty."""

    def __init__(self, reading: str = "") -> None:
        super().__init__(reading)
        self.reading = reading


def parse_number(text: str) -> Decimal | None:
    """Parses `text` as a number; None if it is not one.

    The decimal mark is a comma. Dots between groups of exactly three digits separate thousands
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
    """Converts a number in English notation, `1,000.5`, to Indonesian; empty if it is not one."""
    if not ENGLISH.fullmatch(text):
        return ""
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")


@lru_cache(maxsize=4096)
def parse_amount(text: str) -> Amount:
    """Parses the value of an indicator.

    A percent sign, `Rp`, `≥` and `≤` are not part of the number. Text that neither is nor looks
    like a number is returned as words. Raises `MisreadError` for text that looks like a number but
    is not one, and for a range whose bounds are reversed.
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
    """Formats a number without exponent and without trailing zeros after the point: `12.5`."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def json_number(number: Decimal) -> Any:
    """Converts a number for JSON; to text if JSON readers would lose digits."""
    text = plain_number(number)
    if len(text.lstrip("-0.")) > LONGEST_EXACT:
        return text
    return float(text) if "." in text else int(text)
