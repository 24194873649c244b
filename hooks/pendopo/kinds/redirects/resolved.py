"""Redirects, resolved to the addresses they lead from and to."""

from collections.abc import Iterator
from typing import NamedTuple

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.redirects.record import Redirects


class Resolved(NamedTuple):
    """One redirect of a record; `source` is the file at the old address.

    `target` is the new address on this site, or an unchanged URL of another site.
    """

    entry: Redirects
    number: int
    source: str
    target: str


def resolved(entry: Redirects) -> Iterator[Resolved]:
    """Resolve the redirects of one record."""
    for number, (old, new) in enumerate(entry.brief.rows):
        source, target = addresses.stub(entry.agency, old), addresses.target(entry.agency, new)
        yield Resolved(entry, number, source, target)


def owner(source: str, directory: Directory, agency: Agency | None) -> str | None:
    """Return the id of the agency directly below `agency` whose folder contains the file, or None.

    For None, those at the top are meant.
    """
    above = agency.id if agency else None
    parts = source.split("/")
    names = ("/".join(parts[:length]) for length in range(1, len(parts)))
    found = (directory.agencies[each] for each in names if each in directory.agencies)
    return next((each.id for each in found if each.parent == above), None)


def shown(path: str) -> str:
    """Return the address of a file of the site as a browser displays it."""
    return path.removesuffix("index.html")
