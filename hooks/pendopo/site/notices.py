"""Notices: short texts of records that stand on every page for a time, the most severe first."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

from pendopo.basics.translations import N_

Level = Literal["darurat", "penting", "info"]
"""How severe a notice is, from the most severe."""
LABELS = {"darurat": N_("Emergency"), "penting": N_("Important"), "info": N_("Information")}
MOST = 3
"""A page shows no more notices than this."""


class Notice(NamedTuple):
    """A notice: its level, its text, the name of the agency that gives it, and two addresses.

    `address` is that of the record's page, `list` that of a list where it can be found.
    """

    level: Level
    text: str
    agency: str
    address: str
    list: str

    @property
    def label(self) -> str:
        """The message that says its level."""
        return LABELS[self.level]


class Notices(NamedTuple):
    """The notices of a page: those that it shows, and the address of the list with `more`."""

    shown: tuple[Notice, ...] = ()
    more: int = 0
    list: str = ""


def most_severe(found: Iterable[Notice]) -> Notices:
    """The most severe of the notices found; those of one level stay in their order."""
    levels = get_args(Level)
    ordered = sorted(found, key=lambda each: levels.index(each.level))
    shown, hidden = tuple(ordered[:MOST]), ordered[MOST:]
    return Notices(shown, len(hidden), hidden[0].list if hidden else "")
