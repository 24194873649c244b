"""The menu of an agency or of the portal: links in sections."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

from pendopo.basics.translations import N_

Section = Literal["about", "performance", "services", "news", "information"]
"""What a kind of record is about, in the order of the menu."""
LABELS = {
    "about": N_("About us"),
    "performance": N_("Plans and performance"),
    "services": N_("Services"),
    "news": N_("News and agenda"),
    "information": N_("Public information"),
}
MOST = 7
"""A menu of more links than this shows its sections, each of which opens."""


class MenuLink(NamedTuple):
    """A link of a menu: its label, its address, and its section.

    `written` is true if the label comes from the data.
    """

    label: str
    address: str
    section: Section = "about"
    written: bool = False


class Group(NamedTuple):
    """Links of a menu that stand together; a group without a label stands open."""

    label: str
    links: tuple[MenuLink, ...]


def grouped(links: Iterable[MenuLink]) -> list[Group]:
    """The groups of a menu: its sections, or all links in one group where they are few.

    A section of one link needs no label.
    """
    found = [*links]
    if len(found) <= MOST:
        return [Group("", tuple(found))]
    sections = {
        name: [each for each in found if each.section == name] for name in get_args(Section)
    }
    return [
        Group(LABELS[name] if len(some) > 1 else "", tuple(some))
        for name, some in sections.items()
        if some
    ]
