"""Every text of a record, with its place and what kind of text it is."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo

from pendopo.basics.locations import Location
from pendopo.reading.fields import Prose
from pendopo.reading.finding import Finding

PROSE = get_args(Prose)[1]
"""The validator that fields of Markdown have and others have not."""


class Text(NamedTuple):
    """A text with its location in the record.

    It is Markdown, or `checked` if it has a form of its own and is not what somebody writes.
    """

    location: Location
    text: str
    markdown: bool = False
    checked: bool = False

    @property
    def official(self) -> bool:
        """Whether a statement or heading of an official document, which is shown word for word."""
        return bool(self.location) and str(self.location[-1]).endswith(("statement", "heading"))

    def finding(
        self,
        found: re.Match[str],
        code: str,
        values: Mapping[str, object],
        meant: str | None = None,
        *,
        certain: bool = False,
    ) -> Finding:
        """The finding of a part of the text, with what should stand there if that is known."""
        nth = self.text.count(found[0], 0, found.start())
        return Finding(
            self.location, code, values, found=found[0], nth=nth, meant=meant, certain=certain
        )


class _Field(NamedTuple):
    name: str
    markdown: bool
    checked: bool


def texts_in(record: BaseModel) -> Sequence[Text]:
    """Every text of a record."""
    found: list[Text] = []
    _collect(found, record, (), markdown=False, checked=False)
    return found


def is_checked(info: FieldInfo | None) -> bool:
    """Whether the texts of a field have a form of their own, and are not what somebody writes."""
    return info is not None and (_checks(info.metadata) or _is_checked(info.annotation))


def _collect(
    found: list[Text], value: Any, place: Location, *, markdown: bool, checked: bool
) -> None:
    # A list that grows, since a generator within generators would take twice as long.
    if isinstance(value, str):
        found.append(Text(place, value, markdown, checked))
    elif isinstance(value, BaseModel):
        for name, is_markdown, has_form in _fields(type(value)):
            inner = getattr(value, name)
            if inner is not None:
                _collect(found, inner, (*place, name), markdown=is_markdown, checked=has_form)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            _collect(found, each, (*place, index), markdown=markdown, checked=checked)
    elif isinstance(value, dict):
        for key, each in value.items():
            part = getattr(key, "typed", str(key))
            _collect(found, each, (*place, part), markdown=markdown, checked=checked)


@cache
def _fields(model: type[BaseModel]) -> Sequence[_Field]:
    return [
        _Field(name, PROSE in info.metadata or _is_prose(info.annotation), is_checked(info))
        for name, info in model.model_fields.items()
    ]


def _is_prose(annotation: Any) -> bool:
    return any(each is PROSE or _is_prose(each) for each in get_args(annotation))


def _is_checked(annotation: Any) -> bool:
    inner = any(map(_is_checked, get_args(annotation)))
    return inner or _checks(getattr(annotation, "__metadata__", ()))


def _checks(metadata: Iterable[Any]) -> bool:
    return any(isinstance(each, AfterValidator) for each in metadata)
