"""Compares two states of a record by its model, whatever kind it is of."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pendopo.basics.markdown import shortened

LONGEST_NAME = 60


class Step(NamedTuple):
    """A step on the way into a record: the title of a field, and the name of what it holds."""

    title: str
    name: str = ""


Trail = tuple[Step, ...]
Keys = tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """One value that differs; None where there is none. `moved` if only the order of it differs.

    `keys` are the names of the fields on the way to it.
    """

    trail: Trail
    keys: Keys
    info: FieldInfo | None = field(repr=False)
    before: Any
    after: Any
    moved: bool = False


@dataclass(frozen=True)
class Pair:
    """Two states of a part of a record that its kind compares itself."""

    trail: Trail
    before: BaseModel
    after: BaseModel


@dataclass(frozen=True)
class Comparison:
    """Compares records; `own` has the fields, by model, that are left to the kind."""

    own: Mapping[type[BaseModel], frozenset[str]] = field(default_factory=dict)

    def models(
        self, before: BaseModel, after: BaseModel, trail: Trail = (), keys: Keys = ()
    ) -> Iterator[Difference | Pair]:
        """All that differs between two models of one type, in the order of their fields."""
        parts = [part for part in self.own if isinstance(before, part) and isinstance(after, part)]
        if parts:
            yield Pair(trail, before, after)
        left = frozenset[str]().union(*(self.own[part] for part in parts))
        for name, info in type(after).model_fields.items():
            one, two = getattr(before, name, None), getattr(after, name)
            if name not in left and one != two:
                way = (*trail, Step(info.title or name))
                yield from self._values(one, two, way, (*keys, name), info)

    def _values(
        self, before: Any, after: Any, trail: Trail, keys: Keys, info: FieldInfo | None
    ) -> Iterator[Difference | Pair]:
        if isinstance(before, BaseModel) and type(before) is type(after):
            yield from self.models(before, after, trail, keys)
        elif isinstance(before, tuple) and isinstance(after, tuple):
            yield from self._lists(before, after, trail, keys, info)
        elif isinstance(before, dict) and isinstance(after, dict):
            for each in sorted({*before, *after}, key=str):
                one, two = before.get(each), after.get(each)
                if one != two:
                    named = (*trail[:-1], Step(trail[-1].title, str(each)))
                    yield from self._values(one, two, named, keys, info)
        else:
            yield Difference(trail, keys, info, before or None, after or None)

    def _lists(
        self,
        before: Sequence[Any],
        after: Sequence[Any],
        trail: Trail,
        keys: Keys,
        info: FieldInfo | None,
    ) -> Iterator[Difference | Pair]:
        gone, come = _without_equal(before, after)
        if not gone and not come:
            yield Difference(trail, keys, info, None, None, moved=True)
        for one, two in _paired(gone, come):
            if isinstance(one, BaseModel) and type(one) is type(two):
                named = (*trail[:-1], Step(trail[-1].title, name_of(two)))
                yield from self.models(one, two, named, keys)
            else:
                yield Difference(trail, keys, info, one, two)


def name_of(value: object) -> str:
    """What a part of a record is called: its first text that it must have, or its first at all."""
    if not isinstance(value, BaseModel):
        return ""
    fields = type(value).model_fields
    ordered = sorted(fields, key=lambda name: not fields[name].is_required())
    found = (each for name in ordered if isinstance(each := getattr(value, name), str))
    return shortened(next(found, ""), LONGEST_NAME)


def _without_equal(before: Sequence[Any], after: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """What is in one list alone, each as often as it is there more often."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for place, each in enumerate(before):
        places[_key(each)].append(place)
    come = []
    for each in after:
        if same := places[_key(each)]:
            same.pop()
        else:
            come.append(each)
    return [before[place] for place in sorted(chain.from_iterable(places.values()))], come


def _paired(gone: Sequence[Any], come: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """What is gone beside what has come for it: of one name, else of as many in their order."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(gone):
        by_name[name_of(each)].append(place)
    partners = {
        place: by_name[name].pop(0)
        for place, each in enumerate(come)
        if (name := name_of(each)) and by_name[name]
    }
    taken = {*partners.values()}
    left = [place for place in range(len(gone)) if place not in taken]
    new = [place for place in range(len(come)) if place not in partners]
    if len(left) == len(new):
        partners |= dict(zip(new, left, strict=True))
        left = []
    yield from ((gone[place], None) for place in left)
    for place, each in enumerate(come):
        yield gone[partners[place]] if place in partners else None, each


def _key(value: Any) -> Hashable:
    return value.model_dump_json() if isinstance(value, BaseModel) else str(value)
