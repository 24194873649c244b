"""Linked data (schema.org) of an album."""

from typing import Any

from pendopo.government.agency import Agency
from pendopo.kinds.albums.record import Album
from pendopo.site.linked_data import reference, stated
from pendopo.site.page import LinkedBase


def gallery(agency: Agency, entry: Album, address: str, base: LinkedBase) -> dict[str, Any]:
    """Return an album with its pictures, except those that are lost."""
    brief, made = entry.brief, agency.pictures(entry)
    return stated(
        {
            "@type": "ImageGallery",
            "name": brief.title,
            "description": brief.summary,
            "url": base(address),
            "dateCreated": brief.day,
            "dateModified": brief.revised,
            "publisher": reference(agency, base),
            "image": [
                stated(
                    {
                        "@type": "ImageObject",
                        "contentUrl": base(made[each.file].large),
                        "caption": each.caption,
                        "description": each.alt,
                        "creditText": each.credit,
                    }
                )
                for each in entry.record.pictures
                if each.file in made
            ],
        }
    )
