"""Announcements as lists show them, and their addresses."""

from dataclasses import dataclass
from functools import partial

from pendopo.government.agency import Agency
from pendopo.kinds.announcements.record import ANNOUNCEMENT, AnnouncementBrief, age
from pendopo.site.context import Context

PLACE = "pengumuman"
ALL = f"{PLACE}/"
"""The address of the portal's list."""


@dataclass(frozen=True)
class Listed:
    """An announcement in a list; `name` is that of its file."""

    agency: Agency
    name: str
    brief: AnnouncementBrief
    address: str
    ended: bool


def list_address(agency: Agency | None) -> str:
    """Where the list of an agency, or of the portal, begins."""
    return f"{agency.id}/{ALL}" if agency else ALL


def address(agency: Agency, name: str) -> str:
    """Where an announcement has its page."""
    return f"{agency.id}/{PLACE}/{name}/"


def listed(context: Context, agency: Agency | None) -> list[Listed]:
    """Return the announcements of an agency, or of all: those that count, then those that ended.

    Of both the newest come first.
    """
    key = f"announcements {agency.id if agency else ''}"
    return context.once(key, partial(_listed, context, agency))


def current(context: Context, agency: Agency | None, most: int) -> list[Listed]:
    """Return the newest announcements that count, `most` at most."""
    return [each for each in listed(context, agency)[:most] if not each.ended]


def _listed(context: Context, agency: Agency | None) -> list[Listed]:
    agencies = [agency] if agency else context.directory.agencies.values()
    found = [each for one in agencies for each in _of(context, one)]
    found.sort(key=lambda each: each.address)
    found.sort(key=lambda each: age(each.brief, each.name), reverse=True)
    return sorted(found, key=lambda each: each.ended)


def _of(context: Context, agency: Agency) -> list[Listed]:
    entries = agency.records(ANNOUNCEMENT)
    today = context.today_of(agency) if entries else context.today
    return [
        Listed(
            agency,
            each.name,
            each.brief,
            address(agency, each.name),
            each.brief.has_ended(today),
        )
        for each in entries
    ]
