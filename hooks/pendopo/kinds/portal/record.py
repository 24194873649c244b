"""Model of portal.yml: settings and front page shared by all agencies of one data folder."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator

from pendopo.reading.accepts import Accepts
from pendopo.reading.fields import (
    ADDRESS,
    EMAIL,
    Colour,
    Day,
    Email,
    Line,
    Percent,
    Prose,
    WebAddress,
    described,
    is_web_address,
    refuse,
    small,
)
from pendopo.reading.record import Model
from pendopo.reading.record_type import NoBrief, RecordType

Language = Literal["id", "en"]
Cap = Literal["none", "100", "120"]


class PortalColours(Model):
    """The portal's colours, also used by agencies that choose none."""

    primary: Colour = described("Primary", "Background of the page's head.", "#14532d")
    accent: Colour = described("Accent", "Lines and marks.", "#0f5e9c")


class Band(Model):
    """A rating of achievements above a threshold."""

    label: Line = described("Label", "What it is called.", "Sangat Baik")
    above: Percent | None = described(
        "Above", "Percent that it must exceed; leave it out for the lowest.", "90", None
    )


class AchievementSettings(Model):
    """How achievements are displayed; they are computed and stored without a cap."""

    cap: Cap = described(
        "Cap", "Highest percent that is shown; the figure itself stands beside it.", "100", "none"
    )
    bands: tuple[Band, ...] = described(
        "Bands",
        "From the highest to the lowest; without them those of the agencies' reports hold.",
        [{"label": "Sangat Baik", "above": "90"}, {"label": "Kurang"}],
        (),
    )


class Licence(Model):
    """The licence under which others may use the content of the site."""

    title: Line = described("Title", "Name of the licence.", "CC BY 4.0")
    url: WebAddress | None = described(
        "Address",
        "Where its text stands.",
        "https://creativecommons.org/licenses/by/4.0/deed.id",
        None,
    )


def _contact(value: str) -> str:
    if re.fullmatch(EMAIL, value, re.ASCII):
        return small(value)
    if value.startswith("https://") and is_web_address(value):
        return value
    raise refuse("contact")


Contact = Annotated[Line, Accepts("contact", f"{EMAIL}|{ADDRESS}"), AfterValidator(_contact)]
"""An e-mail address, or a web address that nobody on the way can read along (`https`)."""


class Security(Model):
    """Where weaknesses of the site are reported, for security.txt (RFC 9116)."""

    contact: Contact = described(
        "Contact", "E-mail address, or https address of a form.", "csirt@binjaikota.go.id"
    )
    expires: Day = described(
        "Expires", "Last day on which it surely holds; at most a year ahead.", "2026-12-31"
    )


class PortalRecord(Model):
    """The name, language and introduction of the portal."""

    name: Line = described("Name", "Name of the portal.", "Profil Instansi Kota Binjai")
    language: Language = described(
        "Language",
        "Language of all labels and of this file: id (Indonesian) or en (English).",
        "id",
        "id",
    )
    introduction: Prose = described(
        "Introduction",
        "What citizens find here; shown at the top of the front page.",
        "Profil, janji, dan kabar instansi Kota Binjai.",
    )
    publisher: Line | None = described(
        "Publisher",
        "Who answers for the portal; named in the foot of its pages.",
        "Dinas Komunikasi dan Informatika Kota Binjai",
        None,
    )
    report_email: Email | None = described(
        "E-mail for reports",
        "Where citizens report a problem of a page. Without it, reports go to the repository.",
        "kominfo@binjaikota.go.id",
        None,
    )
    licence: Licence | None = described(
        "Licence",
        "What others may do with the content.",
        {"title": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/deed.id"},
        None,
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
    achievement: AchievementSettings = described(
        "Achievement",
        "How achievements are shown.",
        {"cap": "100"},
        AchievementSettings(),
    )
    security: Security | None = described(
        "Security",
        "Where weaknesses of the site are reported; makes .well-known/security.txt.",
        {"contact": "csirt@binjaikota.go.id", "expires": "2026-12-31"},
        None,
    )
    edit_url: WebAddress | None = described(
        "Edit address",
        "Where this data folder is edited on the web. Needed only if it lies in a repository of "
        "its own; the path of the file is added to it.",
        "https://github.com/pemkot-binjai/profil/edit/main/",
        None,
    )


PORTAL = RecordType(
    "portal", PortalRecord, NoBrief, in_agencies=False, in_portal=True, required=True
)
