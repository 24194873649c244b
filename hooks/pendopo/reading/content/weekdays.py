"""A weekday beside a date that is another one: `Senin, 3 Februari 2026`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from pendopo.basics.days import DAY_FIRST, day_meant
from pendopo.reading.content.tokens import around
from pendopo.reading.finding import Finding
from pendopo.reading.values import Text

WEEKS: Sequence[Sequence[str]] = (
    ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"),
    ("senin", "selasa", "rabu", "kamis", "jum'at", "sabtu", "minggu"),
    ("senin", "selasa", "rabu", "kamis", "jum’at", "sabtu", "minggu"),
    ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "ahad"),
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ("sen", "sel", "rab", "kam", "jum", "sab", "min"),
    ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
)
"""Names of the weekdays from Monday on, a week for each way in which they are written."""
SHORT = {name for week in WEEKS[5:] for name in week}
ENGLISH = (WEEKS[4], WEEKS[6])
NAMES = {name for week in WEEKS for name in week}
TOKENS = around(NAMES)
# Any word may be a name here: a list of all names would take five times as long.
NAME = r"(?P<name>[SRKJMATWFsrkjmatwf][A-Za-z'’]{2,8})\b"
DAY = (
    r"(?P<day>\d{1,2}(?:st|nd|rd|th)?[ -][A-Za-z]{3,9}\.?,?[ -]\d{4}"
    r"|[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{1,2}(?P<sign>[-/.])\d{1,2}(?P=sign)\d{4}|\d{4}-\d{1,2}-\d{1,2})(?!\d)"
)
BEFORE = re.compile(
    rf"{NAME}\.?(?:\s*[,/(]\s*|\s+)(?:(?:[Tt]anggal|[Tt]gl\.?|pada)\s+){{0,2}}{DAY}"
)
BEHIND = re.compile(rf"{DAY}\s*\(\s*(?:[Hh]ari\s+)?{NAME}\.?\s*\)")
SPAN = re.compile(r"(?:[\w’'–—-]|[-–—/]\s|s\.d\.\s|sampai\s|hingga\s|dan\s|and\s|to\s)$")
"""What stands before the last day of several, or before a part of a word."""
YEAR = re.compile(r"\d{4}", re.ASCII)
NEAR = 60
"""Characters around a weekday among which its date stands."""
WEEK = "minggu"
"""A Sunday, but also a week."""


def may_have_weekdays(source: str, tokens: Iterable[str]) -> bool:
    """Whether a file may have a date beside one of the weekdays that it has."""
    for each in tokens:
        at = source.find(each)
        while at >= 0:
            near = source[max(0, at - NEAR) : at + NEAR]
            if YEAR.search(near) and (BEFORE.search(near) or BEHIND.search(near)):
                return True
            at = source.find(each, at + 1)
    return False


def weekdays(text: Text) -> Iterator[Finding]:
    """A weekday beside a date is that of the date."""
    for pattern in (BEFORE, BEHIND):
        for found in pattern.finditer(text.text):
            typed = found["name"]
            before = text.text[max(0, found.start() - 8) : found.start()]
            known = _is_weekday(typed, found[0]) and not SPAN.search(before)
            if right := _right(typed, found["day"]) if known else "":
                values = {"value": found[0], "typed": typed, "right": right}
                meant = found[0].replace(typed, right, 1)
                yield text.finding(found, "weekday-differs", values, meant)


def _is_weekday(typed: str, whole: str) -> bool:
    """Whether a word is a weekday: one in short letters may be another word, or a week."""
    if typed.islower() and (typed in SHORT or (typed == WEEK and "," not in whole)):
        return False
    return typed.lower() in NAMES


def _right(typed: str, day: str) -> str:
    """The weekday of a day, as it is typed; empty where that is right or nobody can know."""
    known = day_meant(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", day))
    week = next(week for week in WEEKS if typed.lower() in week)
    days = {known, _month_first(day) if week in ENGLISH else None} - {None}
    if not known or week.index(typed.lower()) in {each.weekday() for each in days if each}:
        return ""
    name = week[known.weekday()]
    if typed.isupper():
        return name.upper()
    return name.capitalize() if typed[0].isupper() else name


def _month_first(day: str) -> date | None:
    """The day that `2/3/2026` means where months come first."""
    found = DAY_FIRST.fullmatch(day)
    try:
        return date(int(found[4]), int(found[1]), int(found[3])) if found else None
    except ValueError:
        return None
