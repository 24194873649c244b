"""Redirects, resolved to the addresses they lead from and to."""

from collections.abc import Container, Iterator
from typing import NamedTuple

from pendopo.basics import addresses
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


def owner(source: str, agency: str, agencies: Container[str]) -> str | None:
    """Return the id of the agency below `agency` whose folder contains the file, or None.

    `agencies` are all ids; of several agencies the lowest is returned.
    """
    folders = (each[:-1] for each in reversed(above(source)) if each.endswith("/"))
    return next((each for each in folders if len(each) > len(agency) and each in agencies), None)


def above(path: str) -> list[str]:
    """Return the folders that contain a file, from the top down, each as `a/b` and as `a/b/`."""
    ends = [at for at, sign in enumerate(path) if sign == "/"]
    return [path[:end] for at in ends for end in (at, at + 1)]
