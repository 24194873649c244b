"""Facts derived from all records together, and how much of each a page may show."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from pendopo.government.agency import Agency
    from pendopo.government.directory import Directory

T = TypeVar("T")


@dataclass(frozen=True)
class Derived(Generic[T]):
    """A fact about the whole government, computed once after all records are linked.

    `of` computes the fact. `part` takes the fact, the directory and an agency, and returns the part
    that the agency's pages may show; without it, every page may show the whole fact.
    """

    name: str
    of: "Callable[[Directory], T]"
    part: "Callable[[T, Directory, Agency], T] | None" = None

    def visible(self, directory: "Directory", agency: "Agency") -> Any:
        """The part of the fact that pages of `agency` may show."""
        fact = directory.facts[self.name]
        return self.part(fact, directory, agency) if self.part else fact
