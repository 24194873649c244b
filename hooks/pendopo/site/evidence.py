"""Evidence that an agency publishes what the law wants to be published."""

from typing import NamedTuple

from pendopo.basics.items import Item

__all__ = ["Evidence", "Item"]


class Evidence(NamedTuple):
    """A record or page that shows one item: its title, its address, and the day of its state.

    `day` is written as `2026-11-22`, and empty where the record has none.
    """

    item: Item
    title: str
    address: str
    day: str
