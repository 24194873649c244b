"""Redirects with the addresses that they lead from and to."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.redirects.record import Redirects


class Resolved(NamedTuple):
    """One redirect of a record; `source` is the file at the old address.

    `target` is the new address, or a web address as it is.
    """

    entry: Redirects
    number: int
    source: str
    target: str


def resolved(entry: Redirects) -> Iterator[Resolved]:
    """The redirects of one record."""
    for number, (old, new) in enumerate(entry.brief.rows):
        source, target = addresses.stub(entry.agency, old), addresses.target(entry.agency, new)
        yield Resolved(entry, number, source, target)


def owner(source: str, below: Collection[Agency]) -> str | None:
    """The agency of those below in whose folder a file lies."""
    return next((each.id for each in below if source.startswith(f"{each.id}/")), None)


def shown(path: str) -> str:
    """The address of a file of the site as a browser shows it."""
    return path.removesuffix("index.html")
