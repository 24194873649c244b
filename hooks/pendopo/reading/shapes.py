"""The shapes of what staff write in fields, found by walking the models.

Editors and forms are made of them, so that a new field or kind of record needs nothing there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from pendopo.reading.accepts import Accepts, Alone, Short
from pendopo.reading.fields import MediaUse, Text

T = TypeVar("T")


@dataclass(frozen=True)
class Scalar:
    """One text: plain text in its limits, or what else is accepted; `use` if it names a file."""

    of: Text | Accepts
    use: MediaUse | None = None


@dataclass(frozen=True)
class Choice:
    """One of the values of a type `Literal`; `accepts` has other spellings of them."""

    type: Any
    accepts: Accepts | None = None

    @property
    def values(self) -> tuple[str, ...]:
        """The values, as files write them."""
        return get_args(self.type)


@dataclass(frozen=True)
class Part:
    """A mapping with the fields of a model; a text alone stands for the field `short`, if any."""

    model: type[BaseModel]
    short: str = ""

    @cached_property
    def fields(self) -> "tuple[Field, ...]":
        """The fields in the order of the model."""
        return tuple(fields(self.model))


@dataclass(frozen=True)
class Listing:
    """A list; one value of it may stand alone where `alone`."""

    of: "Shape"
    alone: bool = False


@dataclass(frozen=True)
class Table:
    """A mapping whose keys are data."""

    keys: "Shape"
    of: "Shape"


@dataclass(frozen=True)
class Either:
    """A value of one of several shapes."""

    shapes: "tuple[Shape, ...]"


Shape = Scalar | Choice | Part | Listing | Table | Either


@dataclass(frozen=True)
class Field:
    """A field of a model by the key that files write, with what `described` says of it."""

    key: str
    info: FieldInfo
    shape: Shape

    @property
    def required(self) -> bool:
        """Whether a file must have it."""
        return self.info.is_required()


def fields(model: type[BaseModel]) -> Iterator[Field]:
    """Yield the fields of a model. Raises `TypeError` for a type that no shape can be told of."""
    for key, info in model.model_fields.items():
        yield Field(key, info, shape_of(info.annotation, tuple(info.metadata)))


def shape_of(annotation: Any, metadata: tuple[Any, ...] = ()) -> Shape:
    """Return the shape of an annotation. Raises `TypeError` if none can be told."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return shape_of(arguments[0], (*annotation.__metadata__, *metadata))
    if origin in (Union, UnionType):
        return _either([each for each in arguments if each is not NoneType], metadata)
    if origin is Literal:
        return Choice(annotation, _last(Accepts, metadata))
    if origin in (tuple, dict):
        return _many(arguments, metadata)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        short = _standing_for(annotation, Short, metadata)
        return Part(annotation, short.field if short else "")
    return _scalar(annotation, metadata)


def parts_in(shape: Shape) -> Iterator[Part]:
    """Yield the mappings that a shape holds directly, outside of other mappings."""
    match shape:
        case Part():
            yield shape
        case Listing(of):
            yield from parts_in(of)
        case Table(_, of):
            yield from parts_in(of)
        case Either(shapes):
            for each in shapes:
                yield from parts_in(each)


def _either(annotations: list[Any], metadata: tuple[Any, ...]) -> Shape:
    if len(annotations) == 1:
        return shape_of(annotations[0], metadata)
    return Either(tuple(map(shape_of, annotations)))


def _many(arguments: tuple[Any, ...], metadata: tuple[Any, ...]) -> Shape:
    if arguments[-1] is not Ellipsis:
        return Table(*map(shape_of, arguments))
    alone = _standing_for(arguments[0], Alone, metadata)
    return Listing(shape_of(arguments[0]), alone is not None)


def _scalar(annotation: Any, metadata: tuple[Any, ...]) -> Scalar:
    said = _last(Accepts, metadata) or _last(Text, metadata)
    if not said:
        raise TypeError(f"It is not said what may be typed for {annotation}.")
    return Scalar(said, _last(MediaUse, metadata))


def _standing_for(annotation: Any, wanted: type[T], metadata: tuple[Any, ...]) -> T | None:
    """What may stand for a list or a mapping. Raises `TypeError` where something may, unsaid."""
    found = _last(wanted, metadata)
    if found is None and any(isinstance(each, BeforeValidator) for each in metadata):
        raise TypeError(f"It is not said what may stand for {annotation}.")
    return found


def _last(wanted: type[T], metadata: Iterable[Any]) -> T | None:
    """The last of this type that stands in the metadata, also as the function of a validator."""
    found: T | None = None
    for each in metadata:
        for one in (each, getattr(each, "func", None)):
            if isinstance(one, wanted):
                found = one
    return found
