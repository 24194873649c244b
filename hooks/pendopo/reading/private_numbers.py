"""Numbers of persons in texts, which must not be published: NIK and NIP.

A number is told only where its digits are those of such a number: registration numbers of letters
and the like are as long, but have no date of birth in them.
"""

import re
from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from pendopo.reading.finding import Finding
from pendopo.reading.values import texts_in

# The digit stands before what must not precede it: so the search skips all that is no digit.
LONG = re.compile(
    r"\d(?<![\w/-]\d)(?<!\d[.,]\d)(?:\d{15}|\d{7} ?\d{6} ?[12] ?\d{3})(?![\w/-]|[.,]\d)", re.ASCII
)
"""What may be such a number; a text without a match holds none."""
FIRST_PROVINCE, LAST_PROVINCE = 11, 96
WOMEN = 40
"""What is added to the day of birth in the NIK of a woman."""
YOUNGEST = 15
"""Fewest years between the birth and the appointment of a civil servant."""


def private_numbers(record: BaseModel) -> Iterator[Finding]:
    """A text holds neither the NIK of a citizen nor the NIP of a civil servant."""
    for location, text, *_ in texts_in(record):
        for found in LONG.finditer(text):
            digits = found[0].replace(" ", "")
            code = "text-nik" if is_nik(digits) else "text-nip" if is_nip(digits) else ""
            if code:
                yield Finding(location, code, {"value": f"{digits[:4]}…{digits[-2:]}"})


def is_nik(digits: str) -> bool:
    """Whether digits are those of a NIK: 6 of the place, DDMMYY (day + 40 for women), 4 more."""
    if len(digits) != 16 or not FIRST_PROVINCE <= int(digits[:2]) <= LAST_PROVINCE:
        return False
    day, month, year = (int(digits[place : place + 2]) for place in (6, 8, 10))
    day -= WOMEN if day > WOMEN else 0
    # The century is not known: a 29 February is in one of the two.
    return digits[2:6] != "0000" and any(_is_day(each + year, month, day) for each in (1900, 2000))


def is_nip(digits: str) -> bool:
    """Whether digits are those of a NIP: YYYYMMDD of birth, YYYYMM of appointment, sex, serial."""
    if len(digits) != 18 or digits[14] not in "12":
        return False
    year, appointed = int(digits[:4]), int(digits[8:12])
    return (
        1900 <= year <= 2100
        and _is_day(year, int(digits[4:6]), int(digits[6:8]))
        and 1 <= int(digits[12:14]) <= 12
        and year + YOUNGEST <= appointed <= 2100
    )


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
