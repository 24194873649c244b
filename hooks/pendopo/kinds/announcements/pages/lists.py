"""Lists of announcements: one per agency, and one for the whole portal."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from pendopo.government.agency import Agency
from pendopo.kinds.announcements.listed import ALL, Listed, list_address, listed
from pendopo.kinds.announcements.machines.feeds import alternate
from pendopo.kinds.announcements.record import ANNOUNCEMENT
from pendopo.site.context import Context
from pendopo.site.page import Alternate, Link, Page
from pendopo.site.paging import Part, below, parts


@dataclass(frozen=True)
class View:
    """The data that the template prints; `agency` is None for the portal."""

    agency: Agency | None
    part: Part[Listed]
    feed: Alternate

    @property
    def current(self) -> list[Listed]:
        """Those of this page that count."""
        return [each for each in self.part.items if not each.ended]

    @property
    def ended(self) -> list[Listed]:
        """Those of this page that ended."""
        return [each for each in self.part.items if each.ended]


def of_all(context: Context) -> Iterator[Page]:
    """Yield the pages of the list of all announcements; none if there are none."""
    title = context.translate("All announcements")
    described = context.translate("Announcements of all agencies in {portal}.")
    description = described.format(portal=context.directory.portal.name)
    yield from _pages(context, None, title, description)


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the pages of the list of an agency; none if it has no announcements."""
    described = context.translate("Announcements of {agency}.").format(agency=agency.name)
    yield from _pages(context, agency, context.translate("Announcements"), described)


def _pages(context: Context, agency: Agency | None, title: str, description: str) -> Iterator[Page]:
    feed = alternate(context, agency)
    if feed is None:
        return
    place = list_address(agency)
    for part in parts(listed(context, agency), below(place)):
        yield Page(
            address=part.address,
            title=part.title(title, context.translate),
            describe=partial(str, description),
            source=agency.entry.path if agency else "portal.yml",
            template="announcements/list",
            view=partial(View, agency, part, feed),
            agency=agency,
            menu=title if part.first else "",
            trail=() if part.first else (Link(title, place),),
            previous=part.previous,
            next=part.next,
            updated=max(each.brief.changed for each in part.items),
            alternates=(feed,) if part.first else (),
        )


def links(context: Context) -> Iterator[Link]:
    """Yield the link to the list of all announcements, if there are any."""
    if any(each.records(ANNOUNCEMENT) for each in context.directory.agencies.values()):
        yield Link(context.translate("All announcements"), ALL)
