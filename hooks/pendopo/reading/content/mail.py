"""Addresses of mail that are not of the agency though it has a domain of its own."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from pendopo.reading.finding import Finding
from pendopo.reading.values import texts_in

FREE = re.compile(
    r"@(?:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud|aol|proton|"
    r"protonmail|zoho|yandex|mail)\.(?:com|co\.id|me|ru|net)$",
    re.IGNORECASE | re.MULTILINE,
)
OFFICIAL = re.compile(r"(?:@|//)(?:[\w-]+\.)*?([\w-]+\.(?:go|desa)\.id)(?![\w.-])", re.ASCII)
"""A domain of the state or of a village, in an address of mail or of the web."""
PORTAL_OF_ALL = {"lapor.go.id"}
"""Where all agencies of the state are, so that it is the domain of none."""


def private_mail(record: BaseModel, source: str) -> Iterator[Finding]:
    """A field for an address of mail has an official one where the record shows such a domain."""
    if "@" not in source or not (".go.id" in source or ".desa.id" in source):
        return
    texts = [each for each in texts_in(record) if each.checked]
    hosts = (found[1].lower() for each in texts for found in OFFICIAL.finditer(each.text))
    domain = next((each for each in hosts if each not in PORTAL_OF_ALL), "")
    for each in texts if domain else ():
        if FREE.search(each.text):
            yield Finding(each.location, "mail-private", {"value": each.text, "domain": domain})
