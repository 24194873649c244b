"""Cards of pages: the preview pictures of shared links."""

from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.pictures.cards import Card
from pendopo.reading.named_media import NamedMedia


def card(directory: Directory, agency: Agency | None, named: NamedMedia | None = None) -> Card:
    """The card of pages of an agency or the portal; `named` is a picture to show on it."""
    portal = directory.portal.name
    colour, _ = directory.colours(agency)
    if agency is None:
        return Card(portal, portal, portal[:1], colour)
    emblem = agency.media.get(agency.brief.emblem)
    initials = directory.initials(agency)
    plain = Card(agency.name, portal, initials, colour, emblem)
    picture = agency.media.get(named.file) if named else None
    return plain._replace(picture=picture, focus=named.focus) if picture and named else plain
