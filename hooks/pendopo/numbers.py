"""Numbers as Indonesian staff write them: `1.234.567,8`."""

import re
from decimal import Decimal

GROUPED = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?", re.ASCII)
PLAIN = re.compile(r"-?\d+([.,]\d+)?", re.ASCII)


def parse_number(text: str) -> Decimal | None:
    """The number that `text` states, or None.

    A comma is the decimal mark. Dots that part groups of exactly three digits are thousands
    (`1.000` is a thousand); any other single dot is read as a decimal mark (`12.5`).
    """
    if GROUPED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    return None
