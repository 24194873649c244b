"""What a model expects at a location of its file: the keys that are known there, and examples."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError

from pendopo.basics.locations import Location
from pendopo.basics.translations import translations
from pendopo.problems.nearest import plain_key
from pendopo.reading.fields import Text
from pendopo.reading.record import has_mapping, models_in
from pendopo.reading.shapes import Field, Part, Scalar, fields, parts_in


def model_at(model: type[BaseModel], location: Location) -> type[BaseModel]:
    """Return the model that validates the keys at `location`."""
    keyed = False
    for part in location:
        if keyed and isinstance(part, str):
            keyed = False
        elif part in model.model_fields:
            annotation = model.model_fields[str(part)].annotation
            model, keyed = next(models_in(annotation), model), has_mapping(annotation)
    return model


def field_at(model: type[BaseModel], location: Location) -> Field | None:
    """Return the field that holds the value at `location`, perhaps within its list."""
    names = [index for index, part in enumerate(location) if isinstance(part, str)]
    if not names:
        return None
    at = names[-1]
    return fields_of(model_at(model, location[:at])).get(str(location[at]))


def example_at(model: type[BaseModel], location: Location) -> Mapping[str, Any]:
    """Return an example of the mapping expected at `location`, or its keys without values."""
    field = field_at(model, location)
    example = next(iter(field.info.examples or ()), None) if field else None
    if isinstance(example, list):
        example = next(iter(example), None)
    if isinstance(example, dict):
        return example
    fields = model_at(model, location).model_fields
    return dict.fromkeys([key for key, each in fields.items() if each.is_required()] or fields)


@cache
def keys_by_label(model: type[BaseModel]) -> Mapping[str, str]:
    """Return the keys of a model by their Indonesian labels, written as keys: `dasar_hukum`."""
    translate = translations("id").gettext
    labels = ((translate(field.title or key), key) for key, field in model.model_fields.items())
    return {plain_key(label): key for label, key in labels}


@cache
def fields_of(model: type[BaseModel]) -> Mapping[str, Field]:
    """Return the fields of a model by their keys."""
    return {each.key: each for each in fields(model)}


@cache
def below(model: type[BaseModel], key: str) -> tuple[Part, ...]:
    """Return the mappings that the field `key` may hold, alone or in a list."""
    field = fields_of(model).get(key)
    return tuple(parts_in(field.shape)) if field else ()


def is_markdown(field: Field) -> bool:
    """Whether a field holds a text of several paragraphs."""
    shape = field.shape
    return isinstance(shape, Scalar) and isinstance(shape.of, Text) and shape.of.markdown


def accepts(model: type[BaseModel], key: str, value: object) -> bool:
    """Whether the field `key` of a model takes a value."""
    try:
        model.model_validate({key: value})
    except ValidationError as error:
        return not any(each["loc"][:1] == (key,) for each in error.errors(include_input=False))
    return True
