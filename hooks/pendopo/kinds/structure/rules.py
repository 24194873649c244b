"""Rules that check the structure of an agency."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pendopo.kinds.structure.record import Post, StructureRecord, Unit
from pendopo.kinds.structure.tree import MOST_LEVELS, circles, is_deep, superiors
from pendopo.problems.nearest import Names
from pendopo.reading.finding import Finding


def structure_rules(record: StructureRecord) -> Iterator[Finding]:
    """A structure says something, and its units and posts fit together."""
    if not (record.duties or record.functions or record.units or record.posts):
        yield Finding((), "structure-empty")
    yield from _ids(record.units, "units")
    yield from _ids(record.posts, "posts")
    yield from _units_known(record)
    yield from _posts_known(record)
    yield from _heads(record)
    yield from _in_circles(record)
    yield from _counts(record)


def _ids(things: Sequence[Unit | Post], key: str) -> Iterator[Finding]:
    """No two units, and no two posts, have the same id."""
    known: set[str] = set()
    for index, each in enumerate(things):
        if each.id in known:
            yield Finding((key, index, "id"), "structure-id-twice", {"value": each.id})
        known.add(each.id)


def _units_known(record: StructureRecord) -> Iterator[Finding]:
    """A unit that is named exists, and no unit is part of itself."""
    names = Names(each.id for each in record.units)
    known = {each.id for each in record.units}
    for index, unit in enumerate(record.units):
        location = ("units", index, "part_of")
        if unit.part_of == unit.id:
            yield Finding(location, "structure-unit-self", {"value": unit.id})
        elif unit.part_of and unit.part_of not in known:
            yield _unknown(location, "structure-unit-unknown", unit.part_of, names, "units")
    for index, post in enumerate(record.posts):
        if post.unit and post.unit not in known:
            location = ("posts", index, "unit")
            yield _unknown(location, "structure-unit-unknown", post.unit, names, "units")


def _posts_known(record: StructureRecord) -> Iterator[Finding]:
    """A post that is named exists, and no post reports to itself; the head reports to nobody."""
    names = Names(each.id for each in record.posts)
    known = {each.id for each in record.posts}
    for index, post in enumerate(record.posts):
        location = ("posts", index, "reports_to")
        if post.reports_to and post.head:
            yield Finding(location, "structure-head-reports")
        elif post.reports_to == post.id:
            yield Finding(location, "structure-post-self", {"value": post.id})
        elif post.reports_to and post.reports_to not in known:
            yield _unknown(location, "structure-post-unknown", post.reports_to, names, "posts")


def _unknown(
    location: tuple[str | int, ...], code: str, value: str, names: Names, rests_on: str
) -> Finding:
    if near := names.nearest(value):
        values = {"value": value, "nearest": near}
        return Finding(location, f"{code}-nearest", values, rests_on=rests_on)
    return Finding(location, code, {"value": value, "known": names.listed}, rests_on=rests_on)


def _heads(record: StructureRecord) -> Iterator[Finding]:
    """Exactly one post is that of the head."""
    heads = [index for index, each in enumerate(record.posts) if each.head]
    if record.posts and not heads:
        yield Finding(("posts",), "structure-head-none", on_key=True)
    for index in heads[1:]:
        values = {"value": record.posts[index].title, "first": record.posts[heads[0]].title}
        yield Finding(("posts", index, "head"), "structure-head-twice", values)


def _in_circles(record: StructureRecord) -> Iterator[Finding]:
    """Units are not part of each other in a circle, posts do not report so, and none is too deep.

    A circle is told at the first of it that itself says what is above it.
    """
    parts = {each.id: each.part_of or "" for each in reversed(record.units)}
    for circle in circles(parts):
        order = _order(circle, [each.id for each in record.units if each.part_of])
        location = ("units", _index(record.units, order[0]), "part_of")
        yield Finding(location, "structure-units-circle", {"order": " → ".join(order)})
    above = superiors(record)
    for circle in circles(above):
        order = _order(circle, [each.id for each in record.posts if each.reports_to])
        location = ("posts", _index(record.posts, order[0]), "reports_to")
        yield Finding(location, "structure-posts-circle", {"order": " → ".join(order)})
    yield from _deep("units", record.units, parts)
    yield from _deep("posts", record.posts, above)


def _deep(key: str, things: Sequence[Unit | Post], above: Mapping[str, str]) -> Iterator[Finding]:
    """The first that has too much above it; nothing where there is a circle anyway."""
    deep = next((index for index, each in enumerate(things) if is_deep(each.id, above)), None)
    if deep is not None and not any(circles(above)):
        yield Finding((key, deep, "id"), "structure-deep", {"limit": MOST_LEVELS})


def _order(circle: Sequence[str], named: Iterable[str]) -> list[str]:
    """The circle from the first of `named` that is in it, round to that one again."""
    within = {*circle}
    start = circle.index(next(each for each in named if each in within))
    return [*circle[start:], *circle[: start + 1]]


def _index(things: Sequence[Unit | Post], name: str) -> int:
    return next(index for index, each in enumerate(things) if each.id == name)


def _counts(record: StructureRecord) -> Iterator[Finding]:
    """A post is held by somebody or by several, never by none."""
    for index, post in enumerate(record.posts):
        if post.count == 0:
            yield Finding(("posts", index, "count"), "structure-count")
