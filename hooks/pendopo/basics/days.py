"""Days as people in Indonesia write them: `25/4/2018`, `3 Februari 2026`, `2026-02-03`."""

import re
from datetime import date

MONTHS = (
    *("januari", "februari", "maret", "april", "mei", "juni"),
    *("juli", "agustus", "september", "oktober", "november", "desember"),
)
ABBREVIATED = {"pebruari": 2, "sept": 9, "nop": 11, "nopember": 11, "agt": 8, "agst": 8, "ags": 8}
ENGLISH = {
    name: number
    for number, names in {
        **{1: ("january",), 2: ("february",), 3: ("march", "mar"), 5: ("may",), 6: ("june",)},
        **{7: ("july",), 8: ("august", "aug"), 10: ("october", "oct"), 12: ("december", "dec")},
    }.items()
    for name in names
}
YEAR_FIRST = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})", re.ASCII)
DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", re.ASCII)
NAMED = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4})", re.ASCII)
WEEKDAY = re.compile(
    r"(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*,?\s+", re.IGNORECASE
)


def day_in(text: str) -> date | None:
    """The day that a text names; None if it names none, or could name two."""
    if found := YEAR_FIRST.fullmatch(text):
        return _day(found[1], int(found[3]), found[4])
    if found := DAY_FIRST.fullmatch(text):
        return _day(found[4], int(found[3]), found[1])
    if found := NAMED.fullmatch(text):
        return _day(found[3], _month(found[2]), found[1])
    return None


def day_meant(text: str) -> date | None:
    """The day that is meant by a text that `day_in` does not accept; None if nobody can know."""
    bare = " ".join(WEEKDAY.sub("", text.strip()).replace(",", " ").split())
    bare = re.sub(r"\s*([-/.])\s*", r"\1", bare)
    if found := DAY_FIRST.fullmatch(bare):
        # Month before day, as in English: no month has such a number.
        return day_in(bare) or _day(found[4], int(found[1]), found[3])
    if found := re.fullmatch(r"(\d{1,2})([-/.])(\d{1,2})\2(\d\d)", bare, re.ASCII):
        return _day(f"20{found[4]}", int(found[3]), found[1])
    if found := NAMED.fullmatch(bare):
        return _day(found[3], ENGLISH.get(found[2].lower(), 0), found[1]) or day_in(bare)
    if found := re.fullmatch(r"([A-Za-z]{3,9})\.? (\d{1,2}) (\d{4})", bare, re.ASCII):
        month = ENGLISH.get(found[1].lower(), 0) or _month(found[1])
        return _day(found[3], month, found[2])
    if re.fullmatch(r"\d{8}", bare, re.ASCII):
        return _day(bare[:4], int(bare[4:6]), bare[6:])
    return day_in(bare) or day_in(bare[:10])


def _month(name: str) -> int:
    lower = name.lower()
    names = [number for number, each in enumerate(MONTHS, 1) if lower in (each, each[:3])]
    return names[0] if names else ABBREVIATED.get(lower, 0)


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
