"""Splits long lists of agencies along the tree of government, into lists of readable length."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pendopo.government.agency import Agency
from pendopo.government.directory import Directory

LONGEST = 300
"""Maximum agencies per page: about 10 KB compressed, and as many as anyone looks through."""

FIRST = 12
"""Agencies of a type that a first page names; the others are folded or counted."""


class Sublist(NamedTuple):
    """One page of a list: the agencies listed on it, and the number of others by branch.

    `within` is the agency above all of them, None for the first page. Each of `branches` has its
    own page.
    """

    within: Agency | None
    listed: list[Agency]
    branches: list[tuple[Agency, int]]


def sublists(directory: Directory, found: Iterable[Agency]) -> Iterator[Sublist]:
    """Yields the pages of a list in order; only a list that is too long has more than one."""
    return _sublists(None, [[*directory.above(each), each] for each in found], 0)


def _sublists(within: Agency | None, chains: list[list[Agency]], depth: int) -> Iterator[Sublist]:
    """Splits `chains`, each of which leads from the top down to one agency of the list."""
    if len(chains) <= LONGEST:
        yield Sublist(within, [chain[-1] for chain in chains], [])
        return
    groups = _by_branch(chains, depth)
    while len(groups) == 1:
        depth += 1
        groups = _by_branch(chains, depth)
    alone = [group[0][-1] for group in groups if len(group) == 1]
    branches = [group for group in groups if len(group) > 1]
    yield Sublist(within, alone, [(group[0][depth], len(group)) for group in branches])
    for group in branches:
        yield from _sublists(group[0][depth], group, depth + 1)


def _by_branch(chains: Sequence[list[Agency]], depth: int) -> list[list[list[Agency]]]:
    groups: dict[str, list[list[Agency]]] = {}
    for chain in chains:
        groups.setdefault(chain[min(depth, len(chain) - 1)].id, []).append(chain)
    return list(groups.values())
