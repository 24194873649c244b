"""Slips in texts that are published as they are typed: HTML in plain text, odd hosts of links."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

from pendopo.basics.locations import Location
from pendopo.reading.fields import Prose
from pendopo.reading.finding import Finding

ENTITY = re.compile(r"&(?:[A-Za-z]{2,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
TAG = re.compile(
    r"</?(?:a|b|br|div|em|font|h[1-6]|i|img|li|ol|p|small|span|strong|sub|sup|table|td|th|tr|u|ul)"
    r"(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
HOST = re.compile(r"https?://(?:[^\s/?#@\"'<>()\[\]]*@)?([^\s/?#:\"'<>()\[\]]{1,253})")
PROSE = get_args(Prose)[1]
"""The validator that fields of Markdown have and others have not."""


class Host(NamedTuple):
    """A host of other letters than those of English: its place in the text, as typed, as shown."""

    place: int
    typed: str
    shown: str


def markup_in_plain_text(record: BaseModel) -> Iterator[Finding]:
    """A plain text has no entity and no tag of HTML, which a page would show as they are."""
    for location, text, markdown in _texts(record, ()):
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


def all_texts(record: BaseModel) -> Iterator[tuple[Location, str]]:
    """Yield every text of a record with its place, Markdown too."""
    return ((location, text) for location, text, _ in _texts(record, ()))


def _texts(
    value: Any, place: Location, prose: bool = False
) -> Iterator[tuple[Location, str, bool]]:
    """Yield every text with its place, and whether it is Markdown."""
    match value:
        case str():
            yield place, value, prose
        case BaseModel():
            for name, field in type(value).model_fields.items():
                markdown = PROSE in field.metadata or _is_prose(field.annotation)
                yield from _texts(getattr(value, name), (*place, name), markdown)
        case tuple():
            for index, each in enumerate(value):
                yield from _texts(each, (*place, index), prose)
        case dict():
            for key, each in value.items():
                yield from _texts(each, (*place, getattr(key, "typed", str(key))), prose)


def _is_prose(annotation: Any) -> bool:
    return any(each is PROSE or _is_prose(each) for each in get_args(annotation))
