"""Days of birth of persons, which with a name are all that somebody needs to pretend to be them."""

import re
from collections.abc import Iterator

from pendopo.basics.days import day_meant
from pendopo.reading.content.tokens import around
from pendopo.reading.content.weekdays import DAY
from pendopo.reading.finding import Finding
from pendopo.reading.values import Text

TOKENS = around(("lahir", "dilahirkan", "ttl", "born", "birth"))
PLACE = r"[A-Z][\w .'’-]{1,30}"
ON = r"(?:(?:pada|tanggal|tgl\.?|hari|on|in)\s+){0,3}"
LABELLED = re.compile(
    r"(?:\b(?i:tanggal\s+lahir|tgl\.?\s+lahir|date\s+of\s+birth)|\bTTL)"
    rf"(?:\s*[:|=,]\s*|\s+)(?:{PLACE}[,/|]\s*)?{DAY}"
)
TOLD = re.compile(
    r"(?:(?<!yang )(?i:\b(?:di)?lahir(?:kan)?\s+di\s+)|\b(?i:was\s+born\s+in\s+))"
    rf"{PLACE}?,?\s+{ON}{DAY}"
    r"|\b(?i:ia|beliau|dia|he|she)\s+(?i:(?:di)?lahir(?:kan)?|was\s+born)\s+"
    rf"{ON}{DAY.replace('P<day>', 'P<other>').replace('sign', 'same')}"
)
OF_A_PERSON = re.compile(rf"(?i:\blahir\b|\bdilahirkan\b|\bborn\b)[^\n.;]{{0,40}}?\b{DAY}")
FIRST, LAST = 1940, 2010
"""Years in which those were born of whom texts of today tell: others belong to history."""


def births(text: Text) -> Iterator[Finding]:
    """A text does not say on which day somebody was born."""
    for found in LABELLED.finditer(text.text):
        yield from _born(text, found, 2100)
    pattern = OF_A_PERSON if "biography" in text.location else TOLD
    for found in pattern.finditer(text.text):
        yield from _born(text, found, LAST)


def _born(text: Text, found: re.Match[str], last: int) -> Iterator[Finding]:
    day = day_meant(found["day"] or found.groupdict().get("other") or "")
    if day and FIRST <= day.year <= last:
        yield text.finding(found, "text-birth", {"value": found[0], "year": day.year})
