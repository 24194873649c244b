"""A record of every kind with every text that its model has, made of what the kinds name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from kind_samples import samples
from pendopo.basics.locations import Location
from pendopo.kinds.registry import KINDS
from pendopo.reading.fields import Amount, Line, Lines, Prose, ShortLine, Statement
from pendopo.reading.frames import Tree
from pendopo.reading.record import Model
from pendopo.reading.record_type import RecordType
from pendopo.site.kind import Kind as RegisteredKind

HARMLESS = "Kata"
OTHER = "Kata lain"
"""A heading that repeats what stands above it is not shown."""

TOPIC = "Topik"
"""Stands for the name of the one topic that there is."""

CITY = "agencies/kota-binjai"

BELOW = f"{CITY}/kecamatan-binjai-selatan"
FOLDERS = {"portal": "", "agency": f"{CITY}/", "below": f"{BELOW}/"}

TextKind = Literal["plain", "prose", "checked"]


@dataclass(frozen=True)
class Sample:
    """A record with every field that its model knows; `fields` are the places of its texts."""

    path: str
    type: RecordType[Any, Any]
    tree: Tree
    fields: Mapping[Location, TextKind]


KEYS: set[str] = set()
"""The keys of mappings that are data."""

SAID = {
    "mission": "1",
    "supports": "kota-binjai/2016-2021#misi-1",
    "serves": "sasaran-1-1",
    "polarity": "lower",
    "decorative": "tidak",
    "head": "tidak",
    "new": "/kota-binjai/",
}
"""Values that must fit the rest of the record."""


def grown(  # noqa: PLR0911
    annotation: Any, example: Any, place: Location, fields: dict[Location, TextKind], variant: int
) -> Tree:
    """A value of a type, with the place and the kind of every text within it.

    `variant` chooses where a type has several forms. A type that is not known here fails.
    """
    if place[-2:-1] == ("topics",) and annotation == Line:
        fields[place] = "checked"
        return TOPIC
    if annotation in (Line, ShortLine, Lines, Statement, Prose, Amount):
        fields[place] = "prose" if annotation == Prose else "plain"
        return OTHER if place[-1] == "heading" else HARMLESS
    origin, arguments = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        hints = get_type_hints(annotation, include_extras=True)
        return {
            key: grown(hints[key], (field.examples or [""])[0], (*place, key), fields, variant)
            for key, field in annotation.model_fields.items()
        }
    if origin in (Union, UnionType):
        options = [each for each in arguments if each is not NoneType]
        return grown(options[variant % len(options)], example, place, fields, variant)
    if origin is tuple:
        first = next(iter(example.values())) if isinstance(example, dict) else example[0]
        return [grown(arguments[0], first, (*place, 0), fields, variant)]
    if origin is dict:
        key = next(iter(example)) if get_origin(arguments[0]) is Literal else "2021"
        KEYS.add(key)
        return {key: grown(arguments[1], HARMLESS, (*place, key), fields, variant)}
    if origin is Annotated and arguments[0] not in (str, int, bool, date, Decimal):
        return grown(arguments[0], example, place, fields, variant)
    assert origin in (Annotated, Literal), f"{place}: teach this test the type {annotation}"
    fields[place] = "checked"
    key = next(str(part) for part in reversed(place) if isinstance(part, str))
    return SAID.get(key, str(example))


def sample(
    path: str,
    record_type: RecordType[Any, Any],
    without: tuple[Location, ...] = (),
    variant: int = 0,
    **changes: str,
) -> Sample:
    fields: dict[Location, TextKind] = {}
    tree = grown(record_type.model, None, (), fields, variant)
    for place in without:
        holder: Any = tree
        for key in place[:-1]:
            holder = holder[key]
        del holder[place[-1]]
    kept = {
        place: kind
        for place, kind in fields.items()
        if not any(place[: len(gone)] == gone for gone in without)
    }
    assert isinstance(tree, dict)
    tree.update(changes)
    return Sample(path, record_type, tree, kept)


def _of(kind: RegisteredKind) -> Iterator[Sample]:
    """The samples of one kind of record."""
    for each in samples(kind).records:
        made = sample(
            f"{FOLDERS[each.folder]}{each.path}",
            kind.record,
            each.without,
            each.variant,
            **each.changes,
        )
        tree: Any = made.tree
        for key, items in each.more.items():
            tree[key] = [*tree[key], *map(dict, items)]
        yield made


SAMPLES = tuple(each for kind in KINDS for each in _of(kind))
FIELDS = [(each.path, place, kind) for each in SAMPLES for place, kind in each.fields.items()]

Values = Mapping[tuple[str, Location], str]


def filled(tree: Tree, path: str, place: Location, values: Values) -> Tree:
    """The tree with `values` at their places."""
    if isinstance(tree, dict):
        return {key: filled(value, path, (*place, key), values) for key, value in tree.items()}
    if isinstance(tree, list):
        return [filled(value, path, (*place, i), values) for i, value in enumerate(tree)]
    return values.get((path, place), tree)
