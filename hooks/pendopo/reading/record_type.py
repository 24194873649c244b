"""Record types: where the files of a kind of record lie, and their model."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, Protocol, Self, TypeVar

from pendopo.reading.fields import NAME
from pendopo.reading.record import Model


class BriefLike(Protocol):
    """A brief is a named tuple of texts, numbers, flags and tuples of these.

    It holds what can be known of a record without reading its file again, and so whatever pages of
    other agencies may show of it.
    """

    @classmethod
    def of(cls, record: Any, /) -> Self:
        """The brief of a record."""


class NoBrief(NamedTuple):
    """The brief of records that are always read whole."""

    unused: str = ""

    @classmethod
    def of(cls, record: object, /) -> Self:
        """Nothing."""
        return cls()


R = TypeVar("R", bound=Model)
B = TypeVar("B", bound=BriefLike)


def as_read(entries: Sequence[Any]) -> Sequence[Any]:
    """Entries in the order of their files' names."""
    return entries


@dataclass(frozen=True)
class RecordType(Generic[R, B]):
    """A type of record: its model, its brief, and where its files lie.

    With a `folder` an agency has any number of them there, each named as `names` demands and ending
    in one of `suffixes`; `misnamed` is the code of the problem otherwise. Without, `NAME.yml` is
    the one file, in the folder of an agency (`in_agencies`), of the portal (`in_portal`), or of
    both; where it is `required`, its absence is a problem.

    `arrange` orders an agency's records and may leave some out. `shown_below` says that pages of
    agencies below may show these records; `shown_above` takes the brief of an agency and tells
    whether its pages show the briefs of these records of all agencies below it.
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

    @property
    def file(self) -> str:
        """The name of the one file; empty where there may be many."""
        return "" if self.folder else f"{self.name}.yml"

    def path(self, agency: str, name: str) -> str:
        """Where an agency's record of this name lies in the data folder, with the first suffix."""
        return f"agencies/{agency}/{self.folder}/{name}{self.suffixes[0]}"
