"""portal.yml: the front page that all agencies of one data folder share."""

from typing import Literal

from ..fields import Colour, Line, Prose, WebAddress, described
from .record import Part


class PortalColours(Part):
    """The portal's own colours, also those of agencies that choose none."""

    primary: Colour = described("Primary", "Background of the page's head.", "#14532d")
    accent: Colour = described("Accent", "Links and marks.", "#0f5e9c")


class PortalRecord(Part):
    """Name, language and introduction of the portal."""

    name: Line = described("Name", "Name of the portal.", "Profil Instansi Kota Binjai")
    language: Literal["id", "en"] = described(
        "Language", "Language of all labels: id (Indonesian) or en (English).", "id", "id"
    )
    introduction: Prose = described(
        "Introduction",
        "What citizens find here; shown at the top of the front page.",
        "Profil, janji, dan kabar instansi Kota Binjai.",
    )
    notice: Line | None = described(
        "Notice",
        "A quiet line on every page. Leave it out where there is nothing to say.",
        "Situs percobaan, bukan situs resmi.",
        None,
    )
    colours: PortalColours = described(
        "Colours",
        "The portal's colours.",
        {"primary": "#14532d", "accent": "#0f5e9c"},
        PortalColours(primary="#14532d", accent="#0f5e9c"),
    )
    edit_url: WebAddress | None = described(
        "Edit address",
        "Where this data folder is edited on the web. Needed only if it lies in a repository of "
        "its own; the path of the file is added to it.",
        "https://github.com/pemkot-binjai/profil/edit/main/",
        None,
    )
