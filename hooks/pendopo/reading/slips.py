"""Slips in texts that are published as they are typed: HTML in plain text, odd hosts of links."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from pydantic import BaseModel

from pendopo.reading.finding import Finding
from pendopo.reading.values import texts_in

ENTITY = re.compile(r"&(?:[A-Za-z]{2,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
TAG = re.compile(
    r"</?(?:a|b|br|div|em|font|h[1-6]|i|img|li|ol|p|small|span|strong|sub|sup|table|td|th|tr|u|ul)"
    r"(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
HOST = re.compile(r"https?://(?:[^\s/?#@\"'<>()\[\]]*@)?([^\s/?#:\"'<>()\[\]]{1,253})")


class Host(NamedTuple):
    """A host of other letters than those of English: its place in the text, as typed, as shown."""

    place: int
    typed: str
    shown: str


def markup_in_plain_text(record: BaseModel) -> Iterator[Finding]:
    """A plain text has no entity and no tag of HTML, which a page would show as they are."""
    for location, text, markdown, _ in texts_in(record):
        if markdown:
            continue
        if found := TAG.search(text) or ENTITY.search(text):
            meant = " ".join(unescape(TAG.sub(" ", text)).split())
            if meant not in ("", text):
                yield Finding(location, "text-markup", {"value": found[0], "meant": meant})


def odd_hosts(text: str) -> Iterator[Host]:
    """Yield the hosts in `text` whose letters may look like others than they are."""
    for found in HOST.finditer(text):
        host = found[1]
        if not host.isascii():
            yield Host(found.start(1), host, _encoded(host))
        elif "xn--" in host.lower():
            yield Host(found.start(1), host, _decoded(host))


def _encoded(host: str) -> str:
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host


def _decoded(host: str) -> str:
    try:
        return host.encode().decode("idna")
    except UnicodeError:
        return host
