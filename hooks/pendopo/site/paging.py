"""Long lists on several pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
MOST = 50
"""Most items of a page."""


@dataclass(frozen=True)
class Part(Generic[T]):
    """The items of one page of a list, its number from 1, and addresses of it and its neighbours.

    An address of a neighbour is None where there is none.
    """

    items: Sequence[T]
    number: int
    address: str
    previous: str | None
    next: str | None


def parts(items: Sequence[T], place: str) -> Iterator[Part[T]]:
    """Yields the pages of a list whose first page is at the address `place`: one at least."""
    last = max(1, -(-len(items) // MOST))
    for number in range(1, last + 1):
        yield Part(
            items[(number - 1) * MOST : number * MOST],
            number,
            _address(place, number),
            _address(place, number - 1) if number > 1 else None,
            _address(place, number + 1) if number < last else None,
        )


def numbered(title: str, number: int, translate: Callable[[str], str]) -> str:
    """The title of a page of a list: from the second page on it says the number."""
    if number == 1:
        return title
    return translate("{title}, page {number}").format(title=title, number=number)


def _address(place: str, number: int) -> str:
    return place if number == 1 else f"{place}halaman/{number}/"
