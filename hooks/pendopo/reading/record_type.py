"""Record types: where the files of a kind of record lie, and their model."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, NamedTuple, Protocol, Self, TypeVar

from pydantic import BaseModel

from pendopo.basics.locations import Location
from pendopo.reading.fields import NAME
from pendopo.reading.record import Model, models_in


class BriefLike(Protocol):
    """A brief is a named tuple of texts, numbers, flags and tuples of these.

    It holds everything known of a record without reading its file again, and so everything that
    pages of other agencies may show of it.
    """

    @classmethod
    def of(cls, record: Any, /) -> Self:
        """Creates the brief of a record."""


class NoBrief(NamedTuple):
    """An empty brief, for records that are always read in full."""

    unused: str = ""

    @classmethod
    def of(cls, record: object, /) -> Self:
        """Creates an empty brief."""
        return cls()


R = TypeVar("R", bound=Model)
B = TypeVar("B", bound=BriefLike)


def as_read(entries: Sequence[Any]) -> Sequence[Any]:
    """Keeps entries in the order of their file names."""
    return entries


@dataclass(frozen=True)
class RecordType(Generic[R, B]):
    """A type of record: its model, its brief, and the location of its files.

    With a `folder`, an agency has any number of records in it; their file names must match `names`
    and end in one of `suffixes`, and `misnamed` is the code of the problem otherwise. Without, the
    only file is `NAME.yml`, in the folder of an agency (`in_agencies`), of the portal
    (`in_portal`), or of both; if it is `required`, its absence is a problem.

    `arrange` sorts an agency's records and may omit some. `shown_below` means that pages of
    agencies below may show these records; `shown_above` takes the brief of an agency and returns
    whether its pages show the briefs of these records of all agencies below it.

    `dated` takes a brief and returns the day from which the record is shown, with its location;
    without it, records are shown at once. `changed` names the field of the brief with the day of
    the last change; a record with it has a field `updated`, and may have `corrections`. `former`
    names the field of the brief with what the file was called before, the oldest name first.
    """

    name: str
    model: type[R]
    brief: type[B]
    folder: str = ""
    suffixes: tuple[str, ...] = (".yml",)
    names: re.Pattern[str] = NAME
    misnamed: str = "file-name"
    in_agencies: bool = True
    in_portal: bool = False
    required: bool = False
    arrange: Callable[[Sequence[Any]], Sequence[Any]] = as_read
    shown_below: bool = False
    shown_above: Callable[[Any], bool] | None = None
    dated: Callable[[Any], tuple[str, Location]] | None = None
    changed: str = ""
    former: str = ""

    @property
    def file(self) -> str:
        """The name of the only file; empty if there may be several."""
        return "" if self.folder else f"{self.name}.yml"

    @property
    def keys(self) -> frozenset[str]:
        """The names that a key of such a record may have, at any depth."""
        return _keys(self.model)

    def path(self, agency: str, name: str) -> str:
        """Path of an agency's record of this name in the data folder, with the first suffix."""
        return f"agencies/{agency}/{self.folder}/{name}{self.suffixes[0]}"


# By the model, of which a process has one: types of records come to it anew with each batch.
@cache
def _keys(model: type[BaseModel]) -> frozenset[str]:
    found: set[type[BaseModel]] = set()
    new = [model]
    while new:
        found.add(each := new.pop())
        parts = (models_in(field.annotation) for field in each.model_fields.values())
        new += {part for inner in parts for part in inner} - found
    return frozenset(name for each in found for name in each.model_fields)
