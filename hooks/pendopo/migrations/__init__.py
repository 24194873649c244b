"""How the data of an earlier version become those of this one.

A migration is a function from a tree of files to a tree: it changes the texts where the format of
the data has changed, and leaves everything else byte for byte, comments and order too (`edits`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

Tree = Mapping[str, str]
"""The texts of a data folder by their path in it, such as `agencies/kota-uji/agency.yml`."""


class Migration(NamedTuple):
    """A change of the format that came with `version`; `what` tells it in a sentence."""

    version: str
    what: str
    apply: Callable[[Tree], Tree]


MIGRATIONS: tuple[Migration, ...] = ()
"""From the oldest to the newest."""


def since(version: str, migrations: Iterable[Migration] = MIGRATIONS) -> Iterator[Migration]:
    """The migrations that came after a version, in order."""
    yield from (each for each in migrations if number(each.version) > number(version))


def migrated(tree: Tree, migrations: Iterable[Migration]) -> Tree:
    """The tree after all of the migrations."""
    for each in migrations:
        tree = each.apply(tree)
    return tree


def number(version: str) -> tuple[int, ...]:
    """`(1, 10, 0)` for `1.10.0`, to compare versions by."""
    return tuple(int(part) for part in re.findall(r"\d+", version))
