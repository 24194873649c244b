"""How the value of a field is written in a file, found in the annotation of its model."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic_core import PydanticCustomError

from pendopo.reading import fields
from pendopo.reading.fields import MediaUse

PROBE = "pendopo"
"""A text that validators are tried with, to see where a bare text goes."""
PROSE, LINES, STATEMENT, YEAR, WHOLE = (
    get_args(each)[1]
    for each in (fields.Prose, fields.Lines, fields.Statement, fields.Year, fields.Whole)
)
PATTERNS = {YEAR: r"\d{4}", WHOLE: r"\d[\d.]*"}
"""Patterns of types that convert a text instead of matching it."""


class Form(Enum):
    """The form of a value."""

    LINE = "line"
    STATEMENT = "statement"
    LINES = "lines"
    PROSE = "prose"
    FLAG = "flag"
    DAY = "day"
    CHOICE = "choice"
    PICTURE = "picture"
    DOCUMENT = "document"
    PART = "part"
    LIST = "list"
    BY_KEY = "by key"


class Shape(NamedTuple):
    """How a value is written.

    `model` is that of a part, and `bare` its field that a text alone stands for. `items` is the
    shape of what a list holds, or a mapping whose keys are data; `listed` where such a mapping may
    be a list too. `choices` are all values that there are; `pattern` is what a text must match
    whole.
    """

    form: Form
    model: type[BaseModel] | None = None
    bare: str = ""
    items: "Shape | None" = None
    listed: bool = False
    choices: Sequence[str] = ()
    pattern: str = ""


class Field(NamedTuple):
    """A field of a model with its shape; `name` is its key in a file."""

    name: str
    title: str
    example: Any
    required: bool
    shape: Shape


def fields_of(model: type[BaseModel]) -> Iterator[Field]:
    """The fields of a model in their order."""
    for name, each in model.model_fields.items():
        example = (each.examples or [None])[0]
        shape = shape_of(each.annotation, each.metadata)
        yield Field(name, each.title or name, example, each.is_required(), shape)


def shape_of(annotation: Any, marks: Sequence[Any] = ()) -> Shape:
    """The shape of a value of `annotation`, whose metadata are `marks`.

    Raises `TypeError` for an annotation that no form could be made for.
    """
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return shape_of(arguments[0], [*annotation.__metadata__, *marks])
    if origin in (Union, UnionType):
        return _of_union([each for each in arguments if each is not NoneType], marks)
    if origin in (tuple, dict):
        items = shape_of(arguments[-1] if origin is dict else arguments[0])
        form = Form.BY_KEY if origin is dict else Form.LIST
        return Shape(form, items=items, choices=_choices(arguments[0]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape(Form.PART, model=annotation, bare=_bare(marks))
    choices = _choices(annotation)
    return Shape(Form.CHOICE, choices=choices) if choices else _of_text(annotation, marks)


def _of_union(members: Sequence[Any], marks: Sequence[Any]) -> Shape:
    """The shape of a value that may be written in several ways: the richest of these."""
    if len(members) == 1:
        return shape_of(members[0], marks)
    shapes = {shape.form: shape for shape in map(shape_of, members)}
    if shapes.keys() == {Form.LIST, Form.BY_KEY}:
        return shapes[Form.BY_KEY]._replace(listed=True)
    if part := shapes.get(Form.PART):
        first = next(each.name for each in fields_of(_model(part)) if each.required)
        return part._replace(bare=first)
    raise TypeError(f"No form is known for {members}.")


def _of_text(annotation: Any, marks: Sequence[Any]) -> Shape:
    if use := next((each for each in marks if isinstance(each, MediaUse)), None):
        return Shape(Form.DOCUMENT if use is MediaUse.DOCUMENT else Form.PICTURE)
    if annotation in (bool, date):
        return Shape(Form.FLAG if annotation is bool else Form.DAY)
    for mark, form in ((PROSE, Form.PROSE), (LINES, Form.LINES), (STATEMENT, Form.STATEMENT)):
        # A statement that is checked further is a value, and short.
        if mark in marks and not (form is Form.STATEMENT and marks[-1] is not mark):
            return Shape(form)
    patterns = (getattr(getattr(each, "func", None), "pattern", "") for each in marks)
    of_type = (pattern for mark, pattern in PATTERNS.items() if mark in marks)
    return Shape(Form.LINE, pattern=next(filter(None, patterns), next(of_type, "")))


def _choices(annotation: Any) -> tuple[str, ...]:
    return tuple(map(str, get_args(annotation))) if get_origin(annotation) is Literal else ()


def _bare(marks: Sequence[Any]) -> str:
    """The field that a text in place of a part stands for; empty where it must be a mapping."""
    for each in marks:
        if isinstance(each, BeforeValidator) and (found := _converted(each.func)):
            return found
    return ""


def _converted(function: Any) -> str:
    try:
        made = function(PROBE)
    except PydanticCustomError:
        return ""
    return next(iter(made)) if isinstance(made, Mapping) and [*made.values()] == [PROBE] else ""


def _model(shape: Shape) -> type[BaseModel]:
    assert shape.model is not None  # noqa: S101
    return shape.model
