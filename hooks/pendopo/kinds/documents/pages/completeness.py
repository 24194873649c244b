"""What each agency publishes of that which the law wants: item by item, and in numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from pendopo.government.agency import Agency
from pendopo.kinds.documents import places
from pendopo.kinds.documents.disclosure import (
    REQUIREMENTS,
    Disclosure,
    all_judged,
    disclosure,
    judged,
)
from pendopo.kinds.documents.record import DOCUMENT
from pendopo.site.context import Context
from pendopo.site.page import Alternate, Link, Page
from pendopo.site.sublists import Sublist, sublists


@dataclass(frozen=True)
class View:
    """The data that the template prints."""

    disclosure: Disclosure
    file: str
    all_agencies: str


class Total(NamedTuple):
    """An agency with the address of its page and the numbers of items in each state."""

    name: str
    address: str
    there: int
    old: int
    absent: int


@dataclass(frozen=True)
class ViewOfAll:
    """The data that the template prints: a list of agencies, and the lists that it is parted in."""

    items: int
    listed: list[Total]
    parts: list[tuple[Link, int]]
    file: str


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the page of an agency of which the items are expected."""
    if not judged(context, agency):
        return
    _ = context.translate
    information = Link(_("Public information"), places.information(agency.id))
    yield Page(
        address=places.completeness(agency.id),
        title=_("Completeness of public information"),
        describe=partial(
            _("What {agency} publishes of that which the law wants.").format, agency=agency.name
        ),
        source=agency.entry.path,
        template="documents/completeness",
        view=lambda: View(
            disclosure(context, agency), places.completeness_file(agency.id), places.of_all()
        ),
        agency=agency,
        trail=(information,) if agency.records(DOCUMENT) else (),
        alternates=(Alternate(places.completeness_file(agency.id), "text/csv", "CSV"),),
    )


def of_all(context: Context) -> Iterator[Page]:
    """Yield the list of all agencies that are judged, on as many pages as needed."""
    _ = context.translate
    directory = context.directory
    found = all_judged(context)
    trail: tuple[Link, ...] = ()
    for sublist in sublists(directory, found) if found else ():
        within = sublist.within
        title = _("Public information")
        yield Page(
            address=places.of_all(within.id if within else ""),
            title=f"{title}: {within.name}" if within else title,
            describe=partial(
                _("What the agencies of {portal} publish of that which the law wants.").format,
                portal=directory.portal.name,
            ),
            source="portal.yml",
            template="documents/all-agencies",
            view=partial(_view, context, sublist),
            menu="" if within else title,
            trail=trail,
            alternates=(Alternate(places.completeness_file(), "text/csv", "CSV"),),
        )
        trail = (Link(title, places.of_all()),)


def links(context: Context) -> Iterator[Link]:
    """Yield the link to the list of all agencies, if any is judged."""
    if all_judged(context):
        yield Link(context.translate("Public information"), places.of_all())


def _view(context: Context, sublist: Sublist) -> ViewOfAll:
    listed = [_total(context, each) for each in sublist.listed]
    parts = [(Link(each.name, places.of_all(each.id)), count) for each, count in sublist.branches]
    return ViewOfAll(len(REQUIREMENTS), listed, parts, places.completeness_file())


def _total(context: Context, agency: Agency) -> Total:
    found = disclosure(context, agency)
    counts = (found.count("there"), found.count("old"), found.count("absent"))
    return Total(agency.name, places.completeness(agency.id), *counts)
