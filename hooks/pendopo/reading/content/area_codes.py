"""Telephone numbers that reach nobody from a mobile phone, because their area code is missing."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from pendopo.reading.finding import Finding
from pendopo.reading.values import texts_in

LOCAL = re.compile(r"[2-9](?:[ .-]?\d){4,7}", re.ASCII)
"""A number within its area: 5 to 8 digits; those of services for all begin with 1."""
MAY_BE = re.compile(rf"(?<![\w.+-]){LOCAL.pattern}(?![\w.-])", re.ASCII)
FIELDS = {"phones", "number"}
"""Where a number stands: alone in a list, or in an entry with its label."""


def without_area(record: BaseModel, source: str) -> Iterator[Finding]:
    """A telephone number begins with its area code, which a mobile phone needs."""
    if "phones" not in source or not MAY_BE.search(source):
        return
    for each in texts_in(record):
        names = [part for part in each.location[-3:] if isinstance(part, str)]
        if "phones" in names and names[-1] in FIELDS and LOCAL.fullmatch(each.text):
            yield Finding(each.location, "phone-area", {"value": each.text})
