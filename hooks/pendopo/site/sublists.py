"""Long lists of agencies, parted by the tree of government until a person can read each sublist."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pendopo.government.agency import Agency
from pendopo.government.directory import Directory

LONGEST = 300
"""How many agencies a page lists: some 10 KB compressed, and the most that anyone looks through."""


class Sublist(NamedTuple):
    """A page of a list: what it lists itself, and how many others lie below which agencies.

    `within` is the agency that all of them lie below, None for the first page. Each of
    `branches` has a page of its own.
    """

    within: Agency | None
    listed: list[Agency]
    branches: list[tuple[Agency, int]]


def sublists(directory: Directory, found: Iterable[Agency]) -> Iterator[Sublist]:
    """The pages of a list, the first one first; only a list that is too long has more than one."""
    return _sublists(None, [[*directory.above(each), each] for each in found], 0)


def _sublists(within: Agency | None, chains: list[list[Agency]], depth: int) -> Iterator[Sublist]:
    """`chains` lead from the top down to each agency of the list."""
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
