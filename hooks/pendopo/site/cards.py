"""Which card a page has: the picture by which a link to it is shown elsewhere."""

from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.pictures.cards import Card


def card(directory: Directory, agency: Agency | None, file: str = "") -> Card:
    """The card of an agency's pages, or of the portal's; `file` is a picture that it shows."""
    portal = directory.portal.name
    colour, _ = directory.colours(agency)
    if agency is None:
        return Card(portal, portal, portal[:1], colour)
    emblem = agency.media.get(agency.brief.emblem)
    return Card(agency.name, portal, agency.initials, colour, emblem, agency.media.get(file))
