"""Base classes of all records and their parts."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ConfigDict

from pendopo.basics.locations import Location
from pendopo.reading.fields import (
    Day,
    DocumentName,
    Flag,
    Line,
    PictureName,
    Statement,
    WebAddress,
    described,
)
from pendopo.reading.finding import Finding
from pendopo.reading.focus import Focus

GENERIC = re.compile(
    r"\d+|gambar|foto|photo|picture|pic|image|img|logo|lambang|emblem|ikon|icon|grafik|chart|graphic|"
    r"diagram|screenshot|tangkapan|layar|banner|poster|dsc|dscn|whatsapp|wa|at|pm|am|ini|dari|of|the|"
    r"utama|berita|news|dokumentasi|kegiatan|ilustrasi|illustration|jpg|jpeg|png|webp"
)
"""Words that do not describe a picture beyond the fact that it is one."""


MOST_PICTURES = 60
"""Pictures of one record: more would be a page that a phone does not load."""


class Model(BaseModel):
    """A frozen record, or a part of one; a key it does not know is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Source(Model):
    """The document a record was taken from."""

    title: Statement = described(
        "Title", "Title of the document, as it names itself.", "Renstra Kecamatan Metro Timur"
    )
    url: WebAddress | None = described(
        "Address", "Where the document can be read.", "https://example.go.id/renstra.pdf", None
    )
    retrieved: Day | None = described(
        "Retrieved", "Day on which it was read there.", "2026-11-22", None
    )
    note: Statement | None = described(
        "Note", "What a reader of the record should know about it.", "BAB IV", None
    )


class Picture(Model):
    """A picture of the agency's folder `media`, or the caption of one that is lost."""

    file: PictureName | None = described(
        "File", "Name of the picture in the folder media.", "kunjungan.jpg", None
    )
    alt: Line | None = described(
        "Alternative text",
        "One sentence for those who cannot see the picture.",
        "Sekretaris daerah menyambut tamu di ruang rapat.",
        None,
    )
    decorative: Flag = described(
        "Decorative", "ya where the picture says nothing that the text does not.", "ya", False
    )
    caption: Statement | None = described(
        "Caption", "Sentence printed below the picture.", "Kunjungan kerja di ruang rapat", None
    )
    credit: Line | None = described(
        "Credit", "Who made the picture.", "Diskominfo Kota Binjai", None
    )
    focus: Focus | None = described(
        "Focus",
        "Point that stays visible where the picture is cut: percent from the left and the top; "
        "the middle if left out.",
        "50% 20%",
        None,
    )


class Attachment(Model):
    """A document of the agency's folder `media` that readers can download."""

    title: Statement = described("Title", "What the document is called.", "Renstra 2021–2026")
    file: DocumentName = described(
        "File", "Name of the document in the folder media.", "renstra-2021-2026.pdf"
    )


def written(day: date | None) -> str:
    """Formats a day for a brief: `2026-11-22`, or an empty string."""
    return day.isoformat() if day else ""


def picture_rules(picture: Picture, location: Location) -> Iterator[Finding]:
    """A picture with a file needs an alternative text; one without a file needs a caption."""
    if picture.file and not picture.alt and not picture.decorative:
        yield Finding((*location, "file"), "picture-alt")
    if picture.alt and picture.decorative:
        yield Finding((*location, "alt"), "picture-decorative")
    if picture.alt:
        yield from alt_rules(picture.alt, (*location, "alt"))
    if not picture.file and not picture.caption:
        yield Finding(location, "picture-empty")


def pictures_rules(
    pictures: Sequence[Picture], location: Location, shown: str | None = None
) -> Iterator[Finding]:
    """Each picture of a list has what one needs; none is there twice, and they are not too many.

    `shown` is a file that the page shows beside the list.
    """
    known = {shown}
    for index, each in enumerate(pictures):
        yield from picture_rules(each, (*location, index))
        if each.file and each.file in known:
            yield Finding((*location, index, "file"), "picture-twice", {"value": each.file})
        known.add(each.file)
    if len(pictures) > MOST_PICTURES:
        values = {"count": len(pictures), "limit": MOST_PICTURES}
        yield Finding((*location, MOST_PICTURES), "pictures-many", values)


def alt_rules(alt: str, location: Location) -> Iterator[Finding]:
    """An alternative text must describe the picture, not just say that it is one."""
    if all(map(GENERIC.fullmatch, re.findall(r"[^\W_]+", alt.lower()))):
        yield Finding(location, "alt-generic", {"value": alt})


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yields the models in a field's annotation, also within lists, unions and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)


def has_mapping(annotation: Any) -> bool:
    """Whether a field may be a mapping whose keys are data rather than field names."""
    return get_origin(annotation) is dict or any(map(has_mapping, get_args(annotation)))
