"""The files of a site that are neither pages nor made for machines."""

from collections.abc import Iterator
from dataclasses import dataclass

from pendopo.basics import addresses
from pendopo.basics.colours import DARK, tint
from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.pictures.cards import Card
from pendopo.pictures.renditions import Encoding, emblem, photo
from pendopo.reading.fields import MediaUse
from pendopo.reading.media import Media
from pendopo.site.cards import card

Drawing = Encoding | Card
"""Pictures that a build makes; their names depend on what they show."""


@dataclass(frozen=True)
class Asset:
    """A text that is made here, or a document of the data folder as it is."""

    address: str
    text: str = ""
    media: Media | None = None


def assets(directory: Directory) -> Iterator[Asset]:
    """The stylesheets of all colours in use, and the documents that records name."""
    agencies = directory.agencies.values()
    for primary, accent in sorted({directory.colours(each) for each in (None, *agencies)}):
        yield Asset(addresses.colours(primary, accent), _stylesheet(primary, accent))
    for agency in agencies:
        for media in _named(agency, MediaUse.DOCUMENT):
            yield Asset(addresses.media(agency.id, media.name), media=media)


def drawings(directory: Directory) -> Iterator[Drawing]:
    """The pictures that records name, and a card for every page; each once."""
    known: set[str] = set()
    for drawing in _drawings(directory):
        if not known.issuperset(drawing.addresses):
            known.update(drawing.addresses)
            yield drawing


def _drawings(directory: Directory) -> Iterator[Drawing]:
    yield card(directory, None)
    for agency in directory.agencies.values():
        yield card(directory, agency)
        for media in _named(agency, MediaUse.EMBLEM):
            yield Encoding(media, emblem(media))
        for media in _named(agency, MediaUse.PICTURE):
            yield Encoding(media, photo(media))
            yield card(directory, agency, media.name)


def _named(agency: Agency, use: MediaUse) -> list[Media]:
    """The files of an agency that its records name for one use, by name."""
    entries = agency.all_entries()
    named = {each.file for entry in entries for each in entry.media if each.use == use.value}
    return [agency.media[name] for name in sorted(named & agency.media.keys())]


def _stylesheet(primary: str, accent: str) -> str:
    """The colours of the shell; on a dark page those of text are tinted to stay readable."""
    dark = {"accent": tint(accent, DARK), "heading": tint(primary, DARK)}
    return (
        f":root{{--agency-primary:{primary};--agency-accent:{accent};--agency-heading:{primary}}}\n"
        "@media screen and (prefers-color-scheme:dark){:root{"
        f"--agency-accent:{dark['accent']};--agency-heading:{dark['heading']}}}}}\n"
    )
