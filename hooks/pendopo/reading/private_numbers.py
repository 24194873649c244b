"""Numbers of persons in texts, which must not be published: NIK, KK and NIP.

A number is told only where its digits are those of such a number: registration numbers of letters,
accounts and the like are as long, but have no date of birth in them. Behind its name, as in `NIK:`,
its digits may be grouped in any way.
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
"""What may be such a number though nothing says so."""
SPACED = re.compile(r"\d(?<![\w/-]\d)(?<!\d[.,]\d)(?:[ .-]?\d){15,17}(?![\w/-]|[.,]\d)", re.ASCII)
"""A number that long, whose digits may be grouped; a text without a match holds none."""
ALIKE = bytes.maketrans(b"123456789", b"000000000")
NAMED = re.compile(
    r"\b(?:(?P<kk>KK|kartu\s+keluarga)|NIK|KTP|NIP|nomor\s+induk\s+\w+)\W{0,6}"
    r"(?:(?:no(?:mor)?|asli|nya)\b\W{0,3}){0,2}$",
    re.IGNORECASE,
)
"""The name of such a number right before it."""
BEFORE = 50
PROVINCES = {
    *range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77),
    *(81, 82), *range(91, 98),
}  # fmt: skip
"""The first digits of a NIK: codes of provinces."""
WOMEN = 40
"""What is added to the day of birth in the NIK of a woman."""
YOUNGEST = 15
"""Fewest years between the birth and the appointment of a civil servant."""


def may_have_numbers(text: str) -> bool:
    """Whether a text may have such a number; all files are asked, so few are searched."""
    digits = text.encode(errors="surrogatepass").translate(ALIKE, b" .-")
    return 16 * b"0" in digits and bool(SPACED.search(text))


def private_numbers(record: BaseModel) -> Iterator[Finding]:
    """A text holds neither the NIK of a citizen, the KK of a family, nor the NIP of an official."""
    for text in texts_in(record):
        both = (*SPACED.finditer(text.text), *LONG.finditer(text.text))
        for found in {each.start(): each for each in both}.values():
            name = NAMED.search(text.text[max(0, found.start() - BEFORE) : found.start()])
            digits = re.sub(r"\D", "", found[0])
            if (name or found.re is LONG) and (code := _code(digits, name)):
                yield text.finding(found, code, {"value": f"{digits[:4]}…{digits[-2:]}"})


def _code(digits: str, name: re.Match[str] | None) -> str:
    """The code of the problem with a number of a person; empty for any other."""
    # Behind the name of a NIK, what follows it may have been taken for more digits.
    if is_nik(digits[:16] if name else digits) and not is_nip(digits):
        return "text-kk" if name and name["kk"] else "text-nik"
    return "text-nip" if is_nip(digits) else ""


def is_nik(digits: str) -> bool:
    """Whether digits are those of a NIK: 6 of the place, DDMMYY (day + 40 for women), 4 more."""
    if len(digits) != 16 or int(digits[:2]) not in PROVINCES:
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
