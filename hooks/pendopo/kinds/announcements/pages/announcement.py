"""Announcements, one page each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from pendopo.basics.markdown import plain, shortened
from pendopo.government.agency import Agency, Attached
from pendopo.kinds.announcements import linked_data
from pendopo.kinds.announcements.labels import PARTS
from pendopo.kinds.announcements.listed import Listed, list_address, listed
from pendopo.kinds.announcements.record import ANNOUNCEMENT, Announcement, AnnouncementRecord
from pendopo.pictures.renditions import Renditions
from pendopo.site.context import Context
from pendopo.site.page import Link, LinkedBase, Page


@dataclass(frozen=True)
class View:
    """The data that the template prints."""

    entry: Announcement
    picture: Renditions | None
    attached: Mapping[str, Attached]
    time_zone: str
    ended: bool

    @property
    def record(self) -> AnnouncementRecord:
        """The announcement itself."""
        return self.entry.record

    @property
    def parts(self) -> list[tuple[str, str]]:
        """The parts that it has of an emergency, by name, with their texts."""
        found = self.record.emergency
        texts = ((name, getattr(found, name)) for name in PARTS) if found else ()
        return [(name, text) for name, text in texts if text]


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield one page per announcement."""
    for each in listed(context, agency):
        if entry := agency.named(ANNOUNCEMENT, each.name):
            yield _page(context, agency, entry, each)


def _page(context: Context, agency: Agency, entry: Announcement, shown: Listed) -> Page:
    brief = entry.brief
    return Page(
        address=shown.address,
        title=brief.title,
        describe=partial(_described, entry),
        source=entry.path,
        template="announcements/announcement",
        view=lambda: View(
            entry,
            agency.picture(entry.named(brief.picture)),
            agency.attached(entry),
            context.directory.time_zone(agency),
            shown.ended,
        ),
        agency=agency,
        trail=(Link(context.translate("Announcements"), list_address(agency)),),
        updated=brief.changed,
        published=brief.published,
        picture=entry.named(brief.picture),
        qr_code=True,
        kind=context.translate("Announcement"),
        years=brief.published[:4],
        linked=partial(_linked, context, agency, entry),
    )


def _described(entry: Announcement) -> str:
    return str(entry.brief.summary) or plain(entry.record.body)


def _linked(
    context: Context, agency: Agency, entry: Announcement, base: LinkedBase
) -> list[dict[str, Any]]:
    description = shortened(_described(entry))
    return [linked_data.announcement(context, agency, entry, description, base)]


def weight(agency: Agency) -> int:
    """Number of pages of an agency's announcements."""
    return len(agency.records(ANNOUNCEMENT))
