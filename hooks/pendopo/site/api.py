"""The API: agencies and their records as JSON for other programs, below `api/v1/`.

Each file has a type, from which its JSON Schema (2020-12) is generated. Empty values are omitted.
Within one version, keys may be added, but none is renamed or removed.
"""

import ast
import inspect
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from textwrap import dedent
from typing import Annotated, Any, get_args

from pydantic import BaseModel, Field, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from typing_extensions import TypedDict, get_type_hints, is_typeddict

from pendopo.basics import addresses
from pendopo.basics.numbers import json_number
from pendopo.government.agency import Agency
from pendopo.site.context import Context

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Url = Annotated[str, Field(json_schema_extra={"format": "uri-reference"})]
Day = Annotated[str, Field(json_schema_extra={"format": "date"})]
Base = Callable[[str], str]
"""Converts an address of the site to one that works in a file of the API."""


class Reference(TypedDict):
    """An agency by its name."""

    id: Annotated[str, Field(description="The folder below data/agencies/, as a path.")]
    name: str
    page: Annotated[Url, Field(description="Its first page.")]
    data: Annotated[Url, Field(description="All that is known of it, as agency.json describes.")]


@dataclass(frozen=True, eq=False)
class Api:
    """The part of the API that covers one kind of record.

    The file of an agency has a list of `rows` under `key`, each of the type `row`. The index of the
    portal may have further keys: `index` maps them to types, `index_values` returns their values.
    `files` maps schema names to the types of further files, which the kind itself plans.
    """

    key: str
    row: Any
    rows: Callable[[Context, Agency, Base], list[Any]]
    index: Mapping[str, Any] = field(default_factory=dict)
    index_values: Callable[[Context, Base], dict[str, Any]] | None = None
    files: Mapping[str, Any] = field(default_factory=dict)


def file_type(name: str, description: str, fields: dict[str, Any]) -> Any:
    """Creates the type of a file to which kinds contribute fields."""
    made = TypedDict(name, fields)  # type: ignore[misc]
    made.__doc__ = description
    return made


def reference(agency: Agency, base: Base) -> Reference:
    """A reference to an agency: id, name, and the addresses of its page and data."""
    return {
        "id": agency.id,
        "name": agency.brief.name,
        "page": base(addresses.profile(agency.id)),
        "data": base(addresses.agency_data(agency.id)),
    }


def with_schema(name: str, content: Mapping[str, Any], base: Base) -> dict[str, Any]:
    """Adds the address of its schema to the content of a file."""
    return {"$schema": base(addresses.schema(name)), **content}


def text(content: Any) -> str:
    """Serializes the content of a file as JSON, without empty values."""
    written = json.dumps(_stated(content), ensure_ascii=False, separators=(",", ":"), default=_json)
    return f"{written}\n"


class _Published(GenerateJsonSchema):
    """Leaves out of a schema what is not published (`fields.described`)."""

    def field_is_present(self, field: Any) -> bool:
        """Whether the schema tells of a field."""
        return not field.get("serialization_exclude")


@cache
def schema_text(kind_of_file: Any) -> str:
    """The JSON Schema of a type of file."""
    _describe(kind_of_file)
    schema = TypeAdapter(kind_of_file).json_schema(schema_generator=_Published)
    return json.dumps({"$schema": DIALECT} | _open(schema), ensure_ascii=False, indent=1) + "\n"


def _describe(annotation: Any) -> None:
    """Gives the types in `annotation` their docstrings, which `python -OO` leaves out.

    They are the descriptions of the schema, and equal input must give equal bytes.
    """
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    if is_model or is_typeddict(annotation):
        if annotation.__doc__ is None:
            source = ast.parse(dedent(inspect.getsource(annotation))).body[0]
            annotation.__doc__ = (
                ast.get_docstring(source) if isinstance(source, ast.ClassDef) else None
            )
        for each in get_type_hints(annotation).values():
            _describe(each)
    for each in get_args(annotation):
        _describe(each)


def _stated(value: Any) -> Any:
    if isinstance(value, dict):
        found = {key: _stated(each) for key, each in value.items()}
        return {key: each for key, each in found.items() if each not in (None, "", [], {})}
    return [_stated(each) for each in value] if isinstance(value, list | tuple) else value


def _json(value: Any) -> Any:
    if isinstance(value, Decimal):
        return json_number(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no place in JSON.")


def _open(schema: Any) -> Any:
    """Changes a schema to allow further keys."""
    if isinstance(schema, dict):
        return {k: _open(each) for k, each in schema.items() if k != "additionalProperties" or each}
    return [_open(each) for each in schema] if isinstance(schema, list) else schema
