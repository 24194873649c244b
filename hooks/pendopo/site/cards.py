"""Cards of pages: the preview pictures of shared links."""

from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.pictures.cards import Card


def card(directory: Directory, agency: Agency | None, file: str = "") -> Card:
    """The card of pages of an agency or the portal; `file` names a picture to show on it."""
    portal = directory.portal.name
    colour, _ = directory.colours(agency)
    if agency is None:
        return Card(portal, portal, portal[:1], colour)
    emblem = agency.media.get(agency.brief.emblem)
    initials = directory.initials(agency)
    return Card(agency.name, portal, initials, colour, emblem, agency.media.get(file))
