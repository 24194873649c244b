"""Linked data (schema.org) of an announcement."""

from typing import Any

from pendopo.basics.moments import stated as moment
from pendopo.government.agency import Agency
from pendopo.kinds.announcements.labels import EMERGENCIES
from pendopo.kinds.announcements.listed import address
from pendopo.kinds.announcements.record import Announcement
from pendopo.site.context import Context
from pendopo.site.linked_data import reference, stated
from pendopo.site.page import LinkedBase


def announcement(
    context: Context, agency: Agency, entry: Announcement, description: str, base: LinkedBase
) -> dict[str, Any]:
    """Return an announcement; its category is the kind of emergency, if it is one."""
    brief = entry.brief
    zone = context.directory.time_zone(agency)
    label = EMERGENCIES.get(brief.emergency, "Announcement")
    return stated(
        {
            "@type": "SpecialAnnouncement",
            "name": brief.title,
            "text": description,
            "datePosted": moment(brief.published, brief.time, zone),
            "expires": brief.ends,
            "category": context.translate(label),
            "publisher": reference(agency, base),
            "mainEntityOfPage": base(address(agency, entry.name)),
            "inLanguage": context.language,
        }
    )
