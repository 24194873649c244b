"""Long lists on several pages, whose numbers count from their first items or from the oldest."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
MOST = 50
"""Most items of a page, unless a list says otherwise."""
Numbered = Callable[[int | None], str]
"""The address of a page by its number, or of the first page (None)."""


@dataclass(frozen=True)
class Part(Generic[T]):
    """The items of one page of a list, its number, and addresses of it and its neighbours.

    An address of a neighbour is None where there is none.
    """

    items: Sequence[T]
    number: int
    first: bool
    address: str
    previous: str | None
    next: str | None

    def title(self, title: str, translate: Callable[[str], str]) -> str:
        """The title of the page: on all but the first it says the number."""
        if self.first:
            return title
        return translate("{title}, page {number}").format(title=title, number=self.number)


def below(place: str) -> Numbered:
    """The addresses of a list whose first page is at the address `place`."""
    return lambda number: f"{place}halaman/{number}/" if number else place


def parts(items: Sequence[T], address: Numbered, most: int = MOST) -> Iterator[Part[T]]:
    """Yields the pages of a list from its first items on: one at least."""
    last = max(1, -(-len(items) // most))
    for number in range(1, last + 1):
        yield Part(
            items[(number - 1) * most : number * most],
            number,
            number == 1,
            address(number if number > 1 else None),
            address(number - 1 if number > 2 else None) if number > 1 else None,
            address(number + 1) if number < last else None,
        )


def lasting(items: Sequence[T], address: Numbered, least: int) -> Iterator[Part[T]]:
    """Yields the page of the newest items, then the older pages, numbered from the oldest.

    A numbered page keeps its items when new ones are added; the first page has `least` items to
    one less than twice as many. There is no page if there are no items.
    """
    count = len(items)
    last = max(count // least, 1) if count else 0
    for number in range(last, 0, -1):
        first = number == last
        end = count - (number - 1) * least
        yield Part(
            items[0 if first else end - least : end],
            number,
            first,
            address(None if first else number),
            None if first else address(None if number + 1 == last else number + 1),
            address(number - 1) if number > 1 else None,
        )
