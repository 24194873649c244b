"""Findings of the audit's tools."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple


class Finding(NamedTuple):
    """The tool, its rule in a sentence, the address of a page or file, and the place in it."""

    tool: str
    rule: str
    page: str
    place: str


def told(found: Iterable[Finding]) -> Iterator[str]:
    """Each rule once, with how often it is broken and where first."""
    for (tool, rule), each in groupby(sorted(found), lambda finding: finding[:2]):
        first, *more = each
        again = f" (and {len(more)} more)" if more else ""
        yield f"{tool}: {rule}\n    /{first.page} {' '.join(first.place.split())}{again}"
