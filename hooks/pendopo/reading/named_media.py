"""Finds the files of the folder media that a record names, anywhere in the record.

They are found by walking the model, so that no kind of record can name a file that is neither
checked nor published.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from pendopo.basics.locations import Location
from pendopo.reading.fields import MediaUse
from pendopo.reading.record import models_in

PICTURES = {MediaUse.COVER.value, MediaUse.PICTURE.value}


class NamedMedia(NamedTuple):
    """A file named by a record: the `value` of its `MediaUse`, and the location of the name.

    `focus` is the `focus.Focus` that the record gives a picture; empty without one.
    """

    file: str
    use: str
    location: Location
    focus: str = ""


class _Field(NamedTuple):
    """A field that names files itself (`use`), or contains models that do."""

    name: str
    use: str


def media_named(record: BaseModel) -> tuple[NamedMedia, ...]:
    """Every file that `record` names, in the order of its fields."""
    return tuple(_in_model(record, ()))


def leading_picture(media: Iterable[NamedMedia]) -> NamedMedia | None:
    """The first picture of what a record names, if any: it stands for the record on cards."""
    return next((each for each in media if each.use in PICTURES), None)


def _in_model(record: BaseModel, place: Location) -> Iterator[NamedMedia]:
    focus = getattr(record, "focus", None) or ""
    for field in _fields(type(record)):
        for each in _in_value(getattr(record, field.name), field.use, (*place, field.name)):
            yield each if each.focus else each._replace(focus=focus)


def _in_value(value: object, use: str, place: Location) -> Iterator[NamedMedia]:
    match value:
        case str() if use:
            yield NamedMedia(value, use, place)
        case BaseModel():
            yield from _in_model(value, place)
        case tuple() | list():
            for index, each in enumerate(value):
                yield from _in_value(each, use, (*place, index))
        case dict():
            for key, each in value.items():
                yield from _in_value(each, use, (*place, str(key)))


@cache
def _fields(model: type[BaseModel]) -> tuple[_Field, ...]:
    """The fields of a model that can contain file names; most models have none."""
    found: list[_Field] = []
    for name, field in model.model_fields.items():
        use = next((each.value for each in field.metadata if isinstance(each, MediaUse)), "")
        use = use or _use_in(field.annotation)
        inner = (each for each in models_in(field.annotation) if each is not model)
        if use or any(map(_fields, inner)):
            found.append(_Field(name, use))
    return tuple(found)


def _use_in(annotation: Any) -> str:
    """The use of the file that an annotation describes; empty if it describes none."""
    if get_origin(annotation) is Annotated:
        for each in annotation.__metadata__:
            if isinstance(each, MediaUse):
                return str(each.value)
    return next(filter(None, map(_use_in, get_args(annotation))), "")
