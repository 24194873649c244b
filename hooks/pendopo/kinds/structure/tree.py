"""Who is below whom: the tree of units, and the tree of posts.

All that is done here ends for any record, also for one whose posts report in a circle.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pendopo.kinds.structure.record import Post, StructureRecord, Unit

MOST_LEVELS = 10
"""Levels below the head; what is deeper is not shown, and reported (`rules`)."""


@dataclass(frozen=True)
class Node:
    """A box of the chart: a post in its unit, or a unit that has no post."""

    unit: Unit | None
    post: Post | None
    below: tuple["Node", ...]


def by_id(things: Iterable[Unit]) -> dict[str, Unit]:
    """The units by their ids; of two with the same id the first."""
    found: dict[str, Unit] = {}
    for each in things:
        found.setdefault(each.id, each)
    return found


def units_in_order(record: StructureRecord) -> list[tuple[Unit, int]]:
    """All units with their levels from 0, each followed by its parts."""
    parts: dict[str, list[Unit]] = defaultdict(list)
    for each in record.units:
        parts[each.part_of or ""].append(each)
    return [*_with_parts("", 0, parts)]


def _with_parts(
    above: str, level: int, parts: Mapping[str, list[Unit]]
) -> Iterator[tuple[Unit, int]]:
    if level > MOST_LEVELS:
        return
    for each in parts.get(above, ()):
        yield each, level
        yield from _with_parts(each.id, level + 1, parts)


def superiors(record: StructureRecord) -> dict[str, str]:
    """The post above each post, by their ids; empty for the head.

    That is the one that it names. If it names none, it is the first post of its unit or of the
    nearest unit above, else the head.
    """
    seats = _Seats(record)
    return {each.id: seats.above(each) for each in reversed(record.posts)}


def circles(above: Mapping[str, str]) -> Iterator[list[str]]:
    """The circles of what is above what, each once; not those of a thing above itself."""
    seen: set[str] = set()
    for start in above:
        path: list[str] = []
        name = start
        while name in above and name not in seen:
            seen.add(name)
            path.append(name)
            name = above[name]
        if path and name != path[-1] and name in {*path}:
            yield path[path.index(name) :]


def is_deep(name: str, above: Mapping[str, str]) -> bool:
    """Whether a thing is more than `MOST_LEVELS` levels below the top; nothing above itself is."""
    for _ in range(MOST_LEVELS):
        if above.get(name) == name:
            return False
        name = above.get(name, "")
    return bool(above.get(name))


def chart(record: StructureRecord) -> tuple[Node, ...]:
    """The boxes at the top of the chart, as a rule the head alone, each with those below it."""
    seats = _Seats(record)
    posts: dict[str, list[Post]] = defaultdict(list)
    for post in record.posts:
        posts[seats.above(post)].append(post)
    bare: dict[str, list[Unit]] = defaultdict(list)
    for unit in record.units:
        if unit.id not in seats.first:
            bare[seats.of_unit(unit.part_of)].append(unit)
    return _boxes("", seats.units, posts, bare, 0)


def _boxes(
    above: str,
    units: Mapping[str, Unit],
    posts: Mapping[str, list[Post]],
    bare: Mapping[str, list[Unit]],
    level: int,
) -> tuple[Node, ...]:
    if level > MOST_LEVELS:
        return ()
    of_posts = (
        Node(units.get(each.unit or ""), each, _boxes(each.id, units, posts, bare, level + 1))
        for each in posts.get(above, ())
    )
    return (*of_posts, *(Node(each, None, ()) for each in bare.get(above, ())))


class _Seats:
    """Ids of posts: `first` has that of the first post of each unit, `head` that of the head."""

    def __init__(self, record: StructureRecord) -> None:
        self.units = by_id(record.units)
        self.head = next((each.id for each in record.posts if each.head), "")
        self.first: dict[str, str] = {}
        for post in record.posts:
            if post.unit:
                self.first.setdefault(post.unit, post.id)

    def above(self, post: Post) -> str:
        """The id of the post above `post`; empty for the head."""
        if post.id == self.head:
            return ""
        if post.reports_to:
            return post.reports_to
        unit = self.units.get(post.unit or "")
        leads = unit is not None and self.first.get(unit.id) == post.id
        return self.of_unit(unit.part_of if unit and leads else post.unit)

    def of_unit(self, name: str | None) -> str:
        """The id of the post that leads a unit, or else the nearest one above that has any."""
        for _ in range(MOST_LEVELS):
            if name in self.first:
                return self.first[name]
            unit = self.units.get(name or "")
            name = unit.part_of if unit else None
        return self.head
